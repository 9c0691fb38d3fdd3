"""What governs the sentences of a section."""

from __future__ import annotations

from typing import NamedTuple

from kg.types import Modality


class State(NamedTuple):
    """What the section says of the sentences in it; `fixed` when a heading said it, not a sentence.

    `level` is that of the heading below which a plan looks back, -1 elsewhere.
    """

    modality: Modality
    year: int | None
    fixed: bool = False
    level: int = -1
