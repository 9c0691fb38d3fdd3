"""kg schema."""

from __future__ import annotations

import click

from kg.cli.output import print_rows
from kg.ontology import load_ontology


@click.group("schema")
def command() -> None:
    """Look at the ontology."""


@command.command("show")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
def show(as_json: bool) -> None:
    """Print entity types and relations with their definitions.

    Example: kg schema show
    """
    ontology = load_ontology()
    kinds = [
        {"type": k.name, "名称": k.zh, "definition": k.definition_en, "定义": k.definition_zh}
        for k in ontology.entities.values()
    ]
    relations = [
        {
            "relation": name,
            "名称": r.zh,
            "from": ", ".join(r.heads),
            "to": ", ".join(r.tails),
            "definition": r.definition_en,
        }
        for name, r in ontology.relations.items()
    ]
    print_rows(kinds, as_json=as_json)
    print_rows(relations, as_json=as_json)
