"""What marks a graph of ours in a database that others use too: its name, and properties on all that belongs to it."""

from __future__ import annotations

import hashlib
import re

from kg.errors import GraphNameError
from kg.tables import Build
from kg.version import __version__

GRAPH = "default"
LONGEST_NAME = 100  # characters
MARKS = ("kg_graph", "kg_hash", "kg_keys")

_NAME = re.compile(r"[^\W_](?:[\w.·()（） -]*[\w.·()（）-])?")


def graph_name(name: str) -> str:
    """The name, when a graph may be called so: letters of any script, digits, blanks inside, and `- _ . · ( ) （ ）`.

    Example: `株洲 2021`, `default`, `长沙（试）`; but not `it's`, `a\\b`, `-x`, nor nothing at all.

    Raises:
        GraphNameError: it is none of these.
    """
    if len(name) <= LONGEST_NAME and _NAME.fullmatch(name):
        return name
    shown = name if len(name) <= LONGEST_NAME else f"{name[:20]}…"
    raise GraphNameError(
        f"{ascii(shown) if not shown.isprintable() else f'“{shown}”'} is no name for a graph; take 1 to {LONGEST_NAME} "
        "letters (of any script), digits, blanks and - _ . · ( ), and begin with a letter or a digit."
    )


def signature(build: Build) -> dict[str, str]:
    """What the node of the graph says of the build that it holds."""
    manifest = (build.path / "manifest.json").read_bytes()
    return {"build": hashlib.sha256(manifest).hexdigest()[:16], "program": __version__}
