"""What stands before a zone's head word: a place, a quoted or other name, or common words.

Example: 青山 of 青山高新区 is a place, “数谷” of “数谷”产业园 quoted.
No example: 现代农业 of 现代农业产业园 is no name.
"""

from __future__ import annotations

from kg.extract.names import Words, is_division
from kg.ontology.gazetteer import load_gazetteer


def stem_kind(view: Words, left: int, start: int, stem: str) -> str:
    """The rule for what a stem is: a place (青山高新区), quoted (“数谷”产业园), a name or common words."""
    tokens = view.within(left, start)
    if any(t.pos.startswith("ns") or is_division(t.word) for t in tokens) or in_area(stem):
        return "zone:place"
    if "“" in stem:
        return "zone:quoted"
    if any(t.pos[:2] in ("nr", "nz", "nt") or t.pos in ("x", "eng") or len(t.word) == 1 for t in tokens):
        return "zone:name"
    return "zone:common"


def in_area(stem: str) -> bool:
    """Whether a stem begins with the name of a customary area: 湘赣边区域合作."""
    gazetteer = load_gazetteer()
    return any(gazetteer.area(stem[:n]) is not None for n in range(2, min(6, len(stem)) + 1))
