"""Units that the text leaves out: 财政收入突破3亿, 人口达到25万, 贫困发生率降至0."""

from __future__ import annotations

import dataclasses
import re

from kg.relate.figure_line import Line
from kg.relate.figure_words import BREAK
from kg.relate.figures import Figure
from kg.relate.frames import read_frame

_PEOPLE = re.compile(r"(?:人口|人数|人次|参保|就业|游客|人员|人才|职工|劳动力|在校生)(?:总量|总数)?$")
_TO_ZERO = re.compile(r"[降减](?:低|少)?[到至为]$")
_LEAD = 24  # characters before a figure that name what it is of


def with_unit(line: Line, figure: Figure, floor: int) -> Figure:
    """A figure of kind scaled with the unit that its words ask for; as it is where they ask for none.

    Args:
        floor: the end of the figure before, or the start of the sentence.
    """
    said = line.said
    words = line.clean[max(floor, figure.start - _LEAD) : figure.start]
    clause = words[max((m.end() for m in BREAK.finditer(words)), default=0) :]
    name = line.names.strip(read_frame(clause, 0, "money").phrase.removesuffix("由").removesuffix("从"))
    if line.names.money(name) or line.reading.heads["money"].search(name):
        return dataclasses.replace(figure, unit=figure.unit + "元", kind="money")
    if _PEOPLE.search(name):
        visits = name.endswith("人次") or "游客" in name or "旅游" in name
        return dataclasses.replace(figure, unit=figure.unit + ("人次" if visits else "人"), kind="count")
    money = said.kind == "money" or (said.measure == "growth" and all(map(line.names.money, said.subjects)))
    if not name and money and said.subjects:
        return dataclasses.replace(figure, unit=figure.unit + "元", kind="money")
    if not name and said.kind == "count" and said.subjects and _PEOPLE.search(said.subjects[-1]):
        return dataclasses.replace(figure, unit=figure.unit + "人", kind="count")
    return figure


def is_rate_of_zero(line: Line, figure: Figure, words: str) -> bool:
    """Whether a bare nought is a rate: 贫困发生率由11.6%降至0."""
    bare = figure.kind == "bare" and figure.value == 0
    return bare and (line.said.kind == "percent" or "率" in words) and _TO_ZERO.search(words) is not None
