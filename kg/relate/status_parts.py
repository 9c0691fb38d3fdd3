"""Of what part of a thing a verb speaks, what came to nothing and what is no work: 甲隧道左洞|贯通, 丙厂终止."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.types import Mention, Span

_IN_PART = re.compile(
    r"(?:[左右]洞|[左右][线幅]|主路|主线|半幅|单幅|单洞|先行段|首段|部分路段|首联|首跨|东段|西段|南段|北段"
    r"|前期(?:准备|工程)|准备工程|热试|冷试|[热冷]态(?:功能)?试验|水压试验|联调联试|导流洞?|[三四五七]通一平|进场道路|车站|区间"
    r"|主体|(?:全线|区间|双线)(?=隧道|桥梁)|[上下]部(?=结构)|路面|桥面|梁板|箱梁|管廊|设备|主厂房|厂房|桩基|基础|土建|钢结构|路基|主坝|副坝|溢洪道|井筒|巷道|引桥|匝道|首[条台栋座列](?:\d[\d.]*(?:万千瓦|兆瓦|MW))?|[一二三四]标段|大坝|坝体|围堰|主塔|桥墩|屋面|外立面|管道|线路|土方|地下室|防波堤|堆场|征地(?:拆迁)?|征迁|征拆|拆迁|清表|房屋征收|移民(?:搬迁|安置)|\d{1,3}号(?:楼|厂房|车间|生产线))"
    r"(?:全幅|全线|全部)?(?:隧道|隧洞|桥梁|工程|路面|电客车|列车|车辆|结构|铺设|摊铺|架设|安装|施工|建设|部分|生产线|机组|填筑|浇筑|敷设|开挖|回填|加固|改造|工作|任务)?"
    r"(?:已经?|全部|基本|顺利|正式|全面|成功|实现|如期|提前|[于在]|(?:今年)?\d{1,2}月(?:\d{1,2}日|底|初|份|[上中下]旬)?)*$"
)
_EARLY_PART = re.compile(  # 甲高速初步设计|完成, 乙铁路勘测定界|全部完成
    r"(?:预?可研|可行性研究|初步设计|初设|施工图|方案设计|规划设计|设计方案|勘测定界|初测|定测|勘[测察]设计|勘测|勘察|测绘|地勘|选址|环评|立项|用地预审|土地预审"
    r"|规划编制|控规|总规|详规|城市设计|招标|招投标|前期|报批|评审|论证|审批|土地报批|用地报批|供地)"
    r"(?:报告书?|工作|编制|批复|评审|审查|手续|方案|任务|已经?|全部|全面|基本|顺利|正式|成功|如期|提前)*$"
)
_SOME = re.compile(
    r"了?(?:使用|入住)?(?:标准)?(?:厂房|车间|生产线|仓库|(?:温室|日光|连栋|智能)*大棚|主体|路基|管网|泊位|办公楼|宿舍|冷库|船台|车间|\d|[\u4e00-\u9fff]{2,8}\d[\d.]*(?:个|座|栋|条|幢|公里))(?!并)"
)
_TRAIN = re.compile(r"列车|电客车|动车组|机车|盾构机")
# 甲项目因企业自身原因终止, 乙园建设搁浅: given up; not 丙矿终止合同
_GIVEN_UP = re.compile(
    r"[”』》]?(?:项目|工程)?(?:建设)?(?:，?(?:已|现|均|目前|先后|因[^，。；、]{1,24}?|由于[^，。；、]{2,24}?|受[^，。；、]{2,16}?影响)，?){0,3}"
    r"(?:终止|中止|搁浅|流产|取消|停建|缓建|停工|暂停(?=施工|建设)|下马|夭折|解约|撤资|停滞)(?:实施|建设|推进|合作|不前)?(?=[，。；、\n）]|$)"
)
_WAS_MEANT = re.compile(r"(?:原定|原计划|原规划|原预计|原拟|原本|本应)[^，。；]{0,20}的[“《]?$")
# 推动老窑址申报国家级文保单位: a title is asked for, nothing is built
_TITLE = re.compile(
    r"(?:[、和与及][^，。；、]{1,16}){0,4}”?(?:(?:申报|申请|创建|争创|入选|获评)[^，。；]{0,6}(?:国家|世界|全国|全省|省级|自治区|[一二三四345]A)"
    r"|(?:列入|入选|进入|登上|跻身)[^，。；]{0,10}(?:名录|名单|遗产))"
)
# 甲开发区|与乙公司签约: a party, not what is signed
_PARTY = re.compile("(?:分别|正式)?(?:与|同|携手|牵手)[^，。；]{2,60}?(?:签约|签订|签署|达成|合作)")
_PUT_OFF = re.compile(r"[”』》]?(?:项目|工程)?[^，。；]{0,16}(?:推迟|延期|延后|推后|搁置|暂缓|未能?|没有)")
_PART_WORK = re.compile(r"主体|路基|桩基|基础工程|土建|征地|征拆|拆迁|围堰|掘进|架设|铺轨")  # 完成甲路、乙路路基工程
_SPENT = re.compile(
    r"(?:等[^，。；、]{0,8})?(?:项目|工程)?(?:年度|累计|固定资产)*投资[约近超达]?\d"
)  # 完成甲路、乙桥等项目投资3亿元


def of_part(clean: str, last: int, at: int, verb: str) -> str | None:
    """How far a thing is of which only a part is finished at a position: 左洞|贯通 building, 初设|完成 planned."""
    if "下线" in verb and _TRAIN.search(clean, last, at):
        return "building"  # 地铁1号线首列电客车在某厂下线
    if _EARLY_PART.search(clean, last, at):
        return "planned"
    return "building" if _IN_PART.search(clean, last, at) else None


def builds_part(clean: str, end: int) -> bool:
    """Whether what is built is a part, of a thing that the clause before named: …，已建成|厂房6万平方米; not 建成，…"""
    return _SOME.match(clean, end) is not None


def is_given_up(clean: str, last: int, stop: int) -> bool:
    """Whether the words behind a list say that nothing comes of it: 甲项目|因企业自身原因终止; not 终止合同."""
    return _GIVEN_UP.match(clean, last, stop) is not None


def is_put_off(clean: str, start: int, first: int, last: int, stop: int) -> Span | None:
    """The words that put off what was to begin: 原定年内开工的|甲项目|推迟; None for 原定明年投产的乙项目提前投产."""
    if not was_meant(clean, start, first):
        return None
    put_off = _PUT_OFF.match(clean, last, stop)
    return Span(last, put_off.end()) if put_off else None


def in_part(clean: str, last: int, stop: int) -> bool:
    """Whether a part of the work on a list, or money spent on it, is what is completed: 完成甲路、乙路|路基工程."""
    return _PART_WORK.search(clean, last, stop) is not None or _SPENT.match(clean, last, stop) is not None


def was_meant(clean: str, start: int, first: int) -> bool:
    """Whether the words in front of a list say what was to become of it: 原定去年完工的|甲大桥."""
    return _WAS_MEANT.search(clean, max(start, first - 30), first) is not None


def is_party(clean: str, group: Sequence[Mention], stop: int) -> bool:
    """Whether a list of zones or firms makes an agreement with somebody: 甲开发区|与乙公司签约."""
    return group[-1].type != "Project" and _PARTY.match(clean, group[-1].end, stop) is not None


def asks_title(clean: str, last: int, stop: int) -> bool:
    """Whether the words behind a list ask for a title of it, so that nothing is built: 甲窑址|列入世界遗产名录."""
    return _TITLE.match(clean, last, stop) is not None
