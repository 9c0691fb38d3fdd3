"""Linear-chain conditional random fields over characters, many sentences abreast: from energies to probable spans.

Each layer has tags O and B, I, E, S of its types. What is found are spans with their marginal probability (Lafferty,
McCallum and Pereira 2001; forward-backward, summed over all labellings of the sentence).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.extract.pieces import abreast

LONGEST = 60  # characters of a span

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]


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
        offset: the column of the energies that holds its tag 0.
        transitions: (tags, tags) as factors exp(weight), 0 where the order of tags is impossible.
    """

    types: tuple[str, ...]
    offset: int
    transitions: Floats


class Tables(NamedTuple):
    """All layers as blocks of one table, so that they are gone through in one go.

    Attributes:
        steps: (columns, columns): factors of the transitions, 0 between layers.
        same: (columns, columns): 1 between the columns of one layer.
        opens, closes: (columns,): 1 for tags that may open and close a sentence.
    """

    steps: Floats
    same: Floats
    opens: Floats
    closes: Floats


def tables(layers: Sequence[Layer]) -> Tables:
    """The tables of layers."""
    n = sum(len(layer.transitions) for layer in layers)
    out = Tables(*(np.zeros(shape, np.float32) for shape in ((n, n), (n, n), (n,), (n,))))
    for layer in layers:
        own = slice(layer.offset, layer.offset + len(layer.transitions))
        out.steps[own, own], out.same[own, own] = layer.transitions, 1
        out.opens[own], out.closes[own] = _ends(len(layer.transitions))
    return out


def candidates(
    energy: Floats, spans: Sequence[tuple[int, int]], layers: Sequence[Layer], least: float
) -> list[list[Candidate]]:
    """For each layer all spans whose marginal probability is at least `least`, in no particular order.

    `energy` is (characters, columns): how much speaks for each tag of each layer.
    """
    table = tables(layers)
    kinds = [(which, name) for which, layer in enumerate(layers) for name in layer.types]
    first = np.array([1 + layer.offset + 4 * k for layer in layers for k in range(len(layer.types))], np.int64)
    found: list[list[Candidate]] = [[] for _ in layers]
    for ahead, _, running in abreast(spans):
        local = factors(energy[ahead], layers)
        alpha, beta = sums(local, running, table)
        order = np.argsort(ahead, kind="stable")  # the characters of a span follow each other
        begins = (order < running[0])[:, None]
        alpha, beta, local = alpha[order], beta[order], np.where(begins, 0, local[order])
        for start, end, kind, probability in _likely(alpha, beta, local, table.steps, first, least):
            at = ahead[order[start]]
            ends = at + (end - start)
            for a, b, k, p in zip(at.tolist(), ends.tolist(), kind.tolist(), probability.tolist(), strict=True):
                which, name = kinds[k]
                found[which].append(Candidate(a, b, name, p))
    return found


def factors(energy: Floats, layers: Sequence[Layer]) -> Floats:
    """exp(energy), divided by its greatest in each layer; written over `energy`."""
    for layer in layers:
        part = energy[:, layer.offset : layer.offset + len(layer.transitions)]
        part -= part.max(1, keepdims=True)
    out: Floats = np.exp(energy, out=energy)
    return out


def sums(local: Floats, running: Sequence[int], table: Tables) -> tuple[Floats, Floats]:
    """Forward and backward sums; their product is the probability of a tag. `local` is divided by their scale.

    `local` are factors in the order of `Abreast.ahead`, `running` is that of `Abreast`.
    """
    alpha, beta, total = np.empty_like(local), np.empty_like(local), np.empty_like(local)
    before, at = alpha, 0
    for n in running:
        now = alpha[at : at + n]
        if at:
            np.matmul(before[:n], table.steps, out=now)
            now *= local[at : at + n]
        else:
            np.multiply(local[:n], table.opens, out=now)
        scale = np.matmul(now, table.same, out=total[at : at + n])
        np.maximum(scale, 1e-30, out=scale)
        now /= scale
        before, at = now, at + n
    local /= total
    lengths = np.searchsorted(-np.array(running), -np.arange(running[0]), "left")
    edges = np.cumsum([0, *running])
    last = edges[lengths - 1] + np.arange(running[0])
    beta[last] = table.closes / np.maximum((alpha[last] * table.closes) @ table.same, 1e-30)
    back = np.ascontiguousarray(table.steps.T)
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


def legal(tags: int) -> npt.NDArray[np.bool_]:
    """(tags, tags): which tag may follow which."""
    kind, of = np.arange(tags) % 4, (np.arange(tags) - 1) // 4
    done, fresh = (kind == 3) | (kind == 0), (kind == 1) | (kind == 0)
    table: npt.NDArray[np.bool_] = np.where(done[:, None], fresh[None], ~fresh[None] & (of[:, None] == of[None]))
    return table
