"""What the labelled documents say of a surface: how often it was a candidate there, and how often a name of the type.

The tagger judges a name by its parts and its setting and cannot know that 权力清单 is hardly ever taken for a
programme while 厕所革命 always is. Of each surface and type that stood in the labelled documents the arbitration's
model holds two small numbers, under a hash.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence, bare

MOST = 255
Floats = npt.NDArray[np.float64]


class Known(NamedTuple):
    """Surfaces of the labelled documents, sorted by `code`.

    Attributes:
        code: a hash of type and surface.
        seen: in how many documents it was a candidate.
        named: in how many of these it was a name of the type.
    """

    code: npt.NDArray[np.uint32]
    seen: npt.NDArray[np.uint8]
    named: npt.NDArray[np.uint8]


def learn(documents: Iterable[tuple[Sequence[str], Evidence, Floats]]) -> Known:
    """Count in documents: each with its candidates' surfaces, the candidates, and 1 for those that are names."""
    seen: Counter[int] = Counter()
    named: Counter[int] = Counter()
    for surfaces, e, truth in documents:
        codes = _codes(_hashes(surfaces), e.type)
        seen.update(np.unique(codes).tolist())
        named.update(np.unique(codes[truth > 0]).tolist())
    keys = sorted(key for key, count in seen.items() if count > 1 or named[key])
    return Known(
        np.array(keys, np.uint32),
        np.array([min(seen[key], MOST) for key in keys], np.uint8),
        np.array([min(named[key], MOST) for key in keys], np.uint8),
    )


def recall(surfaces: Sequence[str], e: Evidence, known: Known, own: Floats | None = None) -> Floats:
    """(candidates, 3): the log-odds of being a name, how often it was seen (log), how often it was one of another type.

    Args:
        surfaces: of the candidates.
        own: for a document that `known` was learnt from, 1 for candidates that are names: it must not count itself.
    """
    at = np.arange(len(e)), e.type
    codes = _codes(_hashes(surfaces)[:, None], np.arange(len(TYPES)))
    seen, named = _look_up(codes, known)
    if own is not None:
        seen = np.maximum(seen - np.isin(codes, codes[at]), 0)
        named = np.maximum(named - np.isin(codes, codes[at][own > 0]), 0)
        seen[(seen == 1) & (named == 0)] = 0  # `learn` keeps no such surface, so others must not look so either
    mine, often = named[at], seen[at]
    named[at] = 0
    other = named.max(1, initial=0)
    share = np.log((mine + 0.3) / (often - mine + 0.6))
    return np.stack([share, np.log1p(often), other / (1 + np.maximum(often, other))], 1)


def _hashes(surfaces: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Of each surface without its quote marks."""
    plain = {s: zlib.crc32(bare(s).encode()) for s in dict.fromkeys(surfaces)}
    return np.fromiter((plain[s] for s in surfaces), np.uint64, len(surfaces))


def _codes(hashes: npt.NDArray[np.uint64], types: npt.NDArray[np.int64]) -> npt.NDArray[np.uint32]:
    """The code of each surface and type."""
    mixed = (hashes * np.uint64(16) + types.astype(np.uint64)) % np.uint64(4294967291)
    return mixed.astype(np.uint32)


def _look_up(codes: npt.NDArray[np.uint32], known: Known) -> tuple[Floats, Floats]:
    if not len(known.code):
        return np.zeros(codes.shape), np.zeros(codes.shape)
    at = np.minimum(np.searchsorted(known.code, codes), len(known.code) - 1)
    hit = known.code[at] == codes
    return np.where(hit, known.seen[at], 0).astype(np.float64), np.where(hit, known.named[at], 0).astype(np.float64)
