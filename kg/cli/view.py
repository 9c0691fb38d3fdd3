"""kg view."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import click

from kg.cli.known import PLACES, as_known
from kg.cli.least import least_option
from kg.cli.output import tell_written
from kg.export.chromium import find_chromium
from kg.export.html import TITLE, ViewOptions, write_view
from kg.export.png import write_png
from kg.export.svg import write_svg
from kg.export.target import check_targets
from kg.tables import Build


class _Years(click.ParamType[tuple[int, int]]):
    """2021, or 2019..2021."""

    name = "YEARS"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        found = re.fullmatch(r"(\d{4})(?:(?:\.\.|-|–)(\d{4}))?", value)
        if not found:
            self.fail(f"“{value}” is neither a year nor years like 2019..2021.", param, ctx)
        first, last = int(found[1]), int(found[2] or found[1])
        return min(first, last), max(first, last)


@click.command("view")
@click.argument("build")
@click.option("-o", "--output", metavar="FILE", help="The page to write; - is standard output.")
@click.option("--png", metavar="FILE", help="Write a picture of the page too, by Chromium.")
@click.option("--svg", metavar="FILE", help="Write a drawing for print too.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
@click.option("--focus", metavar="NAME", help="Only what is related to this thing (a name, an alias, an id).")
@click.option("--hops", default=2, show_default=True, type=click.IntRange(0), help="How many relations away.")
@click.option("--max-nodes", default=5000, show_default=True, type=click.IntRange(1), help="Draw so many at once.")
@click.option("--region", metavar="NAME", help="Only this region, what lies in it, and what these are related to.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only this type (Project, 项目); repeatable.")
@click.option("--relation", "relations", multiple=True, metavar="NAME", help="Only this relation; repeatable.")
@click.option("--year", "years", type=_Years(), help="Only what is said of this year, or of years: 2019..2021.")
@click.option("--min-support", default=1, show_default=True, type=click.IntRange(1), help="Evidence at least.")
@least_option("Only relations that are at least so sure.")
@click.option("--title", default=TITLE, show_default=True, help="The page's title.")
@click.option("--english", is_flag=True, help="English buttons at first (the page can switch).")
def command(
    build: str,
    output: str | None,
    png: str | None,
    svg: str | None,
    force: bool,
    focus: str | None,
    hops: int,
    max_nodes: int,
    region: str | None,
    types: tuple[str, ...],
    relations: tuple[str, ...],
    years: tuple[int, int] | None,
    min_support: int,
    least: float,
    title: str,
    english: bool,
) -> None:
    """Write a page to look at a build: one file that works offline. Or a picture of it.

    Example: kg view build -o view.html --focus 旗滨玻璃 --hops 2
    """
    files = [file for file in (output, png, svg) if file]
    if not files:
        raise click.UsageError("say where to write the page (-o), a picture (--png) or a drawing (--svg).")
    check_targets(*map(Path, files), force=force)
    tables = Build(build)
    options = ViewOptions(
        focus=as_known(tables, focus) if focus else None,
        hops=hops,
        max_nodes=max_nodes,
        region=as_known(tables, region, PLACES) if region else None,
        types=types,
        relations=relations,
        years=years,
        min_support=min_support,
        least=least,
        title=title,
        language="en" if english else "zh",
    )
    if output:
        write_view(tables, Path(output), options)
    if png:
        find_chromium()  # before the work
        with tempfile.TemporaryDirectory() as folder:
            write_png(write_view(tables, Path(folder) / "view.html", options), Path(png))
    if svg:
        write_svg(tables, Path(svg), options)
    tell_written(*files)
