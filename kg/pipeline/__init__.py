"""From files to a build directory."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kg.errors import InputError, KgError
from kg.loaders import find, load
from kg.ontology import load_gazetteer, load_lexicon, load_ontology
from kg.pipeline.document import Knowledge, read_article, rows
from kg.pipeline.join import join
from kg.pipeline.staging import STAGED
from kg.pipeline.store import check_target, fresh_folder
from kg.resolve.names import canonical
from kg.tables import VERSION
from kg.version import __version__

SMALL = 3_000_000  # bytes of input below which starting worker processes costs more than it saves
NATIONAL_LISTS = {"Program": "programs", "Slogan": "slogans"}

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that was not read."""

    source: str
    message: str


@dataclass(slots=True)
class Summary:
    """What a build read and found: counts by table and kind, and what could not be read."""

    counts: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What a worker returns of one file: Arrow tables, the file's hash, or the problem."""

    source: str
    sha256: str
    size: int
    tables: dict[str, pa.Table]
    problem: str | None = None


def build(
    inputs: Sequence[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    workers: int | None = None,
    force: bool = False,
    skip_errors: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read files and folders and write the build directory, all or nothing.

    Args:
        inputs: files and folders.
        output: the build directory; its parent is made when missing.
        workers: processes that read documents; by default one for small inputs, else one for each core.
        force: replace a build that is there.
        skip_errors: go on past inputs that cannot be read; they are listed in the summary and the manifest.
        progress: called with (files done, files in all).

    Raises:
        InputError: an input cannot be read and `skip_errors` is not set, or nothing was found to read.
        BuildError: the target cannot be written or holds something else.
    """
    target = Path(output)
    check_target(target, force=force)
    files = _sources(inputs)
    if not files:
        raise InputError(str(inputs[0]), "no file to read was found", "name a folder that holds text files")
    summary = Summary()
    with fresh_folder(target) as partial:
        staging = partial / "staging"
        staging.mkdir()
        read = _read_all(files, _worker_count(files, workers), progress)
        manifest_inputs = _stage(read, staging, summary, skip_errors=skip_errors)
        knowledge = _knowledge()
        national = {type_: frozenset(_national_names(knowledge, table)) for type_, table in NATIONAL_LISTS.items()}
        is_national = lambda type_, name: name in national.get(type_, frozenset())  # noqa: E731
        summary.counts = join(staging, partial, knowledge.gazetteer, is_national)
        shutil.rmtree(staging)
        manifest = {
            "layout": VERSION,
            "program": __version__,
            "schema": knowledge.ontology.version,
            "lexicon": knowledge.lexicon.version,
            "counts": summary.counts,
            "inputs": manifest_inputs,
            "problems": [{"source": p.source, "message": p.message} for p in summary.problems],
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
        (partial / "manifest.json").write_text(text + "\n", "utf-8")
    return summary


def _national_names(knowledge: Knowledge, table: str) -> Iterator[str]:
    for row in knowledge.lexicon.rows(table):
        yield canonical(row["name"])
        yield from (canonical(a) for a in row.get("alias", "").split("|") if a)


def _sources(inputs: Sequence[str | os.PathLike[str]]) -> list[tuple[str, Path]]:
    """Files by the name that they have in the tables: the input's own and the way down from it."""
    named: dict[str, Path] = {}
    for given in inputs:
        root = Path(os.path.normpath(Path(given).absolute()))
        for path in find([str(given)]):
            absolute = Path(os.path.normpath(path.absolute()))
            source = root.name if absolute == root else f"{root.name}/{absolute.relative_to(root).as_posix()}"
            n, unique = 2, source
            while unique in named and named[unique] != absolute:
                unique, n = f"{source}~{n}", n + 1
            named[unique] = absolute
    return sorted(named.items())


def _worker_count(files: Sequence[tuple[str, Path]], workers: int | None) -> int:
    if workers is not None:
        return max(1, min(workers, len(files)))
    if sum(path.stat().st_size for _, path in files) < SMALL:
        return 1
    return max(1, min(os.cpu_count() or 1, len(files)))


def _knowledge() -> Knowledge:
    return Knowledge(load_lexicon(), load_gazetteer(), load_ontology())


def _read_all(files: Sequence[tuple[str, Path]], workers: int, progress: Progress | None) -> Iterator[_Loaded]:
    """Read files in order, in `workers` processes; one that kills its worker becomes a problem, not the end."""
    results = map(_read_file, files) if workers == 1 else _in_processes(files, workers)
    for done, result in enumerate(results, 1):
        yield result
        if progress:
            progress(done, len(files))


def _in_processes(files: Sequence[tuple[str, Path]], workers: int) -> Iterator[_Loaded]:
    done = 0
    while done < len(files):
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            try:
                for result in pool.map(_read_file, files[done:]):
                    yield result
                    done += 1
                return
            except BrokenProcessPool:
                pass
        # the pool died with several files under way: read the next one alone to learn whether it is the one
        yield _alone(files[done])
        done += 1


def _alone(file: tuple[str, Path]) -> _Loaded:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        try:
            return pool.submit(_read_file, file).result()
        except BrokenProcessPool:
            message = f"{file[0]}: reading it ended the worker process, out of memory it seems; split the file."
            return _Loaded(file[0], "", 0, {}, message)


def _read_file(file: tuple[str, Path]) -> _Loaded:
    """Load one file and extract all its articles."""
    source, path = file
    digest, size = "", 0
    try:
        data = path.read_bytes()
        digest, size = hashlib.sha256(data).hexdigest(), len(data)
        knowledge = _knowledge()
        collected: dict[str, list[dict[str, Any]]] = {name: [] for name in STAGED}
        seen: set[str] = set()
        for article in load(path):
            facts = read_article(replace(article, source=article.hints.get("url") or source), knowledge)
            if facts.text.document.doc_id in seen:  # a feed that repeats an article
                continue
            seen.add(facts.text.document.doc_id)
            for name, found in rows(facts, knowledge).items():
                collected[name] += found
        tables = {name: pa.Table.from_pylist(found, schema=STAGED[name]) for name, found in collected.items()}
        return _Loaded(source, digest, size, tables)
    except KgError as error:
        return _Loaded(source, digest, size, {}, str(error))
    except OSError as error:
        message = f"{source}: cannot be read ({error.strerror}); check its permissions or leave it out."
        return _Loaded(source, digest, size, {}, message)


def _stage(read: Iterable[_Loaded], staging: Path, summary: Summary, *, skip_errors: bool) -> list[dict[str, Any]]:
    """Write the rows of all files, each text once, and return the manifest's list of inputs."""
    inputs: list[dict[str, Any]] = []
    seen: set[str] = set()
    writers = {name: pq.ParquetWriter(staging / f"{name}.parquet", schema) for name, schema in STAGED.items()}
    try:
        for loaded in read:
            if loaded.problem is not None:
                if not skip_errors:
                    raise KgError(f"{loaded.problem} Nothing was built; --skip-errors builds from the other inputs.")
                summary.problems.append(Problem(loaded.source, loaded.problem))
                inputs.append({"source": loaded.source, "sha256": loaded.sha256, "problem": loaded.problem})
                continue
            ids = loaded.tables["documents"].column("doc_id").to_pylist()
            fresh = [i for i in ids if i not in seen]
            seen.update(fresh)
            for name, table in loaded.tables.items():
                writers[name].write_table(_first_only(table, ids, fresh))
            inputs.append({"source": loaded.source, "sha256": loaded.sha256, "bytes": loaded.size, "documents": ids})
    finally:
        for writer in writers.values():
            writer.close()
    return inputs


def _first_only(table: pa.Table, ids: list[str], fresh: list[str]) -> pa.Table:
    """The rows of the documents that no earlier file held."""
    if len(fresh) == len(ids):
        return table
    return table.filter(pc.is_in(table.column("doc_id"), pa.array(fresh, pa.string())))
