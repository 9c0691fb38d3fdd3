"""The numbers that OpenDocument texts print before the items of lists and before headings, which their text lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.loaders.numbering import written

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
# how OpenDocument writes a kind of number, and how Word calls it
_FORMS = {
    "1": "decimal", "01, 02, 03, ...": "decimalZero", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
    "I": "upperRoman", "一, 二, 三, ...": "chineseCounting", "①, ②, ③, ...": "decimalEnclosedCircle",
    "〇, 一, 二, ...": "ideographDigital",
}  # fmt: skip
_OUTLINE = ""


class _Level(NamedTuple):
    start: int
    form: str
    pattern: str  # %1% stands for the number of level 1


class OdfNumbering:
    """Counts the items of one document in their order."""

    def __init__(self, *roots: _Element | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        for root in roots:
            if root is not None:
                for style in root.iter(TEXT + "list-style"):
                    self._styles[style.get(STYLE + "name", "")] = _levels(style, "list-level-style-number")
                for style in root.iter(TEXT + "outline-style"):
                    self._styles[_OUTLINE] = _levels(style, "outline-level-style")

    def begin(self, style: str, goes_on: bool) -> None:
        """A list outside of others begins; it starts anew unless it goes on from one of its style before."""
        if not goes_on:
            self._counters.pop(style, None)

    def item(self, style: str, level: int, start: str | None = None) -> str:
        """What is printed before the next item of a level, from 1; "" where nothing is."""
        levels = self._styles.get(style, {})
        if level not in levels:
            return ""
        counters = self._counters.setdefault(style, {})
        given = int(start) if start and start.isascii() and start.isdigit() and len(start) < 9 else None
        counters[level] = given if given is not None else counters.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in counters if one > level]:
            del counters[deeper]

        def fill(match: re.Match[str]) -> str:
            one = int(match[1])
            rule = levels.get(one)
            return written(counters.get(one, rule.start), rule.form) if rule and rule.form else ""

        return re.sub(r"%(\d)%", fill, levels[level].pattern) if levels[level].form else ""

    def heading(self, level: str) -> str:
        """What is printed before a heading of an outline level."""
        return self.item(_OUTLINE, int(level)) if level.isascii() and level.isdigit() and len(level) < 3 else ""


def _levels(style: _Element, name: str) -> dict[int, _Level]:
    out = {}
    for rule in style.iter(TEXT + name):
        number = rule.get(TEXT + "level", "")
        start = rule.get(TEXT + "start-value", "1")
        if not (number.isascii() and number.isdigit() and start.isascii() and start.isdigit() and len(start) < 9):
            continue
        level = int(number)
        shown = rule.get(TEXT + "display-levels", "1")
        first = level - (int(shown) if shown in set("123456789") else 1) + 1
        parts = ".".join(f"%{one}%" for one in range(max(first, 1), level + 1))
        pattern = rule.get(_FORMAT) or rule.get(STYLE + "num-prefix", "") + parts + rule.get(STYLE + "num-suffix", "")
        out[level] = _Level(int(start), _FORMS.get(rule.get(STYLE + "num-format", ""), ""), pattern)
    return out
