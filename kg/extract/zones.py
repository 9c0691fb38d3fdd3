"""Zones by their head word: development zones, parks, new towns, named areas and towns with a theme.

Example: 推进松江经济技术开发区扩区 gives 松江经济技术开发区. No example: 全省开发区改革, 三个产业园区.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.names import Words, endings, finder, generic, is_place, words
from kg.extract.wider_zones import wider_zones
from kg.extract.zone_begins import first_begin, zone_begin
from kg.extract.zone_parts import zone_parts
from kg.extract.zone_rules import COUNTED, PLAIN, WON, zone
from kg.extract.zone_stems import stem_kind
from kg.extract.zones_sharing_head import LIST_TAIL, SHARING, zone_before, zones_of_list
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Lexicon
from kg.scan import scan_stretches
from kg.types import Mention, Text

BUILT = re.compile(r"(?:建设)?项目|（?[一二三四]期|（首期|首期|分园区|示范项目")
# 白鹭景区提升, 龙潭古城修缮: the works are the project, whose name holds that of the zone or is all that is named
WORKS = re.compile("提升|改造|保护|修复|修缮|扩建|扩园|步道|索道|前期|征迁|拆迁|棚改|[一二三]期")
AFTER_COUNT = re.compile(r"[各共]?(?:约?\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:个|家|座|处)")
HONOR = re.compile(r"(?:创建|争创|命名|评为|列为|成为|列入|申报|荣获|获批|争当|入选|培育)[^，。；]{0,16}$")
# what cities call their clusters: 中国药谷, “东方氢谷”; not a valley or a formula (“一谷两区”, “两谷”)
VALLEY = re.compile(r"“(?P<quoted>[一-龥·]{1,8}谷)”|(?P<named>中国·?[一-龥]{1,4}谷)(?![物地底类])")
VALLEY_HEAD = re.compile("谷")
NATURAL = re.compile(r"(?:[山河峡深低幽波稻布曼溪沟裂硅]|^[一二两三四五六七八九十]+)谷$")
LISTED = re.compile(r"[^，。；：\n]{0,60}等[^，。；、\n]{0,10}(?:项目|工程)")
TITLES = ("示范区", "先行区", "试点区", "核心区", "景区", "旅游区", "特色小镇", "森林小镇")
LEVEL = re.compile(r"(?:国家级?|省级?|市级|自治区级)$")
PARK = re.compile("园(?<![公花校家果庄乐陵幼].)(?=、)")
ACTS = re.compile("组团(?=[赴参前来到考访出亮观采外去飞走拜抱]|式|发展|推介)")  # 白鹭商会组团赴会 is no part of a town
WHOLE = ("高新区", "经开区", "开发区", "新区", "保税区", "园区")


def find_zones(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of zones in a text, in order; lists with a shared head word give one mention for each part."""
    view = Words(text, lexicon)
    for start, end in finder("national_zones", view.folder).spans(view.clean):
        yield zone(start, end, view.clean[start:end], "zone:known")
    yield from _valleys(view)
    heads: list[Mention] = []
    for start, end in finder("zone_heads", view.folder).spans(view.clean):
        if (whole := _whole_head(view.clean, start, end)) and not ACTS.match(view.clean, start):
            found = [*_of_head(view, start, whole)]
            heads += found
            yield from found
            yield from zone_parts(view.clean, found)
            yield from wider_zones(view, start, whole, found)
    yield from _between(view, heads)


def _between(view: Words, found: Sequence[Mention]) -> Iterator[Mention]:
    """Parks of any kind that stand between two zones in a list: 云岭工业园、白鹭木雕园、龙潭经济开发区."""
    clean = view.clean
    starts, ends = {m.start for m in found}, {m.end for m in found}
    for mark in PARK.finditer(clean):
        begin = clean.rfind("、", max(0, mark.start() - 12), mark.start())
        if begin in ends and mark.end() + 1 in starts and PLAIN.fullmatch(clean, begin + 1, mark.start()):
            yield zone(begin + 1, mark.end(), clean[begin + 1 : mark.end()], "zone:between")


def _whole_head(clean: str, start: int, end: int) -> int | None:
    """Where a head word ends, None where it is only part of a word (智慧城|市) or a count follows it."""
    if AFTER_COUNT.match(clean, end):
        return None
    if clean[end : end + 1] in ("区", "市", "动", "域", "间", "别") and not clean.endswith("区", start, end):
        return end + 1 if clean[end - 1 : end + 1] == "园区" else None
    return end


def _of_head(view: Words, start: int, end: int) -> Iterator[Mention]:
    """The zone that a head word names, or the several of its list."""
    clean = view.clean
    head = clean[start:end]
    if head == "园区" and clean.startswith(("运营", "企业", "平台", "项目", "经济"), end):
        return
    if tail := LIST_TAIL.search(clean, max(0, start - 14), start):
        yield from zones_of_list(view, tail.start(), start, end)
        return
    left = first_begin(view, start, end)
    # the project of that sentence, seldom a zone
    built = head in words("zone_heads", view.folder, "park", "belt") and BUILT.match(clean, end) is not None
    if left >= start:
        if rule := _rule_alone(view, start, end, built):
            yield zone(start, end, head, rule)
        return
    if clean.count(head, left, start) > 1:  # 园区园区园区: a row of head words names nothing
        return
    name = clean[left:end]
    if name in generic(view.folder, "Zone") or COUNTED.search(clean, max(0, left - 10), left) or len(name) > 26:
        return
    left = zone_begin(view, left, start)
    if not (rule := _rule_named(view, left, start, end, built)):
        return
    yield zone(left, end, clean[left:end], rule)
    if rule in ("zone:titled", "zone:built", "zone:area"):
        return
    yield from _inside(view, left, start, end)
    if head in SHARING and clean[left - 1 : left] in ("、", "和") and rule != "zone:common":
        yield from zone_before(view, left - 1, head)


def _rule_alone(view: Words, start: int, end: int, built: bool) -> str:
    """The rule by which a head word without a stem is a zone's name (高新区, 高铁新城), '' when none does."""
    clean = view.clean
    head = clean[start:end]
    if COUNTED.search(clean, max(0, start - 10), start) or LEVEL.search(clean, max(0, start - 4), start):
        return ""
    if head in words("zone_words", view.folder, "bare"):
        return "zone:bare"
    if built:
        return ""
    if head in words("zone_heads", view.folder, "park", "belt") and len(head) >= 5:
        return "zone:alone"
    says_which = head not in words("zone_words", view.folder, "alone")
    says_which = says_which and not head.endswith(endings("zone_words", view.folder, "area"))
    return "zone:alone_kind" if len(head) >= 4 and says_which else ""


def _rule_named(view: Words, left: int, start: int, end: int, built: bool) -> str:
    """The rule by which a stem and its head word are a zone's name, '' when none does."""
    clean = view.clean
    stem, head, name = clean[left:start], clean[start:end], clean[left:end]
    if head.endswith(TITLES) and (stem.startswith(("国家", "全国")) or HONOR.search(clean, max(0, left - 20), left)):
        return "zone:titled" if len(name) >= 7 and not WON.search(stem) else ""
    if WON.search(stem) or is_place(name) or load_gazetteer().area(name):
        return ""
    if stem in generic(view.folder, "ZoneStem"):
        if not stem.endswith(endings("zone_words", view.folder, "direction")):  # 北部物流园, 中心片区
            return ""
        return "zone:built" if built else "zone:area"
    if len(stem) == 1 and stem in "省市县区州" and len(head) < 4:
        return ""
    kind = stem_kind(view, left, start, stem)
    plain = kind == "zone:common" and head.endswith(endings("zone_words", view.folder, "area"))
    if plain or (head == "园区" and kind != "zone:place"):
        if len(stem) < 2 or head.endswith("基地"):
            return ""
        return "zone:built" if built else "zone:area"
    if built:
        return "zone:built"
    if head.endswith(("景区", "公园", "峡谷")):
        return "zone:built" if WORKS.match(clean, end) else "zone:scenic"
    if head.endswith("基地"):
        return "zone:base"
    if WORKS.match(clean, end):
        return "zone:built"
    if head in words("zone_words", view.folder, "doubtful"):
        return "zone:area"
    listed = head in words("zone_heads", view.folder, "park", "belt") and LISTED.match(clean, end)
    return "zone:in_project_list" if listed else kind


def _valleys(view: Words) -> Iterator[Mention]:
    """中国药谷, “东方氢谷”, 云岭·中国钛谷: names in 谷 that stand in quote marks or speak for the nation."""
    for found in scan_stretches(VALLEY, VALLEY_HEAD, view.clean):
        start, end = found.span("quoted" if found["quoted"] else "named")
        if not NATURAL.search(view.clean, start, end):
            start = start if found["quoted"] else view.begin(start)
            yield zone(start, end, view.clean[start:end], "zone:valley")


def _inside(view: Words, left: int, start: int, end: int) -> Iterator[Mention]:
    """白鹭高新区星湖科技城 may be one zone or two; the second one on its own."""
    for _, stop in finder("zone_heads", view.folder).spans(view.clean[left:start]):
        if view.clean[left : left + stop].endswith(WHOLE) and 2 <= start - left - stop <= 8:
            yield zone(left + stop, end, view.clean[left + stop : end], "zone:inner")
