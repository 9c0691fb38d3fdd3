from __future__ import annotations

import pytest

from kg.loaders.line_marks import without_line_marks


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("> 甲县招商\n>\n> > 乙厂投产。\n> 丙厂开工。\n", "甲县招商\n\n乙厂投产。\n丙厂开工。\n"),
        ("  1  甲县招商\n  2  乙厂投产。\r\n  3  丙厂开工。", "甲县招商\n乙厂投产。\r\n丙厂开工。"),
        ("1| 甲县招商\n2|\n3| 乙厂投产。\n4| 丙厂开工。", "甲县招商\n\n乙厂投产。\n丙厂开工。"),
    ],
)
def test_marks_of_lines(text: str, plain: str) -> None:
    assert without_line_marks(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "甲县招商\n1 乙厂\n2 丙厂\n3 丁厂",
        "1. 乙厂\n2. 丙厂\n3. 丁厂",
        "1 乙厂\n3 丙厂\n5 丁厂",
        "甲县招商\n> 乙厂投产。\n丙厂开工。",
        "2019 年甲县\n2020 年乙县\n2021 年丙县",
    ],
)
def test_lines_without_marks(text: str) -> None:
    assert without_line_marks(text) == text
