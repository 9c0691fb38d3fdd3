"""Whether a sentence tells what is planned or what was done, where it says otherwise than its section."""

from __future__ import annotations

import re

from kg.text.ahead import LABEL
from kg.text.ahead import ahead as to_come
from kg.text.aims import aim_ends
from kg.text.asides import governs
from kg.text.cues import Cues
from kg.text.metadata import Metadata
from kg.text.own_year import plan_ends
from kg.text.plans import planned_years
from kg.text.sections import PART_TITLED
from kg.text.state import State
from kg.text.times import NAMED_YEAR
from kg.types import Modality, Sentence

_OPENED = re.compile(
    r"(?:截至|到)?(?P<year>(?:19|20)\d\d)年[末底]?，|“?十(?P<plan>[一二三四五])五”?(?:时期|期间|以来)，"
    r"|(?:过去的?|刚刚过去的|这)[三五十]年(?:来|间)?，|[三五十]年来，"
)
_OPENING = 40  # characters of a paragraph in which it says of what years it is
_ONWARD = re.compile(
    r"[到至](?:“?十[一二三四五六]五|20\d\d|本世纪)|未来|今后|“?十[一二三四五六]五”?(?:时期|期间)，|要|必须"
)
# 全年力争…。突出抓好三项工作：一是甲路9月通车
_SETS_OUT = re.compile(
    r"(?:为此，)?(?:重点|突出|着力|全力|扎实|集中|切实|具体)?(?:要)?(?:抓好|做好|做实|做足|干好|推进|实施|开展|聚焦|抓)(?:以下)?"
    r"[一二三四五六七八九十\d]{1,2}(?:项|个|大|件|篇)(?:重点|主要)?(?:工作|任务|行动|文章|方面(?:工作)?|举措|大事)[：，]"
)
_FIRST = ("一是", "第一", "首先", "①")
_POINTS = ("·", "●", "■", "◆", "▲", "★")
BOOK = re.compile(r"《[^《》\n]{0,60}》")
_ALL_YEAR = re.compile(r"预计全年|全年[^，。；\d]{0,6}预计")
_BY_YEAR_END = re.compile(
    r"(?:预计到?(?:今年)?(?:年底|年末|全年)|到(?:今年)?(?:年底|年末)，?预计)"
)  # what a year will have come to
_LATE = 11  # the month from which an estimate of the whole year is no aim
_MONTHS = re.compile(
    r"(?:\d{1,2}(?:月?[-—－~～至到]\d{1,2})?月|[上下]半年|第?[一二三四]季度|前[一二三四五六七八九十\d]{1,2}个?(?:月|季度))"
)
_SO_FAR = re.compile(
    r"(?:(?:截至|到)(?:目前|\d{1,2}月(?:份|底|末|\d{1,2}日)?)|今年以来|(?:今年)?(?:\d{1,2}[-—－~～至到]\d{1,2}月份?|前\d{1,2}个月|[一二三]季度)|目前)，"
    r"(?=[^。]{0,60}?(?:完成|同比|占年|实现|开工|到位))"
)
_OUGHT = re.compile(r"要|必须|务必|力争|确保|(?<!年)(?<!年度)计划(?!总?投资|的)|争取(?!到)")
# What says that a thing of the plan's own year has happened already: reports slip in their years.
_HAPPENED = re.compile(r"完成了|取得了|实现了|荣获|被评为|同比|较上年|比上年|完成固定资产投资")


def modality_of(text: str, state: State, about: Metadata, cues: Cues) -> Modality:
    """Planned or done: the section's unless the sentence itself says otherwise.

    In a review 力争明年建成 is planned; in a plan section 目前已完成投资3亿元 is done.
    """
    if state.modality == "planned":
        if about.kind != "report" and _looks_back(text, about):
            return "done"
        return "done" if cues.done.search(text) and not cues.planned.search(text) else "planned"
    if about.kind == "report" and _BY_YEAR_END.match(text) and not PART_TITLED.search(about.title):
        return "done"
    if cues.planned.search(text):
        return "planned"
    label = LABEL.match(text)
    if label is not None and (label["year"] is None or int(label["year"]) >= (about.plan_year or about.year or 0)):
        return "planned"
    if about.plan_year is not None:
        named = [int(year) for year in NAMED_YEAR.findall(BOOK.sub("", text[aim_ends(text, 0, len(text)) :]))]
        return "planned" if named and min(named) >= about.plan_year and not _HAPPENED.search(text) else "done"
    weak = cues.planned_weak.search(text) if about.kind != "report" and state.level < 0 else None
    estimate = weak is not None and weak[0].startswith("预计") and _estimates(text, about)
    if about.kind == "report" and PART_TITLED.search(about.title) and _ALL_YEAR.search(text):
        return "planned"
    coming = state.level < 0 and next(to_come(text), None) is not None
    return "planned" if coming or (weak is not None and not estimate) else "done"


def _looks_back(text: str, about: Metadata) -> bool:
    """Whether a sentence of a plan for several years opens with earlier ones: “十三五”时期，建成甲桥; 过去五年，…."""
    planned = planned_years(about.title)
    opened = _OPENED.match(text) if planned is not None else None
    if opened is None or planned is None:
        return False
    if not (opened["year"] or opened["plan"]):
        return True  # 过去五年，…
    over = int(opened["year"]) if opened["year"] else plan_ends(opened["plan"])
    return over < planned[0]


def still_back(clean: str, start: int, text: str, about: Metadata, cues: Cues) -> bool:
    """Whether a sentence goes on with the years before a plan, in the paragraph that opens with them.

    “十三五”时期，收入年均增长6%。甲路开工，乙馆建成; not behind it: 到2025年，收入达到90亿元.
    """
    begin = clean.rfind("\n", 0, start) + 1
    planned = planned_years(about.title)
    if begin == start or planned is None or not _looks_back(clean[begin : min(start, begin + _OPENING)], about):
        return False
    ahead = _ONWARD.match(text) or cues.planned.search(text) or next(to_come(text), None) is not None
    return not ahead and all(int(year) < planned[0] for year in NAMED_YEAR.findall(BOOK.sub("", text)))


def _estimates(text: str, about: Metadata) -> bool:
    """Whether news of the last months of a year say what all of it will have come to: 预计全年完成产值640亿元."""
    day = about.published
    late = day is not None and int(day[:4]) == about.year and len(day) >= len("2020-12") and int(day[5:7]) >= _LATE
    return late and _ALL_YEAR.search(text) is not None


def goes_on(clean: str, before: Sentence, text: str, cues: Cues) -> bool:
    """Whether a sentence goes on with the plans of the one before it: 到2025年，产值突破90亿元；企业达到60家.

    So do the points of a list below what is planned (今年将加快：●重点完成甲路) and the works that are set out (力争
    增长9%。重点抓好三件事：一是甲路通车).
    """
    if before.modality != "planned" or before.part != "body":
        return False
    if before.aside is not None and not governs(clean, before.aside.start):
        return False  # 甲路竣工，预计明年通车；乙厂投产
    ends = clean[before.end - 1]
    pointed = text.startswith(_POINTS) and (ends == "：" or clean.startswith(_POINTS, before.start))
    pointed = pointed or (ends == "：" and text.startswith(_FIRST))
    if ends != "；" and not pointed and not (ends != "\n" and _SETS_OUT.match(text)):
        return False
    return cues.done.search(text) is None and _HAPPENED.search(text) is None


def in_the_new_year(clean: str, start: int, before: Sentence, about: Metadata) -> bool:
    """Whether months without a year are those of the plan's year: 今年一季度，收入下降。1—4月，收入增长2%.

    Reports of May look back on the months that are over.
    """
    if about.plan_year is None or before.year != about.plan_year or before.modality != "done":
        return False
    return clean[start - 1] != "\n" and _MONTHS.match(clean, start) is not None


def so_far(clean: str, start: int, text: str, before: Sentence | None, cues: Cues) -> bool:
    """Whether a sentence among plans counts what has been done so far: 1—2月，已开工项目56个，完成投资5.8亿元。其中….

    No example: 1—2月，要完成投资9亿元.
    """
    if cues.planned.search(text) or _OUGHT.search(text):
        return False
    if _SO_FAR.match(text):
        return True
    goes_on = before is not None and before.modality == "done" and before.end >= start - 1 and clean[start - 1] != "\n"
    if before is None or not goes_on or not (text.startswith("其中") or clean[before.end - 1] == "；"):
        return False
    group = max(clean.rfind("。", 0, before.end - 1), clean.rfind("\n", 0, before.start)) + 1
    return _SO_FAR.match(clean, group) is not None or clean.startswith("其中", group)
