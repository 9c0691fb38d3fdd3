"""What an amount is: the investment in something, its area, money that is spent on a work, or nothing of these."""

from __future__ import annotations

import re

from kg.relate.things import Things
from kg.types import Mention, Quantity, Sentence

INVESTMENT = re.compile(
    r"(?:总投资额?|投资总额|总?投资[概估]算|计划总投资|预算总投资|概算总投资|总投入|投资额|投资金额|投资规模|协议投资额?|计划投资额?|拟投资|预计投资|投资估算(?:总额|总投资)|估算总额|估算投资|概算投资|静态总?投资|投资|斥资|耗资|出资|总概算|工程概算|概算|工程造价|总造价|签约金额|签约总?额|协议总?金额|协议资金|合同总?金额|合同总?额|合同引资额?|总金额)"
    r"(?:金额)?(?:预计|合计|总计|共计|均|共|约合|折合|约|近|超|超过|达|达到|为|将|逾|高达|不低于|不少于|不超过|突破|接近|由\d[\d.]*[万亿]元(?:增加|提高|调整|扩大|追加)[到至为]|人民币|：|额|了)*$"
)
# Spent so far, of one year or one phase, or of something else: not what the project costs.
_PART = re.compile(
    r"(?:完成|年度|年内|当年|已|累计|本年|今年|一期|二期|三期|首期|固定资产|新增|追加|每年|民间|工业|设备|上级|基础设施|亩均|带动|拉动|撬动|吸引)(?:社会)?(?:计划|总|的)?$"
    r"|[一二三四首]期(?:项目|工程|建设)?(?:计划|预计|拟|总|的)?$"
)
_ADDED = re.compile(r"(?:追加|新增|再)$")
_OF_A_YEAR = re.compile(r"(?<!于)(?<!自)(?:(?:19|20)\d\d年度?|去年|明年)$")  # 2021年计划投资3亿元
_PART_BEFORE = re.compile(
    r"(?:完成|年度|年内|当年|累计|本年|今年|新增|追加|亩均|环保|环境保护|设备|固定资产|基础设施|民间|工业|技改|建安|产业|房地产|重点项目|累计(?:已)?在[^，。；]{1,6})(?:计划|总|的)?(?=总?投资)"
)
_FUNDED = re.compile(  # 投入1.2亿元，实施Y: only with the work that it names
    r"(?:(?:投入|筹资|筹措|整合|安排|多方筹集)(?:各类|专项|财政|建设)?(?:资金)?"
    r"|(?:投入|依托|利用)[一-龥]{1,12}资金)(?:约|近|超过?|达|了)*$"
)
_MEANS = re.compile(r"(?:拟|将|计划|欲|再|增资)$")  # 拟58亿元投建甲项目, 增资15亿元扩建乙车间
_WORKS = frozenset({"", "项目", "工程", "建设", "的", "项目的", "工程的"})
_FOREIGN = re.compile(r"林吉特|卢比|卢布|泰铢|越南盾|韩元|英镑|澳元|加元|新元|瑞郎|雷亚尔|里亚尔|迪拉姆|比索|坚戈")
_OF_WHICH = re.compile(r"其中[地上下一二三期含主体核心起步启动区工业仓储办公厂房]{0,8}$")  # 其中地上建筑面积8万平方米
_SPENT = re.compile(r"完成[^，。；、]{0,8}投资[约近超达]*$")
_CHANGED = (  # 用地面积由3.5平方公里扩大到
    r"(?:[由从](?:原来的?)?\d[\d.]*(?:平方公里|公顷|万?亩|万?平方米)(?:增加|扩大|拓展|扩展|提高|压减|缩减|减少|调减|调整|增|扩)[到至为])?"
)
AREA = re.compile(
    rf"(?:占地|用地|建筑|仓储|规划|核准|批准|核定|围网|总|厂房|开发(?!区))[^，。；、\d]{{0,6}}面积[^，。；、\d]{{0,6}}{_CHANGED}$"
    rf"|(?<!新增)(?:已?建成区|已?开发|已建)面积(?:约|近|达到?|已达|为|扩大到|拓展到|增加到|扩展至|共|：)*{_CHANGED}$"
    rf"|(?<=[，、；：])总?面积(?:约|近|达到?|为|共|：)*{_CHANGED}$"
    rf"|(?:占地|用地|用地规模|征地|建设规模|总规模|划定)(?:约|近|达|为|超|超过|共|共计|合计|总计|预计|：)*{_CHANGED}$"
)
_NOT_AREA = re.compile(r"绿地|绿化|林|耕地|灌溉|征地|供地|播种|种植|存量|违法|拆除|改造")
_FREED = re.compile("(?:低效|闲置|存量|盘活|腾退|批而未供)(?:工业|建设)?$")  # 盘活低效|用地320亩 is no site of a work
_DOING = re.compile(
    r"^(?:，(?=在|分))?(?:在[^，。；]{2,24}?)?(?:，|用于|来|对|分[一二两三四2-4]期)?(?:投建|投资建设|投资新建|改扩建|扩建|提质改造|升级改造|建设|新建|完成|实施|启动|改造|修建|打造|兴建|改建|新修|硬化|加固|维修|整修|翻修|翻新|修缮|拓宽|铺设|治理|整治|建成(?!后|以后|之后|投))"
)
FUND = re.compile(r"(?:设立|出资|成立|组建|发起|规模)[^，。；]{0,8}$")
_OF_A_CLASS = re.compile(r"(?:及?以上|以下)的?[^，。；、]{0,10}(?:项目|企业)")  # 引进投资3000万元以上项目2个
_FUND_NAME = re.compile(r"的?[^，。；]{0,16}基金")
_LONGEST_WORK = 3  # characters of the words of `_WORKS`
_BEFORE = 24  # characters before an amount that say what it is
_BEHIND = 24  # characters behind it that say what is done with it


def kind_of(
    clean: str, sentence: Sentence, q: Quantity, things: Things, topic: Mention | None = None
) -> tuple[str, int] | None:
    """investment, area or funded, with the start of the words that say so; None for any other amount.

    `topic` is what the text speaks of: 二期投资5亿元 is what a topic costs that is itself a second phase.

    斥资5亿元 is investment, 占地300亩 area, 投入2亿元，实施… funded; 完成投资5亿元 and 耕地300亩 are none.
    """
    words = clean[max(sentence.start, q.start - _BEFORE) : q.start]
    start = q.start - len(words)
    if q.dimension == "money":
        return (
            None
            if _FOREIGN.match(clean, q.end) or _OF_A_CLASS.match(clean, q.end)
            else _kind_of_money(clean, words, q, things, topic)
        )
    m = AREA.search(words)
    if m is None or _NOT_AREA.search(m[0]) or _FREED.search(words[: m.start()]) or _OF_WHICH.search(words[: m.start()]):
        return None
    return "area", start + m.start()


def does(clean: str, q: Quantity) -> re.Match[str] | None:
    """What is done with an amount right behind it: 投资5亿元|建设."""
    return _DOING.match(clean[q.end : q.end + _BEHIND])


def _kind_of_money(
    clean: str, words: str, q: Quantity, things: Things, topic: Mention | None
) -> tuple[str, int] | None:
    start = q.start - len(words)
    m = INVESTMENT.search(words)
    if m is None:
        if funded := _FUNDED.search(words):
            return "funded", start + funded.start()
        if _MEANS.search(words) and does(clean, q):
            return "investment", start + len(words.rstrip("拟将计划欲再增资"))
        return ("investment", q.start) if FUND.search(words) and _FUND_NAME.match(clean, q.end) else None
    lead = words[: m.start()]
    at = start + len(lead)
    of_which = _OF_WHICH.search(lead) is not None and not clean.startswith("的", q.end)  # 其中总投资60亿元的甲项目
    added = _ADDED.search(lead) is not None and does(clean, q) is not None  # 追加投资5亿元建设乙二期
    ends = things.ending(at - _LONGEST_WORK, at)
    named = any(m.type == "Project" and clean[m.end : at] in _WORKS for m in ends)  # 其中一期投资6亿元
    if (of_which and not named) or (_PART_BEFORE.search(words) and not added) or _SPENT.search(words):
        return None
    # 甲基地三期总投资6亿元, where the third phase is the project
    part = _PART.search(lead)
    own = part is not None and topic is not None and "期" in part[0] and topic.key.endswith(part[0][:2])
    if part and not (own or added or named):
        return None
    if m[0].startswith(("计划投资", "投资")) and _OF_A_YEAR.search(lead):
        built = does(clean, q) if m[0].startswith("投资") else None
        if built is None or not things.starting(q.end + built.end(), q.end + built.end() + _LONGEST_WORK):
            return None  # but 2021年投资5亿元建设|甲基地 is what it cost
    return "investment", at
