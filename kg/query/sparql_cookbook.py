"""The SPARQL twins of the cookbook: `recipes/NAME.rq`, each with the same rows as its Cypher.

A recipe begins with comments: what it answers in Chinese, then in English, then a line `# $name what, for example
VALUE` (JSON) for each parameter, which stands in the query as `VALUES ?x { $name }`.
"""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import NotFoundError

FOLDER = Path(__file__).resolve().parent / "recipes"

_PARAMETER = re.compile(r"^# \$(\w+) (.*), for example (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SparqlRecipe:
    """A question with its SPARQL; `examples` has a value of the packaged sample for each parameter."""

    name: str
    zh: str
    en: str
    examples: dict[str, Any]
    query: str


def sparql_recipes() -> dict[str, SparqlRecipe]:
    """All recipes by name."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.rq"))}


def sparql_recipe(name: str) -> SparqlRecipe:
    """One recipe.

    Raises:
        NotFoundError: there is none of this name; the message offers the nearest.
    """
    known = sparql_recipes()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
    offer = f"did you mean {' or '.join(near)}?" if near else "kg sparql --recipes lists them."
    raise NotFoundError(f"there is no recipe “{name}”; {offer}")


def _read(path: Path) -> SparqlRecipe:
    text = path.read_text("utf-8")
    zh, en = (line.removeprefix("# ") for line in text.splitlines()[:2])
    return SparqlRecipe(path.stem, zh, en, {n: json.loads(v) for n, _, v in _PARAMETER.findall(text)}, text)
