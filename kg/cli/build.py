"""kg build."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.cli.output import counts_table, talk

if TYPE_CHECKING:
    from kg.pipeline import Problem, Summary

_SHOWN = 5  # files that are left out, of each reason
_LINES = 20  # notes, or files that were not read


@click.command("build")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("-o", "--output", required=True, metavar="BUILD", help="The build directory to write.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read documents (default: by input size).")
@click.option("--force", is_flag=True, help="Replace a build that is there.")
@click.option("--skip-errors", is_flag=True, help="Go on past inputs that cannot be read.")
@click.option("--models", metavar="FOLDER", help="Models that kg train wrote (default: those of the program).")
@click.option("--files-from", type=click.File("r"), metavar="LIST", help="A file that names inputs, one a line.")
@click.option("--time-limit", type=click.FloatRange(min=1), default=120, show_default=True, help="Seconds for a file.")
@click.option(
    "--memory-limit",
    type=click.IntRange(min=500),
    default=8000,
    show_default=True,
    help="MB for a file; plain text takes some 200 for each of its MB, dense tables and lists up to ten times that.",
)
def command(
    inputs: tuple[str, ...],
    output: str,
    workers: int | None,
    force: bool,
    skip_errors: bool,
    models: str | None,
    files_from: TextIO | None,
    time_limit: float,
    memory_limit: int,
) -> None:
    """Read files and folders of documents and write a build directory.

    INPUT is a file, a folder, an archive, or - for standard input. Example: kg build texts/ -o build

    The time for a file is the limit and a minute more for each MB of it.
    """
    from kg.pipeline import build  # all rules: two seconds that help and wrong options need not wait
    from kg.pipeline.crew import Limits

    if files_from is not None:
        inputs = (*inputs, *(line.rstrip("\r\n") for line in files_from if line.strip()))
    if not inputs:
        raise click.UsageError("Name an input: a file, a folder, an archive, or - for standard input.")
    console = talk()
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        summary = build(
            inputs,
            output,
            workers=workers,
            force=force,
            skip_errors=skip_errors,
            models=models,
            limits=Limits(seconds=time_limit, memory=memory_limit * 1_000_000),
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    report(summary, output)


def report(summary: Summary, output: str) -> None:
    """Print what a build read and found."""
    console = talk()
    rows = [(group, kind, n) for group, kinds in summary.counts.items() for kind, n in kinds.items()]
    console.print(counts_table(f"{output}", rows))
    _some(console, [f"not read: {problem.message}" for problem in summary.problems], "red", output)
    _some(console, [f"note: {note.source}: {note.message}" for note in summary.notes], "yellow", output)
    _skipped(console, summary.skipped)


def _some(console: Console, lines: list[str], style: str, output: str) -> None:
    """The first of many lines, and where the others stand."""
    for line in lines[:_LINES]:
        console.print(line, style=style, markup=False, soft_wrap=True)
    if (more := len(lines) - _LINES) > 0:
        console.print(f"and {more:,} more like these, in {output}/manifest.json", style=style, markup=False)


def _skipped(console: Console, skipped: list[Problem]) -> None:
    """Name what folders held besides: each reason with its count and its first files; the manifest has all."""
    by_reason: dict[str, list[str]] = {}
    for one in skipped:
        by_reason.setdefault(one.message, []).append(one.source)
    for reason, names in sorted(by_reason.items()):
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        console.print(f"left out ({reason}): {', '.join(names[:_SHOWN])}{more}", style="yellow", markup=False)
