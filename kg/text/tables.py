"""Tables whose columns are understood: by their names and a lexicon of synonyms, or as a mapping file tells.

Header rows may be several, cells merged, units may stand in brackets behind a name or in a line above the table.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

from kg.ontology.lexicon import Lexicon
from kg.types import Article, Cell, Column, Grid, Measure, ObservationKind, Table

Kind = Literal["projects", "enterprises", "indicators", "regions"]

_BLANK = re.compile(r"\s")
_BRACKET = re.compile(r"[（(\[]([^（()）\[\]]*)[）)\]]")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|$|[.\-/])")
_PERIOD = re.compile(
    r"^(?:截至)?(?:(?:19|20)\d\d年?(?:度|末|底)?)?(?:\d{1,2}\s*[-—~至]\s*)?(?:\d{1,2}月(?:份|末|底)?|[一二三四]季度|上半年|全年)?(?:累计)?"
)
_UNIT = re.compile(r"(?:单位|计量单位)\s*[：:]\s*([^\s，,；;、）)|]{1,10})")
_UNIT_WORD = re.compile(
    r"(?:[百千万亿]{0,3}(?:元|美元|港元|吨|人|户|人次|千瓦时|平方米|平方公里|公里|亩|公顷|辆|台|家|个|件|斤|公斤|立方米|标准煤|吨标准煤|头|只|只羽)|%|％|‰|百分点|个百分点|倍|㎡|m2|m²|米|岁|位)"
)
_NUMBER = re.compile(r"[-+－]?\d[\d,，]*(?:\.\d+)?[%％]?")
_GROWTH = re.compile(r"增[长速幅减]|同比|±")
_TARGET = re.compile(r"目标|计划|预期|任务")
_TOTAL = re.compile(
    r"(?:[^一-鿿]*)(?:合\s*计|总\s*计|小\s*计|共\s*计)|.{0,12}(?:合计|小计|总计)(?:[（(].*)?$|^总\s*数$"
)
_SECTION = re.compile(r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])")
# 产业项目（12个）, and a row of a numeral and a name: titles of sections
_COUNTED = re.compile(r"[（(](?:共|计)?\d+[个项家]")
_SECTION_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.]?")
_FULL_ROW = 3  # cells from which a row under a Chinese numeral is more than a title
_HEADER_ROWS = 10
_MOST_ROLE = 40  # characters of a header; a longer cell is no name of a column


class _Names(NamedTuple):
    roles: dict[Kind, dict[str, str]]
    indicators: frozenset[str]


def understand(article: Article, clean: str, offsets: Sequence[int], lexicon: Lexicon) -> tuple[Table, ...]:
    """The tables of an article that state facts, in clean positions; others are left to the rules for prose."""
    out = []
    for grid in article.tables:
        moved = [tuple(_moved(cell, offsets) for cell in row) for row in grid.rows]
        table = _understand(grid, moved, clean, lexicon)
        if table is not None:
            out.append(table)
    return tuple(out)


def described(grid: Grid, text: str, lexicon: Lexicon) -> tuple[Kind | None, list[tuple[str, str]]]:
    """What is understood of a table of raw positions: its kind, and for each header its role and unit, or `-`."""
    texts = [[text[c.start : c.end] if c else "" for c in row] for row in grid.rows]
    first, last = header_rows(grid.rows, texts)
    last = min(last, len(grid.rows))
    headers = [[texts[i][j] for i in range(first, last)] for j in range(len(grid.rows[0]))]
    if grid.told is not None:
        kind, columns = _told(grid.told, headers)
    else:
        kind, columns = _recognise(headers, texts[last:], "", _names(lexicon))
    roles = columns or [None] * len(headers)
    out = []
    for cells, column in zip(headers, roles, strict=True):
        if header := header_of(cells):
            out.append((header, f"{column.role} {column.unit}".strip() if column else "-"))
    return kind, out


def header_of(cells: Sequence[str]) -> str:
    """One name for a column from the cells above it: 投资（亿元） over 总投资 is 投资（亿元）/总投资."""
    return "/".join(dict.fromkeys(_BLANK.sub("", cell) for cell in cells if cell.strip()))


def _moved(cell: Cell | None, offsets: Sequence[int]) -> Cell | None:
    if cell is None:
        return None
    start, end = bisect_left(offsets, cell.start), bisect_left(offsets, cell.end)
    return Cell(start, end, cell.own) if start < end else None


@functools.lru_cache(maxsize=4)
def _names(lexicon: Lexicon) -> _Names:
    roles: dict[Kind, dict[str, str]] = {}
    for row in lexicon.rows("table_columns"):
        roles.setdefault(cast(Kind, row["rows"]), {})[_bare(row["name"])] = row["role"]
    known = set()
    for row in lexicon.rows("indicators"):
        known |= {row["name"], *(alias for alias in row["aliases"].split("|") if alias)}
    return _Names(roles, frozenset(known))


def _bare(header: str) -> str:
    """A header without blanks, brackets, the year and the months before it."""
    text = _BLANK.sub("", header)
    bare = _BRACKET.sub("", text).strip("：:、*★※")
    bare = _PERIOD.sub("", bare) or bare
    return bare or text


def _understand(grid: Grid, rows: Sequence[tuple[Cell | None, ...]], clean: str, lexicon: Lexicon) -> Table | None:
    texts = [[clean[c.start : c.end] if c else "" for c in row] for row in rows]
    places = [cell for row in rows for cell in row if cell and cell.own]
    if not places or len(rows) < 2:
        return None
    first, last = header_rows(rows, texts)
    if last >= len(rows) or first == last:
        return None
    headers = [[texts[i][j] for i in range(first, last)] for j in range(len(rows[0]))]
    start = min(cell.start for cell in places)
    above = " ".join(texts[i][0] for i in range(first)) + " " + clean[max(0, start - 60) : start]
    above += " ".join(text for row in texts[: first + 1] for text in row)
    unit = match[1] if (match := _UNIT.search(above)) else ""
    kind, columns = (
        _told(grid.told, headers) if grid.told is not None else _recognise(headers, texts[last:], unit, _names(lexicon))
    )
    if kind is None:
        return None
    key = next((j for j, column in enumerate(columns) if column and column.role == "name"), None)
    if key is None:
        return None
    kept = [row for row, text in zip(rows[last:], texts[last:], strict=True) if _is_fact(row, text, key, headers)]
    return Table(grid.name, start, max(cell.end for cell in places), kind, tuple(columns), tuple(kept))


def header_rows(rows: Sequence[tuple[Cell | None, ...]], texts: Sequence[Sequence[str]]) -> tuple[int, int]:
    """The numbers of the first header row and of the first row below the header.

    Rows with one cell (titles, units) stand above it; it goes on as long as cells of its first row reach down and as
    no row holds a number.
    """
    first = 0
    while first < min(len(rows), _HEADER_ROWS):
        own = [t for t, c in zip(texts[first], rows[first], strict=True) if c and c.own and t.strip()]
        if len(own) >= 2 and not any(_UNIT.match(t) for t in own[:2]):
            break
        first += 1
    last = first + 1
    while last < min(len(rows), first + 4):
        reaches = any(
            c and not c.own and t == texts[first][j]
            for j, (c, t) in enumerate(zip(rows[last], texts[last], strict=True))
            if t
        )
        own = [t for c, t in zip(rows[last], texts[last], strict=True) if c and c.own]
        numbers = any(_NUMBER.fullmatch(t) and not re.fullmatch(r"(?:19|20)\d\d", t) for t in own)
        if not reaches or numbers or any(_TOTAL.match(t) for t in own):
            break
        last += 1
    return first, last


def _told(told: dict[str, str], headers: Sequence[Sequence[str]]) -> tuple[Kind | None, list[Column | None]]:
    """Columns as a mapping file says: role, then the unit behind a blank."""
    columns: list[Column | None] = []
    for cells in headers:
        said = told.get(header_of(cells)) or next((told[c] for c in reversed(cells) if c in told), "-")
        role, _, rest = said.partition(" ")
        columns.append(None if role == "-" else _column(role, header_of(cells), rest))
    return cast(Kind, told.get("rows", "projects")), columns


def _column(role: str, header: str, unit: str) -> Column:
    year = match if (match := _YEAR.search(header)) else None
    said = unit or _unit_of(header)
    measure: Measure = "growth" if role == "growth" else "level"
    kind: ObservationKind = "target" if role == "target" or (role == "figure" and _TARGET.search(header)) else "actual"
    name = _bare(header.split("/")[-1])
    if role == "figure" and _GROWTH.search(name):
        measure = "growth"
        name = re.sub(r"(?:同比|比上年|较上年)?(?:增长|增速|增幅|增减|±%?|同比)[%％]*$", "", name)
        name = name or _bare(header.split("/")[0])
    if measure == "growth" and not said:
        said = "%"
    return Column(role, said, name, int(year[0]) if year else None, measure, kind)


def _unit_of(header: str) -> str:
    for found in reversed(_BRACKET.findall(header)):
        match = _UNIT_WORD.search(found.replace("±", ""))
        if match:
            return match[0].replace("％", "%")
    match = re.search(rf"[，,/]({_UNIT_WORD.pattern})$", header)
    return match[1].replace("％", "%") if match else ""


def _recognise(
    headers: Sequence[Sequence[str]], rows: Sequence[Sequence[str]], unit: str, names: _Names
) -> tuple[Kind | None, list[Column | None]]:
    """The kind of table whose names fit best, and its columns."""
    best: tuple[int, Kind | None, list[Column | None]] = (0, None, [])
    kinds: tuple[Kind, ...] = ("projects", "enterprises", "regions", "indicators")
    for kind in kinds:
        columns = _columns(kind, headers, rows, unit, names)
        roles = Counter(column.role for column in columns if column)
        if roles["name"] != 1:
            continue
        known = sum(n for role, n in roles.items() if role not in ("skip", "content", "responsible"))
        enough = roles["figure"] >= 1 if kind == "regions" else known >= 2
        if kind == "projects" and not enough:
            # A list of projects that says of them nothing but names, grants, bonds or who is in charge.
            enough = roles["skip"] + roles["content"] + roles["responsible"] >= 2
        if kind == "indicators":
            enough = roles["level"] + roles["growth"] + roles["target"] >= 1
        if enough and known > best[0]:
            best = (known, kind, columns)
    return best[1], best[2]


def _columns(
    kind: Kind, headers: Sequence[Sequence[str]], rows: Sequence[Sequence[str]], unit: str, names: _Names
) -> list[Column | None]:
    roles = names.roles[kind]
    out: list[Column | None] = []
    named = False
    for j, cells in enumerate(headers):
        header = header_of(cells)
        role = _role(cells, roles) if 0 < len(header) <= _MOST_ROLE * 2 else ""
        if kind == "indicators":
            role = _figure_role(role, header, named)
        elif kind == "regions" and role != "name":
            role = "figure" if _indicator(header, names) else ""
        if role == "name" and (named or not _has_words(rows, j)):
            role = ""
        named = named or role == "name"
        column = _column(role, header, "") if role else None
        if column and not column.unit and unit and role in ("investment", "figure", "level", "target"):
            column = column._replace(unit=unit)
        out.append(column)
    return out


def _role(cells: Sequence[str], roles: dict[str, str]) -> str:
    """The role of a header: by its lowest name, by that with the name above it, by the name above."""
    own = [_bare(cell) for cell in dict.fromkeys(cells) if cell.strip()]
    if not own:
        return ""
    for name in (own[-1], "".join(own[-2:]), *reversed(own[:-1])):
        if name in roles:
            # 投资 over 年度计划 is not the whole investment, whatever 投资 alone means
            return roles[name] if name != own[0] or len(own) == 1 or own[-1] in roles else "skip"
    return ""


def _figure_role(role: str, header: str, named: bool) -> str:
    if role:
        return role
    if (named and _YEAR.search(header)) or re.fullmatch(r"(?:19|20)\d\d", header):
        if _GROWTH.search(header):
            return "growth"
        return "target" if _TARGET.search(header) else "level"
    if named and _GROWTH.search(header):
        return "growth"
    return ""


def _indicator(header: str, names: _Names) -> bool:
    parts = [_bare(part) for part in header.split("/")]
    stripped = [re.sub(r"(?:同比|比上年|较上年)?(?:增长|增速|增幅|增减|±%?)$", "", part) for part in parts]
    return any(part in names.indicators for part in (*parts, *stripped) if part)


def _has_words(rows: Sequence[Sequence[str]], j: int) -> bool:
    """Whether the cells of a column are names, not numbers."""
    filled = [row[j] for row in rows if row[j].strip()]
    return sum(1 for text in filled if not _NUMBER.fullmatch(text)) * 2 > len(filled)


def _is_fact(row: tuple[Cell | None, ...], text: Sequence[str], key: int, headers: Sequence[Sequence[str]]) -> bool:
    """Whether a row states facts: no total, no title of a section, no repeated header."""
    cell = row[key]
    if cell is None or not cell.own or not text[key].strip():
        return False
    own = [t for c, t in zip(row, text, strict=True) if c and c.own]
    if len(own) < 2 or any(_TOTAL.match(t) for t in text[: key + 1]):
        return False
    if text[key] in headers[key] or _COUNTED.search(text[key]):
        return False
    lead = next((t for t in text[:key] if t), "")
    return not ((_SECTION.match(text[key]) and not lead) or (_SECTION_NUMBER.fullmatch(lead) and len(own) < _FULL_ROW))
