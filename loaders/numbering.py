"""The numbers that Word prints before paragraphs (一、 (一) 1.), which stand nowhere in the text of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"


class _Level(NamedTuple):
    start: int
    form: str
    pattern: str


class Numbering:
    """Counts the numbered paragraphs of one document in their order."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def label(self, paragraph: _Element) -> str:
        """What is printed before a paragraph, "" when it has no number; counts it."""
        found = self._place(paragraph)
        if found is None:
            return ""
        list_, level = found
        abstract = self._lists.get(list_, "")
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return ""
        counters = self._counters.setdefault(abstract, {})
        counters[level] = counters.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in counters if one > level]:
            del counters[deeper]
        if levels[level].form in ("bullet", "none"):
            return ""

        def fill(match: re.Match[str]) -> str:
            one = int(match[1]) - 1
            rule = levels.get(one, levels[level])
            return written(counters.get(one, rule.start), rule.form)

        return re.sub(r"%([1-9])", fill, levels[level].pattern)

    def _place(self, paragraph: _Element) -> tuple[str, int] | None:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return None
        style = properties.find(W + "pStyle")
        inherited = self._styles.get(style.get(W + "val", "")) if style is not None else None
        own = properties.find(W + "numPr")
        if own is None:
            return inherited
        list_, level = own.find(W + "numId"), own.find(W + "ilvl")
        name = list_.get(W + "val", "") if list_ is not None else inherited[0] if inherited else ""
        depth = _int(level.get(W + "val")) if level is not None else inherited[1] if inherited else 0
        return (name, depth) if name not in ("", "0") else None

    def _read_lists(self, root: _Element) -> None:
        for abstract in root.iter(W + "abstractNum"):
            levels = {}
            for level in abstract.iter(W + "lvl"):
                levels[_int(level.get(W + "ilvl"))] = _Level(
                    _int(_value(level, "start", "1")),
                    _value(level, "numFmt", "decimal"),
                    _value(level, "lvlText", ""),
                )
            self._levels[abstract.get(W + "abstractNumId", "")] = levels
        for number in root.iter(W + "num"):
            target = number.find(W + "abstractNumId")
            if target is not None:
                self._lists[number.get(W + "numId", "")] = target.get(W + "val", "")

    def _read_styles(self, root: _Element) -> None:
        for style in root.iter(W + "style"):
            number = style.find(f"{W}pPr/{W}numPr")
            if number is None:
                continue
            list_, level = number.find(W + "numId"), number.find(W + "ilvl")
            if list_ is not None:
                depth = _int(level.get(W + "val")) if level is not None else 0
                self._styles[style.get(W + "styleId", "")] = (list_.get(W + "val", ""), depth)


def _value(level: _Element, name: str, default: str) -> str:
    found = level.find(W + name)
    return default if found is None else found.get(W + "val", default)


def _int(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 9 else 0


def written(n: int, form: str) -> str:
    """A number in one of Word's forms: 12 is 十二 in chineseCounting, ⑫ in decimalEnclosedCircle."""
    if form in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                "taiwaneseCountingThousand", "koreanCounting", "ideographTraditional"):  # fmt: skip
        return _chinese(n)
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join(_DIGITS[int(digit)] for digit in str(n))
    if form.startswith("decimalEnclosedCircle") and 1 <= n <= 20:
        return chr(0x2460 + n - 1)
    if form in ("upperLetter", "lowerLetter") and 1 <= n <= 26:
        return chr((65 if form == "upperLetter" else 97) + n - 1)
    if form in ("upperRoman", "lowerRoman") and 1 <= n < 40:
        roman = "X" * (n // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[n % 10]
        return roman if form == "upperRoman" else roman.lower()
    return f"{n:02}" if form == "decimalZero" else str(n)


def _chinese(n: int) -> str:
    if n < 10:
        return _DIGITS[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    return "".join(_DIGITS[int(digit)] for digit in str(n))
