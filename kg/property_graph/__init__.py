"""The property graph of a build, as every Cypher engine gets it: embedded, pushed, imported from CSV or by a script.

Nodes, one table for each set of labels; `id` is unique:

- `(:Entity:Project {id, name, aliases, mention_count, doc_count, first_year, last_year, …properties})`, one label
  besides `:Entity`; numbers of money and area keep their words as `investment_text`, `area_text`
  (a name of more than 1,500 characters is cut and stands whole in `whole_name`);
- `(:Document {id, title, source, kind, year, published, chars})`;
- `(:Observation {id, indicator, year, value, unit, value_cny, measure, kind, text, quote, rule, confidence, …place})`;
- `(:Evidence {id, relation, type, text, year, modality, rule, confidence, start, end, …place})`, a clause that states a
  relation; `relation` is the `id` of the relationship;
- `(:Status {id, status, year, …})` and `(:Value {id, property, value, number, unit, year, …})`, what is said of an
  entity for a year, with support, text, quote, modality, rule, confidence.

Relationships:

- those of the ontology between entities (`LOCATED_IN` …), with id, support, doc_count, first_year, last_year, modality,
  confidence, and up to three `quotes` with the `titles` of their documents;
- `(:Document)-[:MENTIONS {count}]->(:Entity)`, `(:Document)-[:ABOUT_REGION]->(:Entity)`;
- `(:Observation)-[:OF_REGION]->(:Entity)`, `-[:OF_INDICATOR]->(:Indicator)`;
- `(:Evidence)-[:HEAD]->(:Entity)`, `-[:TAIL]->(:Entity)`;
- `(:Entity)-[:HAS_STATUS]->(:Status)-[:NEXT]->(:Status)`, `(:Entity)-[:HAS_VALUE]->(:Value)`;
- `-[:FROM]->(:Document)` of observations, evidence, statuses and values; that of statuses and values has support, text,
  quote and …place, as several documents may say the same.

…place is where in its file something stands, for PDF, spreadsheets and tables: `page`, or `sheet`, `row`, `column`
(each the first of several), and all of it in words as `place`.

The rows come out of SQL over the Parquet files, batch by batch, so that memory does not grow with the graph.
"""

from __future__ import annotations

from kg.property_graph.graph import PropertyGraph
from kg.property_graph.labels import NODE_LABELS, relationship_types, type_labels
from kg.property_graph.tables import EdgeTable, NodeTable, Table, marked

__all__ = [
    "NODE_LABELS",
    "EdgeTable",
    "NodeTable",
    "PropertyGraph",
    "Table",
    "marked",
    "relationship_types",
    "type_labels",
]
