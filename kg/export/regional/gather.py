"""What a build knows of one region: figures by year, projects by stage, programmes by year, enterprises and zones."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from kg.export.view.page import label
from kg.export.view.quotes import quote
from kg.export.view.slices import BELOW, known_years
from kg.ontology import load_statistics
from kg.tables import Build, Row

STAGES = ("planned", "signed", "started", "building", "completed", "operating")


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence in three parts (before the words it is quoted for, these, after them), with title, year and link."""

    before: str
    words: str
    after: str
    title: str
    year: int | None
    link: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A value of an indicator; `target` when it is one."""

    year: int
    value: float
    unit: str
    target: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one indicator in one unit, level or growth, by year."""

    indicator: str
    growth: bool
    unit: str
    figures: tuple[Figure, ...]

    @property
    def years(self) -> int:
        return len({f.year for f in self.figures})


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its latest stage and the largest investment that is said of it (CNY)."""

    name: str
    stage: str | None
    year: int | None
    money: float | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Named:
    """A programme, slogan, enterprise or zone with the years in which documents speak of it, and one sentence."""

    name: str
    type: str
    years: tuple[int, ...]
    weight: int
    source: Source | None


@dataclass(frozen=True, slots=True)
class Region:
    """All that a report tells of one region; lists are ordered, the most telling first."""

    id: str
    name: str
    documents: int
    series: tuple[Series, ...]
    projects: tuple[Project, ...]
    campaigns: tuple[Named, ...]
    places: tuple[Named, ...]


class Gatherer:
    """Reads the tables once, then tells of any region.

    Args:
        build: the build directory.
        least: leave out facts that are less sure, 0 to 1.

    Attributes:
        ranked: ids of the regions and zones with figures, projects or programmes, those with most first.
    """

    def __init__(self, build: Build, least: float = 0.0) -> None:
        self._documents = {d["doc_id"]: d for d in build.rows("documents")}
        self._entities = {e["entity_id"]: e for e in build.rows("entities")}
        self._years = known_years(build)
        self._observations: dict[str, list[Row]] = defaultdict(list)
        for o in build.surer("observations", least):
            self._observations[o["region_id"]].append(o)
        self._attributes: dict[str, list[Row]] = defaultdict(list)
        for a in build.surer("attributes", least):
            self._attributes[a["entity_id"]].append(a)
        self._evidence: dict[str, Row] = {}
        for e in build.rows("evidence"):
            best = self._evidence.get(e["relation_id"])
            if best is None or e["confidence"] > best["confidence"]:
                self._evidence[e["relation_id"]] = e
        self._from: dict[str, list[Row]] = defaultdict(list)
        self._below: dict[str, list[Row]] = defaultdict(list)
        for r in build.surer("relations", least):
            self._from[r["head_id"]].append(r)
            if r["type"] in BELOW:
                self._below[r["tail_id"]].append(r)
        about: dict[str, int] = defaultdict(int)
        for d in self._documents.values():
            if d["region_id"]:
                about[d["region_id"]] += 1
        self._about = dict(about)
        places = [i for i, e in self._entities.items() if e["type"] in ("Region", "Zone")]
        worth = {i: len(self._observations[i]) + len(self._below[i]) + len(self._campaigns(i)) for i in places}
        least_worth = min(3, max(worth.values(), default=0))  # of a few texts each place counts
        self.ranked = sorted((i for i in places if worth[i] >= max(1, least_worth)), key=lambda i: (-worth[i], i))

    def _campaigns(self, id_: str) -> list[Row]:
        """The relations of a place to its programmes and slogans."""
        return [r for r in self._from[id_] if r["type"] in ("implements", "promotes")]

    def region(self, id_: str) -> Region:
        """Everything about a region or zone; what lies in its parts counts for it too.

        A project that no document gives a place counts where the enterprise that undertakes it is.
        """
        inside: dict[str, Row] = {}
        todo = [id_]
        while todo:
            for r in self._below[todo.pop()]:
                if r["head_id"] not in inside and r["head_id"] != id_:
                    inside[r["head_id"]] = r
                    if self._entities[r["head_id"]]["type"] in ("Region", "Zone"):
                        todo.append(r["head_id"])
        for firm in list(inside):
            for r in self._from[firm]:
                if r["type"] == "undertakes" and not any(x["type"] in BELOW for x in self._from[r["tail_id"]]):
                    inside.setdefault(r["tail_id"], r)
        projects = [self._project(i, r) for i, r in inside.items() if self._entities[i]["type"] == "Project"]
        projects.sort(key=lambda p: (-(p.money or 0), p.stage is None, -(p.year or 0), p.name))
        campaigns = [self._named(r["tail_id"], r) for r in self._campaigns(id_)]
        campaigns.sort(key=lambda n: (n.years[:1] or (9999,), -n.weight, n.name))
        kinds = ("Enterprise", "Zone")
        places = [self._named(i, r) for i, r in inside.items() if self._entities[i]["type"] in kinds]
        places.sort(key=lambda n: (n.type, -n.weight, n.name))
        name, about = label(self._entities[id_]["name"]), self._about.get(id_, 0)
        return Region(id_, name, about, self._series(id_), tuple(projects), tuple(campaigns), tuple(places))

    def _series(self, id_: str) -> tuple[Series, ...]:
        groups: dict[tuple[str, bool, str], list[Row]] = defaultdict(list)
        standard = load_statistics().standard
        for o in self._observations[id_]:
            groups[(standard(o["indicator"]), o["measure"] == "growth", o["unit"])].append(o)
        out = []
        for (indicator, growth, unit), rows in groups.items():
            rows.sort(key=lambda o: (o["year"], o["kind"], -o["confidence"], o["doc_id"], o["start"]))
            figures: dict[tuple[int, str, float], Figure] = {}
            for o in rows:
                figure = Figure(o["year"], o["value"], o["unit"], o["kind"] == "target", self._source(o))
                figures.setdefault((o["year"], o["kind"], o["value"]), figure)
            out.append(Series(indicator, growth, unit, tuple(figures.values())))
        return tuple(sorted(out, key=lambda s: (-s.years, -len(s.figures), s.indicator, s.growth, s.unit)))

    def _project(self, id_: str, relation: Row) -> Project:
        said = self._attributes[id_]
        stages = [a for a in said if a["property"] == "status" and a["value"] in STAGES]
        stages.sort(key=lambda a: (a["year"] or 0, STAGES.index(a["value"]), a["confidence"], a["doc_id"], a["start"]))
        money = [a for a in said if a["property"] == "investment" and a["number"] is not None]
        money.sort(key=lambda a: (a["number"], a["doc_id"], a["start"]))
        shown = money[-1] if money else stages[-1] if stages else self._evidence.get(relation["relation_id"])
        return Project(
            label(self._entities[id_]["name"]),
            stages[-1]["value"] if stages else None,
            stages[-1]["year"] if stages else self._entities[id_]["last_year"],
            money[-1]["number"] if money else None,
            self._source(shown) if shown else None,
        )

    def _named(self, id_: str, relation: Row) -> Named:
        entity, evidence = self._entities[id_], self._evidence.get(relation["relation_id"])
        years = tuple(self._years.get(relation["relation_id"], ()))
        source = self._source(evidence) if evidence else None
        return Named(label(entity["name"]), entity["type"], years, entity["mention_count"], source)

    def _source(self, row: dict[str, Any]) -> Source:
        document = self._documents[row["doc_id"]]
        whole = row.get("head_start") is None or row.get("tail_start") is None
        mark = (row["start"], row["end"]) if whole else (row["head_start"], row["head_end"])
        sentence, (start, end) = quote(document["text"], row["start"], row["end"], [mark])
        link = document["source"] if document["source"].startswith(("https://", "http://")) else ""
        title, year = document["title"], row.get("year") or document["year"]
        return Source(sentence[:start], sentence[start:end], sentence[end:], title, year, link)
