"""The loss of the tagger's network and its gradients, by hand.

A sentence's loss is minus the log-likelihood of its tags in each conditional random field; its gradient with respect to
energies and transitions is what the tagger expects less what is there (Lafferty, McCallum and Pereira 2001), passed on
through the recurrent layer step by step (Graves and Schmidhuber 2005).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.extract.crf import Layer, factors, legal, sums, tables
from kg.extract.pieces import Abreast, abreast
from kg.extract.tagger import Inputs
from kg.train.recurrent import recur

TAG = 24  # width of the embeddings of tags of words

Floats = npt.NDArray[np.float32]
Weights = dict[str, Floats]


class Example(NamedTuple):
    """A sentence to learn from: its inputs, and the column of the tag of each character in each layer."""

    seen: Inputs
    columns: npt.NDArray[np.int64]


def layers_of(transitions: Floats, sizes: Sequence[int]) -> list[Layer]:
    """The layers of the weights of transitions; their types are left open."""
    out, offset = [], 0
    for n in sizes:
        own = transitions[offset : offset + n, offset : offset + n]
        out.append(Layer((), offset, (np.exp(own) * legal(n)).astype(np.float32)))
        offset += n
    return out


def gradients(
    weights: Weights, batch: Sequence[Example], sizes: Sequence[int], masks: Callable[[tuple[int, ...]], Floats]
) -> tuple[float, Weights]:
    """Minus the log-likelihood of the tags of a batch, and its gradient; `masks` are factors of values of a shape."""
    seen = Inputs(*(np.concatenate([e.seen[k] for e in batch]) for k in range(5)))
    columns = np.concatenate([e.columns for e in batch])
    ends = np.cumsum([len(e.columns) for e in batch]).tolist()
    spans = list(zip([0, *ends[:-1]], ends, strict=True))
    hidden = weights["recurrent"].shape[1]
    hints = np.concatenate([seen.hints.astype(np.float32), weights["tags"][seen.tags]], 1)
    hinted = np.tanh(hints @ weights["hints"] + weights["hint_bias"])
    parts = (seen.states, weights["letters"][seen.letters], weights["words"][seen.words], hinted)
    entering = np.concatenate(parts, 1)
    mask = masks(entering.shape)
    entering = entering * mask
    above = np.empty((len(columns), 2 * hidden), np.float32)
    sides = [_Side(weights, direction) for direction in (0, 1)]
    side_by_side = list(abreast(spans))
    runs = []
    for together in side_by_side:
        for side, places in zip(sides, (together.ahead, together.behind), strict=True):
            run = side.run(entering, places, together.running)
            above[places, side.direction * hidden : (side.direction + 1) * hidden] = run.states
            runs.append((side, run))
    mask_above = masks(above.shape)
    above = above * mask_above
    energy = above @ weights["out"] + weights["out_bias"]
    loss, wanted, transitions = _field(energy, columns, side_by_side, layers_of(weights["transitions"], sizes), weights)
    down = (wanted @ weights["out"].T) * mask_above
    below = np.zeros_like(entering)
    for side, run in runs:
        side.back(run, down[run.places, side.direction * hidden : (side.direction + 1) * hidden], below)
    below *= mask
    edges = np.cumsum([0, *(p.shape[1] for p in parts)])
    for_letters, for_words, for_hints = (below[:, edges[k] : edges[k + 1]] for k in (1, 2, 3))
    for_hints = for_hints * (1 - hinted * hinted)
    for_tags = for_hints @ weights["hints"][-TAG:].T
    gradient = {
        "letters": _rows(weights["letters"], seen.letters, for_letters),
        "words": _rows(weights["words"], seen.words, for_words),
        "tags": _rows(weights["tags"], seen.tags, for_tags),
        "hints": hints.T @ for_hints,
        "hint_bias": for_hints.sum(0),
        "inputs": np.stack([side.inputs for side in sides]),
        "bias": np.stack([side.bias for side in sides]),
        "recurrent": np.stack([side.recurrent for side in sides]),
        "out": above.T @ wanted,
        "out_bias": wanted.sum(0),
        "transitions": transitions,
    }
    return loss, gradient


def _rows(table: Floats, at: npt.NDArray[np.int64], values: Floats) -> Floats:
    """The gradient of an embedding: values summed by row."""
    out = np.zeros_like(table)
    order = np.argsort(at, kind="stable")
    rows, first = np.unique(at[order], return_index=True)
    out[rows] = np.add.reduceat(values[order], first, 0)
    return out


def _field(
    energy: Floats, columns: npt.NDArray[np.int64], side_by_side: Sequence[Abreast], layers: Sequence[Layer], w: Weights
) -> tuple[float, Floats, Floats]:
    """Loss, and its gradients with respect to energies and transitions."""
    table = tables(layers)
    wanted = np.zeros_like(energy)
    transitions = np.zeros_like(table.steps)
    loss = 0.0
    for ahead, _, running in side_by_side:
        original = factors(energy[ahead], layers)
        local = original.copy()
        alpha, beta = sums(local, running, table)
        expected = alpha * beta
        own = columns[ahead]
        begins, before = running[0], _before(running)
        pairs = table.steps * (alpha[before].T @ (local[begins:] * beta[begins:]))
        # the sums over all labellings of the sentences, from the scales by which `sums` divided: the greatest was 1
        firsts = [layer.offset for layer in layers]
        scale = -np.log(np.maximum.reduceat(local, firsts, 1))
        last = np.setdiff1d(np.arange(len(ahead)), before)
        closing = np.log(np.maximum((alpha[last] * table.closes) @ table.same, 1e-30))[:, firsts]
        loss += float(scale.sum() + closing.sum())
        for k in range(len(layers)):
            at = own[:, k]
            expected[np.arange(len(at)), at] -= 1
            np.subtract.at(pairs, (at[before], at[begins:]), 1)
            loss -= float(np.log(np.maximum(original[np.arange(len(at)), at], 1e-30)).sum())
            loss -= float(w["transitions"][at[before], at[begins:]].sum())
        wanted[ahead] = expected
        transitions += pairs
    return loss, wanted, transitions


def _before(running: Sequence[int]) -> npt.NDArray[np.int64]:
    """For each place but those of the first step, where its predecessor stands (order of `Abreast.ahead`)."""
    edges = np.cumsum([0, *running]).tolist()
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *(np.arange(n) + a for a, n in zip(edges, running[1:], strict=False))])


class _Run(NamedTuple):
    """What one direction did: where it read, what entered, its gates (after their functions), cells and states."""

    places: npt.NDArray[np.int64]
    running: Sequence[int]
    entering: Floats
    gates: Floats
    cells: Floats
    states: Floats


class _Side:
    """One direction of the recurrent layer with its gradients; gates are enter, forget, new, leave."""

    def __init__(self, weights: Weights, direction: int) -> None:
        self.direction = direction
        self.weights = {name: weights[name][direction] for name in ("inputs", "bias", "recurrent")}
        self.inputs, self.bias, self.recurrent = (np.zeros_like(w) for w in self.weights.values())
        self.hidden = len(self.recurrent)

    def run(self, entering: Floats, places: npt.NDArray[np.int64], running: Sequence[int]) -> _Run:
        here = entering[places]
        gates = here @ self.weights["inputs"] + self.weights["bias"]
        cells, states = recur(gates, running, self.weights["recurrent"])
        return _Run(places, running, here, gates, cells, states)

    def back(self, run: _Run, down: Floats, below: Floats) -> None:
        """Add to the gradients; `down` is that of the states, that of what entered is added to `below`."""
        hidden, edges = self.hidden, np.cumsum([0, *run.running]).tolist()
        gates = run.gates
        back = np.ascontiguousarray(self.weights["recurrent"].T)
        for_gates = np.empty_like(gates)
        bent = np.tanh(run.cells)
        later_state = later_cell = np.zeros((0, hidden), np.float32)
        for t in range(len(run.running) - 1, -1, -1):
            n, at = run.running[t], edges[t]
            enter, forget, new, leave = (gates[at : at + n, k * hidden : (k + 1) * hidden] for k in range(4))
            state = down[at : at + n]
            state[: len(later_state)] += later_state
            out = for_gates[at : at + n]
            cell = state * leave * (1 - bent[at : at + n] ** 2)
            cell[: len(later_cell)] += later_cell
            out[:, 3 * hidden :] = state * bent[at : at + n] * leave * (1 - leave)
            out[:, :hidden] = cell * new * enter * (1 - enter)
            out[:, 2 * hidden : 3 * hidden] = cell * enter * (1 - new * new)
            if t:
                out[:, hidden : 2 * hidden] = cell * run.cells[edges[t - 1] : edges[t - 1] + n] * forget * (1 - forget)
                later_state, later_cell = out @ back, cell * forget
            else:
                out[:, hidden : 2 * hidden] = 0
        before, first = _before(run.running), run.running[0]
        self.inputs += run.entering.T @ for_gates
        self.bias += for_gates.sum(0)
        self.recurrent += run.states[before].T @ for_gates[first:]
        below[run.places] += for_gates @ self.weights["inputs"].T
