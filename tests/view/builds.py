"""A small build whose every row is known, with names that try to break out of a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.tables import SCHEMAS, VERSION, Build, rows_to_table, write_table

HOSTILE = (
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=2>",
    "a\"b'c&amp;d\\u003c{{7*7}}",
    "上\n下\u2028左\u202e右",
    "javascript:window.hacked=3",
)
FIRST = "2020年，旗滨玻璃在醴陵市建成电子玻璃一期项目。"
SECOND = "2021年，醴陵市属于株洲市，重庆路小学和重点工程同步开工。"


def write_small(folder: Path) -> Build:
    """Four named things with three relations, and one lone thing for each hostile name, related to the city."""
    text = FIRST + SECOND + "".join(f"{name}落户株洲市。" for name in HOSTILE)
    doc = {"doc_id": "0" * 16, "source": "https://example.org/a?b=1&c=<2>", "title": "报告<b>一</b>", "kind": "report"}
    doc |= {"region_id": None, "year": 2020, "published": None, "chars": len(text), "text": text}  # type: ignore[dict-item]
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    rows["documents"].append(doc)

    def entity(kind: str, name: str, aliases: tuple[str, ...] = (), **properties: Any) -> str:
        id_ = f"{kind.lower()}/{name}"
        rows["entities"].append(
            {"entity_id": id_, "type": kind, "name": name, "aliases": list(aliases), "mention_count": 1, "doc_count": 1}
            | {"properties": json.dumps(properties, ensure_ascii=False), "first_year": 2020, "last_year": 2021}
        )
        at = text.index(aliases[0] if aliases else name)
        rows["mentions"].append(
            {"doc_id": doc["doc_id"], "start": at, "end": at + len(name), "surface": text[at : at + len(name)]}
            | {"type": kind, "entity_id": id_, "rule": "test", "confidence": 1.0}
        )
        return id_

    def relation(
        head: str, kind: str, tail: str, sentence: str, ends: tuple[str, str], year: int, sure: float = 0.9
    ) -> None:
        id_, start = f"relation/{len(rows['relations'])}", text.index(sentence)
        places = [start + sentence.index(end) for end in ends]
        rows["relations"].append(
            {"relation_id": id_, "head_id": head, "type": kind, "tail_id": tail, "properties": "{}", "support": 1}
            | {"doc_count": 1, "first_year": year, "last_year": year, "confidence": sure}
        )
        rows["evidence"].append(
            {"relation_id": id_, "doc_id": doc["doc_id"], "start": start, "end": start + len(sentence), "year": year}
            | {"head_start": places[0], "head_end": places[0] + len(ends[0]), "tail_start": places[1]}
            | {"tail_end": places[1] + len(ends[1]), "modality": "done", "rule": "test", "confidence": sure}
        )

    firm = entity("Enterprise", "旗滨玻璃公司", ("旗滨玻璃",))
    city, county = entity("Region", "株洲市"), entity("Region", "醴陵市")
    project = entity("Project", "电子玻璃一期项目", investment=1020000000)
    school = entity("Organization", "重庆路小学")
    relation(firm, "located_in", county, FIRST, ("旗滨玻璃", "醴陵市"), 2020)
    relation(firm, "undertakes", project, FIRST, ("旗滨玻璃", "电子玻璃一期项目"), 2020, 0.55)
    relation(county, "part_of", city, SECOND, ("醴陵市", "株洲市"), 2021)
    relation(school, "located_in", city, SECOND, ("重庆路小学", "株洲市"), 2021, 0.7)
    for name in HOSTILE:
        relation(entity("Project", name), "located_in", city, f"{name}落户株洲市。", (name, "株洲市"), 2021)
    rows["attributes"].append(
        {"entity_id": project, "property": "investment", "value": "1020000000", "number": 1.02e9, "unit": "CNY"}
        | {
            "year": 2020,
            "modality": "done",
            "doc_id": doc["doc_id"],
            "start": 0,
            "end": 4,
            "rule": "t",
            "confidence": 1.0,
        }
    )
    rows["observations"].append(
        {
            "observation_id": "observation/1",
            "region_id": city,
            "indicator": "地区生产总值",
            "year": 2020,
            "value": 3105.8,
        }
        | {"unit": "亿元", "measure": "level", "kind": "actual", "doc_id": doc["doc_id"], "start": 0, "end": 4}
        | {"rule": "t", "confidence": 0.65}
    )
    return write_rows(folder, rows)


def write_rows(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> Build:
    """A build directory of these rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, of in rows.items():
        write_table(folder, name, rows_to_table(name, of))
    manifest = {"layout": VERSION, "counts": {}, "problems": [], "inputs": []}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return Build(folder)
