"""Counts whose thing stands behind the figure.

Example: 新增48家规模工业企业. No example: 甲公司引进48家客户, which is the company's.
"""

from __future__ import annotations

import re

from kg.relate.figure_facts import observe
from kg.relate.figure_line import Line
from kg.relate.figure_runs import Run
from kg.relate.frames import Frame
from kg.relate.judging import Judge
from kg.types import Observation

_VERB = re.compile(
    r"(?:新增|净增|新认定|新登记|新注册|转移|减少|引进|培育|安置|实现|新签约|新开工|签约|新引进|招引|争取|拥有|现有)(?:了|各类)?$"
)
_COUNTED = re.compile(r"(?:的)?([^\d，。；、：！？（）()“”]{2,16})")


def counted_behind_figure(line: Line, judge: Judge, run: Run) -> Observation | None:
    """The observation of a run that is one count of a statistic named behind it; None for any other run."""
    figure = run.first
    if figure.kind != "count" or len(run.figures) != 1:
        return None
    verb = _VERB.search(run.words)
    after = _COUNTED.match(line.clean, figure.rough, line.sentence.end)
    if verb is None or after is None or judge.things.about_a_thing(run.clause, figure.start):
        return None
    name = line.names.canonical(line.names.strip(verb[0] + after[1]))
    if not (line.names.known(name) or line.reading.heads["count"].search(name)):
        return None
    line.said.subjects = [name]
    return observe(line, figure, name, Frame(name, "level", 1, run.clause, ""), run.clause)
