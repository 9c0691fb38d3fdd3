"""What the places of a text make up: nothing where they lie all over, the division above where they are many.

Example: six prefectures of a province give the province. No example: one that names two others as its partners.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.ontology import Gazetteer
from kg.ontology.divisions import COUNTY, MUNICIPALITIES, is_prefecture, is_province

_MANY = 3  # counties of one prefecture besides the one named most, so that a text is about all of it
_PROVINCES = 5  # whose counties a text names about as often as the one named most, so that it is about none


def scattered(best: str, counts: Counter[str], plain: set[str]) -> bool:
    """Whether a text, like a feed of short news, speaks alike of counties and cities of many provinces."""
    if is_province(best):
        return False
    shares: Counter[str] = Counter()
    for code, count in counts.items():
        if code in plain and not is_province(code):
            shares[code[:2]] = max(shares[code[:2]], count)
    most = shares[best[:2]]
    return sum(3 * count >= most for count in shares.values()) >= _PROVINCES


def of_several(best: str, counts: Counter[str], gazetteer: Gazetteer) -> str | None:
    """The prefecture of a county, where a text that names it speaks of more than two others of its counties as well.

    So the province of a prefecture, where more than three others together stand oftener.
    """
    if len(best) == COUNTY and is_prefecture(best):  # 8个项目落子皖北, of six cities
        cities = [c for c in counts if c[:2] == best[:2] and is_prefecture(c) and c != best]
        few = _MANY - 1 if counts[f"{best[:2]}0000"] else _MANY  # 云南 and three of its cities besides
        return f"{best[:2]}0000" if len(cities) > few and counts[best] < sum(counts[c] for c in cities) else None
    if len(best) != COUNTY or best.endswith("00"):
        return None
    cities = [up for up in gazetteer.parents(best) if up.endswith("00")]
    above = next((up for up in cities if up.startswith(MUNICIPALITIES) or not is_province(up)), None)
    if above is None or 2 * counts[above] < counts[best]:
        return None
    others = [c for c in counts if c != best and len(c) == COUNTY and counts[c] and above in gazetteer.parents(c)]
    return above if len(others) >= _MANY else None


def all_over(best: str, named: Sequence[str], own: bool) -> str | None:
    """The province of a text that names places of five of its prefectures, those of the one named most less than half.

    Args:
        best: the county or city that is named most.
        named: the codes of all places of the text, each time that it names one.
        own: whether the text speaks of all of a province (全省).
    """
    inside = [code for code in named if code[:2] == best[:2] and not is_province(code)]
    if not own or is_province(best) or best.startswith(MUNICIPALITIES):
        return None
    prefectures = Counter(code[:4] for code in inside)
    few = 2 * prefectures[best[:4]] < len(inside)
    return f"{best[:2]}0000" if few and len(prefectures) > _MANY + 1 else None


def within_one(named: Sequence[str]) -> str | None:
    """The province of a text on all of one that it never names: that of nearly all its places, of five prefectures.

    Args:
        named: the codes of all places of the text, each time that it names one.
    """
    places = {code for code in named if not is_province(code)}
    provinces = Counter(code[:2] for code in places)
    most = max(provinces, key=lambda p: (provinces[p], p), default="")
    prefectures = {code[:4] for code in places if code[:2] == most}
    few = len(prefectures) <= _MANY + 1 or most in MUNICIPALITIES or 5 * provinces[most] < 4 * len(places)
    return None if few else f"{most}0000"
