"""Names of indicators that a text leaves incomplete, made whole from what stands before them.

实施重点项目80个，完成投资90亿元 → 重点项目投资; 规模以上工业增加值增长8%，利润增长5% → 规模以上工业利润.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.relate.figures import Figure
from kg.relate.indicators import Indicators

# 投资, 到位资金: of what, the projects counted before say
OF_WHAT = re.compile(
    r"(?:(?:市|县|区|省|本|各|州)?(?:本级|级)?财政|落实|下拨|拨付|投入|安排|争取|筹措|筹集|整合|完成|累计|计划|年度|概算|预计|合同|协议|总|到位|实际到位|签约|下达|引进|当年|本年|合计)*(?:投资|投资额|投资总额|投资金额|资金|金额|总金额|签约额|总计投资|财政投入|投入)"
)
_OF_THE_YEAR = re.compile(r"年度投资(?:额|总额)?[约为达]?$")
_PROJECTS = re.compile(
    r"(?P<verb>新?(?:签约|开工|竣工|投产|动工))?了?\d{1,6}[余多]?(?:个|项)((?:[^，。；、\d个项]{0,12}?|[^，。；、\d个项]{0,6}\d+[万亿]元(?:及)?以上)(?:项目|(?:重点|重大)工程))"
    r"|(?<![^，。；：、（）\s])((?:[^，。；、：\d]{0,8}\d+[万亿]?元(?:及)?以上)?[^，。；、：\d]{0,22}(?:项目|(?:重点|重大)工程))[^，。；、\d]{0,4}\d+(?:个|项)"
)
_LEADS = 120  # characters before a sentence that tell what its sums are
_FAR = 500  # characters before a figure in which the projects may be counted
_CANVASSED = re.compile(r"招商|引资|引进(?:国?[境市省区县域]外|外来|国内|内)资?")
_OF_THOSE = re.compile(r"^.*(?:等|的|为主)")
COUNTED_PROJECTS = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、)?(?:(?:19|20)\d\d年)?(?:[一-龥]{0,4}(?:区|园区|街道))?(?:拟|将|要|计划|组织|重点|全力|共|集中|统筹|谋划|全市|全县|全区|全省|积极|强力)*(?:实施|推进|铺排|安排|抓好|开展|谋划|推动|签订|签署)(?:了)?(?=.{2,})"
)
# 完成总产值230亿元；增加值92亿元: of the branch named before
OF_THE_SAME = re.compile(
    r"(?:增加值|利润|利润总额|利税|利税总额|主营业务收入|营业收入|销售收入|产值|总产值|出口交货值|(?:上缴|入库)税[收金])$|增加值占.{2,}比重$"
)
BRANCH = re.compile(
    r"(.{2,}?)(?:实现|完成)?(?:总产值|销售产值|产值|出口交货值|主营业务收入|营业收入|销售收入|增加值|利润总额|利润|利税总额|利税)$"
)
_INVESTED = frozenset({"投资", "投入", "投入资金", "共投资"})
_FOR_WORKS = re.compile(
    r"，(?:实施|完成|开展|推进)了?([^\d，。；、：的和“”]{2,12}?(?:治理|改造|整治|搬迁|修复|建设|绿化|保护|加固|工程|项目))(?=[，。；、\d和等])"
)
_FOR_USE = re.compile(r"，用于([^\d，。；：]{2,14})(?=[，。；])")
STAGE = re.compile(r"(?:实际|新)?(?:签约|开工(?:建设)?|竣工|投产|动工|入库|竣工投产|投产达效)")
_STAGED = re.compile(r"(?:(?:计划|实际|新)?(?:签约|引进|开工(?:建设)?|竣工|投产|动工|入库))?([^，]{0,12}项目)数?")
_SETTLED = re.compile(r"(?:入驻|落户|入园|签约|引进)([^，]{0,6}企业)数?")
# 规上工业企业512家，实现营业收入1286亿元: of those firms
_FIRMS = re.compile(
    r"(?:新增|净增)?((?:规模|规模以上|规上|限上|限额以上|资质以上|资质等级以上)[^，]{0,8}?)(?:企业|单位)(?:数|总数)?"
)
_OWNED = re.compile(
    r"^(?!新|净增|引进|培育).*?((?:民营|私营|国有|国有控股|外资|外商投资|外贸|进出口|台资|港资)企业"
    r"|(?:(?:国家|省|市|州|县|区)级(?:及?以上)?)?(?:农业产业化|农牧业产业化|农业)?(?:重点)?(?:龙头|农产品加工)企业)(?:数|总数)?$"
)
_TRADED = re.compile(r"(?:外贸|货物)?(?:进出口|出口|进口)(?:总?额|总值|值)?")
OF_FIRMS = frozenset({"资产负债率", "营业收入利润率", "营收利润率", "产销率", "亏损面", "每百元营业收入中的成本"})
_PER_HEAD = re.compile(r"每?[万千百]名?(?:常住)?(?:人口|老年人|老人|人)")
_WHERE_PRICES = frozenset({"城市", "农村"})
MADE_BY = frozenset({"产值", "总产值", "营业收入", "营收", "主营业务收入", "销售收入"})
_INDUSTRY_FIRMS = re.compile(r"([^，]{2,12}?产业链?)(?:集聚|聚集|拥有|现有|汇聚)(?:规[上模])?企业数?")
_RESIDENTS = re.compile(r"(城镇|农村(?:牧区)?|农牧区|牧区|城市|乡村)(?:(?:常住)?居民(?:家庭)?)?|农牧?民")
_OF_RESIDENTS = re.compile(r"居民(?=(?:家庭)?(?:人均(?:可支配收入|生活消费支出|消费支出|消费性支出)|恩格尔系数)$)")
_SIDE = re.compile(r"(?:城镇|城市|农村牧区|农牧区|牧区|农村|乡村)(?:市场)?")
_CLASS_HEAD = re.compile(r"类(?:商品)?(零售额|价格|销售额|产值|支出|投资)$")
_LEVEL = re.compile(r"(?:国家|省部|省|市州|市|州|县区|区县|县|区)级(?:及?以上)?")
_SIZE = re.compile(r"超?过?(?:\d+[余多]?)?[十百千万亿]+美?元(?:及?以上)?级?|[十百千]亿级")
_OF_SIZE = re.compile(rf"(?P<size>{_SIZE.pattern})(?:的)?(?:产业|工业|外资)?(?:项目|企业)?")
GROWN_CROP = re.compile(
    r"(?!(?:栽种|种植|养殖|播种|栽培|繁育|挂果|采摘|投产)面积$)(.{2,}?)总?(?:总产量|产量|总产|饲养量|(?<=产品)总量|(?:存|出)栏量?|(?:栽培|种植|养殖|饲养)规模|(?:播种|种植|栽培|养殖|挂果|采摘|投产)面积|(?<=[\u4e00-\u9fff]{2})(?<!建筑)(?<!建成区)(?<!销售)(?<!施工)(?<!地)(?<!规划)面积)$"
)
OF_A_CROP = frozenset({"产值", "总产值", "综合产值", "产量", "总产量", "总产"})


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a figure: the text from `start` (of the sentence) with the figure's `clause`.

    `last` is the indicator of the figure before, `whole` whether it is one of the whole place, not of a park in it.
    """

    clean: str
    start: int
    clause: int
    last: str
    whole: bool


def for_what(clean: str, phrase: str, position: int, end: int) -> tuple[str, int]:
    """What a sum that ends at `position` was spent on, with the end of its words; "" where the text does not say so.

    投资3亿元，实施塘坝清淤改造 → 塘坝清淤改造投资; 安排资金860万元，用于城区绿化 → 城区绿化资金.
    """
    if phrase in _INVESTED and (m := _FOR_WORKS.match(clean, position, end)) is not None:
        return m[1].removesuffix("工程").removesuffix("项目") + "投资", m.end()
    if OF_WHAT.fullmatch(phrase) and (m := _FOR_USE.match(clean, position, end)) is not None:
        return m[1] + "资金", m.end()
    return "", position


def of_projects(
    names: Indicators, name: str, figure: Figure, before: Before, placeless: Callable[[str, int], str]
) -> str:
    """A name that says too little with the projects it is about: 重点项目80个，完成投资90亿元 → 重点项目投资.

    Args:
        before: with `last` the projects that were counted last, "" for none.
        placeless: gives the words at a position without the place that they begin with.
    """
    if figure.kind != "money" and not (figure.kind == "percent" and name.endswith(("投资", "资金"))):
        return name
    if names.known(name) or not OF_WHAT.fullmatch(name):
        return name
    if name.endswith("到位资金") and _CANVASSED.search(before.clean, before.start, figure.start):
        return "招商引资到位资金"
    last = before.last
    for m in _PROJECTS.finditer(before.clean, max(before.start, figure.start - _FAR), figure.start):
        last = m[2] or names.strip(placeless(m[3], m.start(3)))
        if last == "项目" and m["verb"]:
            last = m["verb"] + last  # 现场签约16个项目，总投资87亿元
    last = COUNTED_PROJECTS.sub("", _OF_THOSE.sub("", last)).replace("累计", "")
    if not 3 <= len(last) <= 16:
        canvassed = _CANVASSED.search(before.clean, max(0, before.start - _LEADS), before.start)
        own = before.clean.find("协议", before.start, figure.start) < 0
        return "招商引资到位资金" if name.endswith("到位资金") and canvassed and own else name
    if name.startswith("签约"):
        last = last.removeprefix("签约")  # 签约招商项目42个，签约资金9亿元 → 招商项目签约资金
    short = last.removesuffix("项目") + name  # 技改项目 … 投资 → 技改投资; not what those begun will cost this year
    if names.known(short) and not _OF_THE_YEAR.search(before.clean, before.start, figure.start):
        return names.canonical(short, "money")
    return names.canonical(last + name.removeprefix("累计"), "money")


def of_branch(names: Indicators, phrase: str, last: str, whole: bool = True) -> str:
    """工业总产值230亿元，增加值增长9% → 工业增加值; "" where the indicator before is of no branch.

    Args:
        whole: whether the indicator before is one of the whole place, not of a park in it.
    """
    if not last:
        return ""
    same = OF_THE_SAME.match(phrase) is not None
    if same and whole and (m := BRANCH.match(last)):
        return names.canonical(m[1] + phrase)
    if phrase in MADE_BY and (m := _INDUSTRY_FIRMS.fullmatch(last)):
        return names.canonical(m[1] + phrase)  # 光伏产业集聚企业400家，产值增长27%
    if "企业" in last and (same or _TRADED.fullmatch(phrase)) and (m := _OWNED.search(last)):
        return names.canonical(m[1] + phrase)
    if (same or phrase in OF_FIRMS) and (m := _FIRMS.fullmatch(last)):
        return names.canonical((m[1] if m[1].endswith("业") else "规模工业") + phrase)
    return ""


def of_other_side(names: Indicators, phrase: str, last: str) -> str:
    """城镇消费品零售额469亿元；乡村263亿元 → 乡村消费品零售额; "" where none of the other side came before."""
    m = _SIDE.match(last) if _SIDE.fullmatch(phrase) else None
    return names.canonical(phrase + last[m.end() :]) if m is not None and m[0] != phrase else ""


def of_class(names: Indicators, phrase: str, last: str) -> str:
    """The class of goods with the head that its list says once: 汽车类零售额增长11%，粮油类增长9% → 粮油类零售额.

    居民消费价格上涨0.4%，其中食品烟酒类上涨0.8% → 食品烟酒类价格.
    """
    if phrase in _WHERE_PRICES and last.endswith("居民消费价格指数"):
        return phrase + "居民消费价格指数"
    if not phrase.endswith("类"):
        return ""
    if last == "居民消费价格指数":
        return phrase + "价格"
    if last.endswith("零售额"):
        return names.canonical(phrase + "零售额")
    m = _CLASS_HEAD.search(last)
    return names.canonical(phrase + m[1]) if m is not None else ""


def of_residents(names: Indicators, phrase: str, recent: Sequence[str]) -> str:
    """居民人均可支配收入3.2万元，其中城镇居民4.1万元 → 城镇居民人均可支配收入; "" where no such income came before."""
    if not _RESIDENTS.fullmatch(phrase):
        return ""
    who = "农村" if phrase[0] in "农乡牧" else "城镇"
    for last in reversed(recent):
        if m := _OF_RESIDENTS.search(last):
            return names.canonical(who + last[m.start() :])
    return ""


def of_so_many_people(names: Indicators, phrase: str, last: str) -> str:
    """每千人口执业医师3.4人、注册护士3.8人 → 每千人口注册护士数; "" where the lexicon has no such name."""
    m = _PER_HEAD.match(last)
    if m is None:
        return ""
    found = (who + phrase for who in (m[0], "每" + m[0].removeprefix("每") + ("" if m[0].endswith("口") else "口")))
    return next((names.canonical(name) for name in found if names.known(name)), "")


def at_stage(phrase: str, last: str) -> str:
    """实施亿元以上项目18个、竣工9个 → 竣工亿元以上项目; "" where no projects were counted before."""
    if STAGE.fullmatch(phrase) and (m := _SETTLED.fullmatch(last)):
        return phrase + m[1]  # 落户企业52家、投产37家
    if STAGE.fullmatch(phrase) and (m := _STAGED.fullmatch(last)):
        return phrase + (m[1].removeprefix("在建") if "开工" in phrase else m[1])
    return ""


def at_level(phrase: str, last: str) -> str:
    """新增国家级龙头企业2家、省级12家 → 新增省级龙头企业; "" where the name before speaks of no such level."""
    if not _LEVEL.fullmatch(phrase):
        return ""
    named, count = _LEVEL.subn(phrase, last, count=1)
    return named if count else ""


def at_size(phrase: str, last: str) -> str:
    """新签约亿元以上项目210个，其中10亿元以上项目31个 → 新签约10亿元以上项目; "" where no size was named before."""
    part = _OF_SIZE.fullmatch(phrase)
    whole = _SIZE.search(last) if part is not None else None
    if part is None or whole is None or not last.endswith(("项目", "企业")):
        return ""
    size = part["size"]
    if whole[0].endswith("以上") and not size.startswith("超") and not size.endswith(("级", "以上")):
        size += "以上"
    return last[: whole.start()] + size + last[whole.end() :]
