"""Clauses of news that tell what is still to come.

Example: 甲公司将迁入松泉县, 甲项目计划9月运营, 乙厂年内动工, 会上强调，要加快甲桥建设. No example: 将三万人纳入低保,
三年行动计划完成, 年内已开工12个, 主要产品.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DEEDS = (
    r"开工|动工|开建|奠基|建成|竣工|完工|完成|投产|投用|投运|投入|运营|启用|交付|交工|通车|通航|签约|入驻|落户|迁入|落地|上市|量产|试产|达产"
    r"|建设|新建|改建|扩建|续建|打造|实施|推进|推动|启动|引进|新增|追加|供地|聚焦|形成|安排|举办|突破|达到|超过|供应|对外开放|开放|开园|搬入|点亮|力促"
)
# what only 将 makes something to come
_EFFORTS = "开展|生成|策划|谋划|培育|申报|创建|深化|强化|加大|加强|组织|建立|坚持|抓好|做好|完善|优化|围绕|招引"
_HOW = (
    r"(?:还|也|再|全部|陆续|分期|分[两三二四]期|逐步|同步|正式|全力|全面|加快|持续|进一步|继续|着力|大力|深入|重点"
    r"|积极|统筹|择机|尽快|如期|新(?=开工|引进|签约|投产))"
)
# 将|作为, 将|纳入 move an object that stands between
_MOVES = (
    r"(?![^，。；]{0,24}(?:作为|纳入|列为|列入|转化|摆在|放在|融入|视为|定为|变为|变成|贯穿|落到|打造成|建设成|发展成))"
)
WILL = re.compile(rf"将(?:(?:于|在)[^，。；]{{1,12}}?)?{_HOW}{{0,2}}(?:{_DEEDS}|{_EFFORTS}){_MOVES}")
# 计划|9月运营; not 行动计划|完成情况
_PLANS = re.compile(
    rf"(?<![动展资作育产度建设划个大项年月的])(?:计划|拟)(?=\d{{1,2}}月|(?:19|20)\d\d年|今年|明年|年内|年底|本月|下月|分[两三二四]期|{_HOW}?(?:{_DEEDS}))(?![^，。；]{{0,8}}(?:情况|进度|率))"
    r"|项目计划(?=\d{1,2}月|今年|明年|年内|年底|分[两三二四]期|(?:19|20)\d\d年)"
)
_WITHIN = re.compile(
    rf"(?:(?<![一二两三四五])年内|年底前|年底之前|月底前|月前)(?!已|就|共|累计)[^，。；了]{{0,10}}?(?:{_DEEDS})(?!了)"
)
_NEXT = re.compile(
    rf"(?:明年|后年|下个?月)(?:[上下]半年|初|底|春|第?[一二三四]季度|\d{{1,2}}月)?(?:[^，。；了]{{0,16}}?)(?:{_DEEDS})(?!了)"
)
# 会上强调，|要加快; 主要, 只要, 需要 are other words
_MUST = re.compile(
    r"(?:(?<=[，。；：])|^|(?<=[区县市镇乡州旗园门位级还]))(?:要|必须)(?=重点|加快|抓紧|抓好|全力|确保|进一步|抢抓|坚持|继续|持续|着力|聚焦|紧盯|强化|加强|加大|加力|高标准|高质量|倒排|推进|推动|积极|切实|尽快|力争)"
)
_YEARS = re.compile(r"(?:未来|今后)(?:[一二三四五六七八九十]|\d{1,2})(?:至[一二三四五六七八九十])?个?年[，内]")
_SHAPES = (_YEARS, WILL, _PLANS, _WITHIN, _NEXT, _MUST)


def ahead(text: str) -> Iterator[int]:
    """Where the words stand that make a clause of news one of what is to come."""
    yield from (m.start() for shape in _SHAPES for m in shape.finditer(text))
