"""What the layers say about each span: proposals of the rules, marginals of the tagger, repetitions, in one table.

The rows are candidates, one for each (start, end, type). Layers do not agree on quote marks and on a trailing 项目, so
spans are first brought to one form; a surface that some layer believes in becomes a candidate wherever else it stands
in the document, with no evidence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from kg.extract.title_rows import PROVINCES
from kg.types import Mention, Text

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]
Marginals = Sequence[Iterable[tuple[int, int, str, float]]]  # for each of TAGGERS spans: start, end, type, probability

TYPES = (
    "Region", "Zone", "Enterprise", "Organization", "Project", "Program", "Slogan", "Industry", "Event", "Honor",
)  # fmt: skip
LAYERS = (
    "region", "zone", "enterprise", "organization", "project", "program", "slogan", "industry", "event", "honor",
)  # fmt: skip
TAGGERS = ("outer", "inner")
LEAST_MARGINAL = 0.04  # of the tagger: what is less probable is not looked at
# what a surface must have somewhere to be looked for elsewhere, and the shortest that may be, by type
RULED_OUT = -50.0  # added to log-odds: certainly not
REMEMBERED = 0.3
SHORTEST = {"Enterprise": 2, "Slogan": 2, "Region": 2, "Industry": 2}
_OPENERS, _CLOSERS = "“‘《（", "”’》）"
_NO_START, _NO_END = _CLOSERS + "、，。；：", _OPENERS + "、，。；："
_QUOTES = re.compile("[“”‘’《》 ]")
_ENCLOSING = re.compile(f"[{_OPENERS}{_CLOSERS}]")
_OTHERS = re.compile("、[市县区旗州城乡镇、]{1,6}）")  # 先进县（市|、区）

# 草湖镇|江西青禾食品有限公司: a place in front of the province with which a company's name begins
_PLACED_FIRM = re.compile(
    r"[一-龥]{1,5}(?:镇|乡|街道|村|社区|工业园区?|产业园区?|工业集中区|开发区|高新区|经开区)"
    rf"((?:北京|天津|上海|重庆|{PROVINCES})[一-龥]{{2,}}(?:公司|集团|厂))"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Candidates, sorted by (start, -end, type).

    Attributes:
        start, end, type: of each candidate; `type` is the position in `TYPES`.
        rules: (candidates, layers) the highest confidence of each rule layer for just this span and type, 0 without.
        tagger: (candidates, 2) the marginal probability in the outer and in the inner layer of the tagger, 0 without.
        best: the strongest mention of a layer for this candidate; None for what only repetition suggests.
    """

    start: Longs
    end: Longs
    type: Longs
    rules: Floats
    tagger: Floats
    best: tuple[Mention | None, ...]

    def __len__(self) -> int:
        return len(self.start)


def gather(text: Text, proposals: Iterable[Mention], marginals: Marginals) -> Evidence:
    """The candidates of a document.

    Args:
        text: the document.
        proposals: what the rule layers found.
        marginals: for each of `TAGGERS` the spans (start, end, type, probability) that the tagger considers.
    """
    clean = text.clean
    type_at = {name: i for i, name in enumerate(TYPES)}
    layer_at = {name: i for i, name in enumerate(LAYERS)}
    rules: dict[tuple[int, int, int], dict[int, float]] = {}
    best: dict[tuple[int, int, int], Mention] = {}
    tagged: dict[tuple[int, int, int], list[float]] = {}
    for m in proposals:
        if m.type not in type_at:
            continue
        start, end = trimmed(clean, m.start, m.end, m.type)
        key = (start, -end, type_at[m.type])
        of = rules.setdefault(key, {})
        layer = layer_at.get(m.rule.partition(":")[0], type_at[m.type])
        of[layer] = max(of.get(layer, 0.0), m.confidence)
        other = best.get(key)
        if other is None or (m.confidence, m.rule) > (other.confidence, other.rule):
            best[key] = m
    for which, found in enumerate(marginals):
        for start, end, kind, probability in found:
            start, end = trimmed(clean, start, end, kind)
            if end > start:
                pair = tagged.setdefault((start, -end, type_at[kind]), [0.0, 0.0])
                pair[which] = min(pair[which] + probability, 1.0)
    known: dict[str, set[int]] = {}
    for key in rules.keys() | tagged.keys():
        surface = clean[key[0] : -key[1]]
        if len(surface) < SHORTEST.get(TYPES[key[2]], 3) or surface.isdigit():
            continue
        if max([*rules.get(key, {}).values(), *tagged.get(key, ())]) >= REMEMBERED:
            known.setdefault(surface, set()).add(key[2])
    keys = sorted(rules.keys() | tagged.keys() | _again(clean, known))
    table = np.zeros((len(keys), len(LAYERS)))
    marginal = np.zeros((len(keys), len(TAGGERS)))
    for i, key in enumerate(keys):
        for layer, confidence in rules.get(key, {}).items():
            table[i, layer] = confidence
        if key in tagged:
            marginal[i] = tagged[key]
    place = np.array(keys, np.int64).reshape(-1, 3)
    return Evidence(place[:, 0], -place[:, 1], place[:, 2], table, marginal, tuple(best.get(key) for key in keys))


def trimmed(clean: str, start: int, end: int, kind: str) -> tuple[int, int]:
    """A span without marks around the whole, with the mark that belongs to one inside, without a trailing 项目.

    >>> trimmed("开展“净地”行动", 3, 8, "Program"), trimmed("开展“净地行动”", 2, 8, "Program")
    ((2, 8), (3, 7))
    >>> trimmed("全省先进县（市、区）", 0, 7, "Honor")
    (0, 10)
    >>> trimmed("草湖镇江西青禾公司", 0, 9, "Enterprise"), trimmed("草湖镇青禾公司", 0, 7, "Enterprise")
    ((3, 9), (0, 7))
    """
    if kind == "Enterprise" and (placed := _PLACED_FIRM.fullmatch(clean, start, end)):
        start = placed.start(1)
    if kind == "Project" and end - start > 4 and clean.startswith("项目", end - 2):
        end -= 2
        if end - start > 4 and clean.startswith("建设", end - 2):
            end -= 2
    while end > start and clean[start] in _NO_START:
        start += 1
    while end > start and clean[end - 1] in _NO_END:
        end -= 1
    if _ENCLOSING.search(clean, start, end) is None:
        return start, end
    for opener, closer in zip(_OPENERS, _CLOSERS, strict=True):
        first = clean.find(closer, start, end)
        opened = clean.find(opener, start, end)
        if opened == start and first == end - 1 and opener != "（":
            return start + 1, end - 1
        if first >= 0 and (opened < 0 or opened > first):  # closes what was opened before the span
            if clean[start - 1 : start] == opener:
                return (start - 1, end) if first < end - 1 else (start, end - 1)
            if first == end - 1:
                return start, end - 1
        if opened >= 0 and clean.find(closer, opened, end) < 0:  # closed after the span
            if opened == start:
                return start + 1, end
            if clean[end : end + 1] == closer:
                return start, end + 1
            if closer == "）" and (others := _OTHERS.match(clean, end)):
                return start, others.end()
    return start, end


def _again(clean: str, known: dict[str, set[int]]) -> set[tuple[int, int, int]]:
    """Where the known surfaces stand."""
    if not known:
        return set()
    surfaces = sorted(known)
    out = set()
    for start, end, index in CharwiseDoubleArrayAhoCorasick(surfaces, MATCH_KIND_STANDARD).find_overlapping(clean):
        if _whole(clean, start, end):
            out |= {(start, -end, kind) for kind in known[surfaces[index]]}
    return out


def _whole(clean: str, start: int, end: int) -> bool:
    """A Latin word or a number must not be cut out of a longer one."""
    before, after = clean[start - 1 : start], clean[end : end + 1]
    cut_left = before.isascii() and before.isalnum() and clean[start].isascii() and clean[start].isalnum()
    cut_right = after.isascii() and after.isalnum() and clean[end - 1].isascii() and clean[end - 1].isalnum()
    return not (cut_left or cut_right)


def bare(surface: str) -> str:
    """A surface without quote marks and blanks: the key of a name that no layer has a key for."""
    return _QUOTES.sub("", surface)
