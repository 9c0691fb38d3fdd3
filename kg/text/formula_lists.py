"""Lists of a formula told by their word (“一轴三带”，布局甲带、乙带、丙带) or their role, not by its pieces."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from kg.ontology.lexicon import Lexicon
from kg.text.counts import Piece
from kg.text.enumerated_items import About
from kg.text.parts_of_lists import read_list
from kg.types import Enumeration, Span

_ROLE = re.compile(r"以(?P<list>[^，。；“”]{3,80}?)为(?P<as>[^，。；、“”]{1,12}?)(?=[，。；的、“]|$)")
_CLAUSE = re.compile(r"[^，；。\n]+")
_CLAUSES = 6  # clauses behind a formula in which its lists are looked for


def by_words(
    clean: str, about: About, formula: Sequence[Piece], region: Span, lexicon: Lexicon
) -> Iterator[Enumeration]:
    """“一轴三带”，沿大道，布局甲带、乙带、丙带: clauses each with as many names in its word as a piece says."""
    parts: list[Span] = []
    clauses = [Span(*m.span()) for m in itertools.islice(_CLAUSE.finditer(clean, region.start, region.end), _CLAUSES)]
    for piece in formula:
        word = piece.text[1:]
        for clause in clauses if piece.size > 1 and "一" <= word[:1] <= "龥" else ():
            listed = read_list(clean, clause, piece.size, lexicon, strict=False)
            if listed and all(clean.endswith(word, *part) and part.end - part.start > len(word) + 1 for part in listed):
                parts += listed
                break
    if parts:
        yield Enumeration(about[0], about[1], tuple(parts), "pieces")


def by_roles(
    clean: str, about: About, formula: Sequence[Piece], region: Span, lexicon: Lexicon
) -> Iterator[Enumeration]:
    """“2+3”产业体系，即以甲、乙为支柱，以丙、丁、戊为特色: a list in a role for each number of the formula."""
    parts: list[Span] = []
    roles = [*_ROLE.finditer(clean, region.start, region.end)]
    if not 1 < len(roles) <= len(formula):
        return
    for role, piece in zip(roles, formula, strict=False):
        listed = read_list(clean, Span(*role.span("list")), piece.size, lexicon, strict=False)
        if piece.size and not listed:
            return
        parts += listed if piece.size else ()
    if len(parts) > 1:
        yield Enumeration(about[0], about[1], tuple(parts), "pieces")
