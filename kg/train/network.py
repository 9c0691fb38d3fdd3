"""Learn the tagger's network with numpy: its gradients by hand, steps by AdamW (Loshchilov and Hutter 2019).

A sentence's loss is minus the log-likelihood of its tags in each conditional random field; its gradient with respect to
energies and transitions is what the tagger expects less what is there (Lafferty, McCallum and Pereira 2001), passed on
through the recurrent layer step by step (Graves and Schmidhuber 2005). Values between layers are withheld at random
(dropout), and so are characters, words and hints, so that the network does not learn names by heart.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kg.extract.crf import Layer, factors, legal, sums, tables
from kg.extract.pieces import Abreast, abreast
from kg.extract.tagger import FORMAT, Inputs, Known, Model
from kg.train.recurrent import recur

log = logging.getLogger(__name__)

LETTER, WORD, TAG, HINTED = 32, 48, 24, 48  # widths of the embeddings and of what is read of the hints
SORTED = 1500  # sentences that are sorted by length, to be put into batches

Floats = npt.NDArray[np.float32]
Weights = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train.

    Attributes:
        epochs: how often each text is read.
        real: how often in each epoch a document from life is read, beside one written for training.
        step: the greatest step of AdamW, reached after `warm` batches; then steps shrink in a line.
        batch: characters that are read before each step.
        hidden: size of the recurrent layer in each direction.
        drop: share of the values between layers that are withheld.
        letters, words, hints: share of characters, words and hints that are withheld.
        rarest: how often a word or character must occur to have an embedding of its own.
        decay, clip: of AdamW's weights, and the greatest length of a gradient.
    """

    epochs: int = 10
    real: int = 3
    step: float = 4e-3
    warm: int = 150
    batch: int = 1300
    hidden: int = 128
    drop: float = 0.35
    letters: float = 0.08
    words: float = 0.2
    hints: float = 0.05
    rarest: int = 3
    decay: float = 0.01
    clip: float = 5.0
    seed: int = 1


class Example(NamedTuple):
    """A sentence to learn from: its inputs, and the column of the tag of each character in each layer."""

    seen: Inputs
    columns: npt.NDArray[np.int64]


ONWARD = Settings(epochs=3, step=1e-3, warm=50)  # to learn on from weights that are there


def fit(
    examples: Sequence[Example], known: Known, sizes: Sequence[int], how: Settings, begin: Weights | None = None
) -> Weights:
    """The weights learnt from sentences, beginning with `begin`; `sizes` are the columns of the layers.

    Same sentences and settings: same weights, on one machine.
    """
    random = np.random.default_rng(how.seed)
    weights = begin or initial(examples[0].seen, known, sizes, how.hidden, random)
    adam = _Adam(weights, how)
    steps = how.epochs * len(_batches(examples, how.batch, np.random.default_rng(0))) + 50
    count = 0
    for epoch in range(how.epochs):
        lost = seen = 0.0
        for batch in _batches(examples, how.batch, random):
            some = [examples[i] for i in batch]
            loss, gradient = gradients(weights, withheld(some, random, how), sizes, _Masks(random, how.drop))
            size = sum(len(e.columns) for e in some)
            adam.step(gradient, 10 / size, min(1, (count + 1) / how.warm) * max(0.02, 1 - count / steps))
            count, lost, seen = count + 1, lost + loss, seen + size
        log.info("epoch %d of %d: loss %.4f", epoch + 1, how.epochs, lost / seen)
    return weights


def initial(seen: Inputs, known: Known, sizes: Sequence[int], hidden: int, random: np.random.Generator) -> Weights:
    """Weights to begin with."""
    width = seen.states.shape[1] + LETTER + WORD + HINTED
    hints, columns = seen.hints.shape[1] + TAG, sum(sizes)

    def within(bound: float, *shape: int) -> Floats:
        return random.uniform(-bound, bound, shape).astype(np.float32)

    def normal(scale: float, *shape: int) -> Floats:
        return (random.standard_normal(shape) * scale).astype(np.float32)

    return {
        "letters": normal(0.3, len(known.letters) + 1, LETTER),
        "words": normal(0.3, len(known.words) + 1, WORD),
        "tags": normal(1, len(known.tags) + 1, TAG),
        "hints": within(hints**-0.5, hints, HINTED),
        "hint_bias": within(hints**-0.5, HINTED),
        "inputs": within(hidden**-0.5, 2, width, 4 * hidden),
        "bias": within(hidden**-0.5, 2, 1, 4 * hidden) + within(hidden**-0.5, 2, 1, 4 * hidden),
        "recurrent": within(hidden**-0.5, 2, hidden, 4 * hidden),
        "out": within((2 * hidden) ** -0.5, 2 * hidden, columns),
        "out_bias": within((2 * hidden) ** -0.5, columns),
        "transitions": np.zeros((columns, columns), np.float32),
    }


def layers_of(transitions: Floats, sizes: Sequence[int]) -> list[Layer]:
    """The layers of the weights of transitions; their types are left open."""
    out, offset = [], 0
    for n in sizes:
        own = transitions[offset : offset + n, offset : offset + n]
        out.append(Layer((), offset, (np.exp(own) * legal(n)).astype(np.float32)))
        offset += n
    return out


def withheld(examples: Sequence[Example], random: np.random.Generator, how: Settings) -> list[Example]:
    """Sentences without some of their characters, words, tags of words, and kinds of hints."""
    out = []
    for seen, columns in examples:
        n = len(columns)
        kept = Inputs(
            seen.states,
            np.where(random.random(n) < how.letters, 0, seen.letters),
            np.where(random.random(n) < how.words, 0, seen.words),
            np.where(random.random(n) < how.hints, 0, seen.tags),
            np.where(random.random(seen.hints.shape[1]) < how.hints, np.uint8(0), seen.hints),
        )
        out.append(Example(kept, columns))
    return out


class _Masks:
    """Dropout: values are withheld with a probability, the others made greater by as much."""

    def __init__(self, random: np.random.Generator, drop: float) -> None:
        self.random, self.drop = random, drop

    def __call__(self, shape: tuple[int, ...]) -> Floats:
        kept = self.random.random(shape, np.float32) >= self.drop
        return (kept / np.float32(1 - self.drop)).astype(np.float32)


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


class _Adam:
    """AdamW: steps by the running mean of the gradient over the root of that of its square."""

    MEAN, SQUARE, LEAST = 0.9, 0.99, 1e-8

    def __init__(self, weights: Weights, how: Settings) -> None:
        self.weights, self.how, self.count = weights, how, 0
        self.mean = {name: np.zeros_like(w) for name, w in weights.items()}
        self.square = {name: np.zeros_like(w) for name, w in weights.items()}

    def step(self, gradient: Weights, scale: float, share: float) -> None:
        """One step of `share` of the greatest size, along a gradient times `scale`."""
        self.count += 1
        length = scale * float(np.sqrt(sum(float((g.astype(np.float64) ** 2).sum()) for g in gradient.values())))
        scale *= min(1.0, self.how.clip / (length + 1e-6))
        step = self.how.step * share
        first, second = 1 - self.MEAN**self.count, (1 - self.SQUARE**self.count) ** 0.5
        for name, weight in self.weights.items():
            g, mean, square = gradient[name], self.mean[name], self.square[name]
            g *= np.float32(scale)
            mean += np.float32(1 - self.MEAN) * (g - mean)
            g *= g
            square += np.float32(1 - self.SQUARE) * (g - square)
            root = np.sqrt(square)
            root /= np.float32(second)
            root += np.float32(self.LEAST)
            weight *= np.float32(1 - step * self.how.decay)
            weight -= np.float32(step / first) * (mean / root)


def _batches(examples: Sequence[Example], size: int, random: np.random.Generator) -> list[list[int]]:
    """All sentences in random order, those of like length together, about `size` characters in each batch."""
    order = random.permutation(len(examples))
    out: list[list[int]] = []
    for k in range(0, len(order), SORTED):
        some = sorted(order[k : k + SORTED].tolist(), key=lambda i: len(examples[i].columns))
        batch: list[int] = []
        for i in some:
            if batch and (len(batch) + 1) * len(examples[i].columns) > size:
                out.append(batch)
                batch = []
            batch.append(i)
        out.append(batch)
    return [out[i] for i in random.permutation(len(out))]


def stored(weights: Weights, known: Known, layers: Mapping[str, tuple[str, ...]]) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a model file, see `kg.extract.tagger.model_of`."""
    data: dict[str, npt.NDArray[Any]] = {"format": np.array(FORMAT), "layers": np.array(list(layers))}
    data |= {f"known.{name}": value for name, value in zip(Known._fields, known, strict=True)}
    found = layers_of(weights["transitions"], [1 + 4 * len(types) for types in layers.values()])
    for (name, types), layer in zip(layers.items(), found, strict=True):
        data |= {f"{name}.types": np.array(types), f"{name}.transitions": layer.transitions}
    return data | {name: w.astype(np.float16) for name, w in weights.items() if name != "transitions"}


def weights_of(model: Model) -> Weights:
    """The weights of a model, to learn on from them."""
    names = ("letters", "words", "tags", "hints", "hint_bias", "inputs", "bias", "recurrent", "out", "out_bias")
    weights = {name: np.array(getattr(model, name), np.float32) for name in names}
    weights["transitions"] = np.zeros((len(model.out_bias), len(model.out_bias)), np.float32)
    for layer in model.layers:
        own = layer.transitions
        at = slice(layer.offset, layer.offset + len(own))
        weights["transitions"][at, at] = np.log(own, out=np.zeros_like(own), where=own > 0)
    return weights
