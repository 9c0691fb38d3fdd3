"""kg validate."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.output import print_rows, talk
from kg.tables import Build


@click.command("validate")
@click.argument("what", metavar="BUILD|FILE", type=click.Path(exists=True))
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
def command(what: str, as_json: bool) -> None:
    """Check a build, or a file of RDF, against the SHACL shapes. Exit code 1 when there are faults.

    Example: kg validate build
    """
    from kg.query.validate import validate

    path = Path(what)
    faults = validate(Build(path) if path.is_dir() else path)
    if not faults:
        talk().print(f"{what}: conforms to the shapes")
        return
    rows = [
        {
            "faults": f.count,
            "shape": f.shape,
            "constraint": f.constraint,
            "what is wrong": f.message,
            "for example": "\n".join(f.examples),
        }
        for f in faults
    ]
    print_rows(rows, as_json=as_json)
    sys.exit(1)
