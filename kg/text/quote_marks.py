"""Quotation marks of any make as “ ” outside and ‘ ’ inside, each character in its place.

Example: '一号工程', ‘一号工程’, "一号工程" and “一号工程“ are “一号工程”; “弘扬‘老区精神’” stays. No example:
O'Brien, 5'.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PARAGRAPH = re.compile(r"[^\n]+")
# An apostrophe stands between letters: O'Brien; a prime behind a figure: 5'
_SINGLE = re.compile(r"(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])")
_INNER = re.compile(r"[“”‘]|(?<![A-Za-z])’|’(?![A-Za-z])")


def paired(text: str) -> str:
    """A clean text with its quotation marks in pairs; changes no length."""
    for sign, turn in (('"', _double), ("'", _typed), ("‘", _outer), ("“", _one_way), ("”", _one_way)):
        if sign in text:
            text = _by_paragraph(text, sign, turn)
    return text


def _by_paragraph(text: str, sign: str, turn: Callable[[str], str]) -> str:
    return _PARAGRAPH.sub(lambda match: turn(match[0]) if sign in match[0] else match[0], text)


def _double(line: str) -> str:
    """A line whose typed marks open and close in turn."""
    inside = False

    def sign(match: re.Match[str]) -> str:
        nonlocal inside
        mark = match[0]
        if mark == '"':
            mark = "”" if inside else "“"
        inside = mark == "“"
        return mark

    return re.sub('["“”]', sign, line)


def _typed(line: str) -> str:
    """A line in which typed single marks open and close in turn, where there are as many of either."""
    marks = list(_SINGLE.finditer(line))
    if not marks or len(marks) % 2:
        return line
    out, at = [], 0
    for n, match in enumerate(marks):
        out += [line[at : match.start()], "’" if n % 2 else "‘"]
        at = match.end()
    return "".join([*out, line[at:]])


def _outer(line: str) -> str:
    """A line in which single marks that stand in no others are double ones."""
    inside = single = False

    def sign(match: re.Match[str]) -> str:
        nonlocal inside, single
        mark = match[0]
        if mark in "“”":
            inside, single = mark == "“", False
        elif mark == "‘" and not inside:
            single = True
            return "“"
        elif mark == "’" and single:
            single = False
            return "”"
        return mark

    return _INNER.sub(sign, line)


def _one_way(line: str) -> str:
    """A line in which all marks turn one way, made to open and close in turn."""
    opening, closing = line.count("“"), line.count("”")
    if (opening and closing) or (opening + closing) % 2:
        return line
    return _double(line.replace("“", '"').replace("”", '"'))
