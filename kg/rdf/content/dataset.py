"""The data set as a whole: what is in it (VoID, DCAT) and what it was made of and by (PROV). No clock is asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kg.rdf.batches import batches
from kg.rdf.columns import Nodes
from kg.rdf.context import Context
from kg.rdf.facts import facts, integer, labels, string
from kg.rdf.values import Term


def dataset(context: Context) -> Iterator[Nodes]:
    """The description of the data set, the build that made it, its program and its inputs."""
    iri, full, manifest = context.iris, context.vocabulary.iri, context.build.manifest
    kinds, relations = _count(context, "entities"), _count(context, "relations")
    inputs = [iri(f"input/{i['source']}") for i in manifest["inputs"]]
    yield facts(
        iri("dataset"),
        [
            *(("rdf:type", Term(full(t))) for t in ("void:Dataset", "dcat:Dataset", "prov:Entity")),
            *labels("区域知识图谱", "regional knowledge graph", "dcterms:title"),
            ("dcterms:language", string("zh")),
            ("dcterms:conformsTo", Term(context.ontology.iri)),
            ("void:uriSpace", string(iri.base)),
            ("void:vocabulary", Term(full("kg:"))),
            ("void:entities", integer(sum(kinds.values()))),
            *(("void:classPartition", Term(iri(f"dataset/class/{name}"))) for name in sorted(kinds)),
            *(("void:propertyPartition", Term(iri(f"dataset/property/{name}"))) for name in sorted(relations)),
            ("prov:wasGeneratedBy", Term(iri("dataset/build"))),
            ("kg:manifest", Term(json.dumps(manifest, ensure_ascii=False, sort_keys=True), "rdf:JSON")),
        ],
    )
    for name in sorted(kinds):
        pairs = [("void:class", Term(full(f"kg:{name}"))), ("void:entities", integer(kinds[name]))]
        yield facts(iri(f"dataset/class/{name}"), pairs)
    for name in sorted(relations):
        pairs = [("void:property", Term(full(f"kg:{name}"))), ("void:triples", integer(relations[name]))]
        yield facts(iri(f"dataset/property/{name}"), pairs)
    lexicon = ("prov:used", Term(iri("dataset/lexicon")))
    yield facts(
        iri("dataset/build"),
        [
            ("rdf:type", Term(full("prov:Activity"))),
            ("prov:wasAssociatedWith", Term(iri("dataset/program"))),
            ("prov:used", Term(context.ontology.iri)),
            lexicon,
            *(("prov:used", Term(i)) for i in inputs),
        ],
    )
    yield facts(
        iri("dataset/program"),
        [
            ("rdf:type", Term(full("prov:SoftwareAgent"))),
            ("rdfs:label", Term("quyu-kg", None, "en")),
            *_version(manifest, "program", "schema:softwareVersion"),
        ],
    )
    pairs = [("rdf:type", Term(full("prov:Entity"))), *_version(manifest, "lexicon", "schema:version")]
    yield facts(iri("dataset/lexicon"), pairs)
    pairs = [("rdf:type", Term(full("prov:Entity"))), *_version(manifest, "schema", "schema:version")]
    yield facts(context.ontology.iri, pairs)
    for i, input_ in zip(inputs, manifest["inputs"], strict=True):
        pairs = [("rdf:type", Term(full("prov:Entity"))), ("dcterms:source", string(input_["source"]))]
        if input_["sha256"]:
            pairs.append(("schema:sha256", string(input_["sha256"])))
        if "bytes" in input_:
            pairs.append(("dcat:byteSize", integer(input_["bytes"])))
        if "problem" in input_:
            pairs.append(("rdfs:comment", Term(input_["problem"], None, "en")))
        pairs += [("dcterms:hasPart", Term(iri(f"document/{d}"))) for d in input_.get("documents", ())]
        yield facts(i, pairs)


def _version(manifest: dict[str, Any], what: str, predicate: str) -> list[tuple[str, Term]]:
    """The version of what made the build, where the manifest has it."""
    return [(predicate, string(str(manifest[what])))] if what in manifest else []


def _count(context: Context, table: str) -> Counter[str]:
    """How many rows of each type a table has."""
    counts: Counter[str] = Counter()
    for batch in batches(context.build, table, ["type"]):
        for entry in batch.column("type").value_counts().to_pylist():
            counts[entry["values"]] += entry["counts"]
    return counts
