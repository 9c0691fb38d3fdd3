"""Gradient-boosted trees for a yes-or-no question, learnt with numpy alone and the same byte for byte each time.

Method: Friedman 2001 with second-order steps on histograms of quantile bins (Chen and Guestrin 2016; Ke et al. 2017),
all trees complete and of one depth, so that they are evaluated as arrays (`kg.extract.fusion.Trees`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.extract.fusion import Trees

Floats = npt.NDArray[np.float64]
BINS = 48


@dataclass(frozen=True, slots=True)
class Growth:
    """How trees grow: their number and depth, the step, the penalty on leaves, the least weight of a leaf, the share of
    columns and rows that each tree sees."""

    trees: int = 320
    depth: int = 4
    step: float = 0.03
    penalty: float = 5.0
    least: float = 3.0
    columns: float = 0.5
    rows: float = 0.8
    seed: int = 1


def boost(x: npt.NDArray[np.float32], y: Floats, weight: Floats, growth: Growth) -> Trees:
    """Trees whose sum is the log-odds of y = 1.

    Args:
        x: (rows, columns).
        y: (rows,) 0 or 1.
        weight: (rows,) how much each row counts.
        growth: see `Growth`.
    """
    rng = np.random.default_rng(growth.seed)
    cuts = [_cuts(x[:, j]) for j in range(x.shape[1])]
    bins = np.stack([np.searchsorted(c, x[:, j], "left") for j, c in enumerate(cuts)], 1).astype(np.int64)
    useful = np.flatnonzero([len(c) > 0 for c in cuts])
    mean = float((weight * y).sum() / weight.sum())
    base = float(np.log(mean / (1 - mean)))
    score = np.full(len(y), base)
    size = 2**growth.depth
    column = np.zeros((growth.trees, size - 1), np.int16)
    cut = np.full((growth.trees, size - 1), np.inf, np.float32)
    leaf = np.zeros((growth.trees, size), np.float32)
    for t in range(growth.trees):
        p = 1 / (1 + np.exp(-score))
        slope, bend = weight * (p - y), weight * p * (1 - p)
        rows = np.flatnonzero(rng.random(len(y)) < growth.rows)
        some = np.sort(rng.permutation(useful)[: max(1, int(len(useful) * growth.columns))])
        if not len(some):
            break
        node = np.zeros(len(y), np.int64)  # position within the level
        for depth in range(growth.depth):
            first = 2**depth - 1
            j, b = _split(bins[np.ix_(rows, some)], node[rows], 2**depth, slope[rows], bend[rows], growth)
            for k in range(2**depth):
                if b[k] >= 0:
                    column[t, first + k] = some[j[k]]
                    cut[t, first + k] = cuts[some[j[k]]][b[k]]
            node = 2 * node + (x[np.arange(len(y)), column[t, first + node]] > cut[t, first + node])
        down = np.bincount(node[rows], slope[rows], size)
        across = np.bincount(node[rows], bend[rows], size)
        leaf[t] = -growth.step * down / (across + growth.penalty)
        score += leaf[t][node]
    return Trees(base, column, cut, leaf)


def _cuts(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Where a column may be cut: between its values, at quantiles when it has many; a row goes left when x <= cut."""
    distinct = np.unique(values)
    if len(distinct) > BINS:
        distinct = np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1), method="nearest"))
    return ((distinct[:-1] + distinct[1:]) / 2).astype(np.float32)


def _split(
    bins: npt.NDArray[np.int64],
    node: npt.NDArray[np.int64],
    nodes: int,
    slope: Floats,
    bend: Floats,
    growth: Growth,
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """For each node of a level the best column and its bin to cut after, bin -1 where nothing is gained."""
    width = BINS + 1
    columns = bins.shape[1]
    cell = ((node[:, None] * columns + np.arange(columns)) * width + bins).reshape(-1)
    size = nodes * columns * width
    down = np.bincount(cell, np.repeat(slope, columns), size).reshape(nodes, columns, width).cumsum(2)
    across = np.bincount(cell, np.repeat(bend, columns), size).reshape(nodes, columns, width).cumsum(2)
    all_down, all_across = down[:, :, -1:], across[:, :, -1:]
    rest_down, rest_across = all_down - down, all_across - across
    gain = (
        down**2 / (across + growth.penalty)
        + rest_down**2 / (rest_across + growth.penalty)
        - all_down**2 / (all_across + growth.penalty)
    )
    gain[(across < growth.least) | (rest_across < growth.least)] = 0
    flat = gain.reshape(nodes, -1)
    best = flat.argmax(1)
    found = flat[np.arange(nodes), best] > 1e-9
    return best // width, np.where(found, best % width, -1)
