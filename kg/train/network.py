"""Learn the tagger's network with numpy: its gradients by hand (`kg.train.gradients`), steps by AdamW.

Values between layers are withheld at random (dropout), and so are characters, words and hints, so that the network does
not learn names by heart.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.extract.tagger import FORMAT, Inputs, Known, Model
from kg.train.adamw import AdamW
from kg.train.gradients import TAG, Example, Floats, Weights, gradients, layers_of

log = logging.getLogger(__name__)

LETTER, WORD, HINTED = 32, 48, 48  # widths of the embeddings and of what is read of the hints
SORTED = 1500  # sentences that are sorted by length, to be put into batches


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


ONWARD = Settings(epochs=3, step=1e-3, warm=50)  # to learn on from weights that are there


def fit(
    examples: Sequence[Example], known: Known, sizes: Sequence[int], how: Settings, begin: Weights | None = None
) -> Weights:
    """The weights learnt from sentences, beginning with `begin`; `sizes` are the columns of the layers.

    Same sentences and settings: same weights, on one machine.
    """
    random = np.random.default_rng(how.seed)
    weights = begin or initial(examples[0].seen, known, sizes, how.hidden, random)
    adam = AdamW(weights, clip=how.clip, decay=how.decay)
    steps = how.epochs * len(_batches(examples, how.batch, np.random.default_rng(0))) + 50
    count = 0
    for epoch in range(how.epochs):
        lost = seen = 0.0
        for batch in _batches(examples, how.batch, random):
            some = [examples[i] for i in batch]
            loss, gradient = gradients(weights, withheld(some, random, how), sizes, _Masks(random, how.drop))
            size = sum(len(e.columns) for e in some)
            share = min(1, (count + 1) / how.warm) * max(0.02, 1 - count / steps)
            adam.step(gradient, 10 / size, how.step * share)
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
