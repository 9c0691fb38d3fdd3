"""One sense per discourse (Gale, Church and Yarowsky 1992): a surface means one thing throughout a document."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention, Text


def one_type_each(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of one surface under the type with the most evidence, as sum of log-odds."""
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    keys: dict[tuple[str, str], str] = {}
    surfaces = [canonical(text.clean[m.start : m.end]) for m in mentions]
    for m, surface in zip(mentions, surfaces, strict=True):
        keys[surface, m.type] = m.key
        if not _is_part(m, surface):
            of = votes[surface]
            of[m.type] = of.get(m.type, 0.0) - math.log(max(1.0 - m.confidence, 1e-4))
    winner = {s: max(sorted(v), key=v.__getitem__) for s, v in votes.items()}
    out = []
    for m, surface in zip(mentions, surfaces, strict=True):
        type_ = winner.get(surface, m.type)
        same = m.type == type_ or _is_part(m, surface)
        out.append(m if same else replace(m, type=type_, key=keys[surface, type_]))
    return out


def _is_part(m: Mention, surface: str) -> bool:
    """Whether a mention leaves out its head word: 白鹭 of 青山、白鹭等工业园 is a park there and a town elsewhere."""
    return m.type in ("Zone", "Project") and len(m.key) > len(surface) and m.key.startswith(surface)
