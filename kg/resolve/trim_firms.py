"""Names of firms without what is no part of them: where they are, whose they are, what they make or supply."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.ontology import load_gazetteer, load_lexicon
from kg.ontology.divisions import COUNTY, is_province
from kg.resolve.names import canonical
from kg.types import Mention

# 全球耐材巨头|青禾集团, 国内光伏龙头|明澈能源: as what the firm is praised
_PRAISED = re.compile(
    "(?:全球|世界|国际|国内|全国|我国|亚洲|中国|省内|本土|行业|业内)[一-龥]{0,8}?(?:巨头|龙头|领军|翘楚|头部)(?:企业)?(?:——)?[“]?(?=[一-龥A-Za-z]{3})"
)
_SAID_OF = re.compile("文中(?:的|人物)?[一-龥]{2,4}(?:系|为|是)(?=[一-龥]{4})")  # 文中白云鹭系|青禾食品有限公司董事长
_BROUGHT = re.compile("(?:培育|孵化|走|涌现|诞生|打造|催生|成长)$")  # 培育出|白鹭实业
# 青禾|乳业石桥工厂, 白鹭|特钢线材: trades that are never what a firm makes
_TRADE = re.compile(
    "(?:[乳药木铝矿米面牧渔茶酒铜锌镍鞋纸]业|特钢|重工)(?=[一-龥0-9]{2})"
    "(?!集团|有限|公司|股份|园|城|小?镇|产业|基地|大厦|大道|大楼|协会|商会|项目|工业|行业|企业|发展|集群|小区|市场)"
)
# 盛泰|纺织二期, 恒信|精工技改: what is extended there is the firm's works, so that the trade is of its name
_TRADE_EXTENDED = re.compile(
    "(?:纺织|食品|科技|化工|机械|电子|制药|医药|生物|建材|包装|印刷|服饰|家居|家具|陶瓷|新材料|新材|精工|精密|智造|环保|饲料|化纤|针织|电器|电气|光电|农牧|玻璃|管业|轮胎)"
    "(?=(?:第?[一二三四]期|技改|技术改造|扩建|扩产|扩能|增资|迁建|搬迁|改扩建|退城入园)(?!工业园|产业园))"
)
_SHOP = re.compile("[一-龥]{2,4}(?:店|门店)(?=[、，。；”）\n]|等|获|开[业张])")  # 大润发|石桥店
_SEAT = re.compile("（(?P<place>[一-龥]{2,5})）(?!有限|股份|集团|公司|投资|控股|科技|实业)")
_NUMBERED = re.compile("(?:第?[一二三四五六七八九十]{1,3}(?:局|建|院|航局|公局|冶|勘院|公司|工程局|分局))(?!部)")
# 白鹭汽车控股|的云岭公司, 为青禾|配套的企业
_OWNS = re.compile("(?<=..)(?:控股|参股|全资|旗下|投资)$")
_DOES = re.compile("(?<=..)(?:设计|承建|施工|监理|总包|总承包|代建|出资|控股|领投)$")  # 中国五环|设计、中化六建承建
_HOLDS = re.compile("(?<=集团|公司)(?:控股|参股|投资|出资|牵头|领投)$")  # 由白鹭集团|控股、青禾化工承建
# 白鹭医药|总部、青禾物流|西南总部 move in: what of the firm it is
_SEAT_OF = re.compile(
    "(?<=[一-龥A-Za-z]{3})(?:全球|全国|国际|中国|区域|第二|华[东南西北中]|[东西南北中]部|西[南北])?总部$"
)
_WITH_ANY = re.compile("(?<=...)与(?:当地|各|多家|本地|周边|县内)?(?:合作社|农户|企业|基地|高校|院校|村民|商户)$")
# 青禾|电子级多晶硅, 白鹭|动力电池, 白鹭食品|厂区: the trade is the beginning of another word
_INTO_WORD = re.compile(
    "(?:(?<=..)电子(?=级|信息(?!集团|科技|公司)|元器件|元件|化学品|特气|铜箔)|(?<=..)动力(?=电池|锂|总成|煤)|(?<=..)汽车(?=零部件|零配件|配件)"
    "|(?<=..)环保(?=搬迁|技改|改造|升级|提升|提标|治理|督察)|(?<=..)生物(?=质|柴油|基|天然气)|(?<=..)金属(?=件|制品|高端)|(?<=..)光(?=伏|热|电|学|纤)|(?<=..)[钠锂](?=电|离子)"
    "|(?<=..)氢(?=能|气)|(?<=..)机(?=器人|床|电)|(?<=..)厂(?=[区房]))"
)


def cut(clean: str, m: Mention, start: int, end: int) -> Mention:
    """A mention of other bounds, with what stands between them as key."""
    return replace(m, start=start, end=end, key=canonical(clean[start:end]))


def with_trade(clean: str, m: Mention) -> Mention:
    """A firm with the trade that it never makes, its number or its seat: 青禾|乳业, 中建|三局, 华润水泥|（宾阳）."""
    trade = (
        _TRADE.match(clean, m.end)
        or _TRADE_EXTENDED.match(clean, m.end)
        or ((_NUMBERED.match(clean, m.end) or _SHOP.match(clean, m.end)) if ":known" in m.rule else None)
    )
    if trade is None and (seat := _SEAT.match(clean, m.end)) and _is_seat(seat["place"]):
        trade = seat
    return cut(clean, m, m.start, trade.end()) if trade else m


def firm_trimmed(clean: str, m: Mention) -> Mention:
    """A firm that no word list knows without what stands around its name.

    Example: 白鹭汽车控股|的云岭公司; 石桥|四川青禾机械 has its seat in the county; 白鹭控股 is whole.
    """
    if clean[m.start] == "出" and _BROUGHT.search(clean, max(0, m.start - 2), m.start):
        m = cut(clean, m, m.start + 1, m.end)
    if told := _SAID_OF.match(clean, m.start, m.end):
        m = cut(clean, m, told.end(), m.end)
    if praised := _PRAISED.match(clean, m.start, m.end):
        m = cut(clean, m, praised.end(), m.end)
    if others := _WITH_ANY.search(clean, m.start, m.end):  # 白鹭生活网|与合作社
        m = cut(clean, m, m.start, others.start())
    if seat := _SEAT_OF.search(clean, m.start, m.end):
        m = cut(clean, m, m.start, seat.start())
    known = load_lexicon().names("enterprises")
    if (does := _DOES.search(clean, m.start, m.end)) and clean[m.start : does.start()] in known:
        return cut(clean, m, m.start, does.start())
    if (does := _HOLDS.search(clean, m.start, m.end)) and clean[m.start - 1] == "由" and clean[m.end] in "、，":
        return cut(clean, m, m.start, does.start())
    if clean.startswith("的", m.end) and (owns := _OWNS.search(clean, m.start, m.end)):
        return cut(clean, m, m.start, owns.start())
    if (m.rule == "tagger" or ":shape" in m.rule) and (into := _within(clean, m)):
        return cut(clean, m, m.start, into)
    return cut(clean, m, m.start + _place_before_province(clean[m.start : m.end]), m.end)


def _within(clean: str, m: Mention) -> int:
    """Where a name ends whose last characters begin another word; 0 where none does."""
    known = load_lexicon().names("enterprises")
    for size in (2, 1):
        found = _INTO_WORD.match(clean, m.end - size)
        if found and found.end() == m.end and clean[m.start : m.end] not in known:
            return found.start()
    return 0


def _place_before_province(name: str) -> int:
    """The length of a place that stands before the province of a firm's name: 2 of 石桥|四川青禾机械; 0 for none."""
    gazetteer = load_gazetteer()
    for size in (2, 3, 4):
        place, rest = name[:size], name[size:]
        if len(rest) < 4 or not gazetteer.find(place):
            continue
        codes = gazetteer.short.get(rest[:2]) or gazetteer.short.get(rest[:3]) or ()
        if any(is_province(code) for code in codes):
            return size
    return 0


def _is_seat(place: str) -> bool:
    """Whether a word in brackets behind a company is where it is: 白鹭电子（石桥）, not 白鹭电子（控股）."""
    return place == "中国" or any(len(code) == COUNTY for code in load_gazetteer().find(place))
