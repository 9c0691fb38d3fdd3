"""Words behind a verb of stages with which it tells of something else than how far a thing is.

Example: 甲中学与乙大学签约|合作办学, 营业|收入2.6亿元, 规划|床位1200张, 甲项目选址|乙开发区. No example: 甲项目签约，
甲项目选址确定.
"""

from __future__ import annotations

import re

_PLANNED_SIZE = re.compile(
    r"总|建筑|床位|产能|投资|容积|户|停车|车位|学位|变|蓝图|馆|院|年|\d|[一二两三四五六七八九十]|[^，。；、]{1,5}\d"
)  # 规划床位1200张
_WHO_MOVED_IN = re.compile(r"了?(?:各类|规模以上|规上|市场)?(?:企业|商户|商家|项目|团队|机构|人员|率|\d)")
_AGREES_ON = re.compile(
    r"(?:[^，。；]{0,8}?(?:合作办|托管|冠名|共建)|[^，。；]{0,2}(?:入驻|供货|采购|购销|销售|租赁|供气|劳动|用工)[^，。；]{0,4}(?:协议|合同))"
)
_ON_SALE = re.compile(r"出让|督办|保护|成交|公告|销售|整治")
_TAKINGS = re.compile("(?:总?收入|总?额|利润|税|面积|网点|执照|时间|部|厅)")
_TITLE_WON = re.compile(
    r"(?:为|成为|创建)?(?:国家|省级|全国|世界|自治区|首批|第[一二三四五六七八九十]批|[一二三四五]A|[345]A)"
)  # 获批国家湿地公园
_SITE_WORK = re.compile(
    r"(?:的|和|及|、)?(?:[，。；、\n）]|$|工作|论证|报告|确定|完成|获|通过|评审|意见|征地|规划|勘|设计|环评|阶段)"
)
_SPREADS = re.compile(r"汇聚|集聚|聚集|转变|融入|融合|转型|释放|演进|壮大|成长|显现|流入|形成|发展(?!区)|崛起|升级|向")


def of_something_else(clean: str, verb: re.Match[str]) -> bool:
    """Whether the words behind a verb take it away from the thing before it."""
    word, end = verb[0], verb.end()
    if word in ("签约", "签署", "签订") and _AGREES_ON.match(clean, end):
        return True
    if word in ("拿地", "签约") and clean.startswith(("即", "到"), end):
        return True  # “拿地即开工”, 从签约到投产
    if word == "施工" and clean.startswith(("图", "招标", "单位", "设计"), end):
        return True
    if word.startswith("交付") and clean.startswith("的", end):
        return True  # 甲海工交付的平台: what it has made
    if word == "规划" and clean.startswith(("调整", "变更", "修编", "修改", "滞后"), end):
        return True  # 因规划调整暂停施工
    if word == "选址":
        return _SITE_WORK.match(clean, end) is None
    if word == "规划" and _PLANNED_SIZE.match(clean, end):
        return True
    if word == "获批" and _TITLE_WON.match(clean, end):
        return True
    if word == "挂牌" and _ON_SALE.match(clean, end):
        return True  # 用地已挂牌出让
    if word in ("加快", "加速", "提速") and _SPREADS.match(clean, end):
        return True  # 机遇加速汇聚
    if word.endswith("营业"):
        return _TAKINGS.match(clean, end) is not None
    return word.endswith(("入驻", "落户")) and _WHO_MOVED_IN.match(clean, end) is not None
