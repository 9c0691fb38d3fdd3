"""kg evaluate."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.cli.least import least_option
from kg.cli.output import print_rows
from kg.errors import InputError
from kg.evaluate import Score, evaluate
from kg.tables import Build

TABLES = ("entities", "relations", "attributes", "observations", "observations strict")


@click.command("evaluate")
@click.argument("build")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--by-type", is_flag=True, help="A line for each type as well.")
@least_option()
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
def command(build: str, gold: tuple[Path, ...], by_type: bool, least: float, as_json: bool) -> None:
    """Score a build against hand-labelled documents.

    GOLD are JSON files, or folders of them. Example: kg evaluate build gold/ --least 0.8
    """
    files = [f for g in gold for f in (sorted(g.glob("*.json")) if g.is_dir() else [g])]
    if not files:
        raise InputError(", ".join(map(str, gold)), "no gold files (*.json) are there", "name a folder that holds some")
    score = evaluate(Build(build), files, least)
    for title in score.missing:
        click.echo(f"not in this build: {title}", err=True)
    print_rows(score_rows(score, by_type=by_type), as_json=as_json)


def score_rows(score: Score, *, by_type: bool) -> list[dict[str, object]]:
    """The figures of a score as rows to print."""
    rows: list[dict[str, object]] = []
    for table in TABLES:
        tallies = [("all", score.total(table))]
        if by_type and len(score.tables[table]) > 1:
            tallies = [*sorted(score.tables[table].items()), *tallies]
        for type_, t in tallies:
            figures = {"precision": round(t.precision, 3), "recall": round(t.recall, 3), "f1": round(t.f1, 3)}
            rows.append({"table": table, "type": type_, **figures, "tp": t.tp, "fp": t.fp, "fn": t.fn})
    return json.loads(json.dumps(rows))  # type: ignore[no-any-return]
