"""Numbers with their units inside a clause, and runs of figures that share the words before them.

`Text.quantities` knows money, areas, percentages and counts; statistics also come in 万人次, 微克/立方米, 百分点
and 倍, written as in the text and never rescaled, which is why observations read the characters themselves.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from kg.ontology import Lexicon

_SCALE = "百千万亿"
_MINUS = "-－−"
_BEFORE_MINUS = frozenset("为是到达长率、和与及")
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
# 占支出近八成, 增长一倍, 突破千亿元大关: figures in words, behind a verb that only figures follow
_IN_WORDS = re.compile(
    r"(?<=[超近约达到过占逾破上跨长])(?:(?P<tenths>[一二三四五六七八九]|\d)成(?:(?:以上|左右)|(?=[，。；、）\n]))"
    r"|(?P<hundred>[百千])亿元?(?=[，。；、）\n大台关以目])|(?P<million>万亿元?)(?=[，。；、）\n大台关以目]))"
    r"|(?<=[长加高增升大])了?(?P<times>[一两二三四五六])倍(?=[，。；、）\n以多])"
    r"|(?<!“)翻了?[近约]?(?P<doubled>一|两)?番多?(?=[，。；、）\n])"
    r"|(?<=[降减][至到为])(?P<zero>零)(?=[，。；）\n])"
)
_WORDED = re.compile(r"[成亿倍番零](?<=[一二两三四五六七八九\d百千万翻了近约至到为].)")  # what each of them holds


@dataclass(frozen=True, slots=True)
class Figure:
    """1.2亿人次 at [start, end): value 1.2, unit 亿人次, kind count.

    A minus counts behind 为, 达 or 增长 (自然增长率为-0.13‰); [2] is the mark of a note, no figure.
    `rough` ends behind 余, 以上, 左右, 以内, :1; the kind of 30万 alone is scaled, of a number alone bare.
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
            r"(\d(?<![\dA-Za-z第:/.].)(?<![^为是到达长率、和与及\u4e00-\u9fff，：（）；][\-－−].)[\d,]*(?:\.\d+)?)"
            rf"(?:[余多]?([{_SCALE}]{{0,2}}?)[余多]?(?:个(?=百分点|工作日))?({units})"
            r"|([万亿])[余多]?(?=[，。；、！）\n左以的大提增减下上]|$)|(?P<ratio>(?=[:∶：]1(?![\d.:∶：])))|(?![\d.:年月日/+A-Za-z]|[\-—~～至到]\d{1,2}月))"
            r"(?:（(?:含|[头只匹口峰羽名吨])）)?((?:及|或)?以[上内下]|左右|上下|之内|之多)?"
        )

    def find(self, clean: str, start: int, end: int) -> list[Figure]:
        """The figures of clean[start:end], in order; a bare number is a figure of kind bare."""
        found: list[Figure] = []
        for m in self._pattern.finditer(clean, start, end):
            if found and m.start() < found[-1].rough:
                continue  # 1.89∶1
            unit = m[3] or ""
            kind = self._kinds.get(unit, "bare")
            if unit == "年" and "年限" in clean[max(start, m.start() - 12) : m.start()]:
                kind = "years"  # 平均受教育年限10.8年
            if m[4]:  # 突破30万, 达1.6亿: what is counted is left out
                kind = "scaled"
            unit = m[4] or (m[2] or "") + unit
            stop = max(m.end(1), m.end(3), m.end(4))
            rough = stop + 2 if m["ratio"] is not None else m.end()
            value = float(m[1].replace(",", ""))
            before = clean[m.start() - 1 : m.start()]
            if before == "[" and clean.startswith("]", stop):
                continue  # the mark of a note
            if kind == "bare" and (before == "“" or clean.startswith("”", stop)):
                continue  # “5521”工程
            bare_minus = before and before in _MINUS and clean[m.start() - 2 : m.start() - 1] not in _BEFORE_MINUS
            if bare_minus and kind not in ("percent", "points"):
                continue  # 工业园-12亿元; 同比-12.4% is a rate
            if before and before in _MINUS:
                found.append(Figure(m.start() - 1, stop, rough, -value, unit, kind))
            else:
                found.append(Figure(m.start(), stop, rough, value, unit, kind))
        _share_units(clean, found)
        worded = _in_words(clean, start, end)
        if not worded:
            return found
        starts = {f.start for f in worded}
        found = [f for f in found if f.kind != "bare" or f.start not in starts]  # 超过7成
        return sorted((*found, *worded), key=lambda f: f.start)


def _share_units(clean: str, found: list[Figure]) -> None:
    """提高1.3个和0.9个百分点, 增长5.2和6.1个百分点: the unit is said once, at the end."""
    for at in range(len(found) - 2, -1, -1):
        figure, following = found[at], found[at + 1]
        if following.kind != "points" or figure.unit not in ("", "个"):
            continue
        if clean[figure.rough : following.start] in ("、", "和", "与", "及"):
            found[at] = dataclasses.replace(figure, unit=following.unit, kind=following.kind)


def _in_words(clean: str, start: int, end: int) -> list[Figure]:
    """The figures that are written in words, without those that overlap a number in digits."""
    found: list[Figure] = []
    if _WORDED.search(clean, start, end) is None:
        return found
    for m in _IN_WORDS.finditer(clean, start, end):
        if word := m["tenths"]:
            value = float(word) if word.isdigit() else float(_DIGITS[word])
            found.append(Figure(m.start("tenths"), m.end("tenths") + 1, m.end(), value * 10, "%", "percent"))
        elif m["zero"]:
            found.append(Figure(m.start(), m.end(), m.end(), 0.0, "", "bare"))
        elif m[0][0] == "翻":
            found.append(Figure(m.start(), m.end(), m.end(), 3.0 if m["doubled"] == "两" else 1.0, "倍", "times"))
        elif word := m["times"]:
            found.append(Figure(m.start("times"), m.end(), m.end(), float(_DIGITS[word]), "倍", "times"))
        else:
            value, unit = (1.0, "万亿元") if m["million"] else ({"百": 100.0, "千": 1000.0}[m["hundred"]], "亿元")
            found.append(Figure(m.start(), m.end(), m.end(), value, unit, "money"))
    return found
