"""Scenes for values: marked text as in `tests.relate.scenes`, with the quantities and years that kg.text finds."""

from __future__ import annotations

import dataclasses
import re

from kg.ontology import load_lexicon
from kg.text.quantities import quantities
from kg.types import Kind, Scene, Time
from tests.relate.scenes import HOME, scene

_YEAR = re.compile(r"((?:19|20)\d\d)年|去年|“十二五”")
_FIXED = {"去年": 2022, "“十二五”": 2015}


def value_scene(marked: str, kind: Kind = "report", month: int | None = None) -> Scene:
    """A scene of a document about 2023, of `month`, with plans for 2024; sentences with 力争 or 将 are plans."""
    made = scene(marked.replace("⏎", "\n"), HOME)
    clean = made.text.clean
    times = tuple(
        Time(m.start(), m.end(), year, year)
        for m in _YEAR.finditer(clean)
        for year in [int(m[1]) if m[1] else _FIXED[m[0]]]
    )
    sentences = tuple(dataclasses.replace(s, year=2024) if s.modality == "planned" else s for s in made.text.sentences)
    document = dataclasses.replace(made.text.document, kind=kind, plan_year=2024, month=month)
    text = dataclasses.replace(
        made.text,
        document=document,
        sentences=sentences,
        times=times,
        quantities=quantities(clean, load_lexicon()),
    )
    return dataclasses.replace(made, text=text)
