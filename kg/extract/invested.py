"""What news say that somebody invests in, or signs for: called a 项目, or by a head word that ends the clause.

Example: 明澈科技投资38亿元建设光伏玻璃项目, 拟建设有机肥生产项目, 签订生猪养殖项目协议, 投资20亿元建设电池产业园,
就绿色甲醇项目举行签约仪式, 投资3亿元的大豆加工项目, 天工电气投资的箱变制造项目, 在明澈科技的正极材料项目工地,
与明澈集团合作的网络安全产业基地.
No example: 投资5亿元建设12个项目, 签订合作项目协议, which name none; the zone of 计划建设电池产业园, for which nobody
pays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.types import Span

_OPENS = "(?!一批|多个|若干|重点|重大|相关|该|此|本|全部|各|成|为|好|以)"
_NAME = rf"{_OPENS}(?P<name>[^，。；：、“”（）的了\n]{{4,20}}?)项目"
_HEADS = "产业园|工业园|物流园|科技园|产业基地|生产基地|加工基地|制造基地|总装基地|总部基地|智能工厂|工厂|生产线|产线"
_WHERE = "(?:在[^，。；、“”]{2,14}?)?"
_INVESTS = (
    r"(?:(?P<paid>(?:总?投资|出资|斥资)(?:约|近|超|逾)?[\d.]{1,8}(?:亿|千万|万)(?:美元|欧元|元)(?:人民币)?，?)"
    rf"|(?:拟|将|计划|谋划)(?:共同|联合)?(?:投资|出资)?){_WHERE}(?:建设|新建|兴建|上马|打造)(?:一个|一座)?"
)
_BUILDS = re.compile(
    rf"{_INVESTS}(?:{_NAME}|{_OPENS}(?P<thing>[^，。；：、“”（）的了\n]{{2,18}}?(?:{_HEADS})))(?=[，。；\n])"
)
# 投资3亿元的大豆加工项目, 明澈科技投资的大豆加工项目, 与天工电气合资的箱变项目; not 政府投资的…
_PAID = re.compile(
    r"(?:投资(?:约|近|超|逾)?[\d.]{1,8}(?:亿|千万|万)(?:美元|欧元|元)(?:人民币)?"
    r"|(?<=[一-龥]{4})(?<![府业会央间家商位门方计划固定级总大])(?:投资|独资|合资))"
    rf"(?:建设|新建|兴建)?的{_NAME}(?![^，。；、]{{0,2}}[\d一二两三四五六七八九十]+个)"
)
_SEEN = re.compile(rf"(?<=的){_NAME}(?:建设|施工)?(?:工地|现场)")  # 在明澈科技的正极材料项目工地
# 投资3.9亿元实施疏干水利用工程, 投资2亿元建设涂装中心: by a sum only
_WORKS = re.compile(
    r"(?:投资|出资|斥资)(?:约|近|超|逾)?[\d.]{1,8}(?:亿|千万|万)(?:美元|欧元|元)(?:人民币)?"
    rf"(?:实施{_OPENS}(?P<work>[^，。；：、“”（）的了\n]{{3,18}}?工程)|，?{_WHERE}(?:建设|新建|兴建){_OPENS}(?P<thing>[^，。；：、“”（）的了\n]{{3,18}}?(?:中心|码头|冷库|电站|大厦|(?<!产业|生产|加工|制造|总装|总部)基地)))(?=[，。；\n])"
)
_SIGNS = re.compile(rf"(?:签订|签署|签下)(?:了)?{_NAME}(?:投资|合作|框架|入园|落地|建设|开发)*(?:协议|合同)")
_AGREES = re.compile(
    rf"(?<![成造作])就[“]?{_NAME}[”]?(?:项目)?(?:建设|投资|合作|落地)?(?:事宜)?(?:正式|成功)?"
    r"(?:(?:举行|进行)(?:了)?[^，。；]{0,6}签约|签约|(?:签署|签订|达成)(?:了)?[^，。；]{0,8}(?:协议|合同|合作|一致))"
)
# 松泉县与明澈集团签约的|食品产业园
_WITH = re.compile(
    r"(?:与|同|由)[^，。；、的\n]{3,20}?(?:签订|签约|签署|合作|合资|共建|投资|独资)(?:建设|兴建|打造)?的“?"
    rf"{_OPENS}(?P<thing>[^，。；、“”（）的了\n]{{2,18}}?(?:{_HEADS}))(?=[”，；、\n]|项目|[一二三]期|等|[\d一二三四五六七八九十]{{1,2}}月)"
)
# 举行|光伏玻璃生产线项目签约仪式, 石桥大道工程开工仪式在新区举行
_CEREMONY = re.compile(
    rf"(?:(?<=举行)|(?<=举行了)|(?<=举办)|(?<=出席)|(?:(?<=[，。；\n])|(?<=[上下]午))(?![^，。；\n]{{0,24}}?(?:举行|举办|出席|参加)[^，。；\n]{{3,24}}仪式))"
    rf"{_NAME.replace('（）', '')}"
    r"(?:建设)?的?(?:签约|开工|动工|奠基|竣工|投产|投运|封顶|落成|启动)(?:仪式|典礼)"
)
_MANY = re.compile(
    "集中|批次|一批|招商引资|重[点大](?!任务)|第?[一二三四]季度|[上下]半年|全[市县区省州]|首批|央企|外资|系列|专场|领域|[亿万]元"
)
# 分别签订|电池铝壳、落地加工项目框架协议
_SIGN_ALL = re.compile(
    r"(?:签订|签署|签下)(?:了)?(?P<all>[^，。；：、“”（）的了\n]{3,20}(?:、[^，。；：、“”（）的了\n]{3,20}){1,5})"
    r"项目(?:投资|合作|框架|入园|落地|建设|开发)*(?:协议|合同)"
)
# 12个产业|项目, 招商|项目: how many, or what anybody's are
_NO_NAME = re.compile(
    r".*(?:全国|世界|国际|国内|一流|领先|重要|最大|亿级).*|.*(?:\d|[二两三四五六七八九十几多])(?:余|多)?个.*"
    r"|(?:产业|合作|战略|招商|投资|工业|框架|意向|签约|引资|引进|建设|开发|系列|配套|基础设施|民生|科技|农业|文旅|新型|高端|优质)+"
)


def invested(clean: str) -> Iterator[Span]:
    """Where the names stand, without the word 项目."""
    for shape in (_BUILDS, _PAID, _SEEN, _WORKS, _SIGNS, _AGREES, _WITH, _CEREMONY):
        for found in shape.finditer(clean):
            which = str(found.lastgroup if found.lastgroup != "paid" else "name")
            zone = shape is _BUILDS and which == "thing" and found["thing"].endswith("园") and not found["paid"]
            many = shape is _CEREMONY and _MANY.search(found[which])
            if not zone and not many and not _NO_NAME.fullmatch(found[which]):
                yield Span(*found.span(which))
    for found in _SIGN_ALL.finditer(clean):
        start = found.start("all")
        for name in found["all"].split("、"):
            if not _NO_NAME.fullmatch(name):
                yield Span(start, start + len(name))
            start += len(name) + 1
