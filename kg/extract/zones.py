"""Zones by their head word: development zones, parks, new towns, named areas and towns with a theme.

Example: 推进松江经济技术开发区扩区 gives 松江经济技术开发区. No example: 全省开发区改革, 三个产业园区.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.lists import CLAUSE, item_begin, split_list
from kg.extract.names import (
    Words,
    coined,
    endings,
    finder,
    generic,
    is_division,
    is_place,
    key_of,
    place_after,
    place_before,
    strip_prefix,
    words,
)
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Lexicon
from kg.types import Mention, Text

# Precision of each rule on the labelled documents that the rules may know.
CONFIDENCE = {
    "zone:known": 0.92,
    "zone:place": 0.78,
    "zone:name": 0.78,
    "zone:common": 0.7,
    "zone:alone": 0.4,
    "zone:area": 0.36,
    "zone:alone_kind": 0.38,
    "zone:base": 0.35,
    "zone:built": 0.32,
    "zone:titled": 0.1,
    "zone:joined": 0.2,
    "zone:paired": 0.85,
    "zone:inner": 0.4,
    "zone:item": 0.3,
    "zone:chain": 0.25,
    "zone:shared": 0.5,
    "zone:scenic": 0.33,
    "zone:in_project_list": 0.37,
    "zone:bare": 0.64,
    "zone:list": 0.9,
    "zone:list_beside": 0.6,
    "zone:quoted": 0.7,
    "zone:valley": 0.7,
    "zone:between": 0.8,
}
BUILT = re.compile(r"(?:建设)?项目|（?[一二三四]期|（首期|首期|分园区|示范项目")
# 白鹭景区提升, 龙潭古城修缮: the works are the project, whose name holds that of the zone or is all that is named
WORKS = re.compile("提升|改造|保护|修复|修缮|扩建|扩园|步道|索道|前期|征迁|拆迁|棚改|[一二三]期")
COUNTED = re.compile(
    r"(?:约?\d+|[一二两三四五六七八九十几多]+|数)(?:余)?(?:个|家|座|处|大|批|类)(?:以上)?(?:国家级|省级|市级)?$"
)
AFTER_COUNT = re.compile(r"(?:约?\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:个|家|座|处)")
HONOR = re.compile(r"(?:创建|争创|命名|评为|列为|成为|列入|申报|荣获|获批|争当|入选|培育)[^，。；]{0,16}$")
# 白鹭县晋位|省级绿色园区, 五星级产业园区: a title and who won it, no name of a zone
WON = re.compile(
    r"获评|获批|获授|荣获|荣膺|喜获|入选|入围|跻身|晋升|晋级|晋位|升级为|升格为|创成|争创|摘得|斩获|认定为|评为|列为|成为|(?:挂牌|创建)(?=国家|省级|全国)"
    r"|^[一二三四五]星级"
)
# what cities call their clusters: 中国药谷, “东方氢谷”; not a valley or a formula (“一谷两区”, “两谷”)
VALLEY = re.compile(r"“(?P<quoted>[一-龥·]{1,8}谷)”|(?P<named>中国·?[一-龥]{1,4}谷)(?![物地底类])")
GRAIN = re.compile("谷[物地底类壳仓]")
NATURAL = re.compile(r"(?:[山河峡深低幽波稻布曼溪沟裂硅]|^[一二两三四五六七八九十]+)谷$")
LISTED = re.compile(r"[^，。；：\n]{0,60}等[^，。；、\n]{0,10}(?:项目|工程)")
_MADE = frozenset(["做强", "做优", "做大", "做精", "做细", "做美", "做特"])  # 做大做强|白鹭药谷
_DEFINED = re.compile(r"“[^”]{1,10}”(?:指|即|是指|是|为|分别)")  # “两区”指白鹭国际社区
TITLES = ("示范区", "先行区", "试点区", "核心区", "景区", "旅游区", "特色小镇", "森林小镇")
LEVEL = re.compile(r"(?:国家级?|省级?|市级|自治区级)$")
PARK = re.compile("(?<![公花校家果庄乐陵幼])园(?=、)")
PLAIN = re.compile("[一-龥]{2,10}")
ACTS = re.compile("组团(?=[赴参前来到考访出亮观采外去飞走拜抱]|式|发展|推介)")  # 白鹭商会组团赴会 is no part of a town
_BUILDS = frozenset(["建设", "开发", "发展", "管理", "创新", "服务", "升级", "振兴", "改革"])
_DOES = ("v", "d", "ad", "vd", "c", "p")  # what a place's name may stand behind but never after itself
_LOOSE = re.compile(
    "[的了在是对将由为着被把从向让按做抓到去等各每与及并它]|.[和当要有].|^[以用成当分但叫有]"
    "|[全我][省市县区]|一[批个座]|[省家市县区]级|项目"
)
SHARING = ("片区", "小镇", "组团", "工业园", "工业园区")  # 白鹭、龙潭片区: heads that a list of two names shares
_AND_MORE = re.compile("(?:片区|组团|园区|新城|新区|小镇|景区)[和与及]")
WHOLE = ("高新区", "经开区", "开发区", "新区", "保税区", "园区")
LIST_TAIL = re.compile(
    r"等(?:\d+|[一二两三四五六七八九十]+)?(?:个|大|一批)?"
    r"(?:特色|专业|重点|农业|产业|省级|国家级|市级|县级|现代|优势|骨干|主要|核心|新型|科技|工业|老工业|乡镇|镇域|城市|创新|都市|精品|主题|专题)*$|"
    r"[一二两三四五六七八九十]大$|"
    r"(?<=[一-龥])(?:\d+|[一二两三四五六七八九十]+)个(?:区县|县区|市级|县域|特色|专业|重点|农业|产业|省级|国家级)*$"
)


def find_zones(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of zones in a text, in order; lists with a shared head word give one mention for each part."""
    view = Words(text, lexicon)
    for start, end in finder("national_zones", view.folder).spans(view.clean):
        yield _mention(start, end, view.clean[start:end], "zone:known")
    yield from _valleys(view)
    heads: list[Mention] = []
    for start, end in finder("zone_heads", view.folder).spans(view.clean):
        if (whole := _whole_head(view.clean, start, end)) and not ACTS.match(view.clean, start):
            found = [*_of_head(view, start, whole)]
            heads += found
            yield from found
            yield from _wider(view, start, whole, found)
    yield from _between(view, heads)


def _between(view: Words, found: Sequence[Mention]) -> Iterator[Mention]:
    """Parks of any kind that stand between two zones in a list: 云岭工业园、白鹭木雕园、龙潭经济开发区."""
    clean = view.clean
    starts, ends = {m.start for m in found}, {m.end for m in found}
    for mark in PARK.finditer(clean):
        begin = clean.rfind("、", max(0, mark.start() - 12), mark.start())
        if begin in ends and mark.end() + 1 in starts and PLAIN.fullmatch(clean, begin + 1, mark.start()):
            yield _mention(begin + 1, mark.end(), clean[begin + 1 : mark.end()], "zone:between")


def _whole_head(clean: str, start: int, end: int) -> int | None:
    """Where a head word ends, None where it is only part of a word (智慧城|市, 粮食谷|物) or a count follows it."""
    if AFTER_COUNT.match(clean, end) or GRAIN.match(clean, end - 1):
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
        yield from _listed(view, tail.start(), start, end)
        return
    left = strip_prefix(clean, view.begin(start), end)
    if clean[left - 1 : left + 1] in _MADE:
        left += 1
    if defined := _DEFINED.match(clean, left, start):
        left = defined.end()
    # the project of that sentence, seldom a zone
    built = head in words("zone_heads", view.folder, "park", "belt") and BUILT.match(clean, end) is not None
    if left >= start:
        if rule := _rule_alone(view, start, end, built):
            yield _mention(start, end, head, rule)
        return
    if clean.count(head, left, start) > 1:  # 园区园区园区: a row of head words names nothing
        return
    name = clean[left:end]
    if name in generic(view.folder, "Zone") or COUNTED.search(clean, max(0, left - 10), left) or len(name) > 26:
        return
    left = _after_verb(view, left, start)
    left = _after_chain(clean, left, start)
    left = _after_inner(view, left, start)
    left += _AND_MORE.match(clean, left - 2) is not None and start - left > 2  # 云岭组团和|田岭片区: no 和田
    if not (rule := _rule_named(view, left, start, end, built)):
        return
    yield _mention(left, end, clean[left:end], rule)
    if rule in ("zone:titled", "zone:built", "zone:area"):
        return
    yield from _inside(view, left, start, end)
    if head in SHARING and clean[left - 1 : left] in ("、", "和") and rule != "zone:common":
        yield from _sharing(view, left - 1, head)


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
    kind = _kind(view, left, start, stem)
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


def _wider(view: Words, start: int, end: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """Other spans that the zone's name may have: for dictionary words cut many names wrongly, and chains have parts.

    石|台化工园 and 静月|高新区 are whole where they fill the item of a list; 青|山—白鹭合作区 and 石墨和石墨烯产业园
    are joined; 云岭综合保税区白鹭片区 is one zone and two.
    """
    clean = view.clean
    seen = {(m.start, m.end) for m in found}
    for rule, left in (
        ("zone:item", _item(view, start, end)),
        *((_rule_of_join(clean, m.start), _joined(view, m.start)) for m in found if m.end == end),
        *(("zone:chain", _chain(view, m.start)) for m in found if m.end == end),
    ):
        if left is not None and (left, end) not in seen and end - left <= 26:
            seen.add((left, end))
            yield _mention(left, end, clean[left:end], rule)


def _item(view: Words, start: int, end: int) -> int | None:
    """Where the item of a list begins that a head word ends, when nothing in it speaks against a name."""
    clean = view.clean
    begin = item_begin(clean, start, 16, "、，。；：！？\n（）“”")
    if begin is None or (stem := clean[begin:start]) in generic(view.folder, "ZoneStem"):
        return None
    if COUNTED.search(stem) or _LOOSE.search(stem) or WON.search(stem) or is_place(clean[begin:end]):
        return None
    place = place_after(clean[begin:end]) or _in_area(stem)
    if clean[start:end].endswith(endings("zone_words", view.folder, "area")) and not place:
        return None
    inside = view.within(begin, start)
    if inside and inside[0].word in _BUILDS:
        return None
    at_home = view.at_home("zone") if place else view.at_home()
    return None if any(t.word not in at_home for t in view.acting(begin, start)) else begin


def _joined(view: Words, left: int) -> int | None:
    """白鹭电子信息|及软件产业园, 白鹭|—龙潭产业园: what joins may be inside the name, when a name stands before it."""
    clean = view.clean
    if clean[left - 1 : left] not in tuple("及和与—-·"):
        return None
    begin = view.begin(left - 1, 14)
    stem = clean[begin : left - 1]
    named = place_after(stem) or is_place(stem) or coined(stem)
    long = len(stem) >= (2 if clean[left - 1] in "—-·" else 4)
    return begin if named and long and not stem.endswith(("区", "园", "县", "市", "公司", "集团")) else None


def _rule_of_join(clean: str, left: int) -> str:
    """Names that a dash joins (青山—白鹭合作区) are surer than those that 和 or 及 does."""
    return "zone:paired" if clean[left - 1 : left] in ("—", "-", "·") else "zone:joined"


def _chain(view: Words, left: int) -> int | None:
    """Where the name begins with the place or zone right before it: 青山县|白鹭工业园, 云岭综合保税区|白鹭片区."""
    before = place_before(view.clean, left)
    if before < left:
        return before
    inner = list(finder("zone_heads", view.folder).spans(view.clean[max(0, left - 24) : left]))
    if inner and max(0, left - 24) + inner[-1].end == left:
        begin = view.begin(max(0, left - 24) + inner[-1].start)
        return begin if left - begin >= 4 else None
    return None


def _valleys(view: Words) -> Iterator[Mention]:
    """中国药谷, “东方氢谷”, 云岭·中国钛谷: names in 谷 that stand in quote marks or speak for the nation."""
    for found in VALLEY.finditer(view.clean):
        start, end = found.span("quoted" if found["quoted"] else "named")
        if not NATURAL.search(view.clean, start, end):
            start = start if found["quoted"] else view.begin(start)
            yield _mention(start, end, view.clean[start:end], "zone:valley")


def _inside(view: Words, left: int, start: int, end: int) -> Iterator[Mention]:
    """白鹭高新区星湖科技城 may be one zone or two; the second one on its own."""
    for _, stop in finder("zone_heads", view.folder).spans(view.clean[left:start]):
        if view.clean[left : left + stop].endswith(WHOLE) and 2 <= start - left - stop <= 8:
            yield _mention(left + stop, end, view.clean[left + stop : end], "zone:inner")


def _sharing(view: Words, stop: int, head: str) -> Iterator[Mention]:
    """白鹭、龙潭片区: the name before, which has the head word of the one behind it."""
    begin = view.begin(stop, 10)
    name = view.clean[begin:stop]
    if not 2 <= len(name) <= 8 or name[-1] in "省市县区镇乡村城园港路山湖":
        return
    if any(finder("zone_heads", view.folder).spans(name)):
        return
    tokens = view.within(begin, stop)
    named = any(t.pos.startswith(("ns", "nz")) or len(t.word) == 1 for t in tokens)  # 白鹭|湾
    if coined(name) == len(name) or (len(tokens) <= 2 and named):
        yield _mention(begin, stop, name + head, "zone:shared")


def _after_verb(view: Words, left: int, start: int) -> int:
    """Where the place begins that a verb stands before: 发展|浦江葡萄产业园, 做美|盐湖新城, not 建湖高新区."""
    tokens = view.within(left, start)
    at = 0
    for i, token in enumerate(tokens[:-1]):
        following = tokens[i + 1]
        if following.pos.startswith("ns") or is_division(following.word):
            before = tokens[i - 1] if i else None
            opens = i == 0 and token.pos == "vn"
            if opens or token.pos in _DOES or (before and before.pos == "v" and token.pos == "a"):
                at = following.start
    return at or left


def _after_chain(clean: str, left: int, start: int) -> int:
    """Without the higher place of an address (湖南省长沙市高新区 → 长沙市高新区), or all of it before a coined name."""
    first = place_after(clean[left:start])
    after = clean[left + first : start]
    second = (len(after) if is_place(after) else place_after(after)) if first else 0
    if not second:
        return left
    rest = left + first + second
    if coined(clean[rest:start]):
        return rest
    # 湖南白鹭经济开发区 is an official name, 湖南省长沙市高新区 an address
    return left + first if clean[left + first - 1] in "省市县区州" else left


def _after_inner(view: Words, left: int, start: int) -> int:
    """The start of the inner name: 甲市高新区乙科技城 → 乙科技城; 甲新区创新产业园 stays whole, its rest is no name."""
    inner = [s for s in finder("zone_heads", view.folder).spans(view.clean[left:start]) if s.end < start - left]
    if not inner:
        return left
    rest = left + inner[-1].end
    if view.clean[rest] == "”":  # “白鹭数谷”大数据产业园
        return left
    return rest if _kind(view, rest, start, view.clean[rest:start]) != "zone:common" else left


def _kind(view: Words, left: int, start: int, stem: str) -> str:
    """The rule for what a stem is: a place (青山高新区), quoted (“数谷”产业园), a name or common words."""
    tokens = view.within(left, start)
    if any(t.pos.startswith("ns") or is_division(t.word) for t in tokens) or _in_area(stem):
        return "zone:place"
    if "“" in stem:
        return "zone:quoted"
    if any(t.pos[:2] in ("nr", "nz", "nt") or t.pos in ("x", "eng") or len(t.word) == 1 for t in tokens):
        return "zone:name"
    return "zone:common"


def _in_area(stem: str) -> bool:
    """Whether a stem begins with the name of a customary area: 湘赣边区域合作."""
    gazetteer = load_gazetteer()
    return any(gazetteer.area(stem[:n]) is not None for n in range(2, min(6, len(stem)) + 1))


def _listed(view: Words, tail: int, start: int, end: int) -> Iterator[Mention]:
    """甲、乙、丙等特色小镇: every part with the head completed."""
    clean = view.clean
    left = max((m.start() for m in CLAUSE.finditer(clean, max(0, tail - 80), tail)), default=tail)
    pieces = split_list(clean, left, tail)
    if len(pieces) < 2 and clean[tail] != "等":
        return  # 建成白鹭3个园区
    if clean[start:end] in ("景区", "风景区", "旅游区"):
        return
    named = False
    beside: list[Mention] = []
    for n, piece in enumerate(pieces):
        begin = strip_prefix(clean, view.begin(piece.end), piece.end) if n == 0 else piece.start
        surface = clean[begin : piece.end]
        tokens = view.within(begin, piece.end)
        if not 2 <= len(surface) <= 12 or any(t.word in view.stop for t in tokens):
            continue
        if surface.endswith(("社区", "小区", "村", "镇", "故居", "大街", "路")):
            continue
        if surface.endswith(endings("zone_heads", view.folder)):  # 白鹭科技园、龙潭等园区
            yield _mention(begin, piece.end, surface, "zone:list")
            continue
        proper = any(t.pos.startswith(("ns", "nr", "nz", "nt")) for t in tokens)
        if proper or coined(surface):
            named = True
            yield _mention(begin, piece.end, surface + clean[start:end], "zone:list")
        elif PLAIN.fullmatch(surface) and not _LOOSE.search(surface):
            beside.append(_mention(begin, piece.end, surface + clean[start:end], "zone:list_beside"))
    if named:  # 石心、六零二等片区: what stands beside a name is one, too
        yield from beside


def _mention(start: int, end: int, name: str, rule: str) -> Mention:
    return Mention(start, end, "Zone", key_of(name), rule, CONFIDENCE[rule])
