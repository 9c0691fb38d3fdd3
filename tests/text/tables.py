"""Case tables: TSV files that anybody can extend."""

from __future__ import annotations

import csv
from pathlib import Path


def cases(name: str) -> list[dict[str, str]]:
    """The rows of tests/text/NAME.tsv; lines that start with # are notes."""
    lines = Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines()
    return list(csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t"))
