"""Names in the cells of understood tables: a cell of the column 项目名称 is the name of a project, whole.

Example: in the row “1 | 甲产业园二期 | 某某置业有限公司” under 序号, 项目名称, 建设单位 the second cell is a Project,
the third an Enterprise. Regions, zones and industries inside of cells are left to their own layers, except that a whole
cell of the column 所属行业 is an Industry.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extract.region_keys import key_regions
from kg.extract.regions import find_regions
from kg.ontology import Lexicon, load_gazetteer
from kg.types import Cell, Column, Mention, Table, Text

_PARTS = re.compile(r"[^、，,；;/\s]+")
_NUMBERED = re.compile(r"^(?:\d{1,3}[.、．]\s*|[（(]\d{1,3}[）)]\s*|[★*※☆●]+)")
_COMPANY = re.compile(r"(?:公司|集团|厂|合作社|企业|合伙）?|银行|商行|股份)(?:（[^（）]{1,12}）)?$")
_BODY = re.compile(
    r"(?:局|委|委员会|办|办公室|政府|中心|学校|大学|学院|中学|小学|医院|管委会|指挥部|街道办事处|街道办|厅|院|所|站|处|队|馆|园|协会|商会|部|署|联社|社区)$"
)
_NONE = re.compile(r"^(?:[-—/无\d.]*|待定|暂无|未定|不详|同上|各.*|相关.*|有关.*|.*等\d+[家个].*)$")
# what may stand inside a name as a mention of its own
_INSIDE = {"Project": ("Region", "Zone", "Enterprise", "Organization"), "Organization": ("Region", "Zone")}
_SURE = 0.97
_LONGEST = {"Project": 120, "Enterprise": 50, "Organization": 40, "Industry": 16, "Region": 20}
_SHORTEST = 2


def find_table_names(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Projects, enterprises, organisations and industries that columns say are such."""
    companies = lexicon.names("enterprises")
    for table in text.tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=True):
                if column is not None and cell is not None and cell.own:
                    yield from _in_cell(text.clean, table, column, cell, companies)


def _in_cell(clean: str, table: Table, column: Column, cell: Cell, companies: frozenset[str]) -> Iterator[Mention]:
    role = column.role
    if role == "name" and table.kind in ("projects", "enterprises"):
        start = cell.start
        if marked := _NUMBERED.match(clean[cell.start : cell.end]):
            start += marked.end()
        type_ = "Project" if table.kind == "projects" else "Enterprise"
        yield from _whole(clean, start, cell.end, type_, "name")
    elif role == "industry":
        yield from _whole(clean, cell.start, cell.end, "Industry", "industry")
    elif role in ("builder", "responsible"):
        for start, end in _parts(clean, cell):
            name = clean[start:end]
            if _COMPANY.search(name) or name in companies:
                yield from _whole(clean, start, end, "Enterprise", role)
            elif _BODY.search(name):
                yield from _whole(clean, start, end, "Organization", role)


def _parts(clean: str, cell: Cell) -> Iterator[tuple[int, int]]:
    for match in _PARTS.finditer(clean, cell.start, cell.end):
        yield match.span()


def _whole(clean: str, start: int, end: int, type_: str, role: str) -> Iterator[Mention]:
    name = clean[start:end]
    if (
        _SHORTEST <= len(name) <= _LONGEST[type_]
        and not _NONE.match(name)
        and re.search(r"[\u4e00-\u9fffA-Za-z]", name)
    ):
        yield Mention(start, end, type_, name, f"table:{role}", _SURE)


def with_table_names(mentions: Sequence[Mention], text: Text, lexicon: Lexicon) -> list[Mention]:
    """Mentions with those of the cells, which are whole: what crosses one or is a part of its name is out."""
    names = sorted(set(find_table_names(text, lexicon)), key=lambda m: (m.start, m.end, m.type))
    if not names:
        return list(mentions)
    starts = [m.start for m in names]
    kept = [m for m in (*mentions, *_places_first(names, mentions, text, lexicon)) if not _taken(m, names, starts)]
    return sorted([*kept, *names], key=lambda m: (m.start, -m.end, m.type))


def _places_first(
    names: Sequence[Mention], mentions: Sequence[Mention], text: Text, lexicon: Lexicon
) -> Sequence[Mention]:
    """The full names of divisions at the start of a project's or body's name: in a cell no sentence speaks for them."""
    firsts = {m.start for m in names if m.type in _INSIDE}
    there = {(m.start, m.end) for m in mentions if m.type == "Region"}
    gazetteer = load_gazetteer()
    places = find_regions(text, lexicon, gazetteer, text.document.region)
    found = [m for m in places if m.rule == "region:full" and m.start in firsts and (m.start, m.end) not in there]
    return key_regions(text, found, gazetteer)


def _taken(m: Mention, names: Sequence[Mention], starts: Sequence[int]) -> bool:
    for i in range(max(0, bisect_left(starts, m.start) - 1), bisect_left(starts, m.end)):
        name = names[i]
        if name.end <= m.start:
            continue
        inside = name.start <= m.start and m.end <= name.end and (name.start, name.end) != (m.start, m.end)
        if not inside or m.type not in _INSIDE.get(name.type, ()):
            return True
    return False
