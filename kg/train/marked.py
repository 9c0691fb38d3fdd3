"""Labels inside a text, the quickest way to write some: {E:明澈玻璃}在{Z:云岭高新区}建设{P:{E:明澈}二期项目}.

A file holds documents one after another. Each begins with the lines `# title: …` and `# region: …` (either may be
empty) and goes on to the next `# title:`. Marks go around a name without its quote marks; names inside names are
nested; what stands behind a bar is the full name that a short one stands for ({E:明澈|明澈玻璃}). One mark for each
surface of a name is enough: it counts wherever the surface stands in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.types import Article

CODES = {
    "R": "Region", "E": "Enterprise", "Z": "Zone", "P": "Project", "G": "Program", "S": "Slogan", "H": "Honor",
    "I": "Industry", "V": "Event", "O": "Organization",
}  # fmt: skip
_HEAD = re.compile(r"# (title|region):[ \t]*(.*)")
_MARK = re.compile(r"\{([A-Z]):|[|]([^{}|\n]*)\}|\}")


def read_marked(path: Path) -> list[tuple[Article, dict[str, Any]]]:
    """The documents of a file: each without its marks, as an article, and its labels in the form of a gold file.

    Raises:
        InputError: a mark that is not closed, not opened, empty, of no known type, or inside the full name behind a
            bar; text before the first title.
    """
    out: list[tuple[Article, dict[str, Any]]] = []
    for number, head, body in _documents(path):
        text, names = _unmarked(path, number, body)
        title = head["title"]
        if title and not text.startswith(title):
            text = f"{title}\n{text}"
        label = {
            "source": path.name, "title": title, "region": head.get("region", ""), "entities": _entities(names),
            "written": True,
        }  # fmt: skip
        out.append((Article(f"{path.name}#{len(out) + 1}", text), label))
    return out


def _documents(path: Path) -> Iterator[tuple[int, dict[str, str], str]]:
    """For each document the number of the first line of its body, its head and its body."""
    number, head, body = 0, dict[str, str](), list[str]()
    for at, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        match = _HEAD.fullmatch(line)
        if match and match[1] == "title":
            if head:
                yield number, head, "\n".join(body).strip()
            head, body = {"title": match[2].strip()}, []
        elif match and head and not body:
            head[match[1]] = match[2].strip()
        elif head and (body or line.strip()):
            number = number if body else at
            body.append(line)
        elif line.strip():
            raise InputError(str(path), f"line {at} stands before the first title", "begin with “# title: …”")
    if head:
        yield number, head, "\n".join(body).strip()


def _unmarked(path: Path, number: int, body: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The text without marks, and of each mark, in the order of the text, type, full name and surface."""
    parts: list[str] = []
    length = done = 0
    open_marks: list[tuple[str, int, int]] = []  # type, start, place in `found`
    found: list[tuple[str, str, str] | None] = []

    def wrong(problem: str, at: int) -> InputError:
        line = number + body.count("\n", 0, at)
        return InputError(str(path), f"{problem} near line {line}: {body[at : at + 20]!r}", "see kg/train/marked.py")

    for m in _MARK.finditer(body):
        parts.append(body[done : m.start()])
        length += m.start() - done
        done = m.end()
        if m[1]:
            if m[1] not in CODES:
                raise wrong(f"there is no type {m[1]}", m.start())
            open_marks.append((CODES[m[1]], length, len(found)))
            found.append(None)
            continue
        if not open_marks:
            raise wrong("a mark is closed that was not opened", m.start())
        kind, start, place = open_marks.pop()
        surface = "".join(parts)[start:length]
        if not surface.strip() or "\n" in surface:
            raise wrong("a mark is empty or runs over a line", m.start())
        if "|" in surface:
            raise wrong("a full name behind a bar holds a mark", m.start())
        found[place] = (kind, m[2] or surface, surface)
    if open_marks:
        raise wrong("a mark is not closed", len(body) - 1)
    return "".join(parts) + body[done:], [name for name in found if name]


def _entities(names: list[tuple[str, str, str]]) -> list[dict[str, Any]]:
    surfaces: dict[tuple[str, str], list[str]] = {}
    for kind, full, surface in names:
        of = surfaces.setdefault((kind, full), [])
        if surface not in of:
            of.append(surface)
    return [
        {"id": f"e{n}", "type": kind, "name": full, "mentions": mentions}
        for n, ((kind, full), mentions) in enumerate(surfaces.items(), 1)
    ]
