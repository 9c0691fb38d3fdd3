"""Where in its file a fact stands, in the property graph: the page of a PDF, the row and column of a table."""

from __future__ import annotations

from typing import Any

import pytest

from kg.query.cookbook import recipe
from kg.query.cypher import cypher
from kg.query.origins import places
from kg.tables import Build, Row
from tests.query.builds import write_build

PDF, SHEET, PLAIN = (f"{n:016x}" for n in (1, 2, 3))
COLUMNS = ("page", "sheet", "row", "column", "place")

# (document, start, end) → page, sheet, row, column, place
EXPECTED: dict[tuple[str, int, int], tuple[Any, ...]] = {
    (PDF, 0, 5): (1, None, None, None, "page 1"),
    (PDF, 8, 25): (1, None, None, None, "pages 1-3"),
    (SHEET, 4, 6): (None, "重点项目", 7, 2, "sheet 重点项目, row 7, column 2"),
    (SHEET, 0, 9): (None, "重点项目", 7, 1, "sheet 重点项目, row 7, columns 1-3"),
    (SHEET, 4, 14): (None, "重点项目", 7, None, "sheet 重点项目, rows 7-8"),
    (SHEET, 2, 4): (None, None, None, None, None),  # the mark between two cells
    (PLAIN, 0, 5): (None, None, None, None, None),
}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Three documents: a PDF of three pages, a sheet with two rows of three cells, a plain text."""
    text = "甲市的产业园项目由乙公司投资建设，已于去年开工，总投资3亿元。"
    documents: list[Row] = [
        {"doc_id": doc_id, "title": title, "source": title, "text": text, "chars": len(text), "year": 2021}
        for doc_id, title in ((PDF, "报告.pdf"), (SHEET, "项目.xlsx"), (PLAIN, "新闻.txt"))
    ]
    origins: list[Row] = [
        {"doc_id": PDF, "start": 10 * page, "end": 10 * page + 10, "page": page + 1} for page in range(3)
    ]
    origins += [
        {"doc_id": SHEET, "start": at, "end": at + 2, "sheet": "重点项目", "row": row, "column": column}
        for at, row, column in ((0, 7, 1), (4, 7, 2), (8, 7, 3), (12, 8, 1), (16, 8, 2), (20, 8, 3))
    ]
    spans = [{"doc_id": doc_id, "start": start, "end": end, "year": 2021} for doc_id, start, end in EXPECTED]
    return write_build(
        tmp_path_factory.mktemp("places") / "build",
        documents=documents,
        origins=origins,
        entities=[
            {"entity_id": "region/1", "type": "Region", "name": "甲市"},
            {"entity_id": "project/1", "type": "Project", "name": "产业园项目"},
            {"entity_id": "indicator/产值", "type": "Indicator", "name": "产值"},
        ],
        relations=[{"relation_id": "r", "head_id": "project/1", "type": "located_in", "tail_id": "region/1"}],
        evidence=[{"relation_id": "r"} | span for span in spans],
        attributes=[
            {"entity_id": "project/1", "property": "investment", "value": str(i), "number": float(i)} | span
            for i, span in enumerate(spans)
        ],
        observations=[
            {"observation_id": f"observation/{i}", "region_id": "region/1", "indicator": "产值", "value": 1.0} | span
            for i, span in enumerate(spans)
        ],
    )


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (x:Evidence)-[:FROM]->(d) RETURN d.id AS d, x.start AS start, x.end AS end, {columns}",
        "MATCH (o:Observation)-[:FROM]->(d) WITH *, o AS x RETURN d.id AS d, o.id AS id, {columns}",
        "MATCH (v:Value)-[x:FROM]->(d) RETURN d.id AS d, v.value AS id, {columns}",
    ],
    ids=["evidence", "observations", "values"],
)
def test_page_or_cell_stand_beside_what_was_read_there(query: str, build: Build) -> None:
    rows = cypher(build, query.format(columns=", ".join(f"x.{c} AS {c}" for c in COLUMNS)))
    spans = list(EXPECTED)
    found = {}
    for row in rows:
        key = (row["start"], row["end"]) if "start" in row else spans[int(row["id"].rpartition("/")[2])][1:]
        found[(row["d"].removeprefix("document/"), *key)] = tuple(row[c] for c in COLUMNS)
    assert found == EXPECTED


def test_the_words_are_those_of_explain(build: Build) -> None:
    for span, (_, _, _, column, place) in EXPECTED.items():
        said = places(build, *span) or None
        # over several rows columns say little: there explain names all that were touched
        assert place == said or (column is None and place is not None and (said or "").startswith(place))


def test_a_recipe_shows_them(build: Build) -> None:
    found = recipe("where_in_file")
    assert [(row["place"], row["head"], row["tail"]) for row in cypher(build, found.query, {"title": "项目"})] == [
        ("sheet 重点项目, row 7, columns 1-3", "产业园项目", "甲市"),
        ("sheet 重点项目, row 7, column 2", "产业园项目", "甲市"),
        ("sheet 重点项目, rows 7-8", "产业园项目", "甲市"),
    ]
