"""Gradient-boosted trees for a yes-or-no question, learnt with LightGBM (Ke et al. 2017).

No tree is deeper than `Growth.depth`, so that all are written as complete trees of that depth, which arrays evaluate
(`kg.extract.fusion.Trees`): LightGBM is needed to learn, not to read texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import MissingExtraError, MissingProgramError
from kg.extract.fusion import Trees

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Growth:
    """How trees grow: their number, depth and leaves, the step, the penalty on leaves, the least rows of a leaf, the
    bins of a column, the share of columns and rows that each tree sees."""

    trees: int = 500
    depth: int = 6
    leaves: int = 48
    step: float = 0.05
    penalty: float = 5.0
    least: int = 60
    bins: int = 63
    columns: float = 0.4
    rows: float = 0.8
    seed: int = 1


def library() -> Any:
    """LightGBM.

    Raises:
        MissingExtraError: it is not installed.
        MissingProgramError: the system lacks the OpenMP library that it needs.
    """
    try:
        import lightgbm
    except ImportError:
        raise MissingExtraError("lightgbm", "train", "Learning models") from None
    except OSError:
        raise MissingProgramError(
            "libgomp1 (libomp on a Mac)", "Learning models", "use the models that are there"
        ) from None
    return lightgbm


def boost(x: npt.NDArray[np.float32], y: Floats, weight: Floats, growth: Growth) -> Trees:
    """Trees whose sum is the log-odds of y = 1; the same input gives the same trees.

    Args:
        x: (rows, columns) without NaN.
        y: (rows,) 0 or 1.
        weight: (rows,) how much each row counts.
        growth: see `Growth`.

    Raises:
        MissingExtraError, MissingProgramError: as in `library`.
    """
    how = {
        "objective": "binary",
        "num_leaves": growth.leaves,
        "max_depth": growth.depth,
        "learning_rate": growth.step,
        "lambda_l2": growth.penalty,
        "min_data_in_leaf": growth.least,
        "max_bin": growth.bins,
        "feature_fraction": growth.columns,
        "bagging_fraction": growth.rows,
        "bagging_freq": 1,
        "use_missing": False,
        "seed": growth.seed,
        "num_threads": 1,
        "deterministic": True,
        "force_row_wise": True,
        "verbose": -1,
    }
    lightgbm = library()
    learnt = lightgbm.train(how, lightgbm.Dataset(x, y, weight=weight), growth.trees).dump_model()["tree_info"]
    size = 2**growth.depth
    column = np.zeros((len(learnt), size - 1), np.int16)
    cut = np.full((len(learnt), size - 1), np.inf, np.float32)
    leaf = np.zeros((len(learnt), size), np.float32)
    for at, tree in enumerate(learnt):
        _complete(tree["tree_structure"], 0, column[at], cut[at], leaf[at])
    return Trees(0.0, column, cut, leaf)  # LightGBM adds the share of y = 1 to the first tree


def _complete(
    node: Mapping[str, Any],
    at: int,
    column: npt.NDArray[np.int16],
    cut: npt.NDArray[np.float32],
    leaf: npt.NDArray[np.float32],
) -> None:
    """Write a node and what is below it to place `at`; a leaf above the lowest level is reached by going left."""
    if "leaf_value" in node:
        while at < len(cut):
            at = 2 * at + 1
        leaf[at - len(cut)] = node["leaf_value"]
        return
    column[at] = node["split_feature"]
    cut[at] = threshold = np.float32(node["threshold"])
    if threshold > node["threshold"]:  # rounding must send no row to the other side
        cut[at] = np.nextafter(threshold, np.float32(-np.inf))
    _complete(node["left_child"], 2 * at + 1, column, cut, leaf)
    _complete(node["right_child"], 2 * at + 2, column, cut, leaf)
