"""The year that a value is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.relate.scenery import sentences_with_mentions
from kg.scan import after_last
from kg.types import Attribute, Document, Mention, Modality, Scene, Sentence, Text, Time

# 比2015年增长, 自2012年以来, 是“十二五”的1.8倍: the year is what is compared with, not what is spoken of.
_BASE_BEFORE = re.compile(r"(?:(?:比|较|自|从|与|同|由|超过?|是|为|相当于)[“”]?|[比较](?:上年|去年))$")
# 围绕“十四五”，加快…: what is aimed at, not when
_AIMED_AT = re.compile(r"(?:围绕|聚焦|抢抓|衔接|对接|纳入|列入|编制|立足|锚定|着眼|面向)(?:国家|全?[省市县])?“?$")
_BASE_AFTER = re.compile(
    r"^[”末底初的时期]*(?:以来|相比|同期|起步|[\d.]+倍)|^[^，。；]{0,24}基础上|^[末底初]*(?:及?以前|之前)[^，。；、]{0,6}?(?:供地|出让|签约|引进|立项|摘牌|落户|建成|开工|动工)[的、]|^[”末底的]*[\d.]+[^，。；]{0,8}(?:提高|增加|增长|减少|下降|降|上升|扩大)[到至]"
)
_BEGUN = (
    r"(?:\d{1,2}月份?|底|初|上半年|下半年|第?[一二三四]季度)?(?:新|刚|成功|正式|集中)?"
    r"(?:签约|引进|招引|开工|动工|启动|落户|落地|奠基|立项)(?:建设|落户|实施|落地)?"
)
_PAST = re.compile(rf"{_BEGUN}(?:、(?:(?:19|20)\d\d年|[去前当]年)?{_BEGUN})*的")


def year_at(text: Text, sentence: Sentence, position: int, clause: int) -> int | None:
    """The year of what stands at `position`: one named in its clause, else the one that the sentence starts with, else
    the sentence's own year.

    2016年实现…, 到2020年… give that year, an interval (“十三五”, 五年来) its last year. Years that only serve as a
    measure (比2015年…) or tell what a thing went through before (去年签约的…) are passed over; a sentence that names no
    other is about the document's year.
    """
    time, only_base = _governing(text, sentence, position, clause)
    if time is not None:
        return time.last
    if only_base or _of_another_clause(text, sentence, position):
        document = text.document
        return document.plan_year if sentence.modality == "planned" and document.plan_year else document.year
    return sentence.year


def _of_another_clause(text: Text, sentence: Sentence, position: int) -> bool:
    """Whether the sentence's year is that of one thing in another clause: 甲线于2019年投产，乙线正在建设."""
    named = [t for t in times_in(text, sentence.start, position) if t.last == sentence.year]
    return bool(named) and all(text.clean[t.start - 1] == "于" for t in named)


def time_at(text: Text, sentence: Sentence, position: int, clause: int) -> Time | None:
    """The expression of time from which `year_at` takes its year, None where it is the sentence's own year."""
    return _governing(text, sentence, position, clause)[0]


def _governing(text: Text, sentence: Sentence, position: int, clause: int) -> tuple[Time | None, bool]:
    """The time that governs a position, and whether there were times that only serve as a measure."""
    found: Time | None = None
    only_base = False
    near = max(sentence.start, clause - _NEAR)
    opening = min(near, position, sentence.start + _OPENING)
    for time in (*times_in(text, sentence.start, opening), *times_in(text, near, position)):
        if is_base(text.clean, sentence, time):
            only_base = True
        elif (past := _PAST.match(text.clean, time.end, sentence.end)) and position >= past.end():
            only_base = True  # 去年签约的甲项目竣工: the year of the signing
        elif time.start >= clause or time.start - sentence.start <= 6 or only_base or _alone(text.clean, time):
            found = time
        elif (found is not None or _is_aimed(text, sentence, time)) and _opens_clause(text.clean, time):
            found = time  # “十一五”末翻番，2011年产值突破千亿元，达到1144亿元
    return found, only_base


def _is_aimed(text: Text, sentence: Sentence, time: Time) -> bool:
    """Whether a time of what is planned is behind the year of the text: 希望…，2021年完成甲，|启动乙."""
    now = text.document.year
    ahead = sentence.modality == "planned" and text.document.kind != "report"
    return ahead and now is not None and time.last > now


def _alone(clean: str, time: Time) -> bool:
    """Whether a time is a clause of its own and holds for those behind it: 根据规划，到2027年，全县…."""
    before = _CLAUSE_OF.search(clean, max(0, time.start - 4), time.start)
    return before is not None and clean.startswith(("，", "底，", "末，"), time.end)


def _opens_clause(clean: str, time: Time) -> bool:
    """Whether one year in figures begins a clause."""
    return time.first == time.last and clean[time.start].isdigit() and clean[time.start - 1] in "，；"


def is_base(clean: str, sentence: Sentence, time: Time) -> bool:
    """Whether a time is what a figure is compared with."""
    return bool(
        _BASE_BEFORE.search(clean[max(sentence.start, time.start - 4) : time.start])
        or _BASE_AFTER.match(clean[time.end : time.end + 28])
        or (time.last > time.first and _AIMED_AT.search(clean, max(sentence.start, time.start - 8), time.start))
    )


def times_in(text: Text, start: int, end: int) -> list[Time]:
    """The times inside [start, end)."""
    times = text.times
    at = bisect_left(times, start, key=lambda t: t.start)
    inside: list[Time] = []
    while at < len(times) and times[at].end <= end:
        inside.append(times[at])
        at += 1
    return inside


_CLAUSE_OF = re.compile(r"[，：“](?:预?计?到|至|截至)?$")
_NEAR = 400  # characters before a clause in which times may govern it
_OPENING = 40  # characters in which a sentence says at its start of what year it speaks
_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_THEME_YEAR = re.compile(
    r"[春夏秋冬]季[^，]{0,6}(?:攻势|行动|会战|攻坚)|春[雷风]行动|[^届周一二两三四五六七八九十百\d]年(?:[”』]|活动|行动|专项|主题|工作|工程)*$|第[一二三四五六七八九十]+次.{2,10}普查"
)
_HELD = re.compile(
    r"举办|召开|举行|承办|主办|协办|联办|合办|筹办|办好|办成|办实|创办|策划|抓好|走进|实现|成交|吸引|开幕|闭幕|落幕|揭幕|启动|组织|开展|开赛|开跑|推出|上演|参加|参与(?![度率人者])|参展|参会|组团|亮相|赴|圆满|成功|做好|借助|利用|抓住|通过|期间|大会上|会上|上[，签推]|签约|签订|达成|完成|拉开|庆祝|纪念|迎来|将于|定于|(?:精彩|隆重|热烈|轮番|接连)(?:上演|呈现)|[精异]彩纷呈|好戏连台"
)
_NOT_HELD = re.compile(
    r"(?:申办|(?<!力)争办|争取|申请|力争举办|筹备|落实|贯彻|学习|按照|根据|对标|迎接|备战|迎战|历届|每年|连续|常态化|以)(?:[^，。；]{0,12})$"
)
_NOT_HELD_AFTER = re.compile(
    r"[”』》]?(?:[、和及与][^，。；]{2,20})?(?:等[^，。；]{0,8})?(?:精神|确定|部署|要求|为契机|筹备|申办|品牌|永久|会址|(?:成功|连续)?(?:举办|创办|开办)?以来|主会场(?!活动|[^，。；]{0,6}(?:举行|举办|启动|开幕))|场馆|承办权|举办权)"
)
_OTHER_TIMES = ("上届", "往届", "历届", "下届", "上一届")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+[届次]|首届|首次")
SEVERAL_YEARS = re.compile(
    r"(?:过去|这|近|本届|上届|前)?(?:的)?[五四三]年(?:来|工作|里|间|，|的|回顾)|本届政府|“?十[一二三四五六]?五”?(?:时期|以来|期间|规划)"
)
ONE_YEAR = re.compile(r"(?:一是)?(?:(?:19|20)\d\d年|去年|过去一年|过去的一年|一年来|这一年[，来]|今年|刚刚过去)")
_LEAD = 120  # characters of a clause before and behind an event that tell whether it is held
_AROUND = 200  # characters on each side of an event that tell whether a sentence counts several years
_WORKS_FOR = re.compile(r"(?:[、和与][^，。；、]{2,16}){0,6}[^，。；、会节展]{0,8}(?:工程|项目|建设|设备|供应)")
_HAD_PART = re.compile(r"(?:参与|承接|承担|用于|应用于|中标)[^，。；]*$")
_OVER_YEARS = re.compile(r"年均|[三四五]年(?:来|间|累计|共)|历年")  # 新栽行道树30万株，年均增加6万株
# 在全国经验交流会上发言: who speaks there was there
_THERE = re.compile(r"(?:在|于)[“《]?(?:[^，。；、和“]{1,16}[、和]){0,8}$")
_WHERE = re.compile(
    r"[”』》]?(?:[、和及与][^，。；]{2,24})?(?:等[^，。；]{0,8})?[上中](?!的?(?:讲话|指示|精神|部署|报告|要求))"
)
# 成功举办科技节，苹果节、桃花节，: a list that goes on behind a comma
_LISTS_ON = re.compile(r"(?:举办|承办|举行|召开|参加|参与|主办|办好)了?[^，。；]{2,40}$")
_ON = re.compile(
    r"[”』》]?(?:将|已|定|拟|计划|首次|此前|曾|的?(?:开幕式|举办时间))*(?:于|在|为|：)(?=(?:19|20)\d\d年|[去明今前]年)"
)
_NAMES_ONLY = re.compile(r"(?:[^，。；、的了]{2,14}、)*[“《]?")
_LIST_GOES_ON = re.compile(r"[”』》]?(?:[，。；、\n和及与]|等|$)")


def find_years(scene: Scene) -> list[Attribute]:
    """The year of every event, and of programmes that are a year's own (“作风建设年”活动, 2023年春风行动).

    A year inside the name wins; else it is the year that the sentence speaks of, where it says that the thing is held.
    In the review of several years and in a plan for several only a year that the sentence names counts.
    """
    found: list[Attribute] = []
    clean = scene.text.clean
    document = scene.text.document
    several, top = False, ""
    for sentence, mentions in sentences_with_mentions(scene):
        over, top = top, sentence.path[0].text if sentence.path else ""
        several = document.kind == "report" and _several(clean, sentence, several, entered=top != over)
        for m in mentions:
            surface = clean[m.start : m.end]
            if m.type not in ("Event", "Program") or surface.startswith(_OTHER_TIMES):
                continue
            named = _NAMED.search(surface)
            if named and re.match(r"[年]?[—\-~至]", surface[named.end() :]):
                named = None  # 2021—2035年: an interval
                if m.type == "Program":
                    continue
            if m.type == "Program" and not named and not _THEME_YEAR.search(surface):
                continue
            if named:
                start, end = m.start + named.start(1), m.start + named.end(1)
                modality = _modality(document, sentence, int(named[1]))
                found.append(_year(m, int(named[1]), start, end, "year.name", modality))
                continue
            if sentence.part == "glossary":
                continue
            clause = after_last(clean, "，；", sentence.start, m.start)
            year = year_at(scene.text, sentence, m.start, clause)
            time = time_at(scene.text, sentence, m.start, clause)
            if (behind := _year_behind(scene.text, m, sentence)) is not None:
                year, time = behind.last, behind
            if time is None and sentence.modality == "planned" and _only_in_names(scene.text, sentence, mentions):
                year = document.plan_year or year  # 办好甲博览会，申办2024年省运会
            vague = several or (sentence.modality == "planned" and year != document.plan_year)
            around = max(sentence.start, m.start - _AROUND), min(sentence.end, m.end + _AROUND)
            vague = vague or _OVER_YEARS.search(clean, *around) is not None
            if time is None and document.kind == "report" and vague:
                continue
            if time is not None and time.last - time.first > 0:
                continue
            if m.type == "Event" and not _is_held(clean, m, clause, sentence):
                continue
            if year is not None:
                start, end = (time.start, time.end) if time else (m.start, m.end)
                rule = "year.event" if m.type == "Event" else "year.program"
                found.append(_year(m, year, start, end, rule, _modality(document, sentence, year)))
    return found


def _only_in_names(text: Text, sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence names years, but none outside of the names of events."""
    named = times_in(text, sentence.start, sentence.end)
    events = [m for m in mentions if m.type == "Event"]
    return bool(named) and all(any(m.start <= t.start < m.end for m in events) for t in named)


def _year_behind(text: Text, m: Mention, sentence: Sentence) -> Time | None:
    """The year that stands behind an event: 玻璃博览会于2021年10月举办, 将于2025年举行."""
    on = _ON.match(text.clean, m.end, sentence.end)
    times = times_in(text, on.end(), on.end() + 12) if on else []
    return times[0] if times and on and times[0].start == on.end() else None


def _several(clean: str, sentence: Sentence, before: bool, *, entered: bool) -> bool:
    """Whether a sentence stands in the review of several years: 五年来…, till a heading or opening names one.

    `entered` says that the sentence is the first below its heading; 这一年，… below the heading of a review of five
    years is about one, and so is what follows.
    """
    top = sentence.path[0].text if sentence.path else ""
    opening = clean[sentence.start : min(sentence.end, sentence.start + 14)]
    if SEVERAL_YEARS.match(opening):
        return True
    if ONE_YEAR.match(opening) or ONE_YEAR.search(top) or sentence.modality == "planned":
        return False
    if entered and SEVERAL_YEARS.search(top) and "年工作" not in top:
        return True
    return before


def _is_held(clean: str, m: Mention, clause: int, sentence: Sentence) -> bool:
    """Whether the clause of an event says that it takes place: 举办…, 在…上签约; not 申办… or …精神."""
    works = _WORKS_FOR.match(clean, m.end, sentence.end)
    if works and _HAD_PART.search(clean, max(clause, m.start - _AROUND), m.start):
        return False  # 公司先后参与甲奥运会、乙世博会扩声工程
    if clean.startswith(("以及", "及", "和"), clause):
        clause = max(sentence.start, clean.rfind("，", sentence.start, max(clause - 1, sentence.start)) + 1)
    lead = clean[max(clause, m.start - _LEAD) : m.start]
    if _NOT_HELD.search(lead) or _NOT_HELD_AFTER.match(clean, m.end):
        return False
    if _THERE.search(lead) and _WHERE.match(clean, m.end):
        return True
    stop = min(sentence.end, m.end + _LEAD)
    end = min([at for c in "，。；" if (at := clean.find(c, m.end, stop)) >= 0] or [stop])
    if _ORDINAL.search(clean, m.start, m.end) or _HELD.search(lead) or _HELD.search(clean, m.end, end):
        return True
    if (
        m.start - clause > _LEAD
        or not clean.endswith("，", 0, clause)
        or not _NAMES_ONLY.fullmatch(lead)
        or not _LIST_GOES_ON.match(clean, m.end)
    ):
        return False
    before = after_last(clean, "，；", sentence.start, clause - 1)
    return _LISTS_ON.search(clean, max(before, clause - _LEAD), clause - 1) is not None


def _modality(document: Document, sentence: Sentence, year: int) -> Modality:
    """Planned in a plan, unless the year is one that was over when it was written."""
    over = document.plan_year - 1 if document.plan_year is not None else document.year
    return "planned" if sentence.modality == "planned" and (over is None or year > over) else "done"


def _year(m: Mention, year: int, start: int, end: int, rule: str, modality: Modality) -> Attribute:
    return Attribute(m.ref, "year", str(year), start, end, rule, 1.0, float(year), None, year, modality)
