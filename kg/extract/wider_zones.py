"""Other spans that a zone's name may have, proposed beside the shorter one.

Example: 石台化工园, where a dictionary word cuts off 石, and 青山—白鹭合作区. No example: 建设化工园, 三个化工园.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.lists import item_begin
from kg.extract.names import Words, coined, endings, finder, generic, is_place, place_after, place_before
from kg.extract.zone_rules import COUNTED, LOOSE, WON, zone
from kg.extract.zone_stems import in_area
from kg.types import Mention

_BUILDS = frozenset(["建设", "开发", "发展", "管理", "创新", "服务", "升级", "振兴", "改革"])


def wider_zones(view: Words, start: int, end: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """Other spans that the zone's name may have: for dictionary words cut many names wrongly, and chains have parts.

    石|台化工园 and 静月|高新区 are whole where they fill the item of a list; 青|山—白鹭合作区 and 石墨和石墨烯产业园
    are joined; 云岭综合保税区白鹭片区 is one zone and two.
    """
    clean = view.clean
    seen = {(m.start, m.end) for m in found}
    for rule, left in (
        *((_rule_of_join(clean, m.start), _joined(view, m.start, end)) for m in found if m.end == end),
        ("zone:item", _item(view, start, end)),
        *(("zone:chain", _chain(view, m.start)) for m in found if m.end == end),
    ):
        if left is not None and (left, end) not in seen and end - left <= 26:
            seen.add((left, end))
            yield zone(left, end, clean[left:end], rule)


def _item(view: Words, start: int, end: int) -> int | None:
    """Where the item of a list begins that a head word ends, when nothing in it speaks against a name."""
    clean = view.clean
    begin = item_begin(clean, start, 16, "、，。；：！？\n（）“”")
    if begin is None or (stem := clean[begin:start]) in generic(view.folder, "ZoneStem"):
        return None
    if COUNTED.search(stem) or LOOSE.search(stem) or WON.search(stem) or is_place(clean[begin:end]):
        return None
    place = place_after(clean[begin:end]) or in_area(stem)
    if clean[start:end].endswith(endings("zone_words", view.folder, "area")) and not place:
        return None
    inside = view.within(begin, start)
    if inside and inside[0].word in _BUILDS:
        return None
    at_home = view.at_home("zone") if place else view.at_home()
    return None if any(t.word not in at_home for t in view.acting(begin, start)) else begin


def _joined(view: Words, left: int, end: int) -> int | None:
    """白鹭电子信息|及软件产业园, 白鹭|—龙潭产业园: what joins may be inside the name, when a name stands before it.

    白鹭|至龙潭城镇带 has two ends as a road has.
    """
    clean = view.clean
    along = clean.endswith(("带", "走廊"), left, end)
    if clean[left - 1 : left] not in tuple("及和与—-·" + "至" * along):
        return None
    begin = view.begin(left - 1, 14)
    stem = clean[begin : left - 1]
    named = place_after(stem) or is_place(stem) or coined(stem)
    long = len(stem) >= (2 if clean[left - 1] in "—-·至" else 4)
    return begin if named and long and not stem.endswith(("区", "园", "县", "市", "公司", "集团")) else None


def _rule_of_join(clean: str, left: int) -> str:
    """Names that a dash joins (青山—白鹭合作区) are surer than those that 和 or 及 does."""
    return "zone:paired" if clean[left - 1 : left] in ("—", "-", "·", "至") else "zone:joined"


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
