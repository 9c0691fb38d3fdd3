"""The features by which candidates are judged: a matrix, one row for each candidate, made with numpy for a document."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from kg.extract.around import AROUND, around
from kg.extract.evidence import LAYERS, TAGGERS, TYPES, Evidence
from kg.extract.hits import hits
from kg.extract.known import Known, recall
from kg.ontology.lexicon import Lexicon
from kg.types import Text

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

HEADS = (
    "zone_head", "organization_head", "enterprise_suffix", "project_head", "program_head", "slogan_head", "honor_head",
    "event_head",
)  # fmt: skip
_POS = {  # tags of jieba by what they are at the edge of a name
    **dict.fromkeys(("nr", "nrt", "nrfg", "ns", "nt", "nz"), 9),
    **dict.fromkeys(("n", "ng", "an", "s", "l", "i", "j"), 8),
    **dict.fromkeys(("vn", "vd"), 7),
    **dict.fromkeys(("eng",), 6),
    **dict.fromkeys(("m", "mq", "q"), 5),
    **dict.fromkeys(("a", "b", "z", "ag", "ad"), 4),
    **dict.fromkeys(("v", "vg"), 3),
    **dict.fromkeys(("f", "t", "tg"), 2),
    **dict.fromkeys(("p", "c", "u", "uj", "ul", "uv", "ud", "ug", "uz", "d", "r", "y", "e", "o", "zg", "k"), 1),
}
_EDGE = "，。；：！？、“”‘’《》（）\n"
_INNER_MARKS = "、，：；"
_PARTS = {"title": 0, "body": 1, "glossary": 2, "furniture": 3}
_KINDS = {"report": 0, "news": 1, "page": 2, "other": 3}

COLUMNS: tuple[str, ...] = (
    *(f"rule_{layer}" for layer in LAYERS), "rule_best", "rule_layers",
    *(f"tagger_{name}" for name in TAGGERS), "tagger_best", *AROUND,
    "occurrences", "believed", "pool_rule", "pool_tagger", "pool_tagger_mean", "pool_other_rule", "pool_other_tagger",
    "length", "words", "starts_word", "ends_word", "pos_first", "pos_last", "pos_before", "pos_after",
    "quoted", "opens_quoted", "in_quotes", "book", "before_edge", "after_edge", "before_stop", "after_stop",
    "after_of", "inner_mark", "digit", "latin", "list_neighbours", "list_best",
    *(f"ends_{head}" for head in HEADS), "starts_region", "is_region", "generic", "ends_generic", "boundary_inside",
    "verb_first",
    "part", "planned", "list_item", "in_heading", "is_term", "sentence_offset", "sentence_length", "kind", "size",
    *(f"is_{name}" for name in TYPES), "known_share", "known_often", "known_other",
)  # fmt: skip


def matrix(
    text: Text, lexicon: Lexicon, e: Evidence, known: Known, own: Floats | None = None
) -> npt.NDArray[np.float32]:
    """(candidates, `COLUMNS`); `own` as in `kg.extract.known.recall`."""
    n = len(e)
    if n == 0:
        return np.zeros((0, len(COLUMNS)), np.float32)
    columns: dict[str, Floats | Longs | Marks] = {}
    rule, tagged = e.rules.max(1), np.minimum(e.tagger.sum(1), 1.0)
    columns |= {f"rule_{layer}": e.rules[:, i] for i, layer in enumerate(LAYERS)}
    columns |= {f"tagger_{name}": _logit(e.tagger[:, i]) for i, name in enumerate(TAGGERS)}
    columns |= {"rule_best": rule, "rule_layers": (e.rules > 0).sum(1), "tagger_best": _logit(tagged)}
    columns |= around(e, rule, tagged)
    surfaces = [text.clean[a:b] for a, b in zip(e.start.tolist(), e.end.tolist(), strict=True)]
    columns |= _pool(text.clean, e, surfaces, rule, tagged)
    columns |= _edges(text, e)
    columns |= _lists(text.clean, e, np.maximum(rule, tagged))
    columns |= _words(text.clean, lexicon, e)
    columns |= _setting(text, e)
    columns |= {f"is_{name}": e.type == i for i, name in enumerate(TYPES)}
    columns |= zip(("known_share", "known_often", "known_other"), recall(surfaces, e, known, own).T, strict=True)
    return np.stack([np.asarray(columns[name], np.float32) for name in COLUMNS], 1)


def _logit(p: Floats) -> Floats:
    q = np.clip(p, 0.01, 0.995)
    return np.log(q / (1 - q))


def _pool(clean: str, e: Evidence, surfaces: Sequence[str], rule: Floats, tagged: Floats) -> dict[str, Floats]:
    """What the document says of a surface wherever it stands."""
    names: dict[str, int] = {}
    of = np.array([names.setdefault(s, len(names)) for s in surfaces])
    count = _occurrences(clean, list(names))
    kinds = len(TYPES)
    key = of * kinds + e.type
    size = len(names) * kinds
    best_rule, best_tagged, believed = (np.zeros(size) for _ in range(3))
    np.maximum.at(best_rule, key, rule)
    np.maximum.at(best_tagged, key, tagged)
    np.add.at(believed, key, np.maximum(rule, tagged) >= 0.3)
    total = np.bincount(key, tagged, size)
    found = np.maximum(np.bincount(key, minlength=size), 1)
    other_rule, other_tagged = (_second(best.reshape(-1, kinds)).reshape(-1) for best in (best_rule, best_tagged))
    return {
        "occurrences": np.log1p(count[of]),
        "believed": believed[key] / np.maximum(count[of], 1),
        "pool_rule": best_rule[key],
        "pool_tagger": _logit(best_tagged[key]),
        "pool_tagger_mean": _logit((total / found)[key]),
        "pool_other_rule": other_rule[key],
        "pool_other_tagger": _logit(other_tagged[key]),
    }


def _occurrences(clean: str, names: list[str]) -> Floats:
    """How often each name stands in the text."""
    count = np.zeros(len(names))
    automaton = CharwiseDoubleArrayAhoCorasick(names, MATCH_KIND_STANDARD)
    np.add.at(count, np.array([at for _, _, at in automaton.find_overlapping(clean)], np.int64), 1)
    return count


def _second(best: Floats) -> Floats:
    """For each row and column the best of the other columns."""
    order = np.sort(best, 1)
    return np.where(best == order[:, -1:], order[:, -2:-1], order[:, -1:])


def _edges(text: Text, e: Evidence) -> dict[str, Floats | Longs | Marks]:
    clean, n = text.clean, len(text.clean)
    starts = np.fromiter((t.start for t in text.tokens), np.int64, len(text.tokens))
    pos = np.fromiter((_POS.get(t.pos, 0) for t in text.tokens), np.int64, len(text.tokens))
    opens = np.zeros(n + 1, bool)
    opens[starts] = True
    opens[n] = True
    of = np.zeros(n, np.int64)
    if len(starts):
        of[starts] = 1
        of = np.maximum(np.cumsum(of) - 1, 0)
    else:
        pos = np.zeros(1, np.int64)
    a, b = e.start, e.end
    points = np.frombuffer((clean + "\0\0").encode("utf-32-le", "surrogatepass"), np.uint32)
    code = {c: k for k, c in enumerate(_EDGE, 1)}
    char = np.zeros(n, np.int64)
    for c, k in code.items():
        char[points[:n] == ord(c)] = k
    digits = [ord(c) for c in sorted(set(clean)) if c.isdigit()]

    def holds(marks: Marks) -> Marks:
        before = np.concatenate([[0], np.cumsum(marks)])
        out: Marks = before[b] > before[a]
        return out

    char = np.concatenate([[code["\n"]], char, [code["\n"], 0]])  # char[k + 1] is that of position k
    before, after = char[a], char[b + 1]
    stop = {code[c] for c in "，。；：！？\n"}
    stops = np.isin(char, sorted(stop))
    depth = np.cumsum((char == code["“"]).astype(np.int64) - (char == code["”"]).astype(np.int64))
    return {
        "length": b - a,
        "words": of[b - 1] - of[a] + 1,
        "starts_word": opens[a],
        "ends_word": opens[b],
        "pos_first": pos[of[a]],
        "pos_last": pos[of[b - 1]],
        "pos_before": np.where(a > 0, pos[of[np.maximum(a - 1, 0)]], 0),
        "pos_after": np.where(b < n, pos[of[np.minimum(b, n - 1)]], 0),
        "quoted": (before == code["“"]) & (after == code["”"]),
        "opens_quoted": char[a + 1] == code["“"],
        "in_quotes": np.clip(depth[a], 0, 1),
        "book": (before == code["《"]) & (after == code["》"]),
        "before_edge": before,
        "after_edge": after,
        "before_stop": stops[a],
        "after_stop": stops[b + 1],
        "after_of": (points[b] == ord("的")) | (points[b] == ord("等")),
        "inner_mark": holds(np.isin(points[:n], [ord(c) for c in _INNER_MARKS])),
        "digit": holds(np.isin(points[:n], digits)),
        "latin": holds((points[:n] >= ord("A")) & (points[:n] <= ord("z"))),
        "verb_first": (pos[of[a]] == 3) & opens[a] & (of[b - 1] > of[a]),
    }


def _lists(clean: str, e: Evidence, strength: Floats) -> dict[str, Floats]:
    """Neighbours of the same type that 、 joins to a candidate: how many sides, and the best evidence."""
    opens: dict[tuple[int, int], float] = {}
    closes: dict[tuple[int, int], float] = {}
    rows = list(zip(e.start.tolist(), e.end.tolist(), e.type.tolist(), strength.tolist(), strict=True))
    for a, b, kind, s in rows:
        opens[a, kind] = max(opens.get((a, kind), 0.0), s)
        closes[b, kind] = max(closes.get((b, kind), 0.0), s)
    sides, best = np.zeros(len(rows)), np.zeros(len(rows))
    for k, (a, b, kind, _) in enumerate(rows):
        left = right = 0.0
        if clean.endswith(("、", "、“"), 0, a):
            at = a - 1 - (clean[a - 1] == "“")
            left = max(closes.get((at, kind), 0.0), closes.get((at - 1, kind), 0.0) if clean[at - 1] == "”" else 0.0)
        if clean.startswith(("、", "”、"), b):
            at = b + 1 + (clean[b] == "”")
            right = max(
                opens.get((at, kind), 0.0), opens.get((at + 1, kind), 0.0) if clean[at : at + 1] == "“" else 0.0
            )
        sides[k] = (left > 0) + (right > 0)
        best[k] = max(left, right)
    return {"list_neighbours": sides, "list_best": best}


def _words(clean: str, lexicon: Lexicon, e: Evidence) -> dict[str, Marks]:
    """Words of the lists at the edges: codes are 1 begin, 2 inside, 3 end, 4 a whole word."""
    found = hits(clean, lexicon)
    none = np.zeros(len(clean), np.uint8)
    a, b = e.start, e.end - 1

    def starts(name: str) -> Marks:
        codes = found.get(name, none)[a]
        out: Marks = (codes == 1) | (codes == 4)
        return out

    def ends(name: str) -> Marks:
        codes = found.get(name, none)[b]
        out: Marks = (codes == 3) | (codes == 4)
        return out

    def whole(name: str) -> Marks:
        codes = found.get(name, none)
        closing = np.concatenate([[0], np.cumsum((codes == 3) | (codes == 4))])
        out: Marks = starts(name) & ends(name) & (closing[b + 1] - closing[a] == 1)
        return out

    edges = np.concatenate([[0], np.cumsum((found.get("boundary", none) == 1) | (found.get("boundary", none) == 4))])
    return {
        **{f"ends_{head}": ends(head) for head in HEADS},
        "starts_region": starts("region"),
        "is_region": whole("region"),
        "generic": whole("generic"),
        "ends_generic": ends("generic"),
        "boundary_inside": edges[b + 1] - edges[a] > 0,
    }


def _setting(text: Text, e: Evidence) -> dict[str, Floats | Longs | Marks]:
    """Where in the document a candidate stands."""
    sentences = text.sentences
    begins = np.fromiter((s.start for s in sentences), np.int64, len(sentences))
    at = np.maximum(np.searchsorted(begins, e.start, "right") - 1, 0)

    def of(values: list[int]) -> Longs:
        return np.array(values or [0], np.int64)[at]

    headings = {h for s in sentences for h in s.path}
    inside = np.zeros(len(text.clean) + 1, bool)
    for h in headings:
        inside[h.start : h.end] = True
    terms = {g.term.start for g in text.glossary}
    return {
        "part": of([_PARTS[s.part] for s in sentences]),
        "planned": of([s.modality == "planned" for s in sentences]),
        "list_item": of([s.list_item for s in sentences]),
        "in_heading": inside[e.start],
        "is_term": np.array([a in terms for a in e.start.tolist()]),
        "sentence_offset": np.minimum(e.start - of([s.start for s in sentences]), 60),
        "sentence_length": np.minimum(of([s.end - s.start for s in sentences]), 200),
        "kind": np.full(len(e), _KINDS[text.document.kind]),
        "size": np.full(len(e), np.log(max(len(text.clean), 1))),
    }
