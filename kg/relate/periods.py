"""What a figure is about other than one whole year: part of it, several years together, a change from an early year.

Such a figure is another statistic than the year's own, so that its indicator says so: 地区生产总值(上半年),
地区生产总值(2019-2023年均), 新增城镇就业(2019-2023累计), 城镇居民人均可支配收入(比2018年).
"""

from __future__ import annotations

import re

from kg.relate.years import is_base, times_in
from kg.types import Measure, Sentence, Text, Time

_QUARTERS = {"一": "一季度", "二": "二季度", "三": "三季度", "四": "四季度"}
_MONTHS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2, "元": 1, "十一": 11, "十二": 12}
_MONTH = r"(?:\d{1,2}|十[一二]|[一二两三四五六七八九十元])"
_PART = re.compile(
    rf"(?P<half>[上下]半年)(?![，。]?预[计期])|(?P<three>前三个?季度|前三季)|第?(?P<quarter>[一二三四])季度"
    rf"|前(?P<first>{_MONTH})个?月|(?<![\d至到\-—~～])(?P<month>\d{{1,2}})月(?:份(?!以来)|当月|单月)"
    r"|(?P<holiday>五一|国庆|中秋国庆|春节|元旦|清明|端午|中秋)(?:、(?:国庆|中秋))?(?:假期|小长假|假日|黄金周|长假|期间)"
    rf"|(?<!\d)(?P<from>{_MONTH})月?份?[\-—~～至到](?P<to>{_MONTH})月"
    r"|(?P<whole>今年以来|截至|目前|至今|现有|拥有|全年(?!任务|目标|计划|预算|预期)|年底|年末|去年|上年|今年|本年|(?:19|20)\d\d年(?!\d|[一二三四上下前第]|1?\d月))"
)
_COMPARED = re.compile(r"[比较同](?:去年|上年|前年|本年|同期)?$")
_AVERAGE = re.compile(
    r"(?:年年?平?均|每年平均|每年(?=增|新增|提高|递增|减少|下降)|平均每年)(?:复合|名义|实际|净)?(?:分别|可比|均|保持)?"
    r"(?:增长|增速|增幅|递增|增加|减少|下降|降低|提高|提升|上升|新增|净增|增|降|转移|输出|输转|实现|完成|投入|安排|建设|新建"
    r"|造林|减贫|脱贫|接待|引进|发放|达|约|超|近|在|为)?"
)
_TOTAL = re.compile(r"累计|[三四五十]年共|共计?(?=完成|投入|实现|新增|实施|争取|发放|引进|建成|改造|减|脱)|五年总计")
# 五年累计新增就业28万人
_SO_MANY = re.compile(
    r"([三四五])年(?:来|间)?(?:累计|新增|净增|引进|完成|争取|投入|实施|减少|减贫|转移|共(?!同|建|享))"
)
_FOR_YEARS = re.compile(r"[三四五]年[^，]{0,16}累计")  # 五年民生支出累计达到78亿元
_REACHES = re.compile(r"累计(?:已)?(?:达到?|超|突破|有|为)|总[数量]")
_FLOW = re.compile(
    r"^(?:新(?!能源|材料|型|农|兴)|改造|改建|扩建|完成|累计|脱贫|减|造林|植树|建成(?!区)|争取|投入|发放|引进|招引|签约|实施|兑现|落实|降低|化解"
    r"|清理|转移|农村劳动力转移|退出|退耕|易地|搬迁|治理|整治|企业减负|为企业减负|人工造林|流转|开展|招商引资|下拨|筹措"
    r"|实际到位|实际利用|封山|整合|盘活|淘汰)"
)
# 发放创业担保贷款12.6亿元: what was done in all the years
_DONE = re.compile(
    r"[^，]{0,4}?(?:投入|发放|争取|引进|兑现|整合|筹措|筹集|拨付|化解|减免|培训|安置|招引|盘活|处置|解决|清理|下达|落实|带动|帮扶|实施(?!率)|新建|改扩建|改造|新增|完成[^，]{0,8}(?:投资|造林|改造|治理|搬迁|培训|建设|绿化))"
)
# 财政用于民生支出累计达1186亿元: sums of the years, no stock
_SUMMED = re.compile(r"(?:支出|收入|投资|投入|资金|内资|外资|减税降费|融资额?)$")
_IN_ALL = re.compile(r"累计(?!人|签约企业|注册)")
_GREW = re.compile(
    r"([三四五])年(?:来|间)?(?:累计|共|净|总共|合计|分别)*(?:提高|提升|增长|增加|上升|下降|降低|减少|净增|缩小|回落|增|降)"
)
_REACHED = re.compile(r"[到至为]$")
_CHANGED = re.compile(r"[从由]((?:19|20)\d\d)年[^。；\n]{0,24}?[到至]((?:19|20)\d\d)年")
_SINCE_YEAR = re.compile(r"((?:19|20)\d\d)年[^，。；]{0,14}以来")
_SINCE = re.compile(
    r"(?:成立|启动|开展|实施|建设|创建|开园|运营|组建|设立|挂牌|投产|开通|推行|出台|启用)[^，。；]{0,4}以来"
)
_NEAR_SINCE = 120  # characters before a sum that say since when
_OF_FIGURE = re.compile(r"[末底]?的?\d")
_BASE = re.compile(r"(?:比|较|自|从|与|同|由|超过?|是|为|相当于)“?$")
_AT_END = re.compile(r"[末底初]")
_BEFORE = re.compile(r"上(?:一)?个?五年|前五年")
_OF_LAST_YEAR = re.compile(r"(?:是|为|相当于|达到?)(?:上一?年|去年)(?:同期)?的(?:约|近|超过?)?$")
_GROWN = re.compile(r"累计(?:增长|下降|提高|提升|降低|减少)")
_FROM = re.compile(r"(?:比|较|与|同|是|为|相当于)“?$")
_AT_START = 16  # characters of a paragraph within which it says of which years it speaks
_NEAR_TIMES = 1200  # characters of a paragraph before a figure in which the years it covers may be named


def part_of_year(clean: str, start: int, end: int) -> str:
    """The part of a year that clean[start:end] names last: 上半年, 前三季度, 1-9月; "" where it is a whole year."""
    found = ""
    if not any(clean.find(word, start, end) >= 0 for word in ("季", "半年", "月", "假", "期间", "黄金周")):
        return found
    for m in _PART.finditer(clean, start, end):
        if _COMPARED.search(clean[max(start, m.start() - 3) : m.start()]):
            continue  # 比上半年提高1.6个百分点
        if m["holiday"]:
            found = m["holiday"] + "假期"
        elif m["half"]:
            found = m["half"]
        elif m["three"]:
            found = "前三季度"
        elif m["quarter"]:
            found = _QUARTERS[m["quarter"]]
        elif m["month"]:
            found = f"{m['month']}月" if 1 <= int(m["month"]) <= 12 else ""
        elif m["whole"]:
            found = found if m["whole"] in ("今年", "本年") else ""
        else:
            found = _months(m["from"] or "1", m["to"] or m["first"])
    return found


def _months(first: str, last: str) -> str:
    from_, to = (int(n) if n.isdigit() else _MONTHS[n] for n in (first, last))
    if not 1 <= from_ <= to <= 12:
        return ""
    named = {(1, 3): "一季度", (1, 6): "上半年", (1, 9): "前三季度", (1, 12): ""}
    return named.get((from_, to), f"{from_}-{to}月")


def _stretch(clean: str, position: int) -> int:
    """Where the paragraph of a position begins, or the list of paragraphs with dashes (——) that it stands in."""
    first = max(0, position - _NEAR_TIMES)
    start = clean.rfind("\n", 0, position) + 1
    while start > first and clean.startswith("——", start) and (before := clean.rfind("\n", 0, start - 1) + 1) < start:
        start = before
    return max(first, start)


def years_covered(text: Text, sentence: Sentence, position: int) -> Time | None:
    """The stretch of several years of which the paragraph speaks at `position`: 五年来, “十三五”时期, 2016-2020年.

    The last expression of time before the position counts, those that only serve as a measure left out; with a year of
    its own (2020年末) there is none, and none with 近年来 or 党的十八大以来: nobody knows how many years those are.
    """
    time = _last_time(text, sentence, position)
    return time if time is not None and time.last > time.first and not _is_vague(text, time, position) else None


def _is_vague(text: Text, time: Time, position: int) -> bool:
    """Whether several years are 近年来 or 党的十八大以来."""
    return text.clean.startswith(("近年", "近几"), time.start) or text.clean.find("以来", time.end, position) >= 0


def _last_time(text: Text, sentence: Sentence, position: int) -> Time | None:
    """The last expression of time in the paragraph before a position that is no mere measure, None where none is."""
    start = _stretch(text.clean, position)
    if sentence.path and sentence.path[-1].start > start:
        start = sentence.path[-1].start
    for time in reversed(times_in(text, start, position)):
        if _BASE.search(text.clean[max(start, time.start - 4) : time.start]) or is_base(text.clean, sentence, time):
            continue
        if time.end < sentence.start and _ends_a_change(text, time):
            continue  # 由2016年的612亿元增加到2021年的935亿元。一般公共预算收入累计完成285亿元
        return time
    return None


def _ends_a_change(text: Text, time: Time) -> bool:
    """Whether a year only dates the figure that a change led to: 增加到2021年的935亿元."""
    before = text.clean[time.start - 1 : time.start]
    return _REACHED.match(before) is not None and _OF_FIGURE.match(text.clean, time.end) is not None


def _under_review(text: Text, sentence: Sentence, position: int, year: int) -> Time | None:
    """The several years up to `year` that the paragraph or its headings name, whatever single years stand between.

    过去五年，…。2020年，地区生产总值达到186亿元，年均增长7.2%; and the heading 2015年及“十二五”工作回顾.
    """
    start = _stretch(text.clean, position)
    places = [(start, position), *((h.start, h.start + len(h.text) + 8) for h in reversed(sentence.path))]
    for first, end in places:
        for time in reversed(times_in(text, first, end)):
            if time.last == year and time.last - time.first >= 2 and not is_base(text.clean, sentence, time):
                return time
    return None


def _opens(text: Text, time: Time, position: int) -> bool:
    """Whether a paragraph begins with several years: “十三五”时期，…。2020年，…。累计减贫6万人."""
    start = _stretch(text.clean, position)
    several = time.last - time.first >= 2 and time.start - start <= _AT_START
    return (
        several and not text.clean.startswith(("收官", "的", "开局"), time.end) and text.clean[time.start - 1] != "是"
    )


def _since(words: str, year: int) -> str:
    """The years of a sum that began with something: 自2020年启动建设以来，累计完成投资…, 开园以来，累计…"""
    if (m := _SINCE_YEAR.search(words)) is not None:
        return f"({m[1]}-{year}累计)" if int(m[1]) < year else ""
    return "(累计)" if _SINCE.search(words) else ""


def _so_many_years(text: Text, position: int) -> int:
    """How many years 五年累计 counts that stands before in the paragraph with no other time behind it; 0 for none."""
    start = _stretch(text.clean, position)
    last = max(_SO_MANY.finditer(text.clean, start, position), key=lambda m: m.start(), default=None)
    if last is None or any(t.first == t.last for t in times_in(text, last.end(), position)):
        return 0
    return _MONTHS[last[1]]


def base_of(text: Text, sentence: Sentence, position: int, clause: int) -> Time | None:
    """From when the figure at `position` is said to have changed: 比2018年增加, 是“十二五”末的2倍, 是“十二五”的2倍."""
    for time in reversed(times_in(text, max(sentence.start, clause - 24), position)):
        before = text.clean[max(sentence.start, time.start - 4) : time.start]
        if _FROM.search(before):
            ended = _AT_END.search(text.clean, time.start, time.end + 1) is not None
            return Time(time.start, time.end, time.last, time.last) if ended else time
        if time.start >= clause:
            return None
    return None


def qualify(
    text: Text,
    sentence: Sentence,
    name: str,
    measure: Measure,
    unit: str,
    year: int,
    position: int,
    clause: int,
    review: Time | None = None,
) -> str:
    """What must be added to an indicator's name for the figure at `position`, in brackets; "" for a year's own figure.

    Args:
        year: the year that the figure is filed under, the last of those that it covers.
        clause: where the clause of the figure begins.
        review: the several years of which the section speaks, for a paragraph that names no time.
    """
    words = text.clean[clause:position]
    average = (
        any(m.end() >= len(words) - 8 or m.start() <= 4 for m in _AVERAGE.finditer(words)) and "均浓度" not in words
    )
    if average:
        if (m := re.search(r"([两二三四五])年年?平?均", words)) is not None:
            return f"({year - _MONTHS[m[1]] + 1}-{year}年均)"
        covered = years_covered(text, sentence, position)
        if covered is not None and covered.last == year:
            return f"({covered.first}-{covered.last}年均)"
        base = base_of(text, sentence, position, sentence.start)  # 比2018年增加1.1万元，年均增长6.8%
        if base is not None and base.last < year - 1:
            return f"({base.last + 1}-{year}年均)"
        changed = _CHANGED.search(text.clean, _stretch(text.clean, position), position)
        if changed is not None and int(changed[2]) == year:
            return f"({int(changed[1]) + 1}-{year}年均)"  # 从2019年的186亿元增长到2022年的268亿元，年均增长9.6%
        reviewed = _under_review(text, sentence, position, year)
        if reviewed is not None:
            return f"({reviewed.first}-{reviewed.last}年均)"
        now = text.document.year  # 到2025年…，年均增长8%
        ahead = sentence.modality == "planned" and now is not None and year > now + 1
        return f"({now + 1}-{year}年均)" if ahead and now is not None else "(年均)"
    if measure == "growth":
        if _BEFORE.search(words):
            return "(比前五年)"
        if unit == "倍" and _OF_LAST_YEAR.search(words):
            return "(比上年)"  # 是上年的2.9倍 is no growth by 2.9
        base = base_of(text, sentence, position, clause)
        if base is not None:
            since = f"{base.first}-{base.last}" if base.first < base.last else str(base.last)
            return f"(比{since}年)" if base.last < year - 1 else ""
        if (m := _GREW.search(words)) is not None:
            return f"({year - _MONTHS[m[1]] + 1}-{year})"  # 五年提高7.9个百分点
    covered = years_covered(text, sentence, position)
    if covered is None and review is not None and _last_time(text, sentence, position) is None:
        covered = review
    first = (
        covered.first if covered is not None and covered.last == year and covered.last - covered.first >= 2 else None
    )
    if first is None and (said := _so_many_years(text, position)):
        first = year - said + 1
    summed = _SUMMED.search(name) is not None
    if first is None and _IN_ALL.search(words) and (summed or _FLOW.match(name) or measure == "growth"):
        times = times_in(text, _stretch(text.clean, position), position)
        alone = not times or _opens(text, times[0], position)
        reviewed = _under_review(text, sentence, position, year) if alone else None
        first = reviewed.first if reviewed is not None else None
    if first is None and measure == "level" and _IN_ALL.search(words):
        return _since(text.clean[max(sentence.start, position - _NEAR_SINCE) : position], year)
    if first is None:
        return "(累计)" if measure == "growth" and _GROWN.search(words) else ""
    if measure == "growth":
        return "" if unit == "倍" else f"({first}-{year})"
    if _REACHES.search(words) and not _FOR_YEARS.search(words) and not summed:
        return ""
    if unit in ("%", "‰"):
        return ""
    flows = _TOTAL.search(words) or _FLOW.match(name) or _DONE.match(words)
    return f"({first}-{year}累计)" if flows else ""
