"""The mentions of one sentence by where they begin and end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from kg.types import Mention


class Things:
    """The mentions of one sentence, in the order of the text, with the questions that are asked of each amount.

    Each question takes logarithmic time, so that a sentence of any length takes little more than its length.
    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all: Sequence[Mention] = tuple(mentions)
        self._starts = [m.start for m in self.all]
        self._by_end = sorted(range(len(self.all)), key=lambda i: (self.all[i].end, i))
        self._ends = [self.all[i].end for i in self._by_end]
        self._last: dict[frozenset[str], list[int]] = {}

    def without(self, type_: str) -> Things:
        """The mentions of other types."""
        return Things(m for m in self.all if m.type != type_)

    def starting(self, first: int, last: int) -> Sequence[Mention]:
        """Those that begin at a position from `first` to `last`."""
        return self.all[bisect_left(self._starts, first) : bisect_right(self._starts, last)]

    def ending(self, first: int, last: int) -> Sequence[Mention]:
        """Those that end at a position from `first` to `last`, in the order of the text."""
        found = self._by_end[bisect_left(self._ends, first) : bisect_right(self._ends, last)]
        return [self.all[i] for i in sorted(found)]

    def last_before(self, at: int, types: frozenset[str]) -> Mention | None:
        """Of those of some types that end before or at a position the last one, None where there is none."""
        if types not in self._last:
            best = -1
            self._last[types] = [best := max(best, i) if self.all[i].type in types else best for i in self._by_end]
        n = bisect_right(self._ends, at)
        found = self._last[types][n - 1] if n else -1
        return self.all[found] if found >= 0 else None

    def any_before(self, at: int) -> bool:
        """Whether any ends before or at a position."""
        return bool(self._ends) and self._ends[0] <= at
