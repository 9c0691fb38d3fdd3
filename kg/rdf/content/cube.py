"""The data cube of the observations: its structure, and the units with their terms of QUDT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pyarrow.compute as pc

from kg.ontology import load_lexicon
from kg.rdf.batches import batches
from kg.rdf.columns import Nodes
from kg.rdf.context import Context
from kg.rdf.facts import facts, integer, labels
from kg.rdf.values import Term

# A text may give two figures for one year, and two texts often do; so what states the figure is a dimension too.
DIMENSIONS = {
    "of_region": "sdmxdim:refArea",
    "of_indicator": None,
    "year": "sdmxdim:refPeriod",
    "measure": None,
    "observation_kind": None,
    "evidence": None,
}
MEASURE = "value"
ATTRIBUTES = ("unit_of_measure", "unit")

_MULTIPLIERS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}


def cube(context: Context) -> Iterator[Nodes]:
    """The data set of the W3C's Data Cube vocabulary, its structure definition and its components."""
    iri, full = context.iris, context.vocabulary.iri
    yield facts(
        iri("cube"),
        [
            ("rdf:type", Term(full("qb:DataSet"))),
            *labels("统计观测", "observations"),
            ("qb:structure", Term(iri("cube/structure"))),
        ],
    )
    roles = {
        **dict.fromkeys(DIMENSIONS, ("dimension", "DimensionProperty")),
        MEASURE: ("measure", "MeasureProperty"),
        **dict.fromkeys(ATTRIBUTES, ("attribute", "AttributeProperty")),
    }
    names = [("qb:component", Term(iri(f"cube/structure/{name}"))) for name in roles]
    yield facts(iri("cube/structure"), [("rdf:type", Term(full("qb:DataStructureDefinition"))), *names])
    for order, (name, (role, kind)) in enumerate(roles.items(), 1):
        prop = context.ontology.properties[name]
        yield facts(
            iri(f"cube/structure/{name}"),
            [
                ("rdf:type", Term(full("qb:ComponentSpecification"))),
                (f"qb:{role}", Term(full(prop.iri))),
                ("qb:order", integer(order)),
            ],
        )
        above = DIMENSIONS.get(name)
        yield facts(
            full(prop.iri),
            [
                ("rdf:type", Term(full("rdf:Property"))),
                ("rdf:type", Term(full(f"qb:{kind}"))),
                ("rdfs:range", Term(_range(context, prop.range))),
                *([("rdfs:subPropertyOf", Term(full(above)))] if above else []),
            ],
        )
    yield from _units(context)


def _range(context: Context, name: str) -> str:
    if name in context.ontology.kinds or name in context.ontology.enums:
        return context.vocabulary.iri(f"kg:{name}")
    return context.vocabulary.iri("rdfs:Resource" if name == "uriorcurie" else f"xsd:{name}")


def _units(context: Context) -> Iterator[Nodes]:
    found: set[str] = set()
    for batch in batches(context.build, "observations", ["unit"]):
        found.update(pc.unique(batch.column("unit")).to_pylist())
    known = {row["name"]: row for row in load_lexicon().rows("qudt_units")}
    for unit in sorted(u for u in found if u):
        pairs = [("rdf:type", Term(context.vocabulary.iri("qudt:Unit"))), ("rdfs:label", Term(unit, None, "zh"))]
        prefix = re.match("[十百千万亿]*", unit)[0] if unit not in known else ""  # type: ignore[index]
        if row := known.get(unit.removeprefix(prefix)):
            scale = Decimal(row["multiplier"])
            for char in prefix:
                scale *= _MULTIPLIERS[char]
            target = Term(context.vocabulary.iri(row["qudt"]))
            if scale == 1:
                pairs.append(("skos:closeMatch" if row["qudt"] == "unit:NUM" else "skos:exactMatch", target))
            else:
                pairs.append(("qudt:scalingOf", target))
                digits = format(scale.normalize(), "f")
                multiplier = digits if "." in digits else digits + ".0"
                pairs.append(("qudt:conversionMultiplier", Term(multiplier, "xsd:decimal")))
        yield facts(context.iris(f"units/{unit}"), pairs)
