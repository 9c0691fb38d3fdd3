"""The data of a page: columns of numbers for what is drawn, compressed parts for what is read on demand."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.export.view.details import PART, Details, tenths
from kg.export.view.drawing import Drawing, community_links
from kg.export.view.pinyin import pinyin_index
from kg.export.view.slices import Slice
from kg.ontology import load_ontology
from kg.tables import Build

SHAPES = {  # of vis-network, beside the colour: types can be told apart without seeing colours
    "Region": "dot",
    "Zone": "square",
    "Enterprise": "diamond",
    "Organization": "hexagon",
    "Project": "dot",
    "Program": "triangle",
    "Slogan": "star",
    "Industry": "square",
    "Event": "triangleDown",
    "Honor": "hexagon",
}
LINES = {  # colours of the kinds of lines; what is most frequent is the quietest
    "located_in": "#8496B0",
    "part_of": "#3F7FBF",
    "undertakes": "#E07B2E",
    "implements": "#A65AA0",
    "promotes": "#B8911A",
    "under_program": "#6B5BD2",
    "includes": "#8A8A8A",
    "in_industry": "#9A6A4F",
    "develops": "#4F9A45",
    "hosts": "#DB5F92",
    "receives": "#1F9E93",
}
TIES = 2  # of each community to others that an overview shows (more where the other has fewer)
ALIASES = 12  # in the page of each node at most
# Control characters and marks that turn the direction of writing have no place in a label.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")


@dataclass(frozen=True, slots=True)
class Page:
    """`core` is what the first picture needs, `parts` are compressed texts by name."""

    core: dict[str, Any]
    parts: dict[str, str]


def label(name: str) -> str:
    """A name as it may stand in a drawing."""
    return _UNSEEN.sub(" ", name).strip() or "?"


def make_page(build: Build, part: Slice, drawing: Drawing, years: dict[str, list[int]], *, most: int) -> Page:
    """Gather all that a page shows.

    Args:
        build: where the sentences come from.
        part: the nodes and relations.
        drawing: their positions.
        years: of each entity and relation id, the years for which documents speak of it.
        most: nodes to draw at once; where the slice has more, communities are drawn at first.
    """
    overview = len(part.drawn) > most
    details = Details(build, part, brief=len(part.relations) > 30_000)
    names = [label(e["name"]) for e in part.entities]
    aliases = {
        i: [label(a) for a in e["aliases"] if a != e["name"]][:ALIASES]
        for i, e in enumerate(part.entities)
        if any(a != e["name"] for a in e["aliases"])
    }
    core = {
        **_terms(),
        "counts": {"documents": build.table("documents").num_rows, "entities": build.table("entities").num_rows},
        "overview": overview,
        "most": most,
        "part": PART,
        "nodes": _nodes(part, drawing, names, years) | {"alias": aliases},
        "relations": _relations(part, drawing, years),
        **_years(part, years),
        "communities": _communities(part, drawing) if overview else [],
        "links": _links(drawing) if overview else [],
    }
    parts = {
        "documents": details.documents(),
        "pinyin": pinyin_index([*names, *(a for x in aliases.values() for a in x)]),
    }
    packed = {name: pack(value) for name, value in parts.items()}
    for first in range(0, len(part.entities), PART):
        packed[f"nodes-{first // PART}"] = pack(details.nodes(first))
    for first in range(0, len(part.relations), PART):
        packed[f"relations-{first // PART}"] = pack(details.relations(first))
    return Page(core, packed)


def compact(value: Any) -> str:
    """JSON without blanks that may stand inside an HTML script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def pack(value: Any) -> str:
    """Compressed JSON as base64 text (zlib, level 9)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def _terms() -> dict[str, Any]:
    ontology = load_ontology()
    return {
        "types": [
            {"id": n, "zh": k.zh, "colour": k.colour, "shape": SHAPES.get(n, "dot")}
            for n, k in ontology.entities.items()
        ],
        "kinds": [
            {"id": n, "zh": r.zh, "colour": LINES.get(n, LINES["includes"])} for n, r in ontology.relations.items()
        ],
        "properties": {n: p.zh for n, p in ontology.properties.items()},
        "values": {v: t.zh for terms in ontology.enums.values() for v, t in terms.items()},
    }


def _nodes(part: Slice, drawing: Drawing, names: list[str], years: dict[str, list[int]]) -> dict[str, Any]:
    types = {n: i for i, n in enumerate(load_ontology().entities)}
    return {
        "name": names,
        "type": [types[e["type"]] for e in part.entities],
        "x": [round(float(x)) for x in drawing.at[:, 0]],
        "y": [round(float(y)) for y in drawing.at[:, 1]],
        "r": [round(float(r)) for r in drawing.radius],
        "group": drawing.group.tolist(),
        "drawn": [i for i, e in enumerate(part.entities) if e["entity_id"] in part.drawn]
        if len(part.drawn) < len(part.entities)
        else None,
        "focus": [i for i, e in enumerate(part.entities) if e["entity_id"] in part.focus],
    }


def _relations(part: Slice, drawing: Drawing, years: dict[str, list[int]]) -> dict[str, Any]:
    kinds = {n: i for i, n in enumerate(load_ontology().relations)}
    return {
        "head": drawing.ends[:, 0].tolist(),
        "tail": drawing.ends[:, 1].tolist(),
        "kind": [kinds[r["type"]] for r in part.relations],
        "support": [r["support"] for r in part.relations],
        "documents": [r["doc_count"] for r in part.relations],
        "sure": "".join(str(tenths(r["confidence"])) for r in part.relations),  # a digit for each
    }


def _years(part: Slice, years: dict[str, list[int]]) -> dict[str, Any]:
    """The distinct sets of years, and the number of its set for each node and relation."""
    ids = [e["entity_id"] for e in part.entities], [r["relation_id"] for r in part.relations]
    sets: dict[tuple[int, ...], int] = {}
    nodes, relations = ([sets.setdefault(tuple(years.get(i, ())), len(sets)) for i in of] for of in ids)
    return {"yearSets": [list(s) for s in sets], "nodeYears": nodes, "relationYears": relations}


def _communities(part: Slice, drawing: Drawing) -> list[dict[str, Any]]:
    """For each community its place, its size, and the nodes that give it its name: regions first, then by relations."""
    members: list[list[int]] = [[] for _ in range(len(drawing.centres))]
    for node, group in enumerate(drawing.group.tolist()):
        members[group].append(node)
    out = []
    for group, nodes in enumerate(members):
        most = max(int(drawing.degree[i]) for i in nodes)

        def worth(i: int, most: int = most) -> tuple[bool, int, int, int]:
            degree = int(drawing.degree[i])
            leads = part.entities[i]["type"] == "Region" and 3 * degree >= most
            return not leads, -degree, -int(part.entities[i]["mention_count"]), i

        top = sorted(nodes, key=worth)[:3]
        x, y = drawing.centres[group]
        place = {"x": round(float(x)), "y": round(float(y)), "reach": round(float(drawing.reaches[group]))}
        out.append(place | {"size": len(nodes), "top": top, "scattered": group == drawing.scattered})
    return out


def _links(drawing: Drawing) -> list[list[int]]:
    """The strongest ties of each community to others: [community, community, pairs of related nodes]."""
    links, weight = community_links(drawing.group, drawing.pairs)
    shown: dict[int, int] = {}
    out = []
    for k in np.lexsort((links[:, 1], links[:, 0], -weight)).tolist():
        a, b = int(links[k, 0]), int(links[k, 1])
        if min(shown.get(a, 0), shown.get(b, 0)) < TIES:
            shown[a], shown[b] = shown.get(a, 0) + 1, shown.get(b, 0) + 1
            out.append([a, b, int(weight[k])])
    return out
