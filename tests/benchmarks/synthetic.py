"""Builds of any size with invented content, for measuring and for tests of large pages.

Cities have counties, counties have zones, enterprises and projects; a twelfth of the relations leads elsewhere.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from kg.tables import SCHEMAS, VERSION, rows_to_table, write_table

_FIRST = "安北昌德东丰福高海恒华吉建江金景康兰乐临明南宁平启清瑞山盛泰通万文西祥新兴阳永云泽正中"
_SECOND = "安昌川达丰福港海湖华江康口林陵宁平坪浦泉山水台田通湾溪乡阳原远源洲庄"
_KINDS = ("新材料产业园", "智能制造基地", "标准厂房", "物流中心", "供水工程", "文化公园", "产业链项目", "改扩建工程")
_FIRMS = ("科技股份有限公司", "新材料有限公司", "装备集团", "电子有限公司", "食品有限公司", "陶瓷有限公司")
_ZONES = ("经济开发区", "高新区", "工业园", "物流园")


def write_synthetic(folder: Path, nodes: int, seed: int = 7) -> Path:
    """Write a build directory with so many entities and about three times as many relations."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    entities = _entities(draw, nodes)
    relations, evidence, documents = _relations(draw, entities)
    mentions = [
        {"doc_id": documents[0]["doc_id"], "start": 0, "end": 2, "surface": documents[0]["text"][:2], "type": e["type"]}
        | {"entity_id": e["entity_id"], "rule": "synthetic", "confidence": 1.0}
        for e in entities[:50]
    ]
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    tables |= {"documents": documents, "entities": entities, "relations": relations, "evidence": evidence}
    tables["mentions"] = mentions
    for name, rows in tables.items():
        write_table(folder, name, rows_to_table(name, rows))
    manifest = {"layout": VERSION, "counts": {}, "problems": [], "inputs": []}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return folder


def _name(draw: random.Random) -> str:
    return draw.choice(_FIRST) + draw.choice(_SECOND)


def _entities(draw: random.Random, nodes: int) -> list[dict[str, Any]]:
    out = []
    taken: set[str] = set()
    shares: tuple[tuple[str, float], ...] = (
        ("Region", 0.04),
        ("Zone", 0.06),
        ("Enterprise", 0.3),
        ("Organization", 0.04),
        ("Project", 0.5),
    )
    shares += (("Program", 0.03), ("Slogan", 0.01), ("Industry", 0.02))
    kinds = [kind for kind, share in shares for _ in range(max(1, round(share * nodes)))][:nodes]
    kinds += ["Project"] * (nodes - len(kinds))
    tails = {"Enterprise": _FIRMS, "Zone": _ZONES, "Project": _KINDS, "Organization": ("管理委员会", "人民政府")}
    tails |= {
        "Region": ("市", "县", "区", "镇"),
        "Program": ("攻坚行动", "提升工程"),
        "Slogan": ("战略",),
        "Industry": ("产业",),
    }
    for kind in kinds:
        while True:
            name = _name(draw) + (_name(draw) if kind != "Region" else "") + draw.choice(tails[kind])
            if len(taken) > nodes // 2 and name in taken:
                name = _name(draw) + name
            if name not in taken:
                break
            name = _name(draw)
        taken.add(name)
        first = draw.randint(2010, 2023)
        out.append(
            {"entity_id": f"{kind.lower()}/{name}", "type": kind, "name": name, "aliases": [], "properties": "{}"}
            | {"mention_count": 1 + int(draw.expovariate(0.3)), "doc_count": 1, "first_year": first}
            | {"last_year": min(2023, first + draw.randint(0, 3))}
        )
    return out


def _relations(
    draw: random.Random, entities: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    of: dict[str, list[dict[str, Any]]] = {}
    for e in entities:
        of.setdefault(e["type"], []).append(e)
    blocks = max(1, len(of["Region"]) // 4)  # a block: a city with three counties and what lies there
    block = {e["entity_id"]: i % blocks for rows in of.values() for i, e in enumerate(rows)}
    local: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for e in entities:
        local.setdefault((e["type"], block[e["entity_id"]]), []).append(e)
    wanted = (("located_in", "Region"), ("located_in", "Zone"), ("undertakes", "Project"), ("in_industry", "Industry"))
    heads = {"located_in": ("Enterprise", "Project", "Zone"), "undertakes": ("Enterprise",)}
    heads |= {"in_industry": ("Enterprise", "Project")}
    found: dict[tuple[str, str, str], None] = {}
    for e in entities:
        for relation, tail_type in wanted:
            if e["type"] not in heads[relation] or draw.random() > (1.0 if tail_type == "Region" else 0.75):
                continue
            at = block[e["entity_id"]] if draw.random() > 0.08 else draw.randrange(blocks)
            tails = local.get((tail_type, at)) or of[tail_type]
            for _ in range(2 if relation == "undertakes" else 1):
                tail = draw.choice(tails)
                if tail is not e:
                    found[(e["entity_id"], relation, tail["entity_id"])] = None
        if e["type"] in ("Program", "Slogan", "Region"):
            relation = {"Program": "implements", "Slogan": "promotes", "Region": "part_of"}[e["type"]]
            region = local.get(("Region", block[e["entity_id"]]), of["Region"])[0]
            pair = (e["entity_id"], relation, region["entity_id"])
            if e["type"] != "Region":
                pair = (region["entity_id"], relation, e["entity_id"])
            if pair[0] != pair[2]:
                found[pair] = None
    names: dict[str, str] = {e["entity_id"]: e["name"] for e in entities}
    relations: list[dict[str, Any]] = []
    evidence: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    text, size = "", 0
    sentences: list[str] = []
    for number, (head, relation, end) in enumerate(found):
        doc_id = f"{number // 2000:016x}"
        before = f"第{number}条，"
        sentence = (
            f"{before}{names[head]}与{names[end]}在会上签署协议，投资{draw.randint(1, 99)}亿元，计划年底前开工建设。"
        )
        year, id_ = draw.randint(2010, 2023), f"relation/{number:016x}"
        start = size + len(before)
        ends = {"head_start": start, "head_end": start + len(names[head])}
        ends |= {
            "tail_start": start + len(names[head]) + 1,
            "tail_end": start + len(names[head]) + 1 + len(names[end]),
        }
        evidence.append(
            {"relation_id": id_, "doc_id": doc_id, "start": size, "end": size + len(sentence), "year": year}
            | {"modality": "done", "rule": "synthetic", "confidence": 0.9}
            | ends
        )
        relations.append(
            {"relation_id": id_, "head_id": head, "type": relation, "tail_id": end, "properties": "{}"}
            | {"support": 1, "doc_count": 1, "first_year": year, "last_year": year, "confidence": 0.9}
        )
        sentences.append(sentence)
        size += len(sentence)
        if number % 2000 == 1999 or number == len(found) - 1:
            text = "".join(sentences)
            documents.append(
                dict[str, Any](doc_id=doc_id, source=f"{doc_id}.txt", title=f"第{number // 2000}期简报", kind="news")
                | {"region_id": None, "year": 2020, "published": None, "chars": len(text), "text": text}
            )
            sentences, size = [], 0
    return relations, evidence, documents
