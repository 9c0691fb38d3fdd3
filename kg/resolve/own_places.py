"""Names with and without the document's own place, in documents of one place: 青石经开区, 云岭青石经济技术开发区.

Example: in documents about 云岭县 县人民医院 is 云岭县人民医院 and 经开区 is 云岭经开区.
No example: 经开区 of a document about 云岭县 and that of its city, 临江经开区.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.resolve.heads import is_head
from kg.resolve.names import canonical, comparable

_TYPES = frozenset({"Zone", "Organization", "Project"})
_OF_OWN_ONLY = "Organization"  # 人民医院 of a county is not that of its city
_LEVELS = "省市县区州旗盟"
_LEAST = 3  # characters that stay without the place itself …
_LEAST_ABOVE = 4  # … and without those above it, where they must be more than a head word


def own_forms(type_: str, key: str, codes: Sequence[str], region_name: Callable[[str], str | None]) -> list[str]:
    """The forms by which a name is known in documents of a place: itself without the place and those above.

    Args:
        type_, key: of the name.
        codes: of the place that its documents are about, and of those above it.
        region_name: the display name of a code.
    """
    if type_ not in _TYPES or not codes:
        return []
    names = [shown for code in codes if (shown := region_name(code))]
    if not names:
        return []
    name = canonical(key)
    own = _without(name, names[:1])
    if own == name and name[0] == names[0][-1] and name[0] in _LEVELS and len(name) > _LEAST:
        own = name[1:]  # 县|人民医院
    forms = [comparable(type_, own)] if len(own) >= _LEAST else []
    above = "" if type_ == _OF_OWN_ONLY else _without(name, names)
    if len(above) >= _LEAST_ABOVE and not is_head(above) and above[0] not in _LEVELS:
        forms.append(comparable(type_, above))
    return list(dict.fromkeys(forms))


def _without(name: str, places: Sequence[str]) -> str:
    """A name without the names of places at its start, each in full or short: 临江市云岭|青石经开区."""
    written = [form for place in places for form in (place, place[:-1]) if len(form) > 1]
    while begin := next((form for form in written if name.startswith(form) and len(name) >= len(form) + _LEAST), None):
        name = name[len(begin) :]
    return name
