"""Definitions: what a 名词解释 or a numbered note says of a term."""

from __future__ import annotations

from bisect import bisect_left

from kg.types import Attribute, Scene

_RANK = {"Slogan": 0, "Program": 0, "Honor": 1, "Project": 1, "Industry": 2}


def find_definitions(scene: Scene) -> list[Attribute]:
    """The definition of every term of the glossary that is a mention, or that has the name of one elsewhere."""
    clean = scene.text.clean
    found: list[Attribute] = []
    for gloss in scene.text.glossary:
        at = bisect_left(scene.mentions, gloss.term.start, key=lambda m: m.start)
        inside = []
        while at < len(scene.mentions) and scene.mentions[at].start < gloss.term.end:
            if scene.mentions[at].end <= gloss.term.end and scene.mentions[at].type in _RANK:
                inside.append(scene.mentions[at])
            at += 1
        if not inside:
            continue
        best = min(inside, key=lambda m: (_RANK[m.type], m.start - m.end, m.start))
        start, end = gloss.definition
        found.append(
            Attribute(best.ref, "definition", clean[start:end].strip(), start, end, "definition.glossary", 0.95)
        )
    return found
