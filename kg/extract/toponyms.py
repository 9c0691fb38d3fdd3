"""Toponym resolution: which of the divisions of one name a text means.

Decided by the place that stands right before, then by the document's own region, then by the place mentioned last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from kg.extract.region_candidates import Candidate
from kg.ontology import Gazetteer
from kg.ontology.divisions import COUNTY, is_province
from kg.types import Ref

_RECENT = 8  # places mentioned before that may hold the next one


def home_code(home: Ref | None, gazetteer: Gazetteer) -> str | None:
    """The division of a home: its code, or for a Zone the place with which its name begins (株洲高新区 → 430200)."""
    if home is None:
        return None
    if home.key in gazetteer:
        return gazetteer.get(home.key).code
    if home.type == "Region":  # one that the register lacks
        return None
    for end in range(len(home.key), 1, -1):
        codes = gazetteer.find(home.key[:end])
        if codes:
            return codes[0]
    return None


def is_told(code: str, home: str | None, named: Collection[str], gazetteer: Gazetteer) -> bool:
    """Whether a town of another city may be meant, which needs its county or city named too.

    龙港镇 in a report of 苍南县 was a town there, though the gazetteer only has one of that name far away today.
    """
    if len(code) < 9 or home is None or code[:4] == home[:4] or is_province(home):
        return True
    return any(up in named for up in gazetteer.parents(code) if not is_province(up))


class Toponyms:
    """Divisions as one document sees them: from its own, in its year.

    Args:
        gazetteer: the divisions.
        home: the code of the document's own, None where it is unknown.
        year: the year of the document.
    """

    def __init__(self, gazetteer: Gazetteer, home: str | None, year: int | None) -> None:
        self.gazetteer = gazetteer
        self.home = home
        self.year = year or 9999
        self.lineage = (home, *gazetteer.parents(home)) if home else ()

    def at_home(self, code: str) -> bool:
        """Whether a division lies in the document's own county or city."""
        return self.home is not None and self.gazetteer.contains(self.home[:COUNTY], code)

    def near(self, code: str) -> bool:
        """Whether a division is home, lies in it or above it."""
        return code in self.lineage or self.at_home(code)

    def related(self, code: str) -> bool:
        """Whether a division is home, lies in it, above it or beside it."""
        if not self.home:
            return False
        if self.near(code):
            return True
        parents, its = self.gazetteer.parents(self.home), self.gazetteer.parents(code)
        if not parents:
            return False
        return parents[0] in its[:1] or (not is_province(parents[0]) and self.gazetteer.contains(parents[0], code))

    def beside(self, code: str, other: str) -> bool:
        """Whether two divisions share what lies above them, as the members of a list do."""
        if other not in self.gazetteer:
            return False
        mine, its = self.gazetteer.parents(code)[:1], self.gazetteer.parents(other)[:1]
        return mine == its or self.near(code) or self.gazetteer.contains(other, code) or code[:2] == other[:2]

    def told(self, code: str, named: Collection[str]) -> bool:
        """See `is_told`."""
        return is_told(code, self.home, named, self.gazetteer)

    def alive(self, codes: Iterable[str]) -> list[str]:
        """Those divisions that existed in the document's year, or all where none did."""
        codes = list(codes)
        alive = [c for c in codes if (until := self.gazetteer.get(c).until) is None or until >= self.year - 1]
        return alive or codes

    def gone(self, code: str) -> bool:
        """Whether a division had been abolished for years."""
        until = self.gazetteer.get(code).until
        return until is not None and until < self.year - 2

    def which(self, c: Candidate, above: str | None, established: Collection[str], last: Sequence[str]) -> str | None:
        """The one division that a name means here, or None where nothing decides.

        Args:
            c: the name.
            above: the division whose name stands right before.
            established: the divisions that the text names in full, and those that were decided.
            last: the divisions mentioned before, in order.
        """
        gazetteer = self.gazetteer
        if above:
            inside = [code for code in c.codes if code != above and gazetteer.contains(above, code)]
            if inside:
                return self.alive(inside)[0]
        bearers = c.codes if len(c.codes) == 1 else self._bearers(c)
        if len(bearers) == 1:
            return bearers[0] if self.told(bearers[0], established) else None
        home = self.home or ""
        tests = (
            lambda code: code in self.lineage,
            lambda code: self.at_home(code),
            lambda code: code in established,
            lambda code: self.related(code),
            lambda code: bool(home) and code[:4] == home[:4],
            lambda code: any(gazetteer.contains(near, code) and near[2:] != "0000" for near in last[-_RECENT:]),
            lambda code: bool(home) and code[:2] == home[:2],
            lambda code: any(gazetteer.contains(near, code) for near in last[-_RECENT:]),
        )
        for test in tests:
            if hits := [code for code in bearers if test(code)]:
                hits = self.alive(hits)
                return hits[0] if len(hits) == 1 or len(hits[0]) == COUNTY else None
        hits = [code for code in self.alive(bearers) if self.told(code, established)]
        top = [code for code in hits if code.endswith("00")]
        return (top or hits)[0] if len(hits) == 1 or top else None

    def _bearers(self, c: Candidate) -> Sequence[str]:
        """Those who bear a name today, with the towns at home that do: the county 金乡 elsewhere, or the town here."""
        if c.kind == "town":
            return c.codes
        bearers = self.gazetteer.bearers(c.name)
        if c.kind == "short":
            bearers = (*bearers, *(code for code in c.codes if code not in bearers and self.at_home(code)))
        return bearers
