"""Positions for the nodes of a graph, the same each time.

The forces are those of ForceAtlas2 (Jacomy et al. 2014): nodes repel by (degree + 1)·(degree + 1)/distance, edges pull
by distance. Repulsion is computed on a grid by a Fourier transform, as FIt-SNE does (Linderman et al. 2019), so that a
step costs time in proportion to the nodes. Many small graphs (components, communities) are laid out in one go, each on
a grid of its own.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]  # (nodes, 2)
Ints = NDArray[np.int64]

SPACING = 46.0  # units between neighbours in the finished drawing; a node's radius is 5 to 30
_GOLDEN = np.pi * (3 - np.sqrt(5))
_GRIDS = ((6, 6), (24, 12), (100, 20), (400, 32), (1500, 64), (8000, 128))  # nodes of a group at most → cells on a side
_LARGEST_GRID = 256
_CHUNK = 1 << 21  # grid cells (padded) held at a time


def spiral(count: int) -> Points:
    """Points of a sunflower: evenly spread in a disc, about one unit apart, the first in the middle."""
    i = np.arange(count)
    radius, angle = np.sqrt(i + 0.25) * 0.56, i * _GOLDEN
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def force_layout(group: Ints, edges: Ints, start: Points, iterations: int = 150) -> Points:
    """Lay out every group of nodes around its own origin.

    Args:
        group: the group of each node, from 0.
        edges: (edges, 2) node numbers, both of one group.
        start: where the nodes begin, in any unit.
        iterations: steps; 100 to 200 settle most graphs.

    Returns:
        positions with about `SPACING` units between neighbours.
    """
    out = np.zeros((len(group), 2))
    sizes = np.bincount(group)
    cells = np.full(len(sizes), _LARGEST_GRID)
    for limit, grid in reversed(_GRIDS):
        cells[sizes <= limit] = grid
    cells[sizes <= 1] = 0  # a node alone stays at its origin
    for grid in sorted(set(cells.tolist()) - {0}):
        chosen = np.flatnonzero(cells == grid)
        step = max(1, _CHUNK // (4 * grid * grid))
        for at in range(0, len(chosen), step):
            part = chosen[at : at + step]
            nodes = np.flatnonzero(np.isin(group, part))
            number = np.full(len(group), -1)
            number[nodes] = np.arange(len(nodes))
            inside = edges[(number[edges[:, 0]] >= 0)] if len(edges) else edges
            local = np.searchsorted(part, group[nodes])
            out[nodes] = _settle(local, number[inside], start[nodes], grid, iterations)
    return out


def _settle(group: Ints, edges: Ints, start: Points, grid: int, iterations: int) -> Points:
    """ForceAtlas2 with its own choice of speed, for groups on grids of one size."""
    count, groups = len(group), int(group.max()) + 1 if len(group) else 0
    degree = np.bincount(edges.ravel(), minlength=count).astype(float)
    mass = degree + 1
    sizes = np.bincount(group, minlength=groups)
    at = start - _means(start, group, sizes)[group]
    spread = np.sqrt(np.maximum(np.bincount(group, (at**2).sum(axis=1), groups) / sizes, 1e-9))
    at = at / spread[group][:, None] * np.sqrt(sizes)[group][:, None] * 4
    repel, gravity, speed = 4.0, 0.06, np.full(groups, 1.0)
    before = np.zeros_like(at)
    for step in range(iterations):
        force = repel * mass[:, None] * _repulsion(at, mass, group, groups, grid)
        pull = at[edges[:, 1]] - at[edges[:, 0]]
        for axis in (0, 1):
            force[:, axis] += np.bincount(edges[:, 0], pull[:, axis], count)
            force[:, axis] -= np.bincount(edges[:, 1], pull[:, axis], count)
        force -= gravity * mass[:, None] * at
        swing = np.linalg.norm(force - before, axis=1)
        traction = np.linalg.norm(force + before, axis=1) / 2
        total = np.bincount(group, mass * swing, groups) + 1e-9
        wanted = 0.5 * np.bincount(group, mass * traction, groups) / total
        speed = np.minimum(wanted, speed * 1.5) if step else np.minimum(wanted, 1.0)
        factor = speed[group] / (1 + np.sqrt(speed[group] * swing))
        move = force * factor[:, None]
        longest = 10 * np.sqrt(sizes[group])  # a node never jumps across the drawing
        move *= np.minimum(1, longest / (np.linalg.norm(move, axis=1) + 1e-9))[:, None]
        at += move
        at -= _means(at, group, sizes)[group]
        before = force
    return _scaled(at, group, sizes)


def _means(at: Points, group: Ints, sizes: Ints) -> Points:
    return np.stack([np.bincount(group, at[:, axis], len(sizes)) / sizes for axis in (0, 1)], axis=1)


def _scaled(at: Points, group: Ints, sizes: Ints) -> Points:
    """Each group so large that its nodes have room: root mean square radius in proportion to √nodes."""
    size = np.sqrt(np.maximum(np.bincount(group, (at**2).sum(axis=1), len(sizes)) / sizes, 1e-9))
    return at * (SPACING * 0.62 * np.sqrt(sizes) / size)[group][:, None]


def _repulsion(at: Points, mass: NDArray[np.float64], group: Ints, groups: int, grid: int) -> Points:
    """For each node Σ mass·(away from the other)/distance² over its group, by convolution on the group's grid."""
    low = np.full((groups, 2), np.inf)
    high = np.full((groups, 2), -np.inf)
    np.minimum.at(low, group, at)
    np.maximum.at(high, group, at)
    side = np.maximum((high - low).max(axis=1), 1e-6) * 1.001
    cell = side / (grid - 1)
    place = (at - low[group]) / cell[group][:, None]
    whole = np.clip(place.astype(np.int64), 0, grid - 2)
    part = place - whole
    corners = [
        (dx, dy, (part[:, 0] if dx else 1 - part[:, 0]) * (part[:, 1] if dy else 1 - part[:, 1]))
        for dx in (0, 1)
        for dy in (0, 1)
    ]
    base = group * (grid * grid)
    where = [base + (whole[:, 0] + dx) * grid + whole[:, 1] + dy for dx, dy, _ in corners]
    charge = np.zeros(groups * grid * grid)
    for index, (_, _, share) in zip(where, corners, strict=True):
        charge += np.bincount(index, mass * share, len(charge))
    padded = 2 * grid
    spectrum = np.fft.rfft2(charge.reshape(groups, grid, grid), (padded, padded))
    force = np.empty_like(at)
    for axis, kernel in enumerate(_kernels(grid)):
        field = np.fft.irfft2(spectrum * kernel, (padded, padded))[:, :grid, :grid].ravel()
        force[:, axis] = sum(field[index] * share for index, (_, _, share) in zip(where, corners, strict=True))
    away: Points = force / cell[group][:, None]
    return away


@functools.cache
def _kernels(grid: int) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """The transforms of x/(x² + y²) and y/(x² + y²), wrapped around a grid of twice the side."""
    line = np.fft.fftfreq(2 * grid, 1 / (2 * grid))
    x, y = np.meshgrid(line, line, indexing="ij")
    square = x**2 + y**2
    square[0, 0] = 1
    return np.fft.rfft2(x / square), np.fft.rfft2(y / square)


def separate(at: Points, radius: NDArray[np.float64], rounds: int = 40) -> Points:
    """Push discs apart until (nearly) none overlap, each by half of the overlap."""
    at = at.copy()
    for _ in range(rounds):
        a, b = _near(at, 2 * float(radius.max(initial=1.0)))
        away = at[b] - at[a]
        distance = np.linalg.norm(away, axis=1)
        overlap = radius[a] + radius[b] - distance
        hit = overlap > 0.01
        if not hit.any():
            break
        a, b, away, distance, overlap = a[hit], b[hit], away[hit], distance[hit], overlap[hit]
        still = distance < 1e-9  # same place: part them in a direction of their own
        away[still] = np.stack([np.cos(a[still] * _GOLDEN), np.sin(a[still] * _GOLDEN)], axis=1)
        push = away / np.where(still, 1, distance)[:, None] * (overlap * 0.5)[:, None]
        for axis in (0, 1):
            at[:, axis] += np.bincount(b, push[:, axis], len(at)) - np.bincount(a, push[:, axis], len(at))
    return at


def _near(at: Points, reach: float) -> tuple[Ints, Ints]:
    """Pairs of points in one cell or in cells side by side, of cells with the side `reach`."""
    cell = np.floor((at - at.min(axis=0)) / reach).astype(np.int64)
    width = int(cell[:, 1].max()) + 3
    key = cell[:, 0] * width + cell[:, 1] + 1
    order = np.argsort(key, kind="stable")
    sorted_key = key[order]
    firsts, seconds = [], []
    for offset in (0, 1, width - 1, width, width + 1):
        left = np.searchsorted(sorted_key, key + offset, "left")
        right = np.searchsorted(sorted_key, key + offset, "right")
        many = right - left
        first = np.repeat(np.arange(len(at)), many)
        within = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        second = order[np.repeat(left, many) + within]
        keep = first < second if offset == 0 else slice(None)
        firsts.append(first[keep])
        seconds.append(second[keep])
    return np.concatenate(firsts), np.concatenate(seconds)


def pack(radius: NDArray[np.float64]) -> Points:
    """Centres for discs, the first in the middle, each next as near to it as it finds room."""
    out = np.zeros((len(radius), 2))
    turns = np.arange(0, 64) * (2 * np.pi / 64)
    ring = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    reach = 0.0
    for i in range(1, len(radius)):
        distance = radius[0] + radius[i] if i == 1 else max(radius[0] + radius[i], reach)
        while True:
            tries = ring * distance
            gap = np.linalg.norm(tries[:, None] - out[None, :i], axis=2) - radius[None, :i] - radius[i]
            free = np.flatnonzero(gap.min(axis=1) >= -1e-9)
            if len(free):
                out[i] = tries[free[0]]
                break
            distance += max(radius[i] * 0.5, 4.0)
        # Where this disc found no room, the next of its size finds none.
        reach = distance if i + 1 < len(radius) and radius[i + 1] == radius[i] else 0.0
    return out
