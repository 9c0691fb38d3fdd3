"""Definitions: what a 名词解释 or a numbered note says of a term."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.types import Attribute, Mention, Scene

_QUOTED = re.compile("“([^“”]{2,20})”")
_MARKS = re.compile(r"[\s“”‘’《》]")

_RANK = {"Slogan": 0, "Program": 0, "Honor": 1, "Project": 1, "Industry": 2}


def find_definitions(scene: Scene) -> list[Attribute]:
    """The definition of every term of the glossary that is a mention, or that has the name of one elsewhere."""
    clean = scene.text.clean
    by_name = named(scene) if scene.text.glossary else {}
    found: list[Attribute] = []
    for gloss in scene.text.glossary:
        at = bisect_left(scene.mentions, gloss.term.start, key=lambda m: m.start)
        inside = []
        while at < len(scene.mentions) and scene.mentions[at].start < gloss.term.end:
            if scene.mentions[at].end <= gloss.term.end and scene.mentions[at].type in _RANK:
                inside.append(scene.mentions[at])
            at += 1
        best = min(inside, key=lambda m: (_RANK[m.type], m.start - m.end, m.start), default=None)
        spoken_of = by_name.get(bare(clean[gloss.term.start : gloss.term.end]))
        if best is None or (spoken_of is not None and _RANK[spoken_of.type] <= _RANK[best.type]):
            best = spoken_of  # what the text calls so, a programme or a slogan, before what the list calls so
        if best is None:
            continue
        start, end = gloss.definition
        found.append(
            Attribute(best.ref, "definition", clean[start:end].strip(), start, end, "definition.glossary", 1.0)
        )
    return found


def bare(name: str) -> str:
    """A name without quote marks and blanks."""
    return _MARKS.sub("", name)


def named(scene: Scene) -> dict[str, Mention]:
    """What may be defined, by its name without quote marks, else by what stands in them: “四减一增”改革, 四减一增."""
    whole: dict[str, Mention] = {}
    quoted: dict[str, Mention] = {}
    for m in scene.mentions:
        if m.type in _RANK:
            surface = scene.text.clean[m.start : m.end]
            whole.setdefault(bare(surface), m)
            inside = _QUOTED.findall(surface)
            if len(inside) == 1:
                quoted.setdefault(inside[0], m)
    return quoted | whole
