"""Whether an honor is received or only sought: 获评…, 通过…验收 and 巩固…成果 against 争创…, 推进…创建."""

from __future__ import annotations

import re

from kg.relate.clauses import Clause, View
from kg.relate.meant import CARRIED, RECIPIENTS
from kg.relate.said import said_at
from kg.types import Mention

_PASSED = re.compile(  # 创建省级园林县城顺利通过验收, but not 通过初评
    r"[”》]?(?:[^，。；]{0,10}(?:通过|顺利通过)(?![^，。；]{0,8}初)[^，。；]{0,12}(?:验收|评估|考核|复审|复核|复检|认定|评审|命名|审核|检查|复评|督导|评定)"
    r"|(?:创建|申报|申创)?(?:工作)?(?:取得|获得|圆满)?(?:成功|命名|授牌|揭牌|挂牌|获批))"
)
_CANDIDATE = re.compile(r"(?:创建|培育|候选)(?:对象|单位|名单|名录)$|提名(?:城市|资格|县城|城区)?$")
_BELOW = re.compile(r"技术评估|资料审[查核]|暗访|省级|省上|省里|自治区|市级|专家|初|预|第三方")
_NATIONAL = re.compile(r"“?(?:国家|全国|中国)")
_KEPT = re.compile(  # 巩固全国文明城市创建成果, 迎接国家卫生城市复审
    r"[”》]?(?:创建|建设)?(?:工作)?[^，。；、]{0,4}?(?:成果|成效|荣誉|品牌|名片|招牌|魅力|优势|效应|复审|复检|复评|复查|复核|届期)"
)
_KEEPS = re.compile(r"(?:巩固|深化|彰显|擦亮|叫响|放大|发挥|珍惜|维护|守护|依托|用好|迎接|保持|蝉联)[^，。；、]{0,6}$")
_PUSHED = re.compile(r"(?:推进|深化|加快|抓好|推动|加强|统筹)[^，。；]{0,12}$")
_DECREED = re.compile(  # what is given by decree before anybody builds on it
    r"(?:试验区|试验田|实验区|综试区|新区|自贸区|保税区|高新区|经开区|名城|承载城市|自主创新示范区|先行区|试点(?:城市|市|县|区|地区|省)?)$"
)
_CANDIDATES = re.compile(r"[”》]?(?:(?:的)?(?:提名|候选)|(?:培育)?创建(?:名录|名单|单位|对象|计划|行列|范围|资格))")
_NEXT = re.compile("”?(?:、|和|与|及|以及)“?")
_WORKED_ON = re.compile("”?(?:创建|申报|申创|复审|复核|复检|复评)")
_EXAMINED = re.compile(r"”?(?:建设)?(?:收官|终期|总结|期满)?验收")
_WORK = re.compile(r"”?(?:建设|工作)")
_PAST = re.compile(r"已|了|成功|先后|荣获|喜获|曾|被|连续|再次|蝉联|保持")
_WON = frozenset({"获评", "荣获", "入选", "获批", "获", "蝉联", "荣膺", "被评为", "被认定为"})
_BUILDS = frozenset({"建设", "打造"})


def status_of(
    view: View, clause: Clause, honor: Mention, verb: re.Match[str] | None, seek: re.Match[str] | None
) -> tuple[str, bool]:
    """Whether an honor is received or sought, and whether the clause itself says so.

    通过…复审 and 巩固…创建成果 are received, 推进…创建 is sought, 推进…建设 and a plan are not sure.
    """
    clean, sought = view.clean, view.pattern("verbs_sought")
    lead, end = view.lead(clause, honor.start), _end_of_row(view, clause, honor)
    after = min(clause.end, end + 24)
    planned = said_at(view.scene.text, clause.sentence, clause.start).modality == "planned"
    if (passed := _PASSED.match(clean, end, after)) and not planned:
        below = _BELOW.search(passed[0]) and _NATIONAL.match(honor.key)
        return ("sought" if below else "received"), True
    if seek and seek[0] == "创建" and not planned and clean.startswith(("为", "成"), seek.end()):
        return "received", True
    if _CANDIDATES.match(clean, honor.end, after) or _CANDIDATE.search(honor.key):
        return "sought", True  # 列入国家4A级景区创建名录
    if _KEPT.match(clean, end, after) or _KEEPS.search(clean, lead, honor.start):
        return "received", True
    wanted = seek or sought.search(clean, end, min(clause.end, end + 8))
    decreed = _DECREED.search(honor.key.strip("”"))
    if decreed and _EXAMINED.match(clean, honor.end, after):
        return "received", True
    if decreed and _PUSHED.search(clean, lead, honor.start) and _WORK.match(clean, honor.end, after):
        return "received", False
    if wanted is None:
        past = verb is not None and (_PAST.search(clean, lead, honor.start) or _plainly(view, clause, verb))
        return ("sought", False) if planned and not past else ("received", True)
    if verb is not None and not planned:
        return "received", True
    if wanted[0] not in _BUILDS or verb is not None:
        return "sought", True
    return "sought", False


def _end_of_row(view: View, clause: Clause, honor: Mention) -> int:
    """Where the row of honors ends whose work is told behind it: 国家卫生县城、省级园林县城|创建."""
    end = honor.end
    for m in view.group(clause, honor):
        if m.type == "Honor" and m.start > end and _NEXT.fullmatch(view.clean, end, m.start):
            end = m.end
    return end if _WORKED_ON.match(view.clean, end) else honor.end


def _plainly(view: View, clause: Clause, verb: re.Match[str]) -> bool:
    """Whether even a plan says that a named one has won: 新材料方面，明澈玻璃入选…, but not 推动明澈玻璃入选…."""
    if verb[0] not in _WON:
        return False
    before = [m for m in clause.mentions if m.end <= verb.start() and m.type in RECIPIENTS]
    opens = before and view.leader(clause, before[-1]).start == clause.start
    return bool(opens) and CARRIED.fullmatch(view.clean, before[-1].end, verb.start()) is not None
