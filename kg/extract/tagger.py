"""The trained tagger: linear-chain conditional random fields over characters, decoded with numpy alone.

The model has layers: `outer` labels the longest names, `inner` the names inside names (a company in a project's name).
Each layer has tags O and B, I, E, S of its types. What is reported are spans whose marginal probability (Lafferty,
McCallum and Pereira 2001; forward-backward, summed over all labellings of the sentence) passes the threshold of the
type; a mention's confidence is that probability after calibration (Platt) on documents not trained on.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kg.errors import SchemaError
from kg.extract.features import Features, Hashes, features
from kg.extract.pieces import abreast, pieces
from kg.ontology.lexicon import Lexicon
from kg.types import Mention, Text

MODEL = Path(__file__).resolve().parent / "model" / "tagger.npz"
FORMAT = 2
LONGEST = 60  # characters of a span
TOGETHER = 4096  # characters whose features are looked up in one go
QUOTES = str.maketrans("", "", "“”‘’《》 ")

SLOT = np.dtype([("row", np.uint32), ("feature", np.uint32)])  # a feature and its row of weights

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]
Rows = npt.NDArray[np.uint32]


class Candidate(NamedTuple):
    """A span with a type and its marginal probability; positions are those of the clean text."""

    start: int
    end: int
    type: str
    probability: float


@dataclass(frozen=True, slots=True)
class Layer:
    """One conditional random field.

    Attributes:
        types: the entity types, in the order of their tags (tag 0 is O, 1+4k to 4+4k are B, I, E, S of type k).
        offset: the column of `emissions` that holds its tag 0.
        transitions: (tags, tags) as factors exp(weight), 0 where the order of tags is impossible.
        thresholds: of each type, the least probability reported.
        platt: (types, 2): slope and intercept on the logit of the probability.
    """

    types: tuple[str, ...]
    offset: int
    transitions: Floats
    thresholds: Floats
    platt: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """The layers and the weights of their features, which they share one look-up for.

    Attributes:
        slots: an open-addressing hash table (power of two, linear probing) of `SLOT`, 0 where it is empty.
        weights: (features + 1, columns): row 0 is zero, the columns are those of all layers.
    """

    slots: npt.NDArray[np.void]
    weights: Floats
    layers: tuple[Layer, ...]


def find_tagged(text: Text, lexicon: Lexicon, proposals: Sequence[Mention] = ()) -> Iterable[Mention]:
    """Names in the text as the model shipped with the package sees them, sorted by position.

    Mentions of one layer do not overlap; those of the inner layer may lie inside those of the outer one. `proposals`
    are not read: the model is trained without other layers' output, so that both can be weighed independently.

    Example: in “开展“蓝盾护航”专项行动，依托云川智造产业园引进远澜光电” the Program, the Zone and the Enterprise.
    """
    return tag(text, features(text, lexicon), load_model())


def tag(text: Text, seen: Features, model: Model) -> list[Mention]:
    """The mentions that the layers of a model find, given the features of the text."""
    out = []
    least = min(float(layer.thresholds.min()) for layer in model.layers)
    considered = candidates(emissions(seen, model), pieces(text), model.layers, least)
    for layer, found in zip(model.layers, considered, strict=True):
        threshold = dict(zip(layer.types, layer.thresholds.tolist(), strict=True))
        scale = dict(zip(layer.types, layer.platt.tolist(), strict=True))
        for c in choose(found, threshold):
            key = text.clean[c.start : c.end].translate(QUOTES)
            if key:
                out.append(Mention(c.start, c.end, c.type, key, "tagger", _calibrate(c.probability, *scale[c.type])))
    return sorted(set(out), key=lambda m: (m.start, -m.end, m.type))


def choose(found: Iterable[Candidate], thresholds: dict[str, float]) -> list[Candidate]:
    """The most probable candidates that pass their thresholds and do not overlap."""
    taken: set[int] = set()
    out = []
    for c in sorted(found, key=lambda c: (-c.probability, c.start, c.end, c.type)):
        if c.probability >= thresholds[c.type] and taken.isdisjoint(range(c.start, c.end)):
            taken.update(range(c.start, c.end))
            out.append(c)
    return out


def emissions(seen: Features, model: Model) -> Floats:
    """(characters, columns): the sum of the weights of the features that fire."""
    out = np.zeros((seen.size, model.weights.shape[1]), np.float32)
    some = np.empty_like(out[:TOGETHER])
    single = [row.hashes for row in seen.rows if row.codes is None]
    codes = [row.codes for row in seen.rows if row.codes is not None]
    values = [row.hashes for row in seen.rows if row.codes is not None]
    none = np.zeros(0, np.uint32)
    tables = np.split(
        _rows(np.concatenate([none, *values]), model), np.cumsum([len(v) for v in values], dtype=np.int64)
    )
    for begin in range(0, seen.size, TOGETHER):
        end = begin + TOGETHER
        total = out[begin:end]
        part = some[: len(total)]
        found: Rows = _rows(np.stack([hashes[begin:end] for hashes in single] or [none]), model)
        for rows in (*found, *(table.take(of[begin:end]) for table, of in zip(tables, codes, strict=False))):
            at = np.flatnonzero(rows)
            if 3 * len(at) > len(rows):
                total += np.take(model.weights, rows, 0, out=part, mode="clip")
            elif len(at):
                total[at] += model.weights.take(rows[at], 0)
    return out


def _rows(hashes: Hashes, model: Model) -> Rows:
    """The rows of `weights` of features, 0 for the features that the model does not know."""
    value = hashes.reshape(-1)
    mask = np.uint32(len(model.slots) - 1)
    slot = value & mask
    found = model.slots.take(slot)
    key = found["feature"]
    hit = key == value
    out: Rows = found["row"] * hit
    where = np.flatnonzero((key != 0) > hit)
    value, slot = value[where], slot[where]
    while len(where):
        slot = (slot + np.uint32(1)) & mask
        found = model.slots.take(slot)
        key = found["feature"]
        hit = key == value
        out[where[hit]] = found["row"][hit]
        again = (key != 0) > hit
        where, value, slot = where[again], value[again], slot[again]
    return out.reshape(hashes.shape)


def candidates(
    energy: Floats, spans: Sequence[tuple[int, int]], layers: Sequence[Layer], least: float
) -> list[list[Candidate]]:
    """For each layer all spans whose marginal probability is at least `least`, in no particular order.

    `energy` is that of `emissions`: all layers are gone through in one go, as blocks of one table of transitions.
    """
    columns = energy.shape[1]
    steps, same, opens, closes = (np.zeros(s, np.float32) for s in ((columns, columns),) * 2 + ((columns,),) * 2)
    for layer in layers:
        own = slice(layer.offset, layer.offset + len(layer.transitions))
        steps[own, own], same[own, own] = layer.transitions, 1
        opens[own], closes[own] = _ends(len(layer.transitions))
    kinds = [(which, name) for which, layer in enumerate(layers) for name in layer.types]
    first = np.array([1 + layer.offset + 4 * k for layer in layers for k in range(len(layer.types))], np.int64)
    found: list[list[Candidate]] = [[] for _ in layers]
    for ahead, _, running in abreast(spans):
        local = energy[ahead]
        for layer in layers:
            part = local[:, layer.offset : layer.offset + len(layer.transitions)]
            part -= part.max(1, keepdims=True)
        np.exp(local, out=local)
        alpha, beta = _sums(local, running, steps, same, opens, closes)
        order = np.argsort(ahead, kind="stable")  # the characters of a span follow each other
        begins = (order < running[0])[:, None]
        alpha, beta, local = alpha[order], beta[order], np.where(begins, 0, local[order])
        for start, end, kind, probability in _likely(alpha, beta, local, steps, first, least):
            at = ahead[order[start]]
            ends = at + (end - start)
            for a, b, k, p in zip(at.tolist(), ends.tolist(), kind.tolist(), probability.tolist(), strict=True):
                which, name = kinds[k]
                found[which].append(Candidate(a, b, name, p))
    return found


def _sums(
    local: Floats, running: Sequence[int], steps: Floats, same: Floats, opens: Floats, closes: Floats
) -> tuple[Floats, Floats]:
    """Forward and backward sums; their product is the probability of a tag. `local` is divided by their scale."""
    alpha, beta, total = np.empty_like(local), np.empty_like(local), np.empty_like(local)
    before, at = alpha, 0
    for n in running:
        now = alpha[at : at + n]
        if at:
            np.matmul(before[:n], steps, out=now)
            now *= local[at : at + n]
        else:
            np.multiply(local[:n], opens, out=now)
        scale = np.matmul(now, same, out=total[at : at + n])
        np.maximum(scale, 1e-30, out=scale)
        now /= scale
        before, at = now, at + n
    local /= total
    lengths = np.searchsorted(-np.array(running), -np.arange(running[0]), "left")
    edges = np.cumsum([0, *running])
    last = edges[lengths - 1] + np.arange(running[0])
    beta[last] = closes / np.maximum((alpha[last] * closes) @ same, 1e-30)
    back = np.ascontiguousarray(steps.T)
    for t in range(len(running) - 1, 0, -1):
        n, at = running[t], int(edges[t])
        after = local[at : at + n] * beta[at : at + n]
        below = int(edges[t - 1])
        np.matmul(after, back, out=beta[below : below + n])
    return alpha, beta


def _likely(
    alpha: Floats, beta: Floats, local: Floats, steps: Floats, first: Longs, least: float
) -> Iterator[tuple[Longs, Longs, Longs, Floats]]:
    """The rows of the first and after the last character, the kind and the probability of likely spans.

    `first` are the columns of the tags B; those of I, E and S follow. `local` is 0 where a sentence begins.
    """
    kinds = len(first)
    inner, ending, whole = first + 1, first + 2, first + 3
    single = (alpha[:, whole] * beta[:, whole]).reshape(-1)
    at = np.flatnonzero(single >= least)
    yield at // kinds, at // kinds + 1, at % kinds, single[at]
    at = np.flatnonzero(alpha[:, first] * beta[:, first] >= least)
    start, path = at // kinds, alpha[:, first].reshape(-1)[at]
    none = np.zeros((1, kinds), np.float32)
    going, closing = np.concatenate([local[:, inner], none]), np.concatenate([local[:, ending] * beta[:, ending], none])
    probable = np.concatenate([beta[:, inner], none]).reshape(-1)
    go, close = ((x * steps[first, to]).reshape(-1) for x, to in ((going, inner), (closing, ending)))
    for length in range(2, LONGEST + 1):
        at = at + kinds
        whole_path = path * close[at]
        for_sure = np.flatnonzero(whole_path >= least)
        if len(for_sure):
            yield start[for_sure], start[for_sure] + length, at[for_sure] % kinds, whole_path[for_sure]
        path = path * go[at]
        keep = np.flatnonzero(path * probable[at] >= least)
        at, start, path = at[keep], start[keep], path[keep]
        if not len(at):
            return
        if length == 2:
            go, close = ((x * steps[inner, to]).reshape(-1) for x, to in ((going, inner), (closing, ending)))


def _ends(tags: int) -> tuple[Floats, Floats]:
    """Which tags may open and close a sentence: O, B, S and O, E, S."""
    kind = np.arange(tags) % 4
    first, last = (kind == 1) | (kind == 0), (kind == 3) | (kind == 0)
    return first.astype(np.float32), last.astype(np.float32)


def _calibrate(probability: float, slope: float, intercept: float) -> float:
    p = min(max(probability, 1e-6), 1 - 1e-6)
    q = float(1 / (1 + np.exp(-(slope * np.log(p / (1 - p)) + intercept))))
    return min(max(round(q, 4), 0.0001), 0.9999)


def legal(tags: int) -> npt.NDArray[np.bool_]:
    """(tags, tags): which tag may follow which."""
    kind, of = np.arange(tags) % 4, (np.arange(tags) - 1) // 4
    done, fresh = (kind == 3) | (kind == 0), (kind == 1) | (kind == 0)
    table: npt.NDArray[np.bool_] = np.where(done[:, None], fresh[None], ~fresh[None] & (of[:, None] == of[None]))
    return table


@functools.cache
def load_model(path: Path = MODEL) -> Model:
    """The model of a file.

    Raises:
        SchemaError: the file is missing, or was written by another version of the program.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            data: dict[str, Any] = dict(stored)
    except (OSError, ValueError) as error:
        raise SchemaError(
            f"{path}: the tagger's model cannot be read ({error}); train one with python -m kg.train."
        ) from None
    if int(data["format"]) != FORMAT:
        raise SchemaError(
            f"{path}: the model has format {int(data['format'])}, not {FORMAT}; train it again with python -m kg.train."
        )
    return model_of(data)


def model_of(data: Mapping[str, Any]) -> Model:
    """The model of the arrays that a file holds."""
    layers: list[Layer] = []
    offset = 0
    for name in data["layers"].tolist():
        types = tuple(data[f"{name}.types"].tolist())
        size = 1 + 4 * len(types)
        steps = np.where(legal(size), np.exp(data[f"{name}.transitions"].astype(np.float32)), 0).astype(np.float32)
        layers.append(Layer(types, offset, steps, data[f"{name}.thresholds"], data[f"{name}.platt"]))
        offset += size
    keys = np.cumsum(data["features"].astype(np.uint64)).astype(np.uint32)
    weights = np.zeros((len(keys) + 1, offset), np.float32)
    weights[np.repeat(np.arange(len(keys)) + 1, data["counts"]), data["tags"]] = data["values"]
    return Model(_table(keys), weights, tuple(layers))


def _table(keys: npt.NDArray[np.uint32]) -> npt.NDArray[np.void]:
    """The hash table of the features: at most one quarter full, so that most absent features need one look.

    The rows of the features are their places in `keys`, counted from 1.
    """
    size = 1 << max(10, int(len(keys) * 4 - 1).bit_length())
    mask = np.uint32(size - 1)
    table = np.zeros(size, SLOT)
    slots, rows = table["feature"], table["row"]
    todo = np.arange(len(keys))
    slot = keys & mask
    while len(todo):
        empty = slots[slot] == 0
        _, first = np.unique(slot, return_index=True)
        winner = np.zeros(len(todo), bool)
        winner[first] = True
        winner &= empty
        slots[slot[winner]] = keys[todo[winner]]
        rows[slot[winner]] = todo[winner] + 1
        todo, slot = todo[~winner], (slot[~winner] + np.uint32(1)) & mask
    return table
