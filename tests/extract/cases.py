"""Case tables of the extraction rules: a sentence, a tab, the names that must be found (| between them), or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.text import analyse
from kg.types import Article, Mention, Text

FOLDER = Path(__file__).parent
Finder = Callable[[Text, Lexicon], Iterable[Mention]]


def read_cases(table: str) -> list[tuple[str, tuple[str, ...]]]:
    """The rows of cases_TABLE.tsv; lines that start with # are notes."""
    cases = []
    for line in (FOLDER / f"cases_{table}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, names = line.partition("\t")
            cases.append((sentence, tuple(name for name in names.split("|") if name)))
    return cases


def find(finder: Finder, sentence: str, least: float = 0.3) -> list[Mention]:
    """What a layer finds in a sentence with at least a confidence."""
    text = analyse(Article("test", f"青山县工作\n{sentence}"), load_lexicon())
    return [m for m in finder(text, load_lexicon()) if m.confidence >= least]


def names(finder: Finder, sentence: str) -> tuple[str, ...]:
    """The keys of what a layer finds, in order, without repeats; of two that overlap the surer one."""
    found = find(finder, sentence)
    surest = [m for m in found if not any(_surer(other, m) for other in found)]
    return tuple(dict.fromkeys(m.key for m in sorted(surest, key=lambda m: (m.start, m.end))))


def _surer(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end and one.confidence > other.confidence
