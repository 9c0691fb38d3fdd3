"""Scoring a build against gold documents: precision, recall and F1 of entities, relations, attributes and observations.

An entity matches when the type is the same and one of its surfaces in the document equals, in comparable form, a gold
surface; each gold entity matches once, so a split entity costs precision and a merged one recall. A relation matches
when type, head and tail match and it has evidence in the document. An attribute matches when entity, property and value
match; an observation when value, year, measure and kind do, and in the strict figure the indicator too.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import InputError, NotFoundError
from kg.ontology import load_ontology
from kg.tables import Build, Row

Gold = Mapping[str, Any]

ATTRIBUTES = frozenset({"investment", "area", "capacity", "status", "year", "definition"})
UNSCORED = frozenset({"Document", "Indicator", "part_of"})
_MARKS = re.compile(r"[\s“”\"'‘’「」『』《》〈〉()【】·•]")
_HEADS = {
    "Project": r"(建设项目|项目建设|项目|工程|建设)$",
    "Program": r"(专项整治行动|专项行动|攻坚行动|专项整治|行动计划|行动|活动|工程|计划|工作"
    r"|改革|试点|攻坚战|专项斗争|斗争|战役|战)$",
    "Slogan": r"(战略定位|发展战略|战略|美好蓝图|工作总基调|总基调|发展理念|理念|方针|原则|工作要求"
    r"|要求|目标|格局|机制|思想|精神|定位|企业|标准)$",
    "Industry": r"(产业链|产业集群|产业体系|产业|行业|集群|业)$",
    "Honor": r"(称号|荣誉|单位)$",
}
_FACTOR = {
    "亿元": 1e8,
    "万元": 1e4,
    "亿美元": 7e8,
    "亩": 666.6667,
    "万平方米": 1e4,
    "公顷": 1e4,
    "平方公里": 1e6,
}


@dataclass(slots=True)
class Tally:
    """True positives, false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, other: Tally) -> None:
        self.tp, self.fp, self.fn = self.tp + other.tp, self.fp + other.fp, self.fn + other.fn

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Score:
    """Tallies by table and, within a table, by type: `tables["entities"]["Region"]`; `missing` gold titles."""

    tables: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    missing: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for table, types in other.tables.items():
            for type_, tally in types.items():
                self.tables[table][type_].add(tally)
        self.missing += other.missing

    def total(self, table: str) -> Tally:
        """The tally over all types of a table."""
        total = Tally()
        for tally in self.tables[table].values():
            total.add(tally)
        return total


def evaluate(build: Build, gold_files: Iterable[Path], least: float = 0.0) -> Score:
    """Score a build against gold files; what is less sure than `least` counts as not found.

    Raises:
        InputError: a gold file cannot be read.
        NotFoundError: no gold document is in the build.
    """
    index = _Index(build, least)
    score = Score()
    files = list(gold_files)
    for path in files:
        score.add(score_document(index, _read(path)))
    if len(score.missing) == len(files):
        raise NotFoundError(f"{build.path}: none of the {len(files)} gold documents is in this build (by title).")
    return score


def _read(path: Path) -> Gold:
    try:
        gold: Gold = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            str(path), f"not a gold file ({error})", "give JSON files as the labelling guidelines say"
        ) from None
    return gold


class _Index:
    """The tables of a build by document, without facts that are less sure than `least`."""

    def __init__(self, build: Build, least: float) -> None:
        self.least = least
        self.titles: dict[str, str] = {_squeeze(d["title"]): d["doc_id"] for d in build.rows("documents")}
        self.entities = {e["entity_id"]: e["type"] for e in build.rows("entities")}
        self.relations = {r["relation_id"]: r for r in build.rows("relations")}
        self.mentions = _by_document(build.rows("mentions"))
        self.evidence = _by_document(build.surer("evidence", least))
        self.attributes = _by_document(build.surer("attributes", least))
        self.observations = _by_document(build.surer("observations", least))

    def document(self, title: str) -> str | None:
        wanted = _squeeze(title)
        if wanted in self.titles:
            return self.titles[wanted]
        return next((d for t, d in self.titles.items() if t and (t in wanted or wanted in t)), None)


def _by_document(rows: Sequence[Row]) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        out[row["doc_id"]].append(row)
    return out


def _squeeze(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


def score_document(index: _Index, gold: Gold) -> Score:
    """The score of one gold document."""
    score = Score()
    doc = index.document(gold["title"])
    if doc is None:
        score.missing.append(gold["title"])
        doc = ""
    found: dict[str, tuple[str, set[str]]] = {}
    sure = {m["entity_id"] for m in index.mentions[doc] if m["confidence"] >= index.least}
    for m in index.mentions[doc]:
        if m["entity_id"] not in sure:
            continue
        type_ = index.entities[m["entity_id"]]
        if type_ not in UNSCORED:
            found.setdefault(m["entity_id"], (type_, set()))[1].add(m["surface"])
    match = _match(gold["entities"], found)
    hit = set(match.values())
    for entity_id, (type_, _) in found.items():
        score.tables["entities"][type_].add(Tally(tp=1) if entity_id in match else Tally(fp=1))
    for e in gold["entities"]:
        if e["id"] not in hit:
            score.tables["entities"][e["type"]].fn += 1
    _score_relations(score, index, doc, gold, match)
    _score_attributes(score, index, doc, gold, match)
    _score_observations(score, index.observations[doc], gold["observations"])
    return score


def _score_relations(score: Score, index: _Index, doc: str, gold: Gold, match: dict[str, str]) -> None:
    open_ = {(r["head"], r["rel"], r["tail"]) for r in gold["relations"]}
    scored = set(load_ontology().relations) - UNSCORED
    for relation_id in sorted({e["relation_id"] for e in index.evidence[doc]}):
        r = index.relations[relation_id]
        if r["type"] not in scored:
            continue
        key = (match.get(r["head_id"], ""), r["type"], match.get(r["tail_id"], ""))
        score.tables["relations"][r["type"]].add(Tally(tp=1) if key in open_ else Tally(fp=1))
        open_.discard(key)
    for _, type_, _ in open_:
        score.tables["relations"][type_].fn += 1


def _score_attributes(score: Score, index: _Index, doc: str, gold: Gold, match: dict[str, str]) -> None:
    wanted = {(a["entity"], a["attr"], _value(a["attr"], a["value"], a.get("unit"))) for a in gold["attributes"]}
    got = {
        (match.get(a["entity_id"], a["entity_id"]), a["property"], _value(a["property"], a["value"], a["unit"]))
        for a in index.attributes[doc]
        if a["property"] in ATTRIBUTES
    }
    for _, property_, _ in got & wanted:
        score.tables["attributes"][property_].tp += 1
    for _, property_, _ in got - wanted:
        score.tables["attributes"][property_].fp += 1
    for _, property_, _ in wanted - got:
        score.tables["attributes"][property_].fn += 1


def _score_observations(score: Score, found: Sequence[Row], gold: Sequence[Mapping[str, Any]]) -> None:
    a, b = Counter(map(_figure, gold)), Counter(map(_figure, found))
    tp = (a & b).total()
    score.tables["observations"]["all"] = Tally(tp, b.total() - tp, a.total() - tp)
    left, strict = list(gold), Tally()
    for o in found:
        same = (g for g in left if _figure(g) == _figure(o) and _same_indicator(g["indicator"], o["indicator"]))
        if (hit := next(same, None)) is None:
            strict.fp += 1
        else:
            strict.tp += 1
            left.remove(hit)
    strict.fn = len(left)
    score.tables["observations strict"]["all"] = strict


def _figure(o: Mapping[str, Any]) -> tuple[int, float, str, str]:
    return o["year"], round(float(o["value"]), 4), o["measure"], o["kind"]


def _same_indicator(a: str, b: str) -> bool:
    a, b = (
        _squeeze(re.sub(r"[(（].*?[)）]|增速|增长率?|总额|总量|完成|实现|全市|全县|全区|全镇", "", x)) for x in (a, b)
    )
    return a == b or (min(len(a), len(b)) >= 2 and (a in b or b in a))


def comparable(type_: str, surface: str) -> str:
    """A surface without marks and without the head words that labels of its type do not fix."""
    surface = _MARKS.sub("", surface)
    if pattern := _HEADS.get(type_):
        for _ in range(2):
            shorter = re.sub(pattern, "", surface)
            if len(shorter) < 2:
                break
            surface = shorter
    return surface


def _match(gold: Sequence[Mapping[str, Any]], found: Mapping[str, tuple[str, set[str]]]) -> dict[str, str]:
    """{entity id: gold id}, those with most surfaces first."""
    index: dict[tuple[str, str], list[str]] = defaultdict(list)
    for g in gold:
        for surface in sorted({*g["mentions"], g["name"]}):
            index[g["type"], comparable(g["type"], surface)].append(g["id"])
    out: dict[str, str] = {}
    used: set[str] = set()
    for entity_id, (type_, surfaces) in sorted(found.items(), key=lambda kv: (-len(kv[1][1]), kv[0])):
        for surface in sorted(surfaces, key=lambda s: (-len(s), s)):
            if free := [g for g in index.get((type_, comparable(type_, surface)), []) if g not in used]:
                out[entity_id] = free[0]
                used.add(free[0])
                break
    return out


def _value(property_: str, value: object, unit: str | None) -> str:
    """One comparable form for a labelled or a found value."""
    if property_ in ("investment", "area"):
        try:
            return f"{float(str(value)) * _FACTOR.get(unit or '', 1.0):.3g}"
        except ValueError:
            return str(value)
    if property_ == "definition":
        return re.sub(r"\W", "", str(value))[:20]
    if property_ == "year":
        return str(value)[:4]
    return _squeeze(str(value))
