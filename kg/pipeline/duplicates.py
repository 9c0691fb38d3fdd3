"""Nearly equal documents: the same report on two sites counts once.

MinHash (Broder 1997) over runs of five characters estimates the share of runs that two texts have in common; bands of
the sketch (locality-sensitive hashing) find the candidates without comparing all with all. Figures tell reports of one
form apart, so that documents of different years or places are never duplicates, however alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import rensa

SIMILAR = 0.9  # share of common runs from which two texts are one
_RUN = 5
_HASHES = 128
_BAND = 8
_SHORTEST = 200  # characters; shorter texts have too few runs
_SEED = 42


class Sketch(NamedTuple):
    """What is compared of a document: hashes (empty when it is too short), year and place."""

    doc_id: str
    hashes: tuple[int, ...]
    about: tuple[int | None, str | None]


class Twin(NamedTuple):
    """A document and the earlier one that it nearly equals."""

    doc_id: str
    of: str
    similarity: float


def sketch(doc_id: str, text: str, year: int | None, place: str | None) -> Sketch:
    """The sketch of a text; blanks and marks are left out of account."""
    bare = re.sub(r"[\W_]", "", text)
    if len(bare) < _SHORTEST:
        return Sketch(doc_id, (), (year, place))
    hashed = rensa.RMinHash(num_perm=_HASHES, seed=_SEED)
    hashed.update([bare[i : i + _RUN] for i in range(len(bare) - _RUN + 1)])
    return Sketch(doc_id, tuple(hashed.digest()), (year, place))


class Duplicates:
    """Finds for each document that comes the first earlier one that it nearly equals."""

    def __init__(self) -> None:
        self._known: list[Sketch] = []
        self._bands: dict[int, list[int]] = {}

    def twin(self, new: Sketch) -> Twin | None:
        """The twin of a document; one without a twin is remembered."""
        if not new.hashes:
            return None
        keys = [hash((i, *new.hashes[i : i + _BAND])) for i in range(0, _HASHES, _BAND)]
        near = sorted({at for key in keys for at in self._bands.get(key, ())})
        for at in near:
            old = self._known[at]
            similarity = _similarity(old.hashes, new.hashes)
            if old.about == new.about and similarity >= SIMILAR:
                return Twin(new.doc_id, old.doc_id, round(similarity, 3))
        for key in keys:
            self._bands.setdefault(key, []).append(len(self._known))
        self._known.append(new)
        return None


def _similarity(a: Sequence[int], b: Sequence[int]) -> float:
    return sum(1 for x, y in zip(a, b, strict=True) if x == y) / len(a)
