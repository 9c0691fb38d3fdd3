"""How sure a candidate is: boosted trees over its features, fitted on labelled documents, evaluated with numpy.

The model (`model/arbitration.npz`) is data; `kg train TEXTS GOLD` makes it anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from kg.errors import SchemaError
from kg.extract.evidence import TYPES
from kg.extract.fusion_features import COLUMNS
from kg.extract.known import Known
from kg.extract.stored import arrays

FORMAT = 2
TOGETHER = 128  # rows that go down the trees in one go
_FITS: Literal["wrap"] = "wrap"  # for numpy's take: no index is out of bounds, so none is looked at for that

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trees:
    """Complete binary trees of one depth; a row goes right where its column is greater than the cut.

    Attributes:
        base: the log-odds that the trees add to.
        column, cut: (trees, 2^depth - 1), the children of node k are 2k + 1 and 2k + 2.
        leaf: (trees, 2^depth).
    """

    base: float
    column: npt.NDArray[np.int16]
    cut: npt.NDArray[np.float32]
    leaf: npt.NDArray[np.float32]

    def log_odds(self, x: npt.NDArray[np.float32]) -> Floats:
        """(rows,) of a matrix (rows, columns)."""
        out = np.zeros(len(x))
        inner, leaves = self.cut.shape[1], self.leaf.shape[1]
        trees = np.arange(len(self.leaf), dtype=np.int32)  # half as wide as numpy's own, so that it is half the work
        begin = trees * inner
        leaf_of = trees * leaves - begin - inner
        column, cut, leaf = self.column.reshape(-1).astype(np.int32), self.cut.reshape(-1), self.leaf.reshape(-1)
        for first in range(0, len(x), TOGETHER):
            part = np.ascontiguousarray(x[first : first + TOGETHER])
            row = (np.arange(len(part), dtype=np.int32) * part.shape[1])[:, None]
            values = part.reshape(-1)
            at = begin + 1 + (part.take(column[begin], 1) > cut[begin])  # nodes, numbered through all trees
            for _ in range(inner.bit_length() - 1):
                right = values.take(row + column.take(at, mode=_FITS), mode=_FITS) > cut.take(at, mode=_FITS)
                at *= 2
                at += 1 - begin
                at += right
            out[first : first + TOGETHER] = self.base + leaf.take(at + leaf_of).sum(1, dtype=np.float64)
        return out


@dataclass(frozen=True, slots=True)
class Fusion:
    """The fitted arbitration: `trees`, of each of `TYPES` the least probability that is taken, and what is `known`."""

    trees: Trees
    thresholds: npt.NDArray[np.float64]
    known: Known


def load_fusion(path: Path) -> Fusion:
    """The model of a file.

    Raises:
        SchemaError: the file is missing, or was made for other features or types.
    """
    again = "learn one with kg train TEXTS GOLD"
    data = arrays(path, "the arbitration's model", again)
    made_for = (int(data["format"]), tuple(data["columns"].tolist()), tuple(data["types"].tolist()))
    if made_for != (FORMAT, COLUMNS, TYPES):
        raise SchemaError(f"{path}: the arbitration's model was made for other features; {again}.")
    trees = Trees(float(data["base"]), data["column"], data["cut"], data["leaf"])
    known = Known(np.cumsum(data["known"].astype(np.uint64)).astype(np.uint32), data["seen"], data["named"])
    return Fusion(trees, data["thresholds"].astype(np.float64), known)


def save_fusion(path: Path, fusion: Fusion) -> None:
    """Write a model; equal models give equal bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    t = fusion.trees
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            allow_pickle=False,
            format=np.array(FORMAT),
            columns=np.array(COLUMNS),
            types=np.array(TYPES),
            base=np.array(t.base),
            column=t.column,
            cut=t.cut,
            leaf=t.leaf,
            thresholds=fusion.thresholds.astype(np.float32),
            known=np.diff(fusion.known.code.astype(np.int64), prepend=0).astype(np.uint32),
            seen=fusion.known.seen,
            named=fusion.known.named,
        )
