"""The network's gradients against differences of its loss."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.tagger import Inputs, Known
from kg.train.adamw import AdamW
from kg.train.gradients import Example, Weights, gradients
from kg.train.network import Settings, initial, withheld

SIZES = (9, 5)  # columns of the two layers


def legal_tags(random: np.random.Generator, n: int, size: int) -> list[int]:
    tags: list[int] = []
    while len(tags) < n:
        length, first = min(n - len(tags), int(random.integers(1, 4))), 1 + 4 * int(random.integers(0, size // 4))
        if random.random() < 0.5:
            tags += [0] * length
        else:
            tags += [first + 3] if length == 1 else [first, *[first + 1] * (length - 2), first + 2]
    return tags


def sentence(random: np.random.Generator, n: int) -> Example:
    seen = Inputs(
        random.standard_normal((n, 7)).astype(np.float32),
        random.integers(0, 7, n),
        random.integers(0, 6, n),
        random.integers(0, 4, n),
        random.integers(0, 2, (n, 4)).astype(np.uint8),
    )
    columns = np.stack([legal_tags(random, n, 9), 9 + np.array(legal_tags(random, n, 5))], 1)
    return Example(seen, columns)


def ones(shape: tuple[int, ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.ones(shape, np.float32)


@pytest.fixture
def batch() -> list[Example]:
    random = np.random.default_rng(3)
    return [sentence(random, n) for n in (5, 1, 8, 5, 3)]


@pytest.fixture
def weights(batch: list[Example]) -> Weights:
    random = np.random.default_rng(4)
    known = Known(*(np.arange(n, dtype=np.uint32) for n in (6, 5, 3)))
    found = initial(batch[0].seen, known, SIZES, 6, random)
    found["transitions"] = (random.standard_normal((14, 14)) * 0.3).astype(np.float32)
    return found


def test_gradients_are_those_of_the_loss(batch: list[Example], weights: Weights) -> None:
    random = np.random.default_rng(5)
    _, gradient = gradients(weights, batch, SIZES, ones)
    assert gradient.keys() == weights.keys()
    for name, values in weights.items():
        assert gradient[name].shape == values.shape
        assert gradient[name].any()
        for _ in range(8):
            at = tuple(int(random.integers(0, n)) for n in values.shape)
            before, losses = values[at], []
            for step in (0.02, -0.02):
                values[at] = before + step
                losses.append(gradients(weights, batch, SIZES, ones)[0])
            values[at] = before
            assert gradient[name][at] == pytest.approx((losses[0] - losses[1]) / 0.04, rel=0.02, abs=0.02), (name, at)


def test_steps_lower_the_loss(batch: list[Example], weights: Weights) -> None:
    adam = AdamW(weights, clip=5.0, decay=0.01)
    losses = []
    for _ in range(30):
        loss, gradient = gradients(weights, batch, SIZES, ones)
        losses.append(loss)
        adam.step(gradient, 1.0, 0.05)
    assert losses[-1] < losses[0] / 3


def test_what_is_withheld_is_unknown(batch: list[Example]) -> None:
    how = Settings(letters=1.0, words=0.0, hints=0.0)
    for kept, whole in zip(withheld(batch, np.random.default_rng(1), how), batch, strict=True):
        assert not kept.seen.letters.any()
        assert (kept.seen.words == whole.seen.words).all()
        assert (kept.seen.hints == whole.seen.hints).all()
