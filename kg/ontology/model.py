"""The ontology as plain objects, read from LinkML YAML with PyYAML alone (LinkML itself is a development tool here)."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg.errors import SchemaError

FOLDER = Path(__file__).resolve().parent.parent / "schema" / "ontology"


@dataclass(frozen=True)
class Term:
    """A name with its Chinese label, both definitions, annotations and mappings (exact, close, broad)."""

    name: str
    zh: str
    definition_zh: str
    definition_en: str
    notes: dict[str, Any]
    mappings: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Property(Term):
    """A property (slot) of entities or relations.

    `range` is a type of literal, an enum or a class; `ranges` has the classes where several may stand there.
    """

    range: str
    ranges: tuple[str, ...]
    iri: str
    many: bool
    required: bool
    minimum: float | None
    maximum: float | None
    pattern: str | None
    unit: str | None


@dataclass(frozen=True)
class EntityType(Term):
    """A class; `properties` has the inherited ones first, `requires` those that must be there in this class only."""

    parent: str | None
    abstract: bool
    properties: tuple[str, ...]
    requires: tuple[str, ...]
    example: str | None

    @property
    def colour(self) -> str:
        return str(self.notes.get("colour", "#999999"))


@dataclass(frozen=True)
class RelationType(EntityType):
    """A relation with the entity types its two ends may have."""

    heads: tuple[str, ...]
    tails: tuple[str, ...]


@dataclass(frozen=True)
class Ontology:
    """All of `schema/ontology/`."""

    iri: str
    version: str
    prefixes: dict[str, str]
    kinds: dict[str, EntityType]
    relations: dict[str, RelationType]  # by direct property: located_in
    properties: dict[str, Property]
    enums: dict[str, dict[str, Term]] = field(default_factory=dict)
    lists: dict[str, Term] = field(default_factory=dict)  # what each enumeration is
    about: Term | None = None  # the ontology itself; `notes` has title_en and licence

    def allows(self, head: str, relation: str, tail: str) -> bool:
        """Whether the relation may hold between the two entity types."""
        r = self.relations[relation]
        return head in r.heads and tail in r.tails

    def expand(self, curie: str) -> str:
        """kg:Region → its IRI; a name without a prefix is one of our own."""
        if ":" not in curie:
            return f"{self.iri}/{curie}"
        prefix, _, local = curie.partition(":")
        return self.prefixes[prefix] + local

    @property
    def entities(self) -> dict[str, EntityType]:
        """The concrete entity types by name."""
        return {name: k for name, k in self.kinds.items() if k.parent == "Entity"}


@functools.cache
def load_ontology(path: Path = FOLDER / "kg.yaml") -> Ontology:
    """Read the ontology.

    Raises:
        SchemaError: a name is defined twice.
    """
    merged = _merge(path)
    root = _load(path)
    properties = {
        n: Property(
            **_term(n, d),
            range=d.get("range", "string"),
            ranges=tuple(x["range"] for x in d.get("any_of", ())) or (d.get("range", "string"),),
            iri=d.get("slot_uri", f"{root['default_prefix']}:{n}"),
            many=d.get("multivalued", False),
            required=d.get("required", False),
            minimum=d.get("minimum_value"),
            maximum=d.get("maximum_value"),
            pattern=d.get("pattern"),
            unit=(d.get("unit") or {}).get("symbol"),
        )
        for n, d in merged["slots"].items()
    }
    kinds: dict[str, EntityType] = {}
    relations: dict[str, RelationType] = {}
    for n, d in merged["classes"].items():
        if d.get("is_a") == "Relation":
            ends = {role: tuple(x["range"] for x in d["slot_usage"][role]["any_of"]) for role in ("head", "tail")}
            relation = RelationType(**_kind(n, merged["classes"]), heads=ends["head"], tails=ends["tail"])
            relations[d["annotations"]["property"]] = relation
        else:
            kinds[n] = EntityType(**_kind(n, merged["classes"]))
    enums = {
        n: {v: Term(**_term(v, x) | {"notes": {"iri": x["meaning"]}}) for v, x in d["permissible_values"].items()}
        for n, d in merged["enums"].items()
    }
    lists = {n: Term(**_term(n, d)) for n, d in merged["enums"].items()}
    about = Term(**_term(root["name"], root))
    about.notes["licence"] = root["license"]
    prefixes = merged["prefixes"]
    return Ontology(root["id"], root["version"], prefixes, kinds, relations, properties, enums, lists, about)


def _load(path: Path) -> dict[str, Any]:
    """A file of the schema, by libyaml where PyYAML has it: ten times as fast."""
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


def _merge(path: Path) -> dict[str, dict[str, Any]]:
    """The sections of a schema and of all that it imports."""
    merged: dict[str, dict[str, Any]] = {section: {} for section in ("prefixes", "classes", "slots", "enums")}
    todo, seen = [path.stem], set[str]()
    while todo:
        name = todo.pop(0)
        if name in seen or ":" in name:  # linkml:types
            continue
        seen.add(name)
        part = _load(path.parent / f"{name}.yaml")
        todo += part.get("imports", [])
        for section, into in merged.items():
            new = part.get(section) or {}
            if section != "prefixes" and (twice := into.keys() & new.keys()):
                raise SchemaError(f"{name}.yaml: {section} defined twice: {sorted(twice)}.")
            into.update(new)
    return merged


def _term(name: str, d: dict[str, Any]) -> dict[str, Any]:
    notes = dict(d.get("annotations") or {})
    return {
        "name": name,
        "zh": d.get("title", name),
        "definition_zh": d.get("description", ""),
        "definition_en": str(notes.pop("definition_en", "")).strip(),
        "notes": notes,
        "mappings": {k: tuple(d.get(f"{k}_mappings", ())) for k in ("exact", "close", "broad")},
    }


def _kind(name: str, classes: dict[str, Any]) -> dict[str, Any]:
    properties: list[str] = []
    at: str | None = name
    while at:
        properties = classes[at].get("slots", []) + properties
        at = classes[at].get("is_a")
    d = classes[name]
    return _term(name, d) | {
        "parent": d.get("is_a"),
        "abstract": d.get("abstract", False),
        "properties": tuple(properties),
        "requires": tuple(p for p, usage in d.get("slot_usage", {}).items() if usage.get("required")),
        "example": next((e["value"] for e in d.get("examples", ())), None),
    }
