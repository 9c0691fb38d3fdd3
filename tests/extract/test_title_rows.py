"""Titles that run on without a mark between them."""

from __future__ import annotations

import pytest

from kg.extract.title_rows import row_of_titles


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("湖北省双拥模范县湖北省环保模范县", ["湖北省双拥模范县", "湖北省环保模范县"]),
        ("国家卫生县城全国武术之乡", ["国家卫生县城", "全国武术之乡"]),
        ("江西省全国文明城市创建先进县", ["江西省全国文明城市创建先进县"]),
        ("中国县域经济百强县", ["中国县域经济百强县"]),
        ("白鹭县全国先进单位", ["白鹭县全国先进单位"]),
    ],
)
def test_each_title_of_a_row_stands_for_itself(title: str, parts: list[str]) -> None:
    assert [title[start:end] for start, end in row_of_titles(title)] == parts
