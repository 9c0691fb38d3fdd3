"""Conditional random fields: marginals against brute force."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from kg.extract.crf import Floats, Layer, _ends, candidates, legal


def random_layer(seed: int, types: tuple[str, ...] = ("Program", "Project"), offset: int = 0) -> Layer:
    size = 1 + 4 * len(types)
    weights = np.random.default_rng(seed).normal(size=(size, size))
    return Layer(types, offset, np.where(legal(size), np.exp(weights), 0).astype(np.float32))


def brute_force(energy: Floats, layer: Layer) -> dict[tuple[int, int, str], float]:
    """Sum over all labellings."""
    opens, closes = _ends(len(layer.transitions))
    total, spans = 0.0, dict[tuple[int, int, str], float]()
    for path in itertools.product(range(len(layer.transitions)), repeat=len(energy)):
        weight = float(opens[path[0]] * closes[path[-1]])
        for a, b in itertools.pairwise(path):
            weight *= float(layer.transitions[a, b])
        if weight == 0:
            continue
        weight *= float(np.exp(sum(energy[i, tag] for i, tag in enumerate(path))))
        total += weight
        start = 0
        for i, tag in enumerate(path):
            kind = tag % 4
            if tag and kind in (1, 0):
                start = i
            if tag and kind in (3, 0):
                key = (start, i + 1, layer.types[(tag - 1) // 4])
                spans[key] = spans.get(key, 0.0) + weight
    return {key: value / total for key, value in spans.items()}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_marginals_are_sums_over_all_labellings(seed: int) -> None:
    layers = (random_layer(seed), random_layer(seed + 9, ("Zone",), 9))
    energy = np.random.default_rng(seed).normal(size=(7, 14)).astype(np.float32)
    found = candidates(energy, [(0, 4), (4, 7)], layers, 0.02)
    for layer, spans in zip(layers, found, strict=True):
        expected: dict[tuple[int, int, str], float] = {}
        for a, b in ((0, 4), (4, 7)):
            own = energy[a:b, layer.offset : layer.offset + len(layer.transitions)]
            expected |= {(a + i, a + j, t): p for (i, j, t), p in brute_force(own, layer).items()}
        assert {c[:3]: c.probability for c in spans} == {
            k: pytest.approx(p, abs=1e-4) for k, p in expected.items() if p >= 0.02
        }


def test_no_spans_in_no_sentences() -> None:
    assert candidates(np.zeros((0, 9), np.float32), [], [random_layer(1)], 0.1) == [[]]
