"""What the trained tagger looks at: for each character the hashed features of all templates, made with numpy.

A feature is a 32-bit hash of its template and its values (characters, words, tags); nothing of a text can be read back
from a model. Value 0 means that the template does not apply there.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from kg.extract.encoder import classes, load_encoder
from kg.extract.pieces import pieces
from kg.ontology.lexicon import Lexicon
from kg.types import Text

Ints = npt.NDArray[np.uint64]
Codes = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint32]
Number = TypeVar("Number", np.int64, np.uint64)


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
_HEADS = (
    "zone_head", "organization_head", "enterprise_suffix", "project_head", "program_head", "slogan_head", "honor_head",
    "event_head",
)  # fmt: skip
_ALIASES = re.compile(r"[|,]")
_PARTS = {"title": 1, "body": 2, "glossary": 3, "furniture": 4}
_K1, _K2 = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_S1, _S2 = np.uint64(29), np.uint64(32)
_UP = np.arange(125, dtype=np.uint64)
AHEAD = 12  # characters that one looks ahead for a head word
_CLAUSE = re.compile(r"[^，。；：！？、\n]+")
_SEGMENT = re.compile(r"[^，。；：！？\n]+")
_QUOTED = re.compile(r"“([^“”\n]{1,40})”")
_BOOK = re.compile(r"《([^《》\n]{1,60})》")
_BRACKET = re.compile(r"（([^（）\n]{1,60})）")
_STOPS = "，。；：！？、\n"
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两")


class Row(NamedTuple):
    """The features of one template: of each character, or, with `codes`, of each value and which value a character has.

    Few values are looked up once, however many characters have them; `hashes[0]` is 0 when most have none.
    """

    hashes: Hashes
    codes: Codes | None = None


class Features(NamedTuple):
    """The features of a text: its length and one row for each template."""

    size: int
    rows: tuple[Row, ...]

    def dense(self) -> Hashes:
        """The features one by one: (templates, characters)."""
        out = np.zeros((max(len(self.rows), 1), self.size), np.uint32)
        for values, row in zip(out, self.rows, strict=False):
            values[:] = row.hashes if row.codes is None else row.hashes[row.codes]
        return out


def features(text: Text, lexicon: Lexicon) -> Features:
    """The features of each character of `text.clean`."""
    clean, n = text.clean, len(text.clean)
    if n == 0:
        return Features(0, ())
    char = np.frombuffer(
        clean.lower().encode("utf-32-le") if len(clean.lower()) == n else clean.encode("utf-32-le"), np.uint32
    ).astype(np.uint64)
    kind = _kinds(clean)
    lengths = np.fromiter((t.end - t.start for t in text.tokens), np.int64, len(text.tokens))
    of = np.repeat(np.arange(len(lengths)), lengths)  # character → word
    starts = np.cumsum(lengths) - lengths
    within = np.arange(n) - starts[of]
    length = lengths[of]
    place = np.where(length == 1, 3, np.where(within == 0, 0, np.where(within == length - 1, 2, 1))).astype(np.uint64)
    word, pos = _codes([t.word for t in text.tokens]), _codes([t.pos for t in text.tokens])
    w = {k: _shift(word, k)[of] for k in (-1, 0, 1)}
    p = {k: _shift(pos, k)[of] for k in (-2, -1, 0, 1, 2)}
    c = {k: _shift(char, k) for k in (-3, -2, -1, 0, 1, 2, 3)}
    quote, inside, before, after = _quotes(clean)
    first, last, left, right = _clauses(clean, of, word, _CLAUSE)
    head, tail, _, _ = _clauses(clean, of, word, _SEGMENT)
    part, item = _sentences(text)
    t = _Rows()
    for k in (-3, -2, -1, 0, 1, 2, 3):
        t.add(c[k])
    for a, b in ((-2, -1), (-1, 0), (0, 1), (1, 2), (-1, 1)):
        t.add(c[a], c[b])
    for a, b, d in ((-2, -1, 0), (-1, 0, 1), (0, 1, 2), (-3, -2, -1), (1, 2, 3)):
        t.add(c[a], c[b], c[d])
    t.add(*(_shift(kind, k) for k in (-2, -1, 0, 1, 2)))
    t.add(place, w[0])
    t.add(place, p[0])
    t.add(place, p[-1], p[0])
    t.add(place, p[0], p[1])
    t.add(place, p[-1], p[0], p[1])
    t.add(place, p[-2], p[-1], p[0])
    t.add(place, p[0], p[1], p[2])
    t.code(of, _shift(word, -1))
    t.code(of, _shift(word, 1))
    t.code(of, _shift(word, -2))
    t.code(of, _shift(word, 2))
    t.code(of, _shift(word, 3))
    t.add(place, w[-1], w[0])
    t.add(place, w[0], w[1])
    t.add(quote, place)
    t.add(quote, inside)
    t.add(quote, before)
    t.add(quote, after)
    t.add(place, last)
    t.add(place, first)
    t.add(place, tail, right)
    t.add(head, left)
    t.add(left, right)
    t.add(part, item, place)
    t.add(part, quote, item)
    stop = _next(np.isin(char, np.array([ord(x) for x in _STOPS], np.uint64)))
    for name, codes_of in hits(clean, lexicon).items():
        salt = np.uint64(zlib.crc32(name.encode()))
        around = _shift(codes_of, -1) * 25 + codes_of * 5 + _shift(codes_of, 1)
        t.code(codes_of, salt, _UP[:5], template=90, sparse=True)
        t.code(around, salt, _UP[:125], template=91, sparse=True)
        if name in _HEADS:
            t.code(_ahead(codes_of, stop), salt, _UP[: AHEAD + 2], template=92, sparse=True)
    encoder = load_encoder()
    found = classes(clean, pieces(text), encoder)
    for at, (looks_at, centres) in enumerate(encoder.centres):
        near = {k: _shift(found[at], k) for k in (-1, 0, 1)}
        for k, codes_of in near.items():
            t.code(codes_of, np.arange(len(centres) + 1, dtype=np.uint64), template=100 + 10 * at + k)
        if looks_at.stop - looks_at.start == encoder.width:
            here = near[0].astype(np.uint64)
            t.add(near[-1].astype(np.uint64), here, template=300 + at)
            t.add(here, near[1].astype(np.uint64), template=330 + at)
    return Features(n, tuple(t.rows))


class _Rows:
    """Collects templates; `add` and `code` append one row each."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def add(self, *values: Ints, template: int | None = None) -> None:
        """A template of which each character has values of its own."""
        self.rows.append(Row(self._hash(values, template)))

    def code(
        self,
        codes: Codes,
        *values: Ints | np.uint64,
        template: int | None = None,
        sparse: bool = False,
    ) -> None:
        """A template of few values: `codes` says which ones a character has, 0 none if the template is `sparse`."""
        hashes = self._hash(values, template)
        if sparse:
            hashes[0] = 0
        self.rows.append(Row(hashes, codes))

    def _hash(self, values: Sequence[Ints | np.uint64], template: int | None) -> Hashes:
        size = max(value.size for value in values)
        h = np.full(size, len(self.rows) + 1 if template is None else template, np.uint64)
        h *= _K2
        high = np.empty_like(h)
        for value in values:
            h ^= value
            h *= _K1
            np.right_shift(h, _S1, out=high)
            h ^= high
        h *= _K2
        h >>= _S2
        out: Hashes = np.maximum(h, _UP[1]).astype(np.uint32)
        return out


def _shift(values: npt.NDArray[Number], k: int) -> npt.NDArray[Number]:
    """`out[i] = values[i + k]`, 0 beyond the ends."""
    if k == 0:
        return values
    out = np.zeros_like(values)
    if k > 0:
        out[:-k] = values[k:]
    else:
        out[-k:] = values[:k]
    return out


def _codes(words: Sequence[str]) -> Ints:
    table = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) + 1 for word in set(words)}
    return np.fromiter(map(table.__getitem__, words), np.uint64, len(words))


def _kinds(clean: str) -> Ints:
    def kind(x: str) -> int:
        if x in _NUMERALS:
            return 1
        if "\u4e00" <= x <= "\u9fff":
            return 2
        if x.isdigit():
            return 3
        return 4 if x.isalpha() else 5 + ord(x)

    table = {x: kind(x) for x in set(clean)}
    return np.fromiter(map(table.__getitem__, clean), np.uint64, len(clean))


def _quotes(clean: str) -> tuple[Ints, Ints, Ints, Ints]:
    """State (which marks surround), length class, and the two characters before and after the marks."""
    n = len(clean)
    state, length, before, after = (np.zeros(n, np.uint64) for _ in range(4))
    for code, pattern in ((1, _QUOTED), (2, _BOOK), (4, _BRACKET)):
        for m in pattern.finditer(clean):
            a, b = m.span(1)
            state[a:b] += np.uint64(code)
            if code < 4:
                state[a - 1] = 8 + code
                state[b] = 16 + code
                span = slice(a - 1, b + 1)
                length[span] = min(b - a, 12)
                before[span] = zlib.crc32(clean[max(a - 3, 0) : a - 1].encode("utf-8", "surrogatepass"))
                after[span] = zlib.crc32(clean[b + 1 : b + 3].encode("utf-8", "surrogatepass"))
    # characters right after closing marks know how far they stand from them
    for m in re.finditer(r"[”》]([^，。；：、\n“《]{1,8})", clean):
        a, b = m.span(1)
        state[a:b] = np.where(state[a:b] == 0, 32 + np.arange(b - a, dtype=np.uint64), state[a:b])
    return state, length, before, after


def _clauses(
    clean: str, of: npt.NDArray[np.int64], word: Ints, pattern: re.Pattern[str]
) -> tuple[Ints, Ints, Ints, Ints]:
    """First and last word of the clause of each character, and the distances to its ends (at most 9)."""
    n = len(clean)
    first, last, left, right = (np.zeros(n, np.uint64) for _ in range(4))
    for m in pattern.finditer(clean):
        a, b = m.span()
        first[a:b] = word[of[a]]
        last[a:b] = word[of[b - 1]]
        count = np.arange(b - a, dtype=np.uint64)
        left[a:b] = np.minimum(count, np.uint64(9))
        right[a:b] = left[a:b][::-1]
    return first, last, left, right


def _sentences(text: Text) -> tuple[Ints, Ints]:
    part, item = np.zeros(len(text.clean), np.uint64), np.zeros(len(text.clean), np.uint64)
    for s in text.sentences:
        part[s.start : s.end] = _PARTS[s.part] * 2 + (s.modality == "planned")
        item[s.start : s.end] = s.list_item
    return part, item


class _Automaton(NamedTuple):
    """All words of the lists; `classes[first[i]:first[i + 1]]` are the places in `names` of the classes of word i."""

    words: CharwiseDoubleArrayAhoCorasick
    first: Codes
    classes: Codes
    names: tuple[str, ...]


@functools.lru_cache(maxsize=4)
def _automaton(lexicon: Lexicon) -> _Automaton:
    names = tuple(k for k, lists in CLASSES.items() if any((lexicon.folder / f"{x.table}.tsv").exists() for x in lists))
    classes: dict[str, set[int]] = {}
    for at, name in enumerate(names):
        for source in CLASSES[name]:
            for value in _words(lexicon, source):
                classes.setdefault(value, set()).add(at)
    words = sorted(classes)
    first = np.cumsum([0, *(len(classes[w]) for w in words)])
    flat = np.array([at for w in words for at in sorted(classes[w])], np.int64)
    return _Automaton(CharwiseDoubleArrayAhoCorasick(words or ["\0"], MATCH_KIND_STANDARD), first, flat, names)


def _words(lexicon: Lexicon, source: _List) -> Iterator[str]:
    if not (lexicon.folder / f"{source.table}.tsv").exists():
        return
    for row in lexicon.rows(source.table):
        if source.only and row.get(source.only[0]) != source.only[1]:
            continue
        for value in _ALIASES.split(row.get(source.column, "")):
            if len(value) >= source.shortest:
                yield value


@functools.lru_cache(maxsize=1)  # the tagger and the arbitration ask for the same text
def hits(clean: str, lexicon: Lexicon) -> Mapping[str, Codes]:
    """For each class of lexicon words where they stand: 1 begin, 2 inside, 3 end, 4 a whole one-character word."""
    automaton = _automaton(lexicon)
    size = len(clean)
    out = np.zeros(len(automaton.names) * size, np.int64)
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
    return dict(zip(automaton.names, out.reshape(-1, size), strict=True))


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


def _next(marks: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The first marked place at or after each place; far beyond the end where there is none."""
    n = len(marks)
    at = np.where(marks, np.arange(n), 2 * n + 99)
    out: npt.NDArray[np.int64] = np.minimum.accumulate(at[::-1])[::-1]
    return out


def _ahead(codes: Codes, stop: Codes) -> Codes:
    """1 + how many characters further on (at most `AHEAD`, same clause) the next word of the class ends; 0 for none."""
    end = _next((codes == 3) | (codes == 4))
    reach = end - np.arange(len(codes))
    return np.where((end < stop) & (reach <= AHEAD), reach + 1, 0)
