"""kg explain."""

from __future__ import annotations

import json
from typing import Any

import click

from kg.cli.output import show
from kg.ontology import load_ontology
from kg.query.explain import explain
from kg.tables import Build


@click.command("explain")
@click.argument("build")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each meaning.")
@click.option("--all", "everything", is_flag=True, help="Every piece of evidence, not the best of each relation.")
def command(build: str, name: str, as_json: bool, everything: bool) -> None:
    """Say what a thing is, what is known of it, and which sentence says so.

    NAME is a name, an alias, or the id of an entity or relation. Example: kg explain build 旗滨玻璃
    """
    for meaning in explain(Build(build), name):
        if as_json:
            click.echo(json.dumps(meaning, ensure_ascii=False))
        elif "relation" in meaning:
            _print_relation(meaning["relation"], everything=True)
        else:
            _print_entity(meaning, everything=everything)


def _print_entity(meaning: dict[str, Any], *, everything: bool) -> None:
    entity, ontology = meaning["entity"], load_ontology()
    kind = ontology.kinds[entity["type"]]
    click.secho(f"{entity['name']}  ({kind.zh} {entity['type']})  {entity['entity_id']}", bold=True)
    if entity["aliases"]:
        click.echo(f"  又称: {'、'.join(entity['aliases'])}")
    years = f"{entity['first_year']}–{entity['last_year']}" if entity["first_year"] else "no year"
    click.echo(f"  {entity['mention_count']} mentions in {entity['doc_count']} documents, {years}")
    for key, value in entity["properties"].items():
        click.echo(f"  {ontology.properties[key].zh if key in ontology.properties else key}: {show(value)}")
    for m in meaning["merges"]:
        click.echo(f"  merged: {m['merged_name']} {m['merged_place']} ({m['reason']}, {m['score']:g}, by {m['by']})")
    for r in meaning["relations"]:
        _print_relation(r, everything=everything)
    for a in meaning["attributes"]:
        year = f" {a['year']}" if a["year"] else ""
        click.echo(f"• {a['property']} = {a['value']} {a['unit'] or ''}{year} [{a['rule']}, {a['confidence']:g}]")
        _print_quote(a)
    for o in meaning["observations"]:
        click.echo(f"• {o['indicator']} {o['year']} {o['kind']} {o['measure']}: {show(o['value'])} {o['unit']}")
        _print_quote(o)


def _print_relation(r: dict[str, Any], *, everything: bool) -> None:
    zh = load_ontology().relations[r["type"]].zh
    click.echo(f"• {r['head']} —{zh}→ {r['tail']}  ({r['type']}, {r['support']} evidence, {r['relation_id']})")
    for e in r["evidence"] if everything else r["evidence"][:1]:
        year = f" {e['year']}" if e["year"] else ""
        _print_quote(e)
        click.secho(f"      rule {e['rule']}, confidence {e['confidence']:g}, {e['modality']}{year}", dim=True)


def _print_quote(row: dict[str, Any]) -> None:
    text = " ".join(row["text"].split())
    where = f", {row['where']}" if row.get("where") else ""
    also = f"; also in {row['also']}" if row.get("also") else ""
    click.secho(f"    “{text}” — {row['title']}{where}{also}", dim=True)
