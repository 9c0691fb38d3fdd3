"""The ontology itself: OWL, SHACL and its page, the same whatever the build."""

from __future__ import annotations

from pathlib import Path

from kg.export import ExportOptions
from kg.export.target import open_target
from kg.ontology.model import FOLDER
from kg.tables import Build

GENERATED = FOLDER.parent / "generated"


def write_owl(build: Build, target: Path, options: ExportOptions) -> None:
    """The ontology in OWL 2 DL, in Turtle."""
    _copy("kg.owl.ttl", target)


def write_shacl(build: Build, target: Path, options: ExportOptions) -> None:
    """The SHACL shapes that a build's RDF conforms to, in Turtle."""
    _copy("kg.shacl.ttl", target)


def write_page(build: Build, target: Path, options: ExportOptions) -> None:
    """The page that says in Chinese and in English what each class, property and value is; made by pyLODE."""
    _copy("kg.html", target)


def _copy(name: str, target: Path) -> None:
    with open_target(target) as file:
        file.write((GENERATED / name).read_bytes())
