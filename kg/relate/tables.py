"""Facts from understood tables: each row says of its project, enterprise or indicator what its columns name.

Example: “甲产业园二期 | 某某置业有限公司 | 乙区 | 12.5 | 2023年6月” under 项目名称, 建设单位, 建设地点, 总投资（亿元）,
开工时间 gives undertakes, located_in, an investment of 1250000000 CNY and the status started in 2023. The rules are
called table.….
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from kg.ontology import Lexicon, Ontology
from kg.relate.indicators import Indicators
from kg.types import Attribute, Cell, Claim, Column, Mention, Modality, Observation, Ref, Rejection, Scene, Span, Table

_SURE = 0.95
_HOME = 0.8  # of a list of one place's projects that does not say where each stands
_NUMBER = re.compile(r"[-+－]?\d[\d,，]*(?:\.\d+)?")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CODE = re.compile(r"[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}")
_STOCK = re.compile(r"\d{5,6}(?:\.(?:SH|SZ|BJ|HK))?")
_UNIT = re.compile(r"(?:[百千万亿]{0,3}(?:元|美元|港元)|亩|公顷|平方米|平方公里|㎡|m²|万|亿|%|％|百分点)$")
_FALLS = re.compile(r"^(?:下降|降低|减少|降)")

# 一季度集中签约项目一览表: what the title of a list says of all its works
_LIST_OF = re.compile(
    "(签约|开工|竣工|投产|在建|续建|谋划|储备)(?:重大|重点|产业|招商引资|工业)*项目(?:一览|名单|清单|明细|汇总|情况|推进)?表?(?:（[^（）]*）)?$"
)


class TableFacts(NamedTuple):
    """What the tables of a document say."""

    claims: list[Claim]
    attributes: list[Attribute]
    observations: list[Observation]
    rejected: list[Rejection]


class _Row(NamedTuple):
    table: Table
    cells: tuple[Cell | None, ...]
    key: int

    def all(self, *roles: str) -> Iterator[tuple[Column, Cell]]:
        """The filled columns of these roles."""
        for column, cell in zip(self.table.columns, self.cells, strict=True):
            if column is not None and cell is not None and column.role in roles:
                yield column, cell


def find_table_facts(scene: Scene, lexicon: Lexicon, ontology: Ontology) -> TableFacts:
    """Relations, attributes and observations of all understood tables, in text order."""
    reader = _Reader(scene, lexicon)
    facts = TableFacts([], [], [], [])
    for table in scene.text.tables:
        key = next(j for j, column in enumerate(table.columns) if column and column.role == "name")
        for cells in table.rows:
            row = _Row(table, cells, key)
            if table.kind in ("projects", "enterprises"):
                _add(facts, reader.thing(row), ontology)
            else:
                facts.observations.extend(reader.figures(row))
    return facts


def outside_tables(scene: Scene, start: int, end: int) -> bool:
    """Whether a fact of the rules for prose may stand: it does not run over the cells of an understood table."""
    for table in scene.text.tables:
        if start < table.end and end > table.start:
            return "|" not in scene.text.clean[start:end] and "\n" not in scene.text.clean[start:end]
    return True


def _add(facts: TableFacts, found: Iterator[Claim | Attribute], ontology: Ontology) -> None:
    for one in found:
        if isinstance(one, Attribute):
            facts.attributes.append(one)
        elif one.head == one.tail:
            continue
        elif ontology.allows(one.head.type, one.type, one.tail.type):
            facts.claims.append(one)
        else:
            what = f"{one.head.type}/{one.head.key} {one.type} {one.tail.type}/{one.tail.key}"
            facts.rejected.append(Rejection(one.start, one.end, what, "signature"))


@functools.lru_cache(maxsize=4)
def _units(lexicon: Lexicon) -> dict[str, tuple[str, Decimal]]:
    units = {row["name"]: (row["dimension"], Decimal(row["factor"])) for row in lexicon.rows("unit")}
    return units | {"亿": ("money", Decimal(10) ** 8), "万": ("money", Decimal(10) ** 4)}


@functools.lru_cache(maxsize=4)
def _stages(lexicon: Lexicon) -> dict[str, str]:
    return {row["name"]: row["status"] for row in lexicon.rows("table_stages")}


class _Reader:
    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.scene = scene
        self.clean = scene.text.clean
        self.document = scene.text.document
        self.units = _units(lexicon)
        self.stages = _stages(lexicon)
        told = _LIST_OF.search(self.document.title.strip())
        self.list_of = self.stages.get(told[1], "") if told else ""
        self.indicators = Indicators(lexicon)
        self.starts = [m.start for m in scene.mentions]

    # ---- rows about a project or an enterprise

    def thing(self, row: _Row) -> Iterator[Claim | Attribute]:
        """What a row says of the project or enterprise in its name cell."""
        type_ = "Project" if row.table.kind == "projects" else "Enterprise"
        cell = row.cells[row.key]
        assert cell is not None
        owner = next((m for m in self.inside(cell) if m.type == type_ and m.end == cell.end), None)
        if owner is None:
            return
        yield from self.places(owner, row)
        for _, place in row.all("industry"):
            for m in self.inside(place, "Industry"):
                yield self.claim(owner, "in_industry", m, row)
        for _, place in row.all("builder"):
            for m in self.inside(place, "Enterprise", "Organization"):
                yield self.claim(m, "undertakes", owner, row)
        yield from self.amounts(owner, row)
        yield from self.codes(owner, row)
        if type_ == "Project":
            yield from self.status(owner, row)

    def places(self, owner: Mention, row: _Row) -> Iterator[Claim]:
        """The zone or the innermost region of each cell of place; without such a column the region that the thing's
        name begins with (新平县人民医院扩建), else the document's own place."""
        cells = [cell for _, cell in row.all("place")]
        found = []
        for cell in cells:
            inside = self.inside(cell, "Zone") or self.inside(cell, "Region")
            if inside:
                found.append(inside[-1])
        for m in found[-1:] if len(found) > 1 and found[-1].type == "Region" else found:
            yield self.claim(owner, "located_in", m, row)
        if cells:
            return
        span = Span(owner.start, owner.end)
        leading = None
        for m in self.inside(span, "Region"):
            if m.start == (leading.end if leading else owner.start):
                leading = m
        home = self.scene.home
        if leading is not None:
            yield self.claim(owner, "located_in", leading, row)
        elif home is not None and row.table.kind == "projects":
            yield Claim(owner.ref, "located_in", home, *span, "table.home", _HOME, span, None, self.document.year)

    def claim(self, head: Mention, type_: str, tail: Mention, row: _Row) -> Claim:
        """A claim over a row; an end that a merged cell brings in from another row is understood."""
        start, end = self.row_span(row)
        spans = [Span(m.start, m.end) if start <= m.start and m.end <= end else None for m in (head, tail)]
        return Claim(
            head.ref, type_, tail.ref, start, end, f"table.{type_}", _SURE, spans[0], spans[1], self.document.year
        )

    def row_span(self, row: _Row) -> tuple[int, int]:
        """The characters of a row's own cells."""
        own = [cell for cell in row.cells if cell is not None and cell.own]
        return min(cell.start for cell in own), max(cell.end for cell in own)

    def amounts(self, owner: Mention, row: _Row) -> Iterator[Attribute]:
        """Investment and area, in CNY and m²."""
        for column, cell in row.all("investment", "area"):
            dimension = "money" if column.role == "investment" else "area"
            amount = self.amount(column, cell, dimension)
            if amount is None or amount <= 0 or (not cell.own and column.role == "investment"):
                continue
            number = float(round(amount, 2))
            whole = column.role == "area" or number == int(number)
            yield Attribute(
                owner.ref, column.role, str(round(number)) if whole else repr(number), cell.start, cell.end,
                f"table.{column.role}", _SURE, number, "CNY" if dimension == "money" else "m²", self.document.year,
            )  # fmt: skip

    def amount(self, column: Column, cell: Cell, dimension: str) -> Decimal | None:
        """The number of a cell in the base unit; None without a unit in the cell, the header or above the table."""
        value = self.clean[cell.start : cell.end]
        number = _NUMBER.match(value)
        if number is None:
            return None
        written = value[number.end() :].strip()
        unit = self.units.get(written) or self.units.get(column.unit.replace("㎡", "平方米").replace("m²", "平方米"))
        if unit is None or unit[0] != dimension or (written and written not in self.units):
            return None
        return _decimal(number[0]) * unit[1]

    def codes(self, owner: Mention, row: _Row) -> Iterator[Attribute]:
        """Credit code and stock code of an enterprise."""
        for role, pattern, prop in (("code", _CODE, "credit_code"), ("stock", _STOCK, "stock_code")):
            for _, cell in row.all(role):
                if match := pattern.fullmatch(self.clean[cell.start : cell.end]):
                    yield Attribute(owner.ref, prop, match[0], cell.start, cell.end, f"table.{prop}", _SURE)

    def status(self, owner: Mention, row: _Row) -> Iterator[Attribute]:
        """The stage: as its column or the list's title says, and by dates of start and end, past or to come."""
        now = self.document.year
        if self.list_of and not any(row.all("status", "start", "end", "period")):
            name = row.cells[row.key]
            assert name is not None
            yield self.stage(owner, name, self.list_of, now, "planned" if self.list_of == "planned" else "done")
        for _, cell in row.all("status"):
            said = self.clean[cell.start : cell.end].rstrip("。 ")
            if stage := self.stages.get(said):
                yield self.stage(owner, cell, stage, now, "planned" if stage == "planned" else "done")
        for column, cell in row.all("start", "end", "period"):
            years = [int(year) for year in _YEARS.findall(self.clean[cell.start : cell.end])]
            if not years or now is None:
                continue
            planned = bool(re.search("计划|拟|预计", column.name))
            if column.role in ("start", "period"):
                first = years[0]
                past = first < now or (first == now and not planned and column.role == "start")
                yield self.stage(owner, cell, "started" if past else "planned", first if past else now, _modality(past))
            if column.role == "end" and years[-1] < now:
                yield self.stage(owner, cell, "completed", years[-1], "done")

    @staticmethod
    def stage(owner: Mention, cell: Cell, stage: str, year: int | None, modality: Modality) -> Attribute:
        """One status with its year."""
        return Attribute(
            owner.ref, "status", stage, cell.start, cell.end, "table.status", _SURE, year=year, modality=modality
        )

    # ---- rows of figures

    def figures(self, row: _Row) -> Iterator[Observation]:
        """Observations of a row: of its indicator in several columns, or of its region's indicators."""
        cell = row.cells[row.key]
        assert cell is not None
        name, bracket = _named(self.clean[cell.start : cell.end])
        units = [self.clean[unit.start : unit.end] for _, unit in row.all("unit")]
        place: Ref | None = self.scene.home
        if row.table.kind == "regions":
            inside = self.inside(cell, "Zone") or self.inside(cell, "Region")
            place = inside[0].ref if inside else None
        if place is None:
            return
        columns = list(row.all("level", "growth", "target", "figure"))
        years = [c.year for c, _ in columns if c.year is not None and c.measure == "level"]
        for column, value in columns:
            indicator = column.name if row.table.kind == "regions" else name
            over = ""
            if column.measure == "growth" and column.year is None and years and max(years) > min(years):
                if "年均" in column.name:  # columns 2020年, 2025年, 年均增长
                    over = f"({min(years) + 1}-{max(years)}年均)"
                    column = column._replace(year=max(years))
                else:  # columns 2022年完成, 比上年增长, 2023年目标
                    beside = _beside(column, [c for c, _ in columns])
                    column = column._replace(year=beside.year, kind=beside.kind)
            unit = column.unit if column.measure == "growth" else (units[0] if units else "") or bracket or column.unit
            found = self.observation(place, indicator, column, value, unit)
            if found is not None and value.own:
                yield replace(found, indicator=found.indicator + over)

    def observation(self, place: Ref, name: str, column: Column, cell: Cell, unit: str) -> Observation | None:
        """One figure; None where the cell holds no number or nothing says which year is meant."""
        written = self.clean[cell.start : cell.end]
        sign = -1 if _FALLS.match(written) else 1
        number = _NUMBER.match(_FALLS.sub("", written).removeprefix("增长"))
        year = column.year or self.document.year
        indicator = self.indicators.canonical(self.indicators.strip(name)) if name else ""
        if number is None or year is None or not 2 <= len(indicator) <= 30:
            return None
        own = match[0] if (match := _UNIT.search(written)) else ""
        unit = (own or unit or "").replace("％", "%")
        rate = unit == "%" and column.measure == "level" and self.indicators.money(indicator)  # 固定资产投资 8.5%
        measure = "growth" if rate else column.measure
        ahead = year > (self.document.year or year)  # nobody knows yet
        known = self.indicators.known(indicator)
        if not unit and not known:
            return None
        return Observation(
            place, indicator, year, float(_decimal(number[0])) * sign, unit, measure,
            "target" if ahead else column.kind, cell.start, cell.end, f"table.{measure}", _SURE if known else 0.85,
        )  # fmt: skip

    # ---- mentions

    def inside(self, cell: Cell | Span, *types: str) -> list[Mention]:
        """The outermost mentions in a cell or a name, of these types if any are named."""
        low, high = bisect_left(self.starts, cell.start), bisect_right(self.starts, cell.end)
        found = [m for m in self.scene.mentions[low:high] if m.end <= cell.end and (not types or m.type in types)]
        return [m for m in found if not any(_holds(o, m) for o in found)]


def _beside(column: Column, columns: list[Column]) -> Column:
    """The level that a growth without a year of its own is that of: the last one before it, else the first."""
    dated = [c for c in columns if c.year is not None and c.measure == "level"]
    before = [c for c in columns[: columns.index(column)] if c in dated]
    return before[-1] if before else dated[0]


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end and outer.type == inner.type


def _modality(past: bool) -> Modality:
    return "done" if past else "planned"


def _named(text: str) -> tuple[str, str]:
    """An indicator's name and the unit in brackets or behind a comma: 地区生产总值（亿元）."""
    text = re.sub(
        r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|[#＃*]|（[一二三四五六七八九十]）|其中：?)", "", text
    ).strip()
    match = re.search(r"[（(]([^（()）]*)[）)]$", text)
    if match and _UNIT.search(match[1]):
        return text[: match.start()], match[1]
    return text, ""


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(re.sub(r"[,，]", "", text).replace("－", "-"))
    except InvalidOperation:
        return Decimal(0)
