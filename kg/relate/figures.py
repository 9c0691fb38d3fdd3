"""Numbers with their units inside a clause, and runs of figures that share the words before them.

`Text.quantities` knows money, areas, percentages and counts; statistics also come in 万人次, 微克/立方米, 百分点
and 倍, written as in the text and never rescaled, which is why observations read the characters themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.ontology import Lexicon

_SCALE = "百千万亿"
_MINUS = "-－−"


@dataclass(frozen=True, slots=True)
class Figure:
    """1.2亿人次 at [start, end): value 1.2, unit 亿人次, kind count.

    A minus counts behind 为, 达 or 增长 (自然增长率为-0.13‰); [2] is the mark of a note, no figure.
    `rough` ends behind 余, 以上, 左右, 以内; the kind of 30万 alone is scaled, of a number alone bare.
    """

    start: int
    end: int
    rough: int
    value: float
    unit: str
    kind: str


class FigureReader:
    """Finds figures with the units of `figure_units.tsv`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = {row["name"]: row["kind"] for row in lexicon.rows("figure_units")}
        units = "|".join(re.escape(u) for u in sorted(self._kinds, key=lambda u: (-len(u), u)))
        self._pattern = re.compile(
            r"(?<![\dA-Za-z第:/.])(?<![^为是到达长率][\-－−])(\d[\d,]*(?:\.\d+)?)"
            rf"(?:[余多]?([{_SCALE}]{{0,2}}?)[余多]?(?:个(?=百分点|工作日))?({units})"
            r"|([万亿])[余多]?(?=[，。；、！）\n左以的大提增减下上]|$)|(?![\d.:年月日/+]|[\-—~～至到]\d{1,2}月))"
            r"(?:（含）)?((?:及|或)?以[上内下]|左右|上下|之内|之多)?"
        )

    def find(self, clean: str, start: int, end: int) -> list[Figure]:
        """The figures of clean[start:end], in order; a bare number is a figure of kind bare."""
        found: list[Figure] = []
        for m in self._pattern.finditer(clean, start, end):
            unit = m[3] or ""
            kind = self._kinds.get(unit, "bare")
            if m[4]:  # 突破30万, 达1.6亿: what is counted is left out
                kind = "scaled"
            unit = m[4] or (m[2] or "") + unit
            stop = max(m.end(1), m.end(3), m.end(4))
            value = float(m[1].replace(",", ""))
            before = clean[m.start() - 1 : m.start()]
            if before == "[" and clean.startswith("]", stop):
                continue  # the mark of a note
            if before and before in _MINUS:
                found.append(Figure(m.start() - 1, stop, m.end(), -value, unit, kind))
            else:
                found.append(Figure(m.start(), stop, m.end(), value, unit, kind))
        return found
