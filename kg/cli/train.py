"""kg train."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from kg.cli.output import talk
from kg.export.target import check_targets

_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
_FILE = click.Path(path_type=Path, exists=True)


@click.command("train")
@click.argument("texts", type=_FOLDER)
@click.argument("gold", nargs=-1, type=_FOLDER)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The folder to write the models to."
)
@click.option("--marked", multiple=True, type=_FILE, help="Texts with marks around names: a file, or a folder of .txt.")
@click.option("--without", default="", metavar="NAMES", help="Gold files to leave out, separated by commas.")
@click.option("--keep", type=click.Path(path_type=Path), help="Keep the fold models here; those there are used again.")
@click.option("--from", "onward", metavar="FOLDER", help="Learn on from the models there (shipped: the program's own).")
@click.option("--force", is_flag=True, help="Replace models that are there.")
def command(
    texts: Path,
    gold: tuple[Path, ...],
    output: Path,
    marked: tuple[Path, ...],
    without: str,
    keep: Path | None,
    onward: str | None,
    force: bool,
) -> None:
    """Learn the models of names from labelled texts.

    TEXTS is the folder of the texts that the gold files name, GOLD are folders of gold files (JSON). With --from
    give documents that those models did not learn from: of others they know the names by heart, and would be trusted
    too much.

    Example: kg train texts/ gold/ --marked mine.txt -o models, then kg build texts/ -o build --models models
    """
    from kg.extract.models import ARBITRATION, FOLDER, TAGGER
    from kg.train import train_models

    check_targets(output / TAGGER, output / ARBITRATION, force=force)
    files = [f for m in marked for f in (sorted(m.glob("*.txt")) if m.is_dir() else [m])]
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    begin = FOLDER if onward == "shipped" else Path(onward) if onward else None
    train_models(texts, gold, output, marked=files, without=without.split(","), keep=keep, onward=begin, warn=_warn)
    click.echo(f"models: {output}")


def _warn(warning: str) -> None:
    talk().print(f"warning: {warning}", style="yellow", markup=False)
