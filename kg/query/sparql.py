"""SPARQL over a build, answered by Oxigraph.

The build's RDF is loaded once into a store on disk beside the build (`.NAME.cache/`), which any number of processes
read. Queries see all triples; those that speak of graphs (GRAPH, FROM) see the
default graph (what no single document says) and each document's own.
"""

from __future__ import annotations

import contextlib
import functools
import re
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ontology import load_ontology
from kg.query.caches import beside, content_key
from kg.query.sparql_syntax import QUIET, wrong
from kg.rdf import BASE, RdfOptions, Vocabulary, write_rdf
from kg.tables import Build
from kg.version import __version__

_WORD = re.compile(r"(?<![\w:?$@.\-])[A-Za-z]+(?![\w:\-])")
_REFUSED = {
    **dict.fromkeys(("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"), "changes the graph"),
    **dict.fromkeys(("LOAD", "SERVICE"), "asks another host"),
}
_GRAPHS = {"GRAPH", "FROM"}


def sparql(
    build: Build, query: str, parameters: Mapping[str, str | int] | None = None, timeout: float | None = None
) -> list[dict[str, Any]]:
    """The rows of a SELECT; one row `{"ask": …}` for ASK; subject, predicate, object for CONSTRUCT and DESCRIBE.

    Numbers, truth values and years become Python's; IRIs and texts become strings; what is not bound is None. The
    prefixes of `kg.rdf.Vocabulary` are declared, and one for each kind of thing (region:, enterprise:, …).

    Args:
        build: the build directory.
        query: the query.
        parameters: what stands for `$name` in `VALUES ?x { $name }`: Chinese text, or a whole number.
        timeout: seconds after which to give up.

    Raises:
        QueryError: the query is wrong, takes too long, or wants to change the graph or to ask another host.
    """
    return within(timeout, lambda: _rows(ask(build, query, parameters)))


def serialize(
    build: Build, query: str, to: str, parameters: Mapping[str, str | int] | None = None, timeout: float | None = None
) -> bytes:
    """The answer as a file: json, csv, tsv or xml for SELECT and ASK; ttl or nt for CONSTRUCT and DESCRIBE.

    Raises:
        QueryError: as `sparql`, or the answer has no such format.
    """

    def write() -> bytes:
        answer = ask(build, query, parameters)
        formats: Mapping[str, Any] = GRAPHS if isinstance(answer, ox.QueryTriples) else ROWS
        if to not in formats:
            raise QueryError(f"an answer of this kind cannot be {to}; choose one of {', '.join(formats)}.")
        return answer.serialize(format=formats[to]) or b""

    return within(timeout, write)


ROWS = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
GRAPHS = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES}

Answer = TypeVar("Answer")


def within(seconds: float | None, work: Callable[[], Answer]) -> Answer:
    """What `work` returns, if it does so in time. What is late goes on in its thread until it ends by itself.

    Raises:
        QueryError: it took longer.
    """
    if seconds is None:
        return work()
    done: Future[Answer] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        return done.result(seconds)
    except TimeoutError:
        raise QueryTimeout(f"no answer within {seconds:g} s; ask for less, or wait longer with --timeout.") from None


class QueryTimeout(QueryError):
    """A query that took longer than it was given."""


def _rows(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> list[dict[str, Any]]:
    if isinstance(answer, ox.QueryBoolean):
        return [{"ask": bool(answer)}]
    if isinstance(answer, ox.QueryTriples):
        return [
            {"subject": _value(t.subject), "predicate": _value(t.predicate), "object": _value(t.object)} for t in answer
        ]
    names = [v.value for v in answer.variables]
    return [{n: _value(row[n]) for n in names} for row in answer]


def ask(
    build: Build, query: str, parameters: Mapping[str, str | int] | None = None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The store's own answer to a query.

    Raises:
        QueryError: the query is wrong, or wants to change the graph or to ask another host.
    """
    words = check(query)
    store = open_store(build, with_graphs=bool(words & _GRAPHS))
    query = _with_parameters(query, parameters or {})
    try:
        return store.query(query, prefixes=prefixes())
    except (SyntaxError, ValueError) as error:
        raise QueryError(wrong(query, str(error))) from None


def _with_parameters(query: str, parameters: Mapping[str, str | int]) -> str:
    """The query with values in `VALUES ?x { $name }` and `LIMIT $name`, which the engine writes as terms."""
    for name, value in parameters.items():
        try:
            term = str(ox.Literal(value, language="zh") if isinstance(value, str) else ox.Literal(value))
        except ValueError:  # half a character
            raise QueryError(f"the value of {name} is no text: {value!r}; write it in UTF-8.") from None
        query, places = re.subn(rf"\{{ \${name} \}}", lambda _, term=term: f"{{ {term} }}", query)  # type: ignore[misc]
        if type(value) is int and value >= 0:
            query, limits = re.subn(rf"\bLIMIT \${name}\b", f"LIMIT {value}", query)
            places += limits
        if not places:
            raise QueryError(f"the query has no place for {name}; write VALUES ?{name} {{ ${name} }} into it.")
    if missing := re.search(r"\{ \$(\w+) \}|\bLIMIT \$(\w+)", query):
        name = missing[1] or missing[2]
        raise QueryError(f"the query needs {name}; give it with --param {name}={'TEXT' if missing[1] else 'NUMBER'}.")
    return query


def check(query: str) -> set[str]:
    """The keywords of a query that may run.

    Raises:
        QueryError: it is an update, or asks another host.
    """
    words = {w.upper() for w in _WORD.findall(QUIET.sub(" ", query))}
    for word, why in _REFUSED.items():
        if word in words:
            raise QueryError(f"{word} {why}: kg sparql only reads; use SELECT, ASK, CONSTRUCT or DESCRIBE.")
    return words


def prefixes() -> dict[str, str]:
    """The prefixes that need no declaration."""
    vocabulary = Vocabulary(load_ontology())
    ours = (str(k.notes["id_prefix"]) for k in vocabulary.ontology.entities.values())
    return {**{kind: f"{BASE}{kind}/" for kind in ours}, **vocabulary.prefixes}


def open_store(build: Build, *, with_graphs: bool = False) -> ox.Store:
    """The store of a build; loaded when asked for the first time, opened for reading afterwards."""
    try:
        return _opened(str(store_folder(build, with_graphs=with_graphs)))
    except OSError:  # nothing can be kept there: answer from memory
        return _load(build, ox.Store(), with_graphs=with_graphs)


@functools.lru_cache(maxsize=4)
def _opened(folder: str) -> ox.Store:
    """A store that stays open: its folder bears the hash of what is in it, so it never changes."""
    return ox.Store.read_only(folder)


def store_folder(build: Build, *, with_graphs: bool = False) -> Path:
    """The folder of a build's store, made when it is not there.

    Raises:
        OSError: it cannot be written.
    """
    folder = beside(build)
    made_by = f"{__version__} {load_ontology().version} {ox.__version__}"
    name = f"sparql-{'quads' if with_graphs else 'triples'}-"
    store = folder / f"{name}{content_key(build, made_by.encode())}"
    if not store.is_dir():
        folder.mkdir(exist_ok=True)
        _make(build, store, with_graphs=with_graphs)
        for old in sorted(folder.glob(f"{name}*")):
            if old != store and ".partial" not in old.name:
                shutil.rmtree(old, ignore_errors=True)
    return store


def _make(build: Build, target: Path, *, with_graphs: bool) -> None:
    partial = Path(tempfile.mkdtemp(prefix=f"{target.name}.partial-", dir=target.parent))
    try:
        store = _load(build, ox.Store(str(partial)), with_graphs=with_graphs)
        store.optimize()
        store.flush()
        del store
        with contextlib.suppress(OSError):  # another process was faster: its store is as good
            partial.rename(target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _load(build: Build, store: ox.Store, *, with_graphs: bool) -> ox.Store:
    syntax, form = ("nquads", ox.RdfFormat.N_QUADS) if with_graphs else ("ntriples", ox.RdfFormat.N_TRIPLES)
    with tempfile.NamedTemporaryFile(prefix="kg-rdf-") as file:
        write_rdf(build, file, syntax, RdfOptions())  # type: ignore[arg-type]
        file.flush()
        store.bulk_load(path=file.name, format=form)
    return store


_NUMBERS = {
    **dict.fromkeys(("integer", "int", "long", "gYear", "nonNegativeInteger"), int),
    **dict.fromkeys(("decimal", "double", "float"), float),
}


def _value(term: Any) -> Any:
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode | ox.BlankNode) else str(term)
    kind = term.datatype.value.rpartition("#")[2]
    if kind == "boolean":
        return term.value in ("true", "1")
    try:
        return _NUMBERS[kind](term.value) if kind in _NUMBERS else term.value
    except ValueError:
        return term.value
