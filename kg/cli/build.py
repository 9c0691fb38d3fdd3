"""kg build."""

from __future__ import annotations

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.cli.output import counts_table, talk
from kg.pipeline import Summary, build


@click.command("build")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", required=True, metavar="BUILD", help="The build directory to write.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read documents (default: by input size).")
@click.option("--force", is_flag=True, help="Replace a build that is there.")
@click.option("--skip-errors", is_flag=True, help="Go on past inputs that cannot be read.")
def command(inputs: tuple[str, ...], output: str, workers: int | None, force: bool, skip_errors: bool) -> None:
    """Read files and folders of texts and write a build directory.

    Example: kg build texts/ -o build
    """
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
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    report(summary, output)


def report(summary: Summary, output: str) -> None:
    """Print what a build read and found."""
    console = talk()
    rows = [(group, kind, n) for group, kinds in summary.counts.items() for kind, n in kinds.items()]
    console.print(counts_table(f"{output}", rows))
    for problem in summary.problems:
        console.print(f"not read: {problem.message}", style="red", markup=False)
