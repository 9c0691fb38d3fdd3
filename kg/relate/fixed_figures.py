"""The figures that fixed expressions state: shares of the three sectors, the poor, cuts, and parts of a whole.

Example: 三次产业结构调整为6.9:44.8:48.3 states three shares. No example: 比例尺1:500.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kg.relate.bases import base_year
from kg.relate.figure_facts import observe
from kg.relate.figure_line import Line
from kg.relate.figure_small import of_single_households
from kg.relate.figures import Figure
from kg.relate.frames import Frame
from kg.relate.listed import Stated, find_parts, find_stated
from kg.relate.poverty import find_cuts, find_poverty
from kg.relate.sectors import find_shares
from kg.scan import after_last
from kg.types import Observation


def fixed_figures(line: Line) -> Iterator[Observation]:
    """What a line states in fixed expressions, in the order of the rules."""
    span = (line.clean, line.sentence.start, line.sentence.end)
    yield from _shares(line)
    yield from (_stated(line, one) for one in find_poverty(*span))
    if line.is_report:
        for cut, clause in find_cuts(*span):
            figure = Figure(cut.start, cut.end, cut.end, cut.value, cut.unit, "percent")
            yield observe(line, figure, cut.name, Frame(cut.name, "growth", -1, clause, ""), clause)
        home = line.scene.home
        yield from (
            _stated(line, one) for one in find_stated(*span) if not of_single_households(home, one.name, "count")
        )
        yield from (_stated(line, one) for one in find_parts(*span))


def _shares(line: Line) -> Iterator[Observation]:
    """三次产业结构调整为6.9:44.8:48.3 → three shares, with those before where their year is known."""
    for share in find_shares(line.clean, line.sentence.start, line.sentence.end):
        made = _stated(line, Stated(share.name, share.value, "%", share.start, share.end))
        if not share.base:
            yield made if share.year is None else dataclasses.replace(made, year=share.year, kind="actual")
            continue
        year = base_year(line.scene.text, line.sentence, share.ratio, made.year, line.review)
        if year is not None:
            yield dataclasses.replace(made, year=year, kind="actual")


def _stated(line: Line, one: Stated) -> Observation:
    """A level that a fixed expression states."""
    kind = "percent" if one.unit == "%" else "count"
    figure = Figure(one.start, one.end, one.end, one.value, one.unit, kind)
    clean, start = line.clean, line.sentence.start
    clause = after_last(clean, "，；", start, one.start)
    return observe(line, figure, one.name, Frame(one.name, "level", 1, one.start, ""), clause)
