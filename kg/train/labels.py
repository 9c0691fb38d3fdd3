"""Where the names of a gold file stand in its text: the longest ones, and those inside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from kg.text.normalise import normalise
from kg.train.documents import Gold

LAYERS: dict[str, tuple[str, ...]] = {
    "outer": (
        "Program", "Project", "Slogan", "Honor", "Enterprise", "Organization", "Zone", "Industry", "Event", "Region",
    ),
    "inner": ("Enterprise", "Organization", "Zone", "Industry", "Region"),
}  # fmt: skip


Span = tuple[int, int, str]


def spans_of(clean: str, gold: Gold) -> dict[str, list[Span]]:
    """The spans of each layer of the names of a gold file."""
    entities = []
    for entity in gold["entities"]:
        forms = {normalise(form)[0] for form in (*entity["mentions"], entity["name"])} - {""}
        entities.append((str(entity["type"]), frozenset(forms)))
    return label(clean, entities)


def label(clean: str, entities: Sequence[tuple[str, frozenset[str]]]) -> dict[str, list[Span]]:
    """The spans of each layer: every occurrence of every form, the longest first.

    What lies inside a chosen span goes to the layer `inner` when it is of another entity and type.
    """
    forms = sorted(
        ((form, kind, at) for at, (kind, all_of) in enumerate(entities) for form in all_of),
        key=lambda x: (-len(x[0]), x),
    )
    owner = np.full(len(clean), -1)
    inside = np.zeros(len(clean), bool)
    outer: list[Span] = []
    inner: list[Span] = []
    for form, kind, at in forms:
        for m in re.finditer(f"(?={re.escape(form)})", clean):
            a, b = m.start(), m.start() + len(form)
            over = owner[a:b]
            if (over == -1).all():
                owner[a:b] = len(outer)
                outer.append((a, b, kind))
            elif over[0] >= 0 and (over == over[0]).all() and not inside[a:b].any():
                around = outer[over[0]]
                same = kind == around[2] or clean[around[0] : around[1]] in entities[at][1]
                if kind in LAYERS["inner"] and not same:
                    inside[a:b] = True
                    inner.append((a, b, kind))
    return {"outer": sorted(outer), "inner": sorted(inner)}
