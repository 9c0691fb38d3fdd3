"""The cookbook: questions that analysts ask, as parameterised queries in `recipes/`.

NAME.cypher is a recipe in Cypher; many have a twin NAME.rq in SPARQL with the same rows. A recipe begins with comments:
what it answers in Chinese, then in English, then for each parameter a line `// $name what, for example VALUE` (JSON).
In SPARQL comments begin with #, and a parameter stands in the query as `VALUES ?x { $name }`. A new recipe is one more
file.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kg.errors import NotFoundError, QueryError

FOLDER = Path(__file__).resolve().parent / "recipes"

Language = Literal["cypher", "sparql"]
_FORMS: Mapping[Language, tuple[str, str]] = {"cypher": (".cypher", "// "), "sparql": (".rq", "# ")}  # and its comments
_PARAMETER = re.compile(r"\$(\w+) (.*), for example (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a recipe: what it is, and a value of the packaged sample."""

    name: str
    what: str
    example: Any


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question with its query."""

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


def recipes(language: Language = "cypher") -> dict[str, Recipe]:
    """All recipes in a language by name."""
    return {path.stem: _read(path, language) for path in _files(language)}


def recipe(name: str, language: Language = "cypher") -> Recipe:
    """One recipe.

    Raises:
        NotFoundError: there is none of this name; the message offers the nearest.
    """
    files = {path.stem: path for path in _files(language)}
    if name in files:
        return _read(files[name], language)
    near = difflib.get_close_matches(name, files, n=3, cutoff=0.5)
    offer = f"did you mean {' or '.join(near)}?" if near else f"kg {language} --recipes lists them."
    raise NotFoundError(f"there is no recipe “{name}”; {offer}")


def _files(language: Language) -> list[Path]:
    return sorted(FOLDER.glob(f"*{_FORMS[language][0]}"))


def _read(path: Path, language: Language) -> Recipe:
    mark, lines = _FORMS[language][1], path.read_text("utf-8").splitlines()
    comments = [line.removeprefix(mark) for line in lines if line.startswith(mark)]
    parameters = tuple(
        Parameter(m[1], m[2], json.loads(m[3])) for line in comments[2:] if (m := _PARAMETER.fullmatch(line))
    )
    query = "\n".join(line for line in lines if not line.startswith(mark))
    return Recipe(path.stem, comments[0], comments[1], parameters, query)
