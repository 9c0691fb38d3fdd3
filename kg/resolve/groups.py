"""Names that are found to be one thing, put together as they are found."""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...

    def __hash__(self) -> int: ...


Name = tuple[str, str]  # type and canonical name

_T = TypeVar("_T", bound=_Ordered)


class Groups(Generic[_T]):
    """Disjoint groups (union-find); the smallest of those that stood for a group stands for it."""

    def __init__(self) -> None:
        self._parent: dict[_T, _T] = {}

    def root(self, x: _T) -> _T:
        """What stands for the group of a name, which is alone at first."""
        parent = self._parent
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    def join(self, a: _T, b: _T) -> bool:
        """Put two groups together; False where they were one already."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return False
        if b < a:
            a, b = b, a
        self._parent[b] = a
        return True
