"""kg push."""

from __future__ import annotations

from typing import Any

import click
from rich import box
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from kg.cli.output import talk
from kg.cli.server import server_of, server_options
from kg.export.neo4j import push
from kg.export.neo4j_marks import GRAPH
from kg.tables import Build


@click.command("push")
@click.argument("build")
@server_options(required=True)
@click.option("--graph", default=GRAPH, show_default=True, help="Keeps several graphs in one database apart.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def command(build: str, graph: str, as_json: bool, **server: Any) -> None:
    """Make a graph in a Neo4j equal to a build: what changed is written, what vanished is removed.

    What others added to the database stays. The password comes from NEO4J_PASSWORD, --password-file or a prompt.

    Example: kg push build --uri bolt://localhost:7687
    """
    opened, target = Build(build), server_of(**server)
    console = talk()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("comparing", total=None)

        def progress(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total or None)

        summary = push(opened, target, graph=graph, progress=progress)
    if as_json:
        import json
        from dataclasses import asdict

        click.echo(json.dumps(asdict(summary), ensure_ascii=False, sort_keys=True))
        return
    table = Table(title=f"{target.uri} {graph}", box=box.SIMPLE_HEAD, show_edge=False, title_justify="left")
    table.add_column("")
    for name in ("created", "changed", "untouched", "removed", "kept for others"):
        table.add_column(name, justify="right")
    for name, t in (("nodes", summary.nodes), ("relationships", summary.relationships)):
        table.add_row(name, *(f"{n:,}" for n in (t.created, t.changed, t.untouched, t.removed, t.released)))
    console.print(table)
