"""The zones of a list that share the head word behind the last of them.

Example: 白鹭、龙潭等特色小镇, 白鹭、龙潭片区 are two each. No example: 建成白鹭3个园区, 城市、乡村片区.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.lists import CLAUSE, split_list
from kg.extract.names import Words, coined, endings, finder, strip_prefix
from kg.extract.zone_rules import LOOSE, PLAIN, zone
from kg.types import Mention

SHARING = ("片区", "小镇", "组团", "工业园", "工业园区")  # 白鹭、龙潭片区: heads that a list of two names shares
_OFFICE = re.compile("(?:常委|委员|书记|主任|[局部会市县区镇]长)$")  # 松泉县委常委、白鹭片区指挥长
LIST_TAIL = re.compile(
    r"等(?:\d+|[一二两三四五六七八九十]+)?(?:个|大|一批)?"
    r"(?:特色|专业|重点|农业|产业|省级|国家级|市级|县级|现代|优势|骨干|主要|核心|新型|科技|工业|老工业|乡镇|镇域|城市|创新|都市|精品|主题|专题)*$|"
    r"[一二两三四五六七八九十]大$|"
    r"(?<=[一-龥])(?:\d+|[一二两三四五六七八九十]+)个(?:区县|县区|市级|县域|特色|专业|重点|农业|产业|省级|国家级)*$"
)


def zone_before(view: Words, stop: int, head: str) -> Iterator[Mention]:
    """白鹭、龙潭片区: the name before, which has the head word of the one behind it."""
    begin = view.begin(stop, 10)
    name = view.clean[begin:stop]
    if not 2 <= len(name) <= 8 or name[-1] in "省市县区镇乡村城园港路山湖河江溪":
        return
    if _OFFICE.search(name) or any(finder("zone_heads", view.folder).spans(name)):
        return
    tokens = view.within(begin, stop)
    named = any(t.pos.startswith(("ns", "nz")) or len(t.word) == 1 for t in tokens)  # 白鹭|湾
    if coined(name) == len(name) or (len(tokens) <= 2 and named):
        yield zone(begin, stop, name + head, "zone:shared")


def zones_of_list(view: Words, tail: int, start: int, end: int) -> Iterator[Mention]:
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
            yield zone(begin, piece.end, surface, "zone:list")
            continue
        # 刘家|塅: no dictionary knows that character
        proper = any(t.pos.startswith(("ns", "nr", "nz", "nt")) or (t.pos == "x" and t.word.isalpha()) for t in tokens)
        if proper or coined(surface):
            named = True
            yield zone(begin, piece.end, surface + clean[start:end], "zone:list")
        elif PLAIN.fullmatch(surface) and not LOOSE.search(surface):
            beside.append(zone(begin, piece.end, surface + clean[start:end], "zone:list_beside"))
    if named:  # 石心、六零二等片区: what stands beside a name is one, too
        yield from beside
