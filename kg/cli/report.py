"""kg report."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.known import PLACES, as_known
from kg.cli.least import least_option
from kg.cli.output import tell_written
from kg.export.report import write_report
from kg.export.target import check_targets
from kg.tables import Build


@click.command("report")
@click.argument("build")
@click.option("-o", "--output", required=True, metavar="FILE", help="The page to write; - is standard output.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option("--region", "regions", multiple=True, metavar="NAME", help="Only this region or zone; repeatable.")
@least_option()
def command(build: str, output: str, force: bool, regions: tuple[str, ...], least: float) -> None:
    """Write charts of regions: figures, projects, programmes, each with its sentence. One file that works offline.

    Example: kg report build -o report.html --region 株洲市
    """
    check_targets(Path(output), force=force)
    tables = Build(build)
    write_report(tables, Path(output), [as_known(tables, name, PLACES) for name in regions], least)
    tell_written(output)
