"""Tables in plain text whose cells a bar or a tab parts, so that their columns are certain, empty cells too.

Example: | 项目名称 | 总投资 | over |---|---:| and | 甲厂 | 9亿元 |; lines of a sheet pasted with tabs; boxes of │ ─.
No example: 编辑 | 张三, a way to a page with bars.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders.draft import Value
from kg.loaders.loose_tables import LooseTable
from kg.loaders.table_names import is_known, is_label, is_subject

_BAR = re.compile(r"[|｜│┃║¦]")
_RULE = re.compile(r"[\s|｜│┃║:：+\-=_—─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╪]+")
_FEWEST = 2  # rows with the heading
_MOST_CELLS = 60


def bar_table(texts: Sequence[str], at: int) -> tuple[LooseTable, range] | None:
    """The table that begins with a line, and the lines that it takes; None where none begins."""
    for cut in (_by_bars, _by_tabs):
        head = cut(texts[at])
        if head is None or not _is_heading(head):
            continue
        rows, numbers, stop = [head], [at + 1], at + 1
        while stop < len(texts):
            line = texts[stop]
            cells = cut(line)
            if _RULE.fullmatch(line) is None:
                if cells is None or len(cells) > len(head) + 1:
                    break
                rows.append(cells)
                numbers.append(stop + 1)
            stop += 1
        # Lines with tabs may be of cells broken over lines, which others put together, unless some are empty.
        even = all(len(row) == len(head) for row in rows) and any("" in row for row in rows)
        broken = cut is _by_tabs and (not even or "\t" in "".join(texts[stop : stop + 1]))
        if len(rows) >= _FEWEST and not broken:
            values: list[list[Value]] = [[cell or None for cell in row] for row in rows]
            return LooseTable(at, stop, values, numbers, [None] * len(rows)), range(at, stop)
    return None


def _by_bars(line: str) -> list[str] | None:
    """The cells of a line with bars: one in front, behind and between, or only between."""
    if len(_BAR.findall(line)) < 2 or _RULE.fullmatch(line):
        return None
    cells = [cell.strip() for cell in _BAR.split(line.strip())]
    cells = cells[1:] if not cells[0] and _BAR.match(line.strip()) else cells
    cells = cells[:-1] if cells and not cells[-1] else cells
    return cells if 2 <= len(cells) <= _MOST_CELLS else None


def _by_tabs(line: str) -> list[str] | None:
    if "\t" not in line:
        return None
    cells = [cell.strip() for cell in line.rstrip("\r\n").split("\t")]
    return cells if 2 <= len(cells) <= _MOST_CELLS else None


def _is_heading(cells: Sequence[str]) -> bool:
    """Whether cells are names of columns, one of them that of what the rows are about."""
    filled = [cell for cell in cells if cell]
    named = all(is_label(cell) for cell in filled) and any(is_subject(cell) for cell in filled)
    return named and len(filled) >= 2 and sum(1 for cell in filled if is_known(cell)) * 2 >= len(filled)
