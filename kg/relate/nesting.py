"""Which mentions stand on their own, and which lie inside another one.

Example: of 云岭玻璃厂扩建项目, the project stands on its own and the company lies inside.
No example: 甲、乙厂 as one mention is left out where 甲 is one too.
"""

from __future__ import annotations

from kg.types import Mention, Ref


def nest(mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], dict[Mention, tuple[Mention, ...]]]:
    """The mentions that stand on their own, and for each of them those that lie inside."""
    top: list[Mention] = []
    inside: dict[Mention, list[Mention]] = {}
    # the place in the name of a part whose head word is left out (青山、白鹭2座水厂) has the span of the part
    for m in sorted(_apart(mentions), key=lambda m: (m.start, -m.end, m.type == "Region", m.type, m.key)):
        if top and m.start < top[-1].end:
            if m.type == "Region" or (m.start, m.end) != (top[-1].start, top[-1].end):
                inside.setdefault(top[-1], []).append(m)
        else:
            top.append(m)
    return tuple(top), {m: tuple(found) for m, found in inside.items()}


def _apart(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Without the mentions that reach from one part of a list to its end, whose own name is a mention too: 甲、乙厂."""
    own: dict[tuple[int, Ref], int] = {}
    for m in mentions:
        own[m.start, m.ref] = min(own.get((m.start, m.ref), m.end), m.end)
    return tuple(m for m in mentions if m.end == own[m.start, m.ref])
