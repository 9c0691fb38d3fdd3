"""Labelled documents to learn from: texts with gold files, and files with marks around the names."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.loaders import load
from kg.ontology.lexicon import Lexicon
from kg.text import analyse
from kg.train.marked import read_marked
from kg.types import Text

Gold = Mapping[str, Any]  # of a gold file; `entities` have `type`, `name` and `mentions`


def read_all(
    texts: Path, folders: Sequence[Path], marked: Sequence[Path], lexicon: Lexicon
) -> list[tuple[str, Text, Gold]]:
    """Name, text and labels of all documents: of the gold files in folders, and of files with marks in the text."""
    articles: dict[Path, list[Any]] = {}
    out: list[tuple[str, Text, Gold]] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        content = json.loads(path.read_text("utf-8"))
        source = texts / content["source"]
        if source not in articles:
            articles[source] = load(source)
        title = re.sub(r"\s", "", content["title"])
        match = [a for a in articles[source] if re.sub(r"\s", "", a.text).startswith(title)] or articles[source]
        if len(match) != 1:
            problem = f"{len(match)} articles of {source.name} have its title"
            raise InputError(str(path), problem, "give the title as it stands in the text")
        out.append((path.stem, analyse(match[0], lexicon), content))
    for path in marked:
        out += [(article.source, analyse(article, lexicon), label) for article, label in read_marked(path)]
    return out
