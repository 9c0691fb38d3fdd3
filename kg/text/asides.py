"""The words of a sentence that tell something else than its section: 甲路竣工，|预计明年通车|，乙厂投产 in a review."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.text.own_year import plan_ends
from kg.text.times import NAMED_YEAR
from kg.types import Span

_BREAK = re.compile(r"[，；：]")
# What holds for all that follows: 力争A、B开工，C竣工; not 甲桥预计明年通车，乙厂投产
_GOVERNS = re.compile(
    r"(?:同时|此外|并|还|目前)?，?(?:今年|明年|年内|全年|到?(?:19|20)\d\d年(?:底|末|前)*)?，?(?:[全我][省市县区镇乡州旗盟])?"
    r"(?:街道|[园新该]区|开发区|经开区|高新区|管委会|集团|公司)?(?:力争|争取|确保|下一?步|下一阶段|接下来|[我全][们省市县区旗州]?将|我[们省市县区州旗]计划(?!生育|总投资)|将(?!于|在)|计划(?:新建|实施|再|用|到)|拟(?:新建|实施)|要)"
)
# 到“十四五”末，甲区产值力争达到90亿元，年均增长9%; 计划：2024年产值突破9亿元，增长6%; 会议明确，2020年产值增长6%，
# 投资增长10%: all of it is aimed at
_TO_YEAR = re.compile(
    r"(?:[^，。；：]{0,8}(?:计划|打算|安排|思路|目标)：)|到(?:“?十[一二三四五六]五”?|(?:19|20)\d\d年)(?:规划)?(?:期?末|底)?，"
    r"|[^，。；：]{0,10}(?:指出|强调|明确|提出|要求|确定)，(?:(?:19|20)\d\d年|明年)，?[^，。；]{0,20}(?:增长|达到|实现|完成|突破|保持|控制)"
)
# 今年，甲县将持续开展乙行动，生成项目90个, as without the comma; 会议明确，2021年，甲镇将…
_THIS_YEAR = re.compile(
    r"(?:[^，。；：]{0,10}(?:指出|强调|明确|提出|要求|透露|表示)，(?:(?:19|20)\d\d年，?|(?=[^，。；]{1,10}将))|(?:今年|明年|下一?步|接下来|下阶段)，)"
    r"[^，。；]{1,10}?将(?![军于在])"
    r"|(?:19|20)\d\d年，[^，。；]{1,10}?将(?:全力|加快|持续|继续|重点|着力|进一步|围绕|聚焦|推进|实施|建设|打造|规划|启动|新建|开工)"
)
_IN_PLAN = re.compile(r"“?十([一二三四五])五”?(?:期间|时期)，")  # of a plan that is still to come
# 甲区将聚焦更新，|加快乙园建设: the same subject goes on, with a verb; not 甲桥将于6月通车，乙厂投产
_GOES_ON = re.compile(
    "(?:并|还|同时|进一步|持续|全力|着力)?(?:加快|推进|推动|打造|实施|完善|提升|力争|确保|新增|带动|形成|启动|开工建设|建设(?!内容|规模|周期|期|用地|单位))"
)


def aside(text: str, plan_year: int | None, planned: Sequence[int]) -> Span | None:
    """The clauses of a planned sentence that make it so; None where its first one does.

    甲路竣工，|力争乙路开工，丙路竣工: an aim holds to the end. 甲厂投产，|乙厂预计明年投产|，丙厂竣工: a date
    holds for its clause.

    Args:
        text: the sentence.
        plan_year: the first year that is still to come.
        planned: where the words stand that make a sentence planned.
    """
    found = [*planned]
    found += [m.start() for m in NAMED_YEAR.finditer(text) if plan_year is not None and int(m[1]) >= plan_year][:1]
    coming = _IN_PLAN.match(text) if plan_year is not None else None
    if (
        not found
        or _TO_YEAR.match(text)
        or _THIS_YEAR.match(text)
        or (coming and plan_ends(coming[1]) > (plan_year or 0))
    ):
        return None
    words = _clauses(text, min(found), max(found))
    last = _clauses(text, max(found), max(found))
    if words is None:
        return None
    opens = [part.start for part in (words, last) if part is not None]
    if any(governs(text, at) for at in opens):
        return Span(words.start, len(text))
    end = words.end
    while _GOES_ON.match(text, end):
        end = next((m.end() for m in _BREAK.finditer(text, end)), len(text))
    return Span(words.start, end)


def governs(text: str, start: int) -> bool:
    """Whether a clause opens with an aim, which holds for what follows: 力争开工乙路; not 预计明年通车, 将于6月投产."""
    return _GOVERNS.match(text, start) is not None


def reached(text: str, done: re.Pattern[str]) -> Span | None:
    """The clauses of a sentence of a plan that tell what is done; None where its first one does.

    续建甲路，|目前已完成投资2亿元|，开工乙桥.
    """
    found = done.search(text)
    return _clauses(text, *found.span()) if found is not None else None


def _clauses(text: str, first: int, last: int) -> Span | None:
    """From the break before a position to that behind another; None where the first clause is among them."""
    breaks = [m.end() for m in _BREAK.finditer(text)]
    start = max((b for b in breaks if b <= first), default=0)
    return Span(start, next((b for b in breaks if b > last), len(text))) if start else None
