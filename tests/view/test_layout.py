"""Communities and positions."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from kg.export.view.communities import communities
from kg.export.view.drawing import draw
from kg.export.view.layout import force_layout, pack, separate, spiral
from kg.export.view.slices import Wanted, choose
from kg.tables import Build


def two_cliques(size: int = 12) -> list[tuple[int, int]]:
    pairs = [(a + k * size, b + k * size) for k in (0, 1) for a in range(size) for b in range(a)]
    return [*pairs, (0, size)]


def test_two_cliques_are_two_communities() -> None:
    found = communities(25, [(a, b, 1.0) for a, b in two_cliques()])
    assert found == [0] * 12 + [1] * 12 + [2]  # the last node is alone


def test_no_lines_no_communities() -> None:
    assert communities(3, []) == [0, 1, 2]


def test_cliques_stand_apart() -> None:
    edges = np.array(two_cliques())
    at = force_layout(np.zeros(24, np.int64), edges, spiral(24))
    left, right = at[:12].mean(axis=0), at[12:].mean(axis=0)
    assert np.linalg.norm(left - right) > 2 * np.linalg.norm(at[:12] - left, axis=1).mean()


def test_separate_leaves_no_overlap() -> None:
    radius = np.full(200, 8.0)
    at = separate(spiral(200) * 9, radius, 200)
    distance = np.linalg.norm(at[:, None] - at[None], axis=2) + np.eye(200) * 99
    assert distance.min() > 15.5
    same_place = separate(np.zeros((2, 2)), np.array([5.0, 5.0]))
    assert np.linalg.norm(same_place[0] - same_place[1]) > 9.9


def test_packed_discs_do_not_touch() -> None:
    radius = np.array([50.0, 20, 20, 20, 5, 5, 5, 5, 5, 5, 5])
    at = pack(radius)
    gap = np.linalg.norm(at[:, None] - at[None], axis=2) - radius[:, None] - radius[None] + np.eye(11) * 999
    assert gap.min() >= -1e-6


def test_a_drawing_is_the_same_each_time_and_soon_there(synthetic: Callable[[int], Build]) -> None:
    part = choose(synthetic(2000), Wanted(), {})
    start = time.monotonic()
    first = draw(part, overview=False)
    assert time.monotonic() - start < 30  # 1 s where nothing else runs
    assert np.array_equal(first.at, draw(part, overview=False).at)
    ends = np.linalg.norm(first.at[first.pairs[:, 0]] - first.at[first.pairs[:, 1]], axis=1)
    order = np.random.default_rng(1).integers(0, 2000, (5000, 2))
    any_two = np.linalg.norm(first.at[order[:, 0]] - first.at[order[:, 1]], axis=1)
    assert np.median(ends) < 0.3 * np.median(any_two)  # related things stand near each other


def test_overview_keeps_communities_in_discs(synthetic: Callable[[int], Build]) -> None:
    drawing = draw(choose(synthetic(2000), Wanted(), {}), overview=True)
    apart = np.linalg.norm(drawing.centres[:, None] - drawing.centres[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    assert (apart > 0.8 * (drawing.reaches[:, None] + drawing.reaches[None])).all()


def test_nothing_to_draw(small: Build) -> None:
    part = choose(small, Wanted(min_support=9), {})
    assert draw(part, overview=False).at.shape == (0, 2)
