"""Works that brackets behind a work list: 改造城区道路（人民路、解放路、滨江大道）; none ends where its bracket does.

Each part with a head word of its own is a work, be it seen elsewhere or not. No example: 村民服务中心（石桥、龙潭、
青山）, whose parts have none; 白鹭产业园（一期、二期）; 食用菌基地（香菇、木耳）.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.resolve.heads import is_head, whole
from kg.resolve.names import canonical
from kg.types import Mention

_NAME = "(?:(?!等)[一-龥A-Za-z0-9]){3,12}"
_LIST = re.compile(f"（(?:其中|含|包含|包括|即|主要)?(?P<parts>{_NAME}(?:[、和及]{_NAME}){{1,11}})等?）")
_PART = re.compile("[^、和及]+")
_NO_NAME = re.compile("^[一二三四五六七八九十两首]期|^[^一-龥]|[个处座条所]|的|改造|新建|完成")
_SHARE = 0.6  # of the parts that must have a head word of their own for all of these to be works


def with_bracketed(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions and the works of such lists that are none yet, sorted; what goes over an end of a bracket is cut."""
    works = {m.end: m for m in mentions if m.type == "Project"}
    made: dict[tuple[int, int], Mention] = {}
    for found in _LIST.finditer(clean) if works else ():
        work = works.get(found.start())
        parts = list(_PART.finditer(clean, *found.span("parts")))
        if work is None or _owned(parts) < _SHARE * len(parts):
            continue
        for part in parts:
            if whole(part[0]) and not _NO_NAME.search(part[0]) and not is_head(part[0]):
                made[part.span()] = Mention(
                    *part.span(), "Project", canonical(part[0]), "list:bracket", work.confidence
                )
    if not made:
        return list(mentions)
    part_at = {at: m for m in made.values() for at in range(m.start, m.end)}
    kept = [m for m in mentions if not _gives_way(m, part_at)]
    here = {(m.start, m.end) for m in kept if m.type == "Project"}
    new = [m for span, m in made.items() if span not in here]
    return sorted([*kept, *new], key=lambda m: (m.start, -m.end, m.type, m.key))


def _owned(parts: Sequence[re.Match[str]]) -> int:
    return sum(whole(part[0]) for part in parts)


def _gives_way(m: Mention, part_at: Mapping[int, Mention]) -> bool:
    """Whether a mention crosses an end of a part, or is the same stretch as another thing."""
    first, last = part_at.get(m.start), part_at.get(m.end - 1)
    if m.type == "Region" or (first is None and last is None):
        return False
    if first is last and first is not None:
        return (m.start, m.end) == (first.start, first.end) and m.type != "Project"
    goes_on = first is not None and (m.start > first.start or m.type == "Project")  # 滨江大道|）改造
    return goes_on or (last is not None and m.end < last.end)
