"""The parts of README that are made from the program: the commands and the graph model.

A part stands between `<!-- generated: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from kg.ontology import Ontology, load_ontology
from kg.ontology.lexicon import FOLDER as lexicon_folder
from kg.ontology.lexicon import NOTES
from kg.ontology.model import Property

_PART = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def render(text: str) -> str:
    """README with its generated parts made anew.

    Raises:
        KeyError: a part that nobody makes.
    """
    return _PART.sub(lambda match: f"{match[1]}\n{PARTS[match[2]]()}\n\n{match[3]}", text)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    head = list(header)
    lines = [head, ["---"] * len(head), *map(list, rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def links(text: str) -> list[str]:
    """Where the links and pictures of a page in Markdown lead, without the place on the page."""
    return re.findall(r"\]\(([^)#]+)", text)


def cli() -> str:
    """One row for each command."""
    from kg.cli import main  # the only part that needs the whole program

    return table(("command", "what it does"), _commands(main, "kg"))


def entities() -> str:
    """One row for each entity type."""
    o = load_ontology()
    rows = ((f"`{k.name}`", k.zh, k.definition_en, _own(o, k.properties)) for k in o.entities.values())
    return table(("label", "中文", "what it is", "properties of its own"), rows)


def relations() -> str:
    """One row for each relation."""
    rows = (
        (f"`{r.notes['neo4j_type']}`", r.zh, ", ".join(r.heads), _any(r.tails), r.definition_en)
        for r in load_ontology().relations.values()
    )
    return table(("type", "中文", "from", "to", "when"), rows)


def properties() -> str:
    """One row for each property that a user can meet on a node or a relationship."""
    o = load_ontology()
    used = dict.fromkeys(p for kind in (*o.entities.values(), *o.relations.values()) for p in kind.properties)
    rows = ((f"`{p.name}`", p.zh, _values(o, p), p.definition_en) for p in map(o.properties.__getitem__, used))
    return table(("property", "中文", "values", "what it is"), rows)


def lexicon() -> str:
    """One row for each word list: where it comes from."""
    rows = ((f"`{path.stem}`", *notes(path)) for path in sorted(lexicon_folder.glob("*.tsv")))
    return table(("list", *NOTES), rows)


def notes(path: Path) -> list[str]:
    """The source, the licence and the date that the first lines of a word list name."""
    found = dict.fromkeys(NOTES, "")
    for line in path.read_text("utf-8").splitlines():
        key, _, text = line.removeprefix("#").partition(":")
        if not line.startswith("#"):
            break
        if key.strip() in found:
            found[key.strip()] = text.strip()
    return list(found.values())


PARTS: dict[str, Callable[[], str]] = {
    "cli": cli,
    "entities": entities,
    "relations": relations,
    "properties": properties,
    "lexicon": lexicon,
}


def _commands(group: click.Group, name: str) -> Iterator[tuple[str, str]]:
    outer = click.Context(group)
    for word in group.list_commands(outer):
        command = group.get_command(outer, word)
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {word}")
        elif command is not None and not command.hidden:
            context = click.Context(command, info_name=word)
            pieces = [p for p in command.collect_usage_pieces(context) if p != "[OPTIONS]"]
            needed = [f"{p.opts[0]} {p.make_metavar(context)}" for p in command.params if _must(p)]
            yield f"`{' '.join([name, word, *pieces, *needed])}`", command.get_short_help_str(200)


def _must(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and parameter.required


def _own(o: Ontology, names: Iterable[str]) -> str:
    inherited = o.kinds["Entity"].properties
    return ", ".join(f"`{name}`" for name in names if name not in inherited)


def _any(tails: tuple[str, ...]) -> str:
    return "any" if len(tails) > 6 else ", ".join(tails)


def _values(o: Ontology, prop: Property) -> str:
    if prop.range in o.enums:
        return ", ".join(o.enums[prop.range])
    kind = {"LangString": "text", "string": "text", "uriorcurie": "id"}.get(prop.range, prop.range)
    if prop.ranges != (prop.range,):
        kind = " or ".join(prop.ranges)
    return f"{kind}{f' ({prop.unit})' if prop.unit else ''}{', several' if prop.many else ''}"
