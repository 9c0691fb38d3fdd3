"""Observations, as a data cube."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from kg.rdf.batches import batches
from kg.rdf.columns import Nodes, Strings, decimal, integer, iris, join, plain, same
from kg.rdf.context import Context
from kg.rdf.spans import span
from kg.rdf.values import Values


def _unit(names: Strings) -> Strings:
    """The ids of units; a figure without a unit has none."""
    return pc.if_else(pc.equal(names, ""), pa.scalar(None, pa.string()), join("units/", names))


def observations(context: Context) -> Iterator[Nodes]:
    """Each figure, in the graph of the document that states it."""
    values = Values(context.vocabulary, context.iris)
    for batch in batches(context.build, "observations"):
        subjects = context.iris.column(batch.column("observation_id"))
        documents = context.iris.document(batch.column("doc_id"))
        sources = join(subjects, "/evidence")
        pairs = (
            ("rdf:type", same(context.vocabulary.iri("kg:Observation"), subjects)),
            ("rdf:type", same(context.vocabulary.iri("qb:Observation"), subjects)),
            ("qb:dataSet", same(context.iris("cube"), subjects)),
            ("kg:of_region", iris(context.iris.column(batch.column("region_id")))),
            ("kg:of_indicator", iris(context.iris.column(join("indicator/", batch.column("indicator"))))),
            ("kg:year", integer(batch.column("year"))),
            *values.enum("measure", batch.column("measure")),
            *values.enum("observation_kind", batch.column("kind")),
            ("kg:value", decimal(batch.column("value"))),
            ("kg:unit", plain(batch.column("unit"))),
            ("sdmxa:unitMeasure", iris(context.iris.column(_unit(batch.column("unit"))))),
            ("prov:wasDerivedFrom", iris(sources)),
        )
        yield Nodes(subjects, pairs, documents)
        yield from span(context, "kg:Evidence", sources, batch, [])
