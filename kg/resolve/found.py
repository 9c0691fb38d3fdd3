"""The mentions of a text by where they begin, which may come and go."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from kg.types import Mention, Span


class Found:
    """The mentions by where they begin."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all = sorted(mentions, key=_start)
        self.reach = max((m.end - m.start for m in self.all), default=0)

    def over(self, span: Span) -> list[Mention]:
        """The mentions that have characters of a span."""
        first = bisect_left(self.all, span.start - self.reach, key=_start)
        last = bisect_left(self.all, span.end, key=_start)
        return [m for m in self.all[first:last] if m.end > span.start]

    def add(self, m: Mention) -> None:
        insort(self.all, m, key=_start)
        self.reach = max(self.reach, m.end - m.start)

    def drop(self, m: Mention) -> None:
        del self.all[self.all.index(m, bisect_left(self.all, m.start, key=_start))]


def _start(m: Mention) -> int:
    return m.start
