"""The SPARQL recipes: `recipes/NAME.rq`, each with a title in its first line and its parameters below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import NotFoundError

FOLDER = Path(__file__).with_name("recipes")
_PARAMETER = re.compile(r"^# \?(\w+) = (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A query with a title; `parameters` are the values that its variables have when the user gives none."""

    name: str
    title: str
    query: str
    parameters: dict[str, str]


def recipes() -> dict[str, Recipe]:
    """All recipes by name."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.rq"))}


def recipe(name: str) -> Recipe:
    """One recipe.

    Raises:
        NotFoundError: there is none of this name; the message lists those that there are.
    """
    known = recipes()
    if name not in known:
        raise NotFoundError(f"there is no recipe “{name}”; there are {', '.join(known)}.")
    return known[name]


def _read(path: Path) -> Recipe:
    query = path.read_text("utf-8")
    title = query.partition("\n")[0].removeprefix("# ")
    return Recipe(path.stem, title, query, dict(_PARAMETER.findall(query)))
