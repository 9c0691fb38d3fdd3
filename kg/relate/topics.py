"""The industry that words set for those behind them: a clause of its own, a sentence of its own, a heading."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from kg.relate.clauses import PLACES, Clause, View, span
from kg.relate.members import MEMBERS
from kg.types import Mention, Ref, Span

_LEAD = re.compile(
    r"(?:大力)?(?:发展|壮大|做强|做大|做优|做精|培育|聚焦|振兴|提升|支持|打造|推进|抓好|突出|建立健全|深耕|布局|构建|延伸|推动|主攻)[^，。；]{0,8}$"
)
# 旅游业加快发展，…: what an industry did, and then its works
_GREW = re.compile(
    r"[”]?[^，。；：、\d]{0,8}(?:发展|壮大|升级|提升|兴起|集聚|突破|提速|推进|见效|崛起|起势|增效|向好|活跃|繁荣|复苏|回暖|强劲|迅猛|企稳|回升|转型|扩量|异军突起|初具规模|从无到有|做大做强|加快|成型)"
    r"[^，。；：、\d]{0,4}[，。；：]?"
    r"|[”]?(?:初步|基本|加快|加速|逐步|正)*(?:形成|成势|聚势|升温|走俏)[，。；]"
    r"|[”]?实现[^，。；：\d]{2,16}(?:跨越|飞跃|突破|转变|跃升|跃迁)[，。；]"
)
# 先进制造业, 现代服务业: a third of the economy, over all that follows
BROAD = re.compile(
    r"(?:先进|现代|高端|新|生产性|生活性|战略性|战略|战新|新兴|支柱|高新技术|特色|优势|传统|未来|主导|“[^”]*”|主特)*(?:制造业?|服务业|农业|工业|产业|第[一二三]产业|实体经济|(?:循环|绿色|低碳|民营|县域|总部|开放型|集体|特色|数字)经济)"
    r"|“?[\dNX]+(?:\+[\dNX]+)+”?[一-龥]{0,8}"
)
_OF_INDUSTRY = re.compile(r"产业|发展|振兴|提升|倍增|壮大|高质量|培育|升级|强")  # 玻璃产业三年行动计划
_AMOUNT = re.compile(
    r"(?:种植|面积|基地|产量)?(?:达到?|约|近|超)?[\d.]+[余多]?[百千万亿]?(?:亩|公顷|头|只|羽|吨|株|棒|尾)"
    r"|(?:总|新增|累计|并网)*装机"
)
_ONE_MORE = re.compile(r"等[^，。；、]{0,8}业")
# 围绕新材料领域，签约甲、乙; 在新材料方面，甲投产
_FIELD = re.compile(r"(?:围绕|聚焦|瞄准|面向|立足|紧盯|锚定|突出|在)[^，。；]{0,10}$")
_AIM = re.compile(r"(?:围绕|聚焦|瞄准|紧盯|锚定)[^，。；]{0,10}$")  # of the whole sentence, unlike 立足玻璃产业优势
# 实施铝产业倍增行动，支持甲
_CARRIES = re.compile(r"(?:实施|开展|启动|推进)[“]?$")
_CAMPAIGN = re.compile(r"[”]?(?:产业|行业)?(?:链|集群)?[^，。；、]{0,8}(?:行动|工程|计划|攻坚)")
# 白酒产业实现产值80亿元，甲投产; 玻璃产业链签约项目8个，乙、丙落地; 全年签约医药产业项目16个，其中丁开工
_FIGURE = re.compile(
    r"[”]?(?:产业|行业|领域)?(?:链|集群)?(?:全年|累计|预计|实现|完成|总|规模以上|规上|企业)*(?:产值|增加值|营收|营业收入|装机|产能|产量|综合产值)[^，。；、]{0,16}\d"
    r"|[”]?(?:产业|行业|领域)?(?:链|集群)?(?:新|已|累计|共|先后|成功|全年)*(?:签约|落地|引进|招引|新增|开工|储备|实施|在建|谋划|投产|竣工)[^，。；、\d]{0,8}项目\d"
)
# 全区玻璃产业链上企业超过600家，…，涌现出甲、乙
FIRMS_THERE = re.compile(
    r"[”]?(?:产业|行业|领域)?(?:链|集群)?(?:上下游|上|内)?(?:的)?"
    r"(?:规上|规模以上|重点|现有|已|集聚|聚集|汇聚|拥有|共有|相关|入驻|上下游|链上|企业|超过|超|达到|达|有|近|约|突破)+\d[\d.]*万?[余多]?家"
)
_COUNTED = re.compile(r"[”]?(?:产业|行业|领域|类)?(?:化)?(?:重大|重点|招商|合作)?项目(?:(中，)|\d{1,3}个)")
_OF_FIELD = re.compile(r"[”]?(?:等)?[^，。；]{0,6}(?:领域|方面|产业链?|赛道|集群|产业|方向|行业)?[，：]?$")
# 新材料产业：甲、乙; 新材料产业链上，甲、乙
_TITLE = re.compile(
    r"(?:产业|行业|领域|板块|方面|类)?(?:链|集群)?(?:(?:方面|项目|企业)?：|(?<=[业链群])(?:上|中|里|方面|领域)，)"
)
# 二是汽车产业。
_NUMBERED = re.compile(
    r"(?:—+|第[一二三四五六七八九十]{1,3}[章节篇条]|[一二三四五六七八九十]{1,2}是|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[①-⑳])[“]?"
)
_TITLE_LEAD = re.compile(
    rf"[#\s]*(?:{_NUMBERED.pattern})?(?:大力|突出|加快|着力|全力|持续|坚持|进一步|狠)*(?:抓好|抓|发展|推动|推进|做强|做大|做优|壮大|培育|提升|振兴|打造|聚焦)?[“]?"
)
_ALONE = re.compile(r"[”]?(?:产业|行业)?(?:链|集群)?(?:方面)?。")
_COMMA = re.compile(r"[”]?(?:产业|行业|工业|业)?(?:链|集群)?(?:方面|领域|赛道|板块)?，")
_BUILT = re.compile(r"(?:新|先后|相继|已|全年|累计)*(?:建成|建设|新建|打造|推进)(?:了)?[“]?")  # 月季产业方面，建成甲园
_ASIDE = re.compile(r"[”]?(?<=[农务]业)方面，")  # 现代农业方面，建成甲基地: a sector of its own, unlike 工业方面
_LEADS_ON = re.compile(
    r"(?:主要|重点|着力|全力|加快)?(?:以|围绕|依托|推进|推动|支持|抓好|建设|拥有|现有|加快|引进|实施|培育|做强|做大|做优|壮大|扶持|引导|鼓励|新上|新建|启动|开工|建成)"
)
_DEALS = re.compile(r"(?:主营|主打|专注|专业从事|主要从事|主要生产|专业生产|从事|深耕)")
_ENTRIES = re.compile(
    r"[”]?(?:产业|行业|领域|板块|类)?(?:链|集群)?(?:重点|建设)?(?:项目|企业|方面)?(?:（[^（）]{1,12}）)?"
    r"(?:[“]?(?![^，。；：]{0,6}(?:会议|改革|整治|监管|安全|执法|工作))[^，。；：、和与及]{2,10})?[：。\n]?"
)
# an industry as a subject, and what is said of it before its members
_TOLD = re.compile(
    r"[”]?(?:产业|行业|业)?(?:链|集群)?(?:是[^，。；]{2,40}(?:产业链?|集群|行业|赛道|板块|名片)[”]?(?:之一)?"
    r"|(?:已|则|主要|重点|高度|相对|大多)*(?:集中|分布|聚集|集聚|布局)(?:在|于)[^，。；]{2,80}"
    r"|(?:重点|着力|主要|要)*(?:突出|围绕|依托|立足|抓住|坚持|瞄准|聚焦|主打)[^，。；]{2,30})，"
)
_PUSHES = re.compile(
    r"(?:产业|行业)?(?:链|集群)?(?:方面)?(?:要|将|则|继续)*(?:(?:重点|着力|加快|主要)*(?:推进|支持|抓好|实施|建设|做强|推动|引进|培育|依托|借助|发挥)|以)(?:好|了)?[“]?"
)
_TOLD_REACH = 4  # clauses behind it that speak of its members
_REACH = 12  # clauses behind a topic that it governs
_HEADED = 80  # clauses behind a heading that it governs
_OVER = 16  # clauses behind a sentence of its own that it governs
_FRONT = 14  # characters before the project that a clause is about: 总投资8亿元的甲项目
_SHORT = 18  # characters of a sentence that only sets a topic


class Topic(NamedTuple):
    """The industries that a clause sets for those behind it, with their places, and how many clauses it reaches.

    A `field` governs the sentence whatever other industry a clause names; what is `counted` (医药产业项目16个) only
    what 其中 opens.
    """

    where: Clause
    industries: tuple[tuple[Ref, Span], ...]
    reach: int
    field: bool = False
    counted: bool = False


def headed(view: View, clause: Clause) -> Topic | None:
    """The one industry that the innermost heading over a clause names and nothing else: （二）新材料产业（3个）."""
    clean = view.clean
    inner: set[Ref] = set()  # 玻璃产业是立县产业。 under 一、做强玻璃产业 is no title, but speaks of the same
    for heading in reversed(clause.sentence.path):
        run_in = clean[heading.end - 1] == "。" and _NUMBERED.match(clean, heading.start, heading.end) is None
        if run_in and "\n" in clean[heading.end : clause.start]:
            continue  # 玻璃产业是另一张名片。 stands over its own paragraph
        named = view.within(heading)
        if not named or named[0].type != "Industry":
            if any(m.type in MEMBERS for m in named):
                continue  # 3.明澈玻璃扩建： is an entry of the list
            return None
        where, one = view.clause(heading.start), named[0]
        if len(named) > 1 or BROAD.fullmatch(one.key) or clause.start <= one.start or inner - {one.ref}:
            return None
        lead = _TITLE_LEAD.fullmatch(view.clean, heading.start, one.start)
        if lead and _ENTRIES.fullmatch(view.clean, one.end, heading.end):
            return Topic(where, ((one.ref, span(one)),), _HEADED)
        inner.add(one.ref)
    return None


def still_over(view: View, over: Topic | None, clauses: list[Clause]) -> Topic | None:
    """The topic that stands over a sentence still: not in another paragraph, nor behind another such sentence."""
    if over is None or "\n" in view.clean[over.where.end - 1 : clauses[0].start]:
        return None
    if clauses[0].index - over.where.index > _OVER:
        return None
    # 强化农业科技推广。: a short sentence that names nothing begins another matter
    if len(clauses) == 1 and clauses[0].end - clauses[0].start < _SHORT:
        return over if any(m.type in ("Project", "Enterprise") for m in clauses[0].mentions) else None
    return over


def topic_of(view: View, clause: Clause) -> Topic | None:
    """The industry that a clause is about and nothing else: 大力发展玻璃产业, 旅游业加快发展, 围绕新材料领域."""
    if not clause.mentions:
        return None
    first = clause.mentions[0]
    if len(clause.mentions) == 1 and first.type == "Program":
        named = [f for f in view.named(first.key, view.stems) if _OF_INDUSTRY.match(first.key, f[0] + len(f[1]))]
        return Topic(clause, ((named[0][2], span(first)),), _REACH) if len(named) == 1 else None
    if told := _told(view, clause, first) or _of_members(view, clause, first):
        return told
    own = list(itertools.dropwhile(lambda m: m.type in PLACES, clause.mentions))  # 云岭高新区围绕新材料产业，引进甲
    if not own or any(m.type != "Industry" for m in own):
        return None
    aside = len(own) == 1 and _ASIDE.fullmatch(view.clean, own[0].end, clause.end)
    industries = tuple((m.ref, span(m)) for m in own if aside or not BROAD.fullmatch(m.key))
    if not industries or (_ONE_MORE.match(view.clean, own[-1].end) and view.clean[own[0].start - 1] == "、"):
        return None  # 水稻、海红果、肉牛等特色种养业: of some nobody knows
    if any(_AMOUNT.match(view.clean, m.end) for m in own):
        return None  # 发展猕猴桃8.6万亩: so much of a crop
    start = clause.start if own[0] is first else clause.mentions[len(clause.mentions) - len(own) - 1].end
    first = own[0]
    field = _FIELD.search(view.clean, start, first.start) and _OF_FIELD.match(view.clean, own[-1].end, clause.end)
    if len(own) > 1:
        leads = field and clause.index == clause.first and own[0] is clause.mentions[0]
        return Topic(clause, industries, 3) if leads else None
    if (
        field
        or _LEAD.search(view.clean, start, first.start)
        or (first.start - start <= 2 and _GREW.fullmatch(view.clean, first.end, clause.end))
        or (first.start - start <= 4 and _TITLE.fullmatch(view.clean, first.end, clause.end))
        or (first.start - start <= 4 and _led_on(view, clause, first))
        or (
            clause.index == clause.first
            and _NUMBERED.fullmatch(view.clean, clause.start, first.start)
            and _ALONE.fullmatch(view.clean, first.end, clause.end)
        )
    ):
        whole = clause.index == clause.first and _AIM.search(view.clean, start, first.start)
        return Topic(clause, industries, _REACH, whole is not None)
    if first.start - start <= 4 and FIRMS_THERE.match(view.clean, first.end, clause.end):
        return Topic(clause, industries, _TOLD_REACH)
    counted = _COUNTED.match(view.clean, first.end, clause.end)
    if counted is not None:
        return Topic(clause, industries, 2, counted=counted[1] is None)
    if (first.start - start <= 4 and _FIGURE.match(view.clean, first.end, clause.end)) or (
        _CARRIES.search(view.clean, start, first.start) and _CAMPAIGN.match(view.clean, first.end, clause.end)
    ):
        return Topic(clause, industries, 2)
    return None


def _told(view: View, clause: Clause, first: Mention) -> Topic | None:
    """玻璃是首个千亿级产业链，已集聚甲、乙; 物流业主要布局在松泉县，建设丙: what is said of it, then members."""
    if first.type != "Industry" or BROAD.fullmatch(first.key) or first.start - clause.start > 4:
        return None
    if any(m.type not in PLACES for m in clause.mentions[1:]):
        return None
    said = _TOLD.fullmatch(view.clean, first.end, clause.end)
    return Topic(clause, ((first.ref, span(first)),), _TOLD_REACH) if said else None


def _of_members(view: View, clause: Clause, first: Mention) -> Topic | None:
    """玻璃产业重点推进甲、乙，|支持丙延链: an industry with works of it in its own clause."""
    if first.type != "Industry" or BROAD.fullmatch(first.key) or first.start - clause.start > 4:
        return None
    rest = clause.mentions[1:]
    if not rest or any(m.type not in MEMBERS for m in rest):
        return None
    pushes = _PUSHES.fullmatch(view.clean, first.end, rest[0].start)
    return Topic(clause, ((first.ref, span(first)),), 2) if pushes else None


def _led_on(view: View, clause: Clause, industry: Mention) -> bool:
    """造船业，以明澈船舶、天工船务为重点: an industry, and what leads it in the next clause."""
    if not _COMMA.fullmatch(view.clean, industry.end, clause.end) or clause.index + 1 == len(view.clauses):
        return False
    following = view.clauses[clause.index + 1].mentions[:1]
    if view.clean.startswith(("方面", "领域", "赛道", "板块"), clause.end - 3) and any(
        m.type == "Enterprise"
        or (m.type == "Project" and m.start - clause.end < _FRONT)
        or (m.type == "Zone" and _BUILT.fullmatch(view.clean, clause.end, m.start))
        for m in following
    ):
        return True  # 生物医药方面，明澈、天工…
    listed = view.groups(view.clauses[clause.index + 1])[0] if following else []
    if listed and listed[0].start == clause.end and all(m.type == "Enterprise" for m in listed):
        # 玻璃产业链，|明澈、天工纷纷落户; 造船产业，|明澈船舶主营游艇
        return len(listed) > 1 or _DEALS.match(view.clean, listed[0].end) is not None
    return _LEADS_ON.match(view.clean, clause.end) is not None


def opens(view: View, clause: Clause, thing: Mention) -> bool:
    """Whether a clause begins with something, but for its number."""
    return _NUMBERED.fullmatch(view.clean, clause.start, thing.start) is not None or clause.start == thing.start
