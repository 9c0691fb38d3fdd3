"""kg explain."""

from __future__ import annotations

import json
from typing import Any

import click

from kg.cli.known import as_known
from kg.cli.least import least_option
from kg.cli.output import show
from kg.ontology import load_gazetteer, load_ontology
from kg.query.explain import explain
from kg.tables import Build

FACTS = ("relations", "attributes", "observations")


@click.command("explain")
@click.argument("build")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each meaning.")
@click.option("--all", "everything", is_flag=True, help="Every piece of evidence, not the best of each relation.")
@least_option()
def command(build: str, name: str, as_json: bool, everything: bool, least: float) -> None:
    """Say what a thing is, what is known of it, and which sentence says so.

    NAME is a name, an alias, or the id of an entity or relation. Example: kg explain build 旗滨玻璃
    """
    tables = Build(build)
    for meaning in explain(tables, as_known(tables, name)):
        meaning |= {facts: _sure(meaning[facts], least) for facts in FACTS if facts in meaning}
        if as_json:
            click.echo(json.dumps(meaning, ensure_ascii=False))
        elif "relation" in meaning:
            _print_relation(meaning["relation"], everything=True)
        else:
            _print_entity(meaning, everything=everything)


def _sure(facts: list[dict[str, Any]], least: float) -> list[dict[str, Any]]:
    return [f for f in facts if f["confidence"] >= least]


def _print_entity(meaning: dict[str, Any], *, everything: bool) -> None:
    entity, ontology = meaning["entity"], load_ontology()
    kind = ontology.kinds[entity["type"]]
    click.secho(f"{entity['name']}  ({kind.zh} {entity['type']})  {entity['entity_id']}", bold=True)
    if entity["aliases"]:
        click.echo(f"  又称: {'、'.join(entity['aliases'])}")
    first, last = entity["first_year"], entity["last_year"]
    years = "no year" if not first else f"year {first}" if first == last else f"years {first}–{last}"
    click.echo(f"  {_count(entity['mention_count'], 'mention')} in {_count(entity['doc_count'], 'document')}, {years}")
    for key, value in entity["properties"].items():
        click.echo(f"  {_zh(key)}: {_with_unit(value, _unit(key))}")
    for m in meaning["merges"]:
        place = f" of texts on {_division(m['merged_place'])}" if m["merged_place"] else ""
        why = f"{m['reason']}, score {m['score']:g}, by {m['by']}"
        click.echo(f"  merged: {_division(m['merged_name'])}{place} ({why})")
    for r in meaning["relations"]:
        _print_relation(r, everything=everything)
    for a in meaning["attributes"]:
        value = a["value"] if a["number"] is None else a["number"]
        told = "" if a["property"] == "year" else _with_unit(value, a["unit"])
        year = f"{', ' if told else ''}year {a['year']}" if a["year"] else ""
        click.echo(f"• {_zh(a['property'])} {a['property']} = {told}{year}")
        _print_quote(a)
        _print_rule(a, a["modality"])
    for o in meaning["observations"]:
        figure = _with_unit(o["value"], o["unit"] or "(a number without unit)")
        what = o["place"] if entity["type"] == "Indicator" else o["indicator"]
        click.echo(f"• {what}, year {o['year']}, {o['kind']} {o['measure']} = {figure}")
        _print_quote(o)
        _print_rule(o)


def _zh(property_: str) -> str:
    properties = load_ontology().properties
    return properties[property_].zh if property_ in properties else property_


def _unit(property_: str) -> str | None:
    properties = load_ontology().properties
    return properties[property_].unit if property_ in properties else None


def _with_unit(value: Any, unit: str | None) -> str:
    """A value with its unit: 1,020,000,000 CNY; years, codes and words stand alone."""
    if not unit:
        return show(value)
    number = f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, int | float) else str(value)
    return f"{number} {unit}"


def _division(code: str) -> str:
    """The name of a division with its code; any other name as it is."""
    gazetteer = load_gazetteer()
    return f"{gazetteer.display(code)} ({code})" if code in gazetteer else code


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _print_relation(r: dict[str, Any], *, everything: bool) -> None:
    zh = load_ontology().relations[r["type"]].zh
    evidence = f"{r['support']:,} piece{'' if r['support'] == 1 else 's'} of evidence"
    click.echo(f"• {r['head']} —{zh}→ {r['tail']}  ({r['type']}, {evidence}, {r['relation_id']})")
    for e in r["evidence"] if everything else r["evidence"][:1]:
        _print_quote(e)
        _print_rule(e, f"{e['modality']}, year {e['year']}" if e["year"] else e["modality"])


def _print_rule(row: dict[str, Any], more: str = "") -> None:
    more = f", {more}" if more else ""
    click.secho(f"      rule {row['rule']}, confidence {row['confidence']:g}{more}", dim=True)


def _print_quote(row: dict[str, Any]) -> None:
    text = " ".join(row["text"].split())
    where = f", {row['where']}" if row.get("where") else ""
    also = f"; also in {row['also']}" if row.get("also") else ""
    click.secho(f"    “{text}” — {row['title']}{where}{also}", dim=True)
