"""Every syntax says the same, to rdflib, Oxigraph and Jena, whatever the names hold."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

import kg
from kg.errors import BuildError, InputError
from kg.export import ExportOptions, export
from kg.rdf.files import SUFFIXES
from kg.tables import SCHEMAS, Build
from tests.query.builds import HOSTILE, hostile_build, write_build
from tests.rdf.jena import jena

# syntax → (suffix, Oxigraph's name, rdflib's name)
FORMATS = {
    "turtle": (".ttl", ox.RdfFormat.TURTLE, "turtle"),
    "ntriples": (".nt", ox.RdfFormat.N_TRIPLES, "nt"),
    "nquads": (".nq", ox.RdfFormat.N_QUADS, "nquads"),
    "trig": (".trig", ox.RdfFormat.TRIG, "trig"),
    "jsonld": (".jsonld", ox.RdfFormat.JSON_LD, "json-ld"),
    "rdfxml": (".rdf", ox.RdfFormat.RDF_XML, "xml"),
}
QUADS = ("nquads", "trig")

MORE = (
    "<尖括号>",
    "百分%20号",
    "井#号",
    "问?号",
    "a/../b",
    "..",
    "右到左\u200f标\u202e记",
    "非字符\ufffe",
    "\ufffd",
    "[方]|^`",
    "ｆｕｌｌ",
    "full",
)

Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build of strange names that XML can hold."""
    folder = tmp_path_factory.mktemp("strange")
    hostile = hostile_build(folder / "hostile")
    rows = {name: hostile.rows(name) for name in SCHEMAS}
    names = [name for name in MORE if "\ufffe" not in name]
    for row in rows["entities"]:  # as the pipeline writes them: whole numbers without a point, keys in order
        values = {k: int(v) if isinstance(v, float) else v for k, v in json.loads(row["properties"]).items()}
        row["properties"] = json.dumps(values, ensure_ascii=False, sort_keys=True)
    rows["entities"] += [_project(name) for name in names]
    return write_build(folder / "build", **rows)


def _project(name: str) -> dict[str, object]:
    return {"entity_id": f"project/2/{name}", "type": "Project", "name": name, "aliases": [], "properties": "{}"}


@pytest.fixture(scope="module", params=["sample", "strange"])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Build, dict[str, Path]]:
    """A build and its files, by syntax."""
    build: Build = request.getfixturevalue("sample_build" if request.param == "sample" else "strange")
    folder = tmp_path_factory.mktemp("formats")
    files = {syntax: folder / f"graph{suffix}" for syntax, (suffix, _, _) in FORMATS.items()}
    for syntax, path in files.items():
        export(build, syntax, path, ExportOptions(with_text=True))
    return build, files


def back(path: Path) -> Build:
    """The tables of a file."""
    return kg.from_rdf(path, path.with_name(f"{path.name}.build"), force=True).tables


def triples(path: Path, syntax: str) -> set[Triple]:
    parsed = ox.parse(path=str(path), format=FORMATS[syntax][1])
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in parsed}


def test_oxigraph_reads_the_same_in_all(exported: tuple[Build, dict[str, Path]]) -> None:
    _, files = exported
    sets = {syntax: triples(path, syntax) for syntax, path in files.items()}
    lines = files["ntriples"].read_bytes().count(b"\n")
    assert len(sets["ntriples"]) == lines  # nothing is written twice
    assert all(found == sets["ntriples"] for found in sets.values())


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of what its own parsers do
def test_rdflib_reads_the_same_in_all(exported: tuple[Build, dict[str, Path]]) -> None:
    _, files = exported
    want = None
    for syntax, path in files.items():
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(str(path), format=FORMATS[syntax][2])
        found = {(s, p, o) for s, p, o, _ in dataset.quads()}
        want = want or found
        assert found == want, syntax


def test_jena_reads_the_same_in_all(exported: tuple[Build, dict[str, Path]], tmp_path: Path) -> None:
    _, files = exported
    names = [str(path) for path in files.values()]
    reference = triples(files["ntriples"], "ntriples")
    counts = jena("riotcmd.riot", ["--validate", "--count", *names])
    for syntax in FORMATS.keys() - set(QUADS):
        assert f"graph{FORMATS[syntax][0]}" in counts
        assert counts.count(f"Triples = {len(reference):,}") == len(FORMATS) - len(QUADS)
    # all files together hold no other triple than each of them should
    (tmp_path / "all.nq").write_text(jena("riotcmd.riot", ["--output=nquads", *names]), "utf-8")
    assert triples(tmp_path / "all.nq", "nquads") == reference


@pytest.mark.parametrize("syntax", FORMATS)
def test_reading_back_loses_nothing(syntax: str, exported: tuple[Build, dict[str, Path]], tmp_path: Path) -> None:
    build, files = exported
    again = kg.from_rdf(files[syntax], tmp_path / "again").tables
    for table in SCHEMAS:
        assert again.rows(table) == build.rows(table), table
    assert again.manifest == build.manifest


@pytest.mark.parametrize("documents", [0, 1, 2])
@pytest.mark.parametrize("syntax", FORMATS)
def test_few_documents_or_none(syntax: str, documents: int, tmp_path: Path) -> None:
    rows = [{"doc_id": f"{i:016x}", "title": "甲", "text": "甲乙", "chars": 2} for i in range(documents)]
    mentions = [
        {"doc_id": row["doc_id"], "start": 0, "end": 1, "surface": "甲", "type": "Zone", "entity_id": "zone/甲"}
        for row in rows
    ]
    entities = [{"entity_id": "zone/甲", "type": "Zone", "name": "甲"}]
    build = write_build(tmp_path / "build", documents=rows, mentions=mentions, entities=entities)
    path = tmp_path / f"g{FORMATS[syntax][0]}"
    export(build, syntax, path, ExportOptions(with_text=True))
    again = back(path)
    assert all(again.rows(table) == build.rows(table) for table in SCHEMAS)


def test_without_the_texts_only_they_are_missing(sample_build: Build, tmp_path: Path) -> None:
    export(sample_build, "ntriples", tmp_path / "g.nt.gz")
    again = back(tmp_path / "g.nt.gz")
    for table in SCHEMAS:
        want = [row | {"text": None} if table == "documents" else row for row in sample_build.rows(table)]
        assert again.rows(table) == want
    export(again, "turtle", tmp_path / "again.ttl")  # the spans have no words now, all else is there
    assert back(tmp_path / "again.ttl").rows("relations") == sample_build.rows("relations")


def test_names_come_back_through_rdflib(strange: Build, tmp_path: Path) -> None:
    export(strange, "turtle", tmp_path / "g.ttl")
    graph = rdflib.Graph().parse(str(tmp_path / "g.ttl"))
    names = {str(o) for o in graph.objects(None, rdflib.RDFS.label)}
    assert names.issuperset(HOSTILE)
    subjects = {s for s in graph.subjects(rdflib.RDFS.label) if "/project/2/" in str(s)}
    assert len(subjects) == len(MORE) - 1  # ｆｕｌｌ and full are two


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_xml_refuses_what_it_cannot_hold(tmp_path: Path) -> None:
    build = write_build(tmp_path / "build", entities=[_project("非字符\ufffe")])
    with pytest.raises(BuildError, match=r"U\+FFFE; choose another format: --to turtle"):
        export(build, "rdfxml", tmp_path / "g.rdf")
    assert not (tmp_path / "g.rdf").exists()
    name = rdflib.Literal("非字符\ufffe", lang="zh")
    others = {syntax: tmp_path / f"g{FORMATS[syntax][0]}" for syntax in sorted(FORMATS.keys() - {"rdfxml"})}
    for syntax, path in others.items():
        export(build, syntax, path)
        assert back(path).rows("entities") == build.rows("entities"), syntax
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(str(path), format=FORMATS[syntax][2])
        assert (None, rdflib.RDFS.label, name) in dataset, syntax
    read = jena("riotcmd.riot", ["--output=nquads", *map(str, others.values())], codes=(0, 1))
    (tmp_path / "all.nq").write_text(read, "utf-8")
    assert back(tmp_path / "all.nq").rows("entities") == build.rows("entities")


def test_same_build_same_bytes_packed_or_not(sample_build: Build, tmp_path: Path) -> None:
    for name in ("a", "b"):
        for suffix in ("", ".gz", ".zst"):
            export(sample_build, "trig", tmp_path / f"{name}.trig{suffix}")
    for suffix in ("", ".gz", ".zst"):
        digests = {hashlib.sha256((tmp_path / f"{n}.trig{suffix}").read_bytes()).digest() for n in "ab"}
        assert len(digests) == 1
    assert back(tmp_path / "a.trig.zst").rows("relations") == sample_build.rows("relations")


@pytest.mark.parametrize("syntax", FORMATS)
def test_parts_together_are_the_whole(syntax: str, sample_build: Build, tmp_path: Path) -> None:
    suffix = FORMATS[syntax][0]
    export(sample_build, syntax, tmp_path / f"one{suffix}")
    export(sample_build, syntax, tmp_path / f"part{suffix}", ExportOptions(split=3))
    parts = [triples(tmp_path / f"part-{n}{suffix}", syntax) for n in (1, 2, 3)]
    assert all(parts)
    assert set().union(*parts) == triples(tmp_path / f"one{suffix}", syntax)


def test_only_a_part_is_written(sample_build: Build, tmp_path: Path) -> None:
    sizes = {}
    for only in ((), ("entities",), ("relations",), ("observations",), ("evidence",)):
        export(sample_build, "ntriples", tmp_path / "g.nt", ExportOptions(only=only))
        sizes[only] = triples(tmp_path / "g.nt", "ntriples")
    description = set.intersection(*sizes.values())  # the data set is always described
    assert all(found > description for found in sizes.values())
    assert set().union(*(found for only, found in sizes.items() if only)) == sizes[()]


def test_the_base_is_the_users(sample_build: Build, tmp_path: Path) -> None:
    export(sample_build, "ntriples", tmp_path / "g.nt", ExportOptions(base="http://data.example/株洲/"))
    assert "example.org" not in (tmp_path / "g.nt").read_text("utf-8")
    assert back(tmp_path / "g.nt").rows("entities") == sample_build.rows("entities")
    for wrong in ("株洲", "http://x y/", "http://data.example", ""):
        with pytest.raises(BuildError, match="--base"):
            export(sample_build, "ntriples", tmp_path / "h.nt", ExportOptions(base=wrong))


def test_a_source_can_be_dropped(sample_build: Build, tmp_path: Path) -> None:
    export(sample_build, "nquads", tmp_path / "g.nq")
    store = ox.Store()
    store.load(path=str(tmp_path / "g.nq"), format=ox.RdfFormat.N_QUADS)
    document = sample_build.rows("documents")[0]["doc_id"]
    graph = ox.NamedNode(f"https://example.org/regionkg/id/document/{document}")
    only_here = {e["relation_id"] for e in sample_build.rows("evidence")}
    only_here -= {e["relation_id"] for e in sample_build.rows("evidence") if e["doc_id"] != document}
    assert only_here
    store.remove_graph(graph)
    for quad in store:
        assert not str(quad.object.value).startswith(f"{graph.value}#")
        if quad.predicate.value.endswith(("/hasSource", "oa#hasSource")):
            assert quad.object != graph
    for relation in only_here:
        node = ox.NamedNode(f"https://example.org/regionkg/id/{relation}")
        assert not list(store.quads_for_pattern(node, ox.NamedNode("https://w3id.org/quyu-kg/head"), None, None))


def test_what_is_no_export_of_ours_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<a:a> <a:b> <a:c> .")
    (tmp_path / "b.ttl").write_text("no turtle")
    with pytest.raises(InputError, match="not an export of ours"):
        kg.from_rdf(tmp_path / "a.ttl")
    with pytest.raises(InputError, match="no RDF of its kind"):
        kg.from_rdf(tmp_path / "b.ttl")
    with pytest.raises(InputError, match="not a name of an RDF file"):
        kg.from_rdf(tmp_path / "c.txt")
    with pytest.raises(InputError, match="cannot be read"):
        kg.from_rdf(tmp_path / "c.ttl")


def test_the_context_of_jsonld_knows_all_prefixes(sample_build: Build, tmp_path: Path) -> None:
    export(sample_build, "jsonld", tmp_path / "g.jsonld")
    document = json.loads((tmp_path / "g.jsonld").read_text("utf-8"))
    used = {key.partition(":")[0] for node in document["@graph"] for key in node if ":" in key}
    assert used <= document["@context"].keys()
    assert set(SUFFIXES.values()) == set(FORMATS)
