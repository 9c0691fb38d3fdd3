"""Where a zone's name begins behind a verb, the higher places of an address and the zone around it.

Example: 发展|浦江葡萄产业园, 湖南省|长沙市高新区, 甲市高新区|乙科技城.
No example: 建湖高新区, 甲新区创新产业园, which are whole.
"""

from __future__ import annotations

import re

from kg.extract.names import Words, coined, finder, is_division, is_place, place_after, strip_prefix
from kg.extract.zone_stems import stem_kind

_MADE = frozenset(["做强", "做优", "做大", "做精", "做细", "做美", "做特"])  # 做大做强|白鹭药谷
_DEFINED = re.compile(r"“[^”]{1,10}”(?:指|即|是指|是|为|分别)")  # “两区”指白鹭国际社区
_DOES = ("v", "d", "ad", "vd", "c", "p")  # what a place's name may stand behind but never after itself
_AND_MORE = re.compile("(?:片区|组团|园区|新城|新区|小镇|景区)[和与及]")


def first_begin(view: Words, start: int, end: int) -> int:
    """Where a name begins as the words before its head word are cut, without 做大|做强 and what explains it."""
    clean = view.clean
    left = strip_prefix(clean, view.begin(start), end)
    if clean[left - 1 : left + 1] in _MADE:
        left += 1
    if defined := _DEFINED.match(clean, left, start):
        left = defined.end()
    return left


def zone_begin(view: Words, left: int, start: int) -> int:
    """Where a name begins that is cut from `left` on, without a verb, an address and the zone around it."""
    clean = view.clean
    left = _after_verb(view, left, start)
    left = _after_chain(clean, left, start)
    left = _after_inner(view, left, start)
    left += _AND_MORE.match(clean, left - 2) is not None and start - left > 2  # 云岭组团和|田岭片区: no 和田
    return left


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
    return rest if stem_kind(view, rest, start, view.clean[rest:start]) != "zone:common" else left
