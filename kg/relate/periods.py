"""What a figure is about other than one whole year: several years together, or a change from an early year.

Such a figure is another statistic than the year's own, so that its indicator says so: 地区生产总值(2019-2023年均),
新增城镇就业(2019-2023累计), 城镇居民人均可支配收入(比2018年).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.relate.year_spans import (
    YEARS,
    base_of,
    last_time,
    opens,
    own_years,
    so_many_years,
    stretch_start,
    under_review,
    years_covered,
)
from kg.relate.years import times_in
from kg.types import Measure, Sentence, Text, Time

_AVERAGE = re.compile(
    r"(?:年年?平?均(?!汇率|人口|价格|气温)|每年(?=增|新增|提高|递增|减少|下降)|平均每年)(?:复合|名义|实际|净)?(?:分别|可比|均|保持)?"
    r"(?:增长|增速|增幅|递增|增加|减少|下降|降低|提高|提升|上升|新增|净增|增|降|转移|输出|输转|实现|完成|投入|安排|建设|新建"
    r"|造林|减贫|脱贫|接待|引进|发放|达|约|超|近|在|为)?"
)
_TOTAL = re.compile(r"累计|[三四五十]年共|共计?(?=完成|投入|实现|新增|实施|争取|发放|引进|建成|改造|减|脱)")
_AVERAGE_OF = re.compile(r"([两二三四五])年年?平?均")
_FOR_YEARS = re.compile(r"[三四五]年[^，]{0,16}累计")  # 五年民生支出累计达到78亿元
_REACHES = re.compile(r"累计(?:已)?(?:达到?|超|突破|有|为)|总[数量]")
_FLOW = re.compile(
    r"^(?:增加(?!值)|新(?!能源|材料|型|农|兴)|改造|改建|扩建|完成|累计|脱贫|摘帽|出列|减|造林|植树|建成(?!区)|争取|投入|发放|引进|招引|签约|实施|兑现|落实|降低|化解"
    r"|清理|转移|农村劳动力转移|退出|退耕|易地|搬迁|治理|整治|企业减负|为企业减负|人工造林|流转|开展|招商引资|下拨|筹措"
    r"|实际到位|实际利用|封山|整合|盘活|淘汰)"
)
# 发放创业担保贷款12.6亿元: what was done in all the years
_DONE = re.compile(
    r"[^，]{0,4}?(?:投入|发放|争取|引进|兑现|整合|筹措|筹集|拨付|化解|减免|培训|安置|招引|盘活|处置|解决|清理|下达|落实|带动|帮扶|实施(?!率)|新建|改扩建|改造|新增|完成[^，]{0,8}(?:投资|造林|改造|治理|搬迁|培训|建设|绿化))"
)
# 财政用于民生支出累计达1186亿元: sums of the years, no stock
_SUMMED = re.compile(r"(?:开票销售|支出|收入|投资|投入|资金|内资|外资|减税降费|融资额?)$")
# 三年累计引进内资68亿元，|自营出口1.3亿美元: what a list goes on with
_LISTED_SUM = re.compile(r"(?:进出口|出口|进口)(?:总额)?$|[内外]资$")
_STOCK = re.compile(r"达|突破|增[加长]?[到至]|提[高升][到至]")
_IN_ALL = re.compile(r"累计(?!人|签约企业|注册)")
_GREW = re.compile(
    r"([三四五])年(?:来|间)?(?:累计|共|净|总共|合计|分别)*(?:提高|提升|增长|增加|上升|下降|降低|减少|净增|缩小|回落|增|降)"
)
_CHANGED = re.compile(r"[从由]((?:19|20)\d\d)年[^。；\n]{0,24}?[到至]((?:19|20)\d\d)年")
_SINCE_YEAR = re.compile(r"((?:19|20)\d\d)年[^，。；]{0,14}以来")
_SINCE = re.compile(
    r"(?:成立|启动|开展|实施|建设|创建|开园|运营|组建|设立|挂牌|投产|开通|推行|出台|启用)[^，。；]{0,4}以来"
)
_NEAR_SUM = 30  # characters before a clause in which 累计 is said of what it goes on with
_NEAR_SINCE = 120  # characters before a sum that say since when
_BEFORE = re.compile(r"上(?:一)?个?五年|前(?P<years>[三四五])年(?![来间]|平均)")
_LAST_TERM = re.compile(r"[是为比较]上(?:一)?届(?:政府)?(?!年|末|会)")  # in the review of a government's term
_OF_LAST_YEAR = re.compile(r"(?:是|为|相当于|达到?)(?:上一?年|去年)(?:同期)?的(?:约|近|超过?)?$")
_GROWN = re.compile(r"累计(?:增长|下降|提高|提升|降低|减少)")
_RATIO = re.compile(r"的(?:约|近|超过?)?$")
# 造林20万亩，是“十二五”的1.8倍: the sum of the years behind that plan; not “十二五”末的
_TIMES_OF_PLAN = re.compile(
    r"\d[\d.,]*[^，。；\d]{1,8}，(?:是|为|相当于)“?十[一二三四五六]?五”?(?:时期|期间|期)?(?:总和|总量)?的"
)
_PLAN = 5  # years of a plan
# what a plan or a review states the change of over all its years
_OVER_TIME = re.compile(r"能耗|排放|用水量|二氧化硫|化学需氧量|氨氮|氮氧化物|碳强度")


@dataclass(frozen=True, slots=True)
class Placed:
    """A level or growth of an indicator at `position` of a text, in the clause that begins at `clause`.

    `year` is the one that it is filed under, the last of those that it covers; `review` the several years of which the
    section speaks, for a paragraph that names no time.
    """

    text: Text
    sentence: Sentence
    name: str
    measure: Measure
    unit: str
    year: int
    position: int
    clause: int
    review: Time | None = None

    @property
    def words(self) -> str:
        """What stands before the figure in its clause."""
        return self.text.clean[self.clause : self.position]


def qualify(at: Placed) -> str:
    """What must be added to an indicator's name, in brackets; "" for a year's own figure."""
    words = at.words
    if "均浓度" not in words:
        average = (m.end() >= len(words) - 8 or m.start() <= 4 for m in _AVERAGE.finditer(words))
        if any(average):
            return _average(at)
    since = _since_base(at) if at.measure == "growth" else None
    return since if since is not None else _over_years(at)


def _average(at: Placed) -> str:
    """The years of a yearly average: 年均增长7%."""
    text, sentence, position, year = at.text, at.sentence, at.position, at.year
    if (m := _AVERAGE_OF.search(at.words)) is not None:
        return f"({year - YEARS[m[1]] + 1}-{year}年均)"
    covered = years_covered(text, sentence, position)
    if covered is not None and covered.last == year:
        return f"({covered.first}-{covered.last}年均)"
    base = base_of(text, sentence, position, sentence.start)  # 比2018年增加1.1万元，年均增长6.8%
    if base is not None and base.last < year - 1:
        return f"({base.last + 1}-{year}年均)"
    changed = _CHANGED.search(text.clean, stretch_start(text.clean, position), position)
    if changed is not None and int(changed[2]) == year:
        return f"({int(changed[1]) + 1}-{year}年均)"  # 从2019年的186亿元增长到2022年的268亿元，年均增长9.6%
    reviewed = under_review(text, sentence, position, year) or at.review
    if reviewed is not None and reviewed.last == year:
        return f"({reviewed.first}-{reviewed.last}年均)"
    ahead = _years_ahead(at)  # 到2025年…，年均增长8%
    return f"({ahead}年均)" if ahead else "(年均)"


def _years_ahead(at: Placed) -> str:
    """The years from the next one to that of a target in a plan for several; "" elsewhere."""
    now = at.text.document.year
    several = at.sentence.modality == "planned" and now is not None and at.year > now + 1
    return f"{now + 1}-{at.year}" if several and now is not None else ""


def _since_base(at: Placed) -> str | None:
    """Since when a figure has changed, "" for the year before; None where the text does not say."""
    words = at.words
    before = _BEFORE.search(words)
    if before or (at.review is not None and _LAST_TERM.search(words)):
        return f"(比前{(before and before['years']) or '五'}年)"
    if at.unit == "倍" and _OF_LAST_YEAR.search(words):
        return "(比上年)"  # 是上年的2.9倍 is no growth by 2.9
    base = base_of(at.text, at.sentence, at.position, at.clause)
    if base is not None:
        since = f"{base.first}-{base.last}" if base.first < base.last else str(base.last)
        if at.unit == "倍" and base.last == at.year - 1 and _RATIO.search(words):
            return "(比上年)"
        return f"(比{since}年)" if base.last < at.year - 1 else ""
    if (m := _GREW.search(words)) is not None:
        return f"({at.year - YEARS[m[1]] + 1}-{at.year})"  # 五年提高7.9个百分点
    return None


def _over_years(at: Placed) -> str:
    """The years of a sum, or of a change over several years: 五年来累计投资278亿元, “十三五”以来提高5个百分点."""
    text, words, year = at.text, at.words, at.year
    summed = _SUMMED.search(at.name) is not None
    flows = _FLOW.match(at.name) is not None
    first = _first_year(at, summed, flows)
    if at.measure == "growth":
        if first is not None:
            return "" if at.unit == "倍" else f"({first}-{year})"
        ahead = _years_ahead(at) if at.unit == "百分点" or _OVER_TIME.search(at.name) else ""
        return f"({ahead})" if ahead else "(累计)" if _GROWN.search(words) else ""
    if first is None and _IN_ALL.search(words):
        return _since(text.clean[max(at.sentence.start, at.position - _NEAR_SINCE) : at.position], year)
    reached = _REACHES.search(words) and not _FOR_YEARS.search(words) and not summed
    if first is None or reached or at.unit in ("%", "‰"):
        return ""
    listed = (
        _LISTED_SUM.search(at.name) and not _STOCK.search(words) and so_many_years(text, at.position, at.sentence.start)
    )
    sums = flows or listed or (summed and _is_sum(at)) or _TOTAL.search(words) or _DONE.match(words)
    return f"({first}-{year}累计)" if sums or _TIMES_OF_PLAN.match(text.clean, at.position) else ""


def _is_sum(at: Placed) -> bool:
    """Whether a sum is said to be that of all the years: 五年民生投入4亿元; 累计接待游客…，实现旅游收入…."""
    if at.words.startswith(("实现", "完成", "带动")):
        before = max(at.sentence.start, at.clause - _NEAR_SUM)
        if at.text.clean.find("累计", before, at.clause) >= 0:
            return True
    return own_years(at.text.clean, at.clause, at.position) > 0 and not at.name.endswith("收入")


def _first_year(at: Placed, summed: bool, flows: bool) -> int | None:
    """The first of several years that a figure is about, None where it is about one."""
    text, sentence, position, year = at.text, at.sentence, at.position, at.year
    said = own_years(text.clean, at.clause, position) or so_many_years(text, position, sentence.start)
    if said:
        return year - said + 1
    covered = years_covered(text, sentence, position)
    if covered is None and at.review is not None:
        last = last_time(text, sentence, position)
        elsewhere = last is not None and last.start <= text.clean.rfind("\n", 0, position)
        lasting = flows or (at.measure == "growth" and _OVER_TIME.search(at.name))
        if last is None or (elsewhere and lasting and last.first == at.review.last):
            covered = at.review  # ——2011年，生产总值…。⏎——新增造林8万亩: a sum of the years under review
    if covered is not None and covered.last == year and covered.last - covered.first >= 2:
        return covered.first
    if said := so_many_years(text, position):
        return year - said + 1
    if (m := _TIMES_OF_PLAN.match(text.clean, position)) is not None and (summed or flows):
        plan = next(iter(times_in(text, position, m.end())), None)
        if plan is not None and plan.last < year <= plan.last + _PLAN:
            return plan.last + 1
    if _IN_ALL.search(at.words) and (summed or flows or at.measure == "growth"):
        times = times_in(text, stretch_start(text.clean, position), position)
        alone = last_time(text, sentence, position) is None or opens(text, times[0], position)
        reviewed = under_review(text, sentence, position, year) if alone else None
        return reviewed.first if reviewed is not None else None
    return None


def _since(words: str, year: int) -> str:
    """The years of a sum that began with something: 自2020年启动建设以来，累计完成投资…, 开园以来，累计…"""
    if (m := _SINCE_YEAR.search(words)) is not None:
        return f"({m[1]}-{year}累计)" if int(m[1]) < year else ""
    return "(累计)" if _SINCE.search(words) else ""
