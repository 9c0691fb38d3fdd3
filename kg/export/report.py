"""Charts of regions as one HTML file that works offline: indicators, projects, programmes, enterprises, each with its
sentence. No script is in it: parts fold by themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2

from kg.errors import NotFoundError
from kg.export.regional.charts import bar_chart, line_chart, number, year_grid
from kg.export.regional.gather import STAGES, Gatherer, Project, Region
from kg.export.target import open_target
from kg.export.view.slices import find_regions
from kg.ontology import load_ontology
from kg.tables import Build

STATIC = Path(__file__).parent / "static"
REGIONS = 40  # in one report, when none is named
CHARTS = 12  # of a region that show at once


def write_report(build: Build, target: Path, regions: Sequence[str] = (), least: float = 0.0) -> Path:
    """Write the report of some regions (names or ids), or of those that the build knows most of.

    Facts that are less sure than `least` (0 to 1) are left out.

    Raises:
        NotFoundError: there is no region of a name, or the build knows nothing of any region.
        BuildError: the file cannot be written.
    """
    gatherer = Gatherer(build, least)
    ids = sorted({i for name in regions for i in find_regions(build, name)}) or gatherer.ranked[:REGIONS]
    if not ids:
        way_out = "ask with a lower --least" if least else "build it from reports"
        raise NotFoundError(f"{build.path}: no region has figures, projects or programmes; {way_out}.")
    told = [_page(gatherer.region(i)) for i in ids]
    ontology = load_ontology()
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(STATIC), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"number": number, "money": money}
    text = environment.get_template("report.html").render(
        regions=told,
        left_out=max(0, len(gatherer.ranked) - len(ids)) if not regions else 0,
        stages={n: t.zh for n, t in ontology.enums["ProjectStatus"].items()},
        styles=(STATIC / "report.css").read_text("utf-8"),
    )
    with open_target(target) as file:
        file.write(text.encode())
    return target


def _page(region: Region) -> dict[str, Any]:
    """What the template shows of a region, charts drawn."""
    kinds = load_ontology().kinds
    charted = [s for s in region.series if s.years > 1 or len({f.target for f in s.figures}) > 1]
    campaigns = [n for n in region.campaigns if n.years]
    return {
        "region": region,
        "charts": [(s, line_chart(s)) for s in charted],
        "shown": CHARTS,
        "single": [s for s in region.series if s not in charted],
        "stages": bar_chart(_stages(region.projects)) if any(p.stage for p in region.projects) else "",
        "grid": year_grid(campaigns[:40], {n: k.colour for n, k in kinds.items()}) if campaigns else "",
        "enterprises": [n for n in region.places if n.type == "Enterprise"],
        "zones": [n for n in region.places if n.type == "Zone"],
    }


def _stages(projects: Sequence[Project]) -> list[tuple[str, int, str]]:
    """The bars of the projects' stages: name, projects, and their number and money in words."""
    counted = Counter(p.stage for p in projects if p.stage)
    sums: dict[str | None, float] = defaultdict(float)
    for p in projects:
        sums[p.stage] += p.money or 0
    zh = load_ontology().enums["ProjectStatus"]
    rows = []
    for stage in STAGES:
        if counted[stage]:
            spent = f" · {money(sums[stage])}" if sums[stage] else ""
            rows.append((zh[stage].zh if stage in zh else stage, counted[stage], f"{counted[stage]} 个{spent}"))
    return rows


def money(value: float) -> str:
    """CNY in 亿元 or 万元."""
    return f"{number(round(value / 1e8, 2))} 亿元" if value >= 1e8 else f"{number(round(value / 1e4, 2))} 万元"
