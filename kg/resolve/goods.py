"""Industries of which a clause speaks as goods, tools or resources: bought, used, mined, sown, tested or shown."""

from __future__ import annotations

import re

from kg.types import Mention

_ROW = "(?:、[^，。；、]{1,8}){0,6}"  # the rest of a list behind one of its parts
# 汽车、|家电、家装等大宗消费; 家居|以旧换新
_BOUGHT = re.compile(
    _ROW + "(?:等[^，。；、]{0,4}消费|(?:大宗|实物|服务)消费|等?[^，。；、]{0,4}以旧换新|等?(?:产品)?下乡)(?!产业|电子)"
)
# 运用|大数据、云计算等技术; 利用|无人机|巡查
_DIGITAL = re.compile("5G|大数据|云计算|人工智能|物联网|区块链|(?:工业)?互联网|移动互联网|北斗|大模型|数字孪生|无人机")
_USED = re.compile("(?:运用|利用|借助|采用)(?:[^，。；、]{1,8}、){0,4}(?:[^，。；、]{1,8}和)?$")
_NOT_TOOL = re.compile("产业|行业|产业链|企业")
# 有色金属、|钒钛磁铁矿|保有储量; 风电、|光电|技术可开发量; 水稻、|杂粮|种植面积
_LIES_THERE = re.compile(
    _ROW
    + "(?:等[^，。；、]{0,10})?(?:技术)?(?:可开发量|(?:保有|资源|探明)?储量|蕴藏量|[种栽]植面积|播种面积|存栏|出栏)"
)
_INSURED = re.compile("(?:保险(?!业|产业|行业)|保障(?:政策|水平|待遇)|金(?!融)|补贴|待遇)")  # 养老|保险
_TESTED = re.compile(
    _ROW + "等?(?:国家级|省级|国家|省)?(?:产品)?(?:质量)?(?:监督)?(?:检验|检测|计量)(?:检测)?(?:中心|站|实验室)"
)
# 推广|装配式建筑, 推广节能和|新能源汽车; 自主研发的|新型材料
_SPREAD = re.compile(
    "(?:推广|普及)(?:应用|使用)?(?:[^，。；、]{2,6}、){0,4}(?:[^，。；、]{2,3}[和与])?$|(?:研发|生产|制造|采购|使用)的$"
)
# 新能源汽车|销售, 新能源汽车|1200辆
_SOLD = re.compile(r"(?:销售(?!收入|产值)|销量|保有量|充电|换电|购置|号牌|\d[\d.,]*万?余?[辆台])")
_TRADED = re.compile("(?:整车|产品)?进出?口(?:指定)?(?:口岸|车辆|食品|商品)")  # 汽车|整车进口口岸
_LACKING = re.compile(_ROW + "等?[^，。；、]{0,4}(?:短板|[二三四五六七八两]大平台)")  # 补齐特种橡胶|等短板
_VEHICLE = re.compile("[车船机器]$")
_FACILITY = re.compile("充电桩|换电站|充换电设施|基站|管网")
_STEP = re.compile(
    "[一-龥]{2,}(?:建设|商用)|(?:资源)?综合利用|循环利用|精深加工|深加工"
)  # 数字枢纽建设 is work, no branch


def as_goods(clean: str, m: Mention) -> bool:
    """Whether an industry's name means goods, a tool or what lies in the ground there.

    Example: 促进汽车、家电等大宗消费; 运用大数据等技术. No example: 发展汽车、家电等产业; 培育大数据企业.
    """
    surface = clean[m.start : m.end]
    if _STEP.fullmatch(surface) or _FACILITY.fullmatch(surface):
        return True
    if _BOUGHT.match(clean, m.end) or _LIES_THERE.match(clean, m.end):
        return True
    if any(shape.match(clean, m.end) for shape in (_TESTED, _TRADED, _LACKING)):
        return True
    if surface.startswith("养老") and _INSURED.match(clean, m.end):
        return True
    before = clean[max(0, m.start - 48) : m.start]
    if _DIGITAL.fullmatch(surface) and _USED.search(before) and not _NOT_TOOL.match(clean, m.end):
        return True
    return bool(_SPREAD.search(before) or (_VEHICLE.search(surface) and _SOLD.match(clean, m.end)))
