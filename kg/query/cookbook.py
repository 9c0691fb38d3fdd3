"""The cookbook: questions that analysts ask, as parameterised Cypher in `recipes/NAME.cypher`.

A recipe begins with comments: what it answers in Chinese, then in English, then a line `// $name what, for example
VALUE` (JSON) for each parameter. A new recipe is one more file.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import NotFoundError, QueryError

FOLDER = Path(__file__).resolve().parent / "recipes"

_PARAMETER = re.compile(r"// \$(\w+) (.*), for example (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a recipe: what it is, and a value of the packaged sample."""

    name: str
    what: str
    example: Any


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question with its Cypher."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    query: str

    @property
    def examples(self) -> dict[str, Any]:
        """Values for all parameters that the packaged sample answers."""
        return {p.name: p.example for p in self.parameters}

    def check(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters as given; a number is a text where the recipe asks for a text (a title with 2022).

        Raises:
            QueryError: one is missing, unknown or no number where one is needed; the message shows the call.
        """
        names = [p.name for p in self.parameters]
        call = " ".join([f"--recipe {self.name}", *(f"--param {p.name}={p.example}" for p in self.parameters)])
        if missing := [n for n in names if n not in given]:
            raise QueryError(f"recipe {self.name} needs {', '.join(missing)}; for example: {call}.")
        if unknown := sorted(set(given) - set(names)):
            raise QueryError(f"recipe {self.name} knows no {', '.join(unknown)}; for example: {call}.")
        numbers = [p.name for p in self.parameters if isinstance(p.example, int)]
        if wrong := [n for n in numbers if type(given[n]) is not int]:
            raise QueryError(f"recipe {self.name} needs a whole number for {', '.join(wrong)}; for example: {call}.")
        texts = {p.name for p in self.parameters if isinstance(p.example, str)}
        return {n: str(v) if n in texts and type(v) in (int, float) else v for n, v in given.items()}


def recipes() -> dict[str, Recipe]:
    """All recipes by name."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.cypher"))}


def recipe(name: str) -> Recipe:
    """One recipe.

    Raises:
        NotFoundError: there is none of this name; the message offers the nearest.
    """
    path = FOLDER / f"{name}.cypher"
    if re.fullmatch(r"\w+", name) and path.is_file():
        return _read(path)
    names = [p.stem for p in sorted(FOLDER.glob("*.cypher"))]
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    offer = f"did you mean {' or '.join(near)}?" if near else "kg cypher --recipes lists them."
    raise NotFoundError(f"there is no recipe “{name}”; {offer}")


def _read(path: Path) -> Recipe:
    text = path.read_text("utf-8")
    comments = [line for line in text.splitlines() if line.startswith("// ")]
    parameters = tuple(
        Parameter(m[1], m[2], json.loads(m[3])) for line in comments[2:] if (m := _PARAMETER.fullmatch(line))
    )
    query = "\n".join(line for line in text.splitlines() if not line.startswith("// "))
    return Recipe(path.stem, comments[0][3:], comments[1][3:], parameters, query)
