"""Numbers with units: money, areas, percentages, counts."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from kg.numerals import MULTIPLIERS, arabic_number, chinese_number
from kg.ontology.lexicon import Lexicon
from kg.scan import scan
from kg.types import Quantity

Dimension = Literal["money", "area", "percent", "count"]

_ARABIC = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?"
_CHINESE = r"[一二两三四五六七八九十百千万亿零〇]{1,20}(?:点[一二三四五六七八九零〇]{1,9})?"
_OPENERS = re.compile(r"[\d一二两三四五六七八九十百千万亿零〇]")
# 一个, 一批, 两个 … are articles rather than figures.
_ARTICLES = frozenset("一两")
# Behind a Chinese numeral other single characters make names rather than counts: 二期, 三区, 五桥, 七届, 二手.
_MEASURES = frozenset("个家名人户项件条座所处年天次台辆套吨栋")


class _Grammar(NamedTuple):
    pattern: re.Pattern[str]
    units: dict[str, tuple[Dimension, Decimal]]


def quantities(clean: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """All quantities of a clean text, in order; both ends of a range (5%-6%, 100至200万元) are two quantities."""
    grammar = _grammar(lexicon)
    matches = scan(grammar.pattern, _OPENERS, clean)
    return tuple(found for match in matches for found in _read(match, grammar))


@functools.lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    units: dict[str, tuple[Dimension, Decimal]] = {}
    for row in lexicon.rows("unit"):
        units[row["name"]] = (_dimension(row["dimension"]), Decimal(row["factor"]))
    names = "|".join(
        re.escape(name) + ("(?!元)" if name == "个亿" else "")
        for name in sorted(units, key=lambda name: (-len(name), name))
    )
    pattern = re.compile(
        rf"(?<![A-Za-z0-9.第])(?:(?P<low>{_ARABIC})(?P<lowunit>[十百千万亿]{{0,2}}(?:%|元)?)(?:-|—|~|～|至|到))?"
        rf"(?:百分之(?P<share>{_CHINESE}|{_ARABIC})"
        rf"|(?P<number>{_ARABIC}|{_CHINESE})(?P<about>[余多])?(?P<multiple>[十百千万亿]{{0,2}})(?P<about2>[余多])?"
        rf"(?P<unit>{names})(?P<per>/[\u4e00-\u9fff]{{1,3}}?(?=[，。；、）以左\n]))?)"
    )
    return _Grammar(pattern, units)


def _dimension(name: str) -> Dimension:
    if name == "money":
        return "money"
    if name == "area":
        return "area"
    return "percent" if name == "percent" else "count"


def _read(match: re.Match[str], grammar: _Grammar) -> Iterator[Quantity]:
    if match["share"] is not None:
        value = _value(match["share"])
        if value is not None:
            start = match.start("share") - len("百分之")
            yield Quantity(start, match.end(), float(value), "%", "percent", float(value))
        return
    digits, multiple, unit = match["number"], match["multiple"], match["unit"]
    value = _value(digits)
    if value is None:
        return
    chinese = not digits[0].isdigit()
    if _is_date(match):
        return
    name, dimension, factor = _unit(unit, multiple, grammar)
    plain = chinese and dimension == "count" and not match["per"]
    if plain and (digits in _ARTICLES or (len(unit) == 1 and unit not in _MEASURES)):
        return
    if match["per"]:
        name, dimension = name + match["per"], "count"
    start = match.start("number")
    if match["low"] is not None:
        low = arabic_number(match["low"])
        own = match["lowunit"].rstrip("%元")
        rate = _times(own) * _unit(unit, "", grammar)[2] if own else factor
        yield Quantity(match.start("low"), match.end("lowunit"), float(low), name, dimension, float(low * rate))
    yield Quantity(start, match.end(), float(value), name, dimension, float(value * factor))


def _is_date(match: re.Match[str]) -> bool:
    """Whether number and unit are a date (2019年, 5月, 7日) and not a span of time (3年, 30多天)."""
    if match["multiple"] or match["about"]:
        return False
    if match["unit"] == "年":
        return len(match["number"]) == 4
    return match["unit"] in ("月", "日")


def _unit(unit: str, multiple: str, grammar: _Grammar) -> tuple[str, Dimension, Decimal]:
    """The canonical name of multiplier and unit, its dimension and its factor: 亿, 元 → 亿元, money, 1e8."""
    dimension, factor = grammar.units[unit]
    name = {"亿": "亿元", "个亿": "亿元", "万亿": "万亿元", "百分点": "个百分点", "个百分比": "个百分点"}.get(
        unit, unit
    )
    return multiple + name, dimension, factor * _times(multiple)


def _times(multiple: str) -> Decimal:
    product = Decimal(1)
    for sign in multiple:
        product *= MULTIPLIERS[sign]
    return product


def _value(text: str) -> Decimal | None:
    return arabic_number(text) if text[0].isdigit() else chinese_number(text)
