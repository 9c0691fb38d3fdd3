from __future__ import annotations

import pytest

from kg.loaders.bar_tables import bar_table

HEAD = "| 项目名称 | 总投资 | 建设性质 |"


@pytest.mark.parametrize(
    ("lines", "rows", "taken"),
    [
        (
            ["甲县项目", HEAD, "|---|:---:|--:|", "| 甲厂 | 9亿元 | |", "| 乙厂 | | 续建 |", "其中甲厂已投产。"],
            [["项目名称", "总投资", "建设性质"], ["甲厂", "9亿元", None], ["乙厂", None, "续建"]],
            range(1, 5),
        ),
        (
            ["项目名称\t建设单位\t总投资", "甲厂\t\t9亿元", "乙厂\t丙公司\t"],
            [["项目名称", "建设单位", "总投资"], ["甲厂", None, "9亿元"], ["乙厂", "丙公司", None]],
            range(3),
        ),
        (
            ["│项目名称│总投资│", "├──┼──┤", "│甲厂│9亿元│", "└──┴──┘"],
            [["项目名称", "总投资"], ["甲厂", "9亿元"]],
            range(4),
        ),
    ],
)
def test_tables_with_certain_columns(lines: list[str], rows: list[list[str | None]], taken: range) -> None:
    found = bar_table(lines, taken.start)
    assert found is not None
    table, where = found
    assert [[*row, *[None] * (len(rows[0]) - len(row))] for row in table.rows] == rows
    assert where == taken


@pytest.mark.parametrize(
    "lines",
    [
        ["编辑 | 张三 | 校对", "李四 | 王五 | 赵六"],
        ["首页 | 公开 | 项目", "甲厂 | 乙厂 | 丙厂"],
        [HEAD, "其中甲厂已投产。"],
        ["甲县\t乙县", "丙县\t丁县"],
    ],
)
def test_lines_with_bars_that_are_no_table(lines: list[str]) -> None:
    assert bar_table(lines, 0) is None
