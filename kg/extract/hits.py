"""Where the words of the lexicons stand in a text, by classes of words: hints for the tagger and the arbitration."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from kg.ontology.lexicon import Lexicon

Codes = npt.NDArray[np.int64]


class _List(NamedTuple):
    """A column of a word list: `only` is a column and the value it must have, `shortest` the shortest word taken."""

    table: str
    column: str = "name"
    shortest: int = 2
    only: tuple[str, str] | None = None


# class of hit → where its words stand; lists that a lexicon folder lacks are left out
CLASSES: dict[str, tuple[_List, ...]] = {
    "region": (_List("regions"), _List("region_changes")),
    "area": (_List("customary_regions"), _List("customary_regions", "alias")),
    "zone": (_List("zones", shortest=4),),
    "zone_head": (_List("zone_heads"),),
    "organization": (_List("organizations", shortest=3),),
    "organization_head": (_List("organization_heads"),),
    "enterprise": (_List("enterprises"),),
    "enterprise_suffix": (_List("enterprise_suffixes"),),
    "project_head": (_List("project_heads"),),
    "boundary": (_List("name_boundaries", shortest=1), _List("phrase_edges", shortest=1), _List("name_restarts")),
    "generic": (_List("generic_words"), _List("phrase_generic")),
    "statistic": (_List("statistic_heads"), _List("indicators", shortest=3)),
    "received": (_List("verbs_received"), _List("verbs_sought")),
    "stage": (_List("status_verbs"),),
    "program": (_List("programs"), _List("programs", "alias")),
    "slogan": (_List("slogans"), _List("slogans", "alias")),
    "honor": (_List("honors", shortest=3), _List("honors", "alias", 3)),
    "industry": (_List("industries"), _List("industries", "alias")),
    "event": (_List("events", shortest=3), _List("events", "alias", 3)),
    "program_head": (_List("phrase_heads", "head", only=("type", "Program")),),
    "slogan_head": (_List("phrase_heads", "head", only=("type", "Slogan")),),
    "honor_head": (_List("phrase_heads", "head", only=("type", "Honor")),),
    "event_head": (_List("phrase_heads", "head", only=("type", "Event")),),
}


class _Automaton(NamedTuple):
    """All words of the lists; `classes[first[i]:first[i + 1]]` are the places in `names` of the classes of word i."""

    words: CharwiseDoubleArrayAhoCorasick
    first: Codes
    classes: Codes
    names: tuple[str, ...]


@functools.lru_cache(maxsize=4)
def _automaton(lexicon: Lexicon) -> _Automaton:
    names = tuple(k for k, lists in CLASSES.items() if any((lexicon.folder / f"{x.table}.tsv").exists() for x in lists))
    classes: dict[str, int] = {}  # a bit for each class
    for at, name in enumerate(names):
        for source in CLASSES[name]:
            for value in _words(lexicon, source):
                classes[value] = classes.get(value, 0) | 1 << at
    words = sorted(classes)
    bits = np.fromiter(map(classes.__getitem__, words), np.int64, len(words))
    belongs = bits[:, None] >> np.arange(len(names)) & 1
    first = np.concatenate([[0], np.cumsum(belongs.sum(1))])
    automaton = CharwiseDoubleArrayAhoCorasick(words or ["\0"], MATCH_KIND_STANDARD)
    return _Automaton(automaton, first, np.nonzero(belongs)[1], names)


def _words(lexicon: Lexicon, source: _List) -> Iterator[str]:
    if not (lexicon.folder / f"{source.table}.tsv").exists():
        return
    for row in lexicon.rows(source.table):
        if source.only and row.get(source.only[0]) != source.only[1]:
            continue
        for value in row.get(source.column, "").split("|"):
            if len(value) >= source.shortest:
                yield value


@functools.lru_cache(maxsize=1)  # the tagger and the arbitration ask for the same text
def hits(clean: str, lexicon: Lexicon) -> Mapping[str, npt.NDArray[np.uint8]]:
    """For each class of lexicon words where they stand: 1 begin, 2 inside, 3 end, 4 a whole one-character word."""
    automaton = _automaton(lexicon)
    size = len(clean)
    out = np.zeros(len(automaton.names) * size, np.uint8)
    found = automaton.words.find_overlapping(clean) if len(automaton.classes) else []
    if found:
        start, end, word = np.array(found, np.int64).T
        count = automaton.first[word + 1] - automaton.first[word]
        at = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count - automaton.first[word], count)
        shift = automaton.classes[at] * size  # the classes one after the other
        start, length = _longest(np.repeat(start, count) + shift, np.repeat(end, count) + shift)
        inside = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length - start, length)
        out[inside] = 2
        out[start + length - 1] = 3
        out[start] = np.where(length > 1, 1, 4)
    return dict(zip(automaton.names, out.reshape(len(automaton.names), size), strict=True))


def _longest(start: Codes, end: Codes) -> tuple[Codes, Codes]:
    """Begin and length of the first span, the longest of those that begin there, then the next after its end …"""
    order = np.lexsort((-end, start))
    start, end = start[order], end[order]
    fresh = np.diff(start, prepend=-1) > 0
    start, end = start[fresh], end[fresh]
    taken, until = [], 0
    for i, (a, b) in enumerate(zip(start.tolist(), end.tolist(), strict=True)):
        if a >= until:
            taken.append(i)
            until = b
    return start[taken], (end - start)[taken]
