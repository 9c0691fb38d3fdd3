"""From files to a build directory."""

from __future__ import annotations

import functools
import itertools
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kg.cycles import seldom_sought
from kg.errors import InputError, KgError
from kg.extract.models import FOLDER
from kg.loaders import SUFFIXES
from kg.pipeline.crew import Limits, read_in_workers
from kg.pipeline.document import Knowledge
from kg.pipeline.duplicates import Duplicates, Twin
from kg.pipeline.join import join
from kg.pipeline.reading import Loaded, Task, knowledge, read_source
from kg.pipeline.sources import find_sources
from kg.pipeline.staging import StagedFiles
from kg.pipeline.store import check_target, fresh_folder
from kg.resolve.names import canonical
from kg.tables import VERSION
from kg.version import __version__

SMALL = 300_000  # bytes of input below which starting worker processes costs more than it saves
SHARE = 100_000  # bytes of input that keep a worker busy for as long as it took to start
SHORT = 1_000_000  # bytes of a plain text that is read without a worker of its own
# the word lists of names that mean the same everywhere; what a later one says goes
NATIONAL_LISTS = {
    "Program": ("programs",),
    "Slogan": ("slogans",),
    "Region": ("customary_regions",),
    "Organization": ("organizations", "organization_aliases"),
    "Zone": ("national_zones",),
}

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that was not read."""

    source: str
    message: str


@dataclass(slots=True)
class Summary:
    """What a build read and found: counts by table and kind, what could not be read, what a folder held besides."""

    counts: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


@seldom_sought()
def build(
    inputs: Sequence[str | os.PathLike[str]] | str | os.PathLike[str],
    output: str | os.PathLike[str],
    *,
    workers: int | None = None,
    force: bool = False,
    skip_errors: bool = False,
    limits: Limits | None = None,
    models: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Read files and folders and write the build directory, all or nothing.

    Args:
        inputs: files and folders, or one.
        output: the build directory; its parent is made when missing.
        workers: processes that read documents; by default one for small inputs, else up to one for each core.
        force: replace a build that is there.
        skip_errors: go on past inputs that cannot be read; they are listed in the summary and the manifest.
        limits: time and memory that reading one file may take.
        models: a folder that `kg train` wrote; without one the models shipped with the package are used.
        progress: called with (files done, files in all).

    Raises:
        InputError: an input cannot be read and `skip_errors` is not set, or nothing was found to read.
        BuildError: the target cannot be written or holds something else.
        SchemaError: the models cannot be read.
    """
    if isinstance(inputs, str | os.PathLike):  # else each of its characters would be taken for a path
        inputs = [inputs]
    known = knowledge(Path(models) if models else FOLDER)
    target = Path(output)
    check_target(target, force=force)
    with fresh_folder(target) as partial, tempfile.TemporaryDirectory(prefix="kg-") as unpacked:
        sources = find_sources(inputs, Path(unpacked))
        tasks = sources.tasks
        if not tasks:
            what = "no file that can be read" if sources.skipped else "nothing: it is empty"
            raise InputError(str(inputs[0]), f"the folder holds {what}", "name one that holds documents")
        summary = Summary(skipped=[Problem(*one) for one in sources.skipped])
        staging = partial / "staging"
        staging.mkdir()
        results = _results(tasks, _worker_count(tasks, workers), limits or Limits(), known.models.folder)
        read = _counted(results, len(tasks), progress)
        manifest_inputs = _stage(read, staging, summary, skip_errors=skip_errors)
        listed = {type_: dict(_national_names(known, tables)) for type_, tables in NATIONAL_LISTS.items()}
        national = lambda type_, name: listed.get(type_, {}).get(name)  # noqa: E731
        summary.counts = join(staging, partial, known.gazetteer, national)
        shutil.rmtree(staging)
        manifest = {
            "layout": VERSION,
            "program": __version__,
            "schema": known.ontology.version,
            "lexicon": known.lexicon.version,
            "models": known.models.version,
            "counts": summary.counts,
            "inputs": manifest_inputs,
            "problems": [{"source": p.source, "message": p.message} for p in summary.problems],
            "skipped": [{"source": p.source, "reason": p.message} for p in summary.skipped],
            "notes": [{"source": p.source, "message": p.message} for p in summary.notes],
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
        (partial / "manifest.json").write_text(text + "\n", "utf-8")
    return summary


def _national_names(knowledge: Knowledge, tables: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each written form of word lists with the name that they give it."""
    for row in itertools.chain.from_iterable(map(knowledge.lexicon.rows, tables)):
        name = canonical(row["name"])
        yield name, name
        yield from ((canonical(a), name) for a in row.get("alias", "").split("|") if a)


def _plain(path: Path) -> bool:
    """Whether this process may read a file itself: plain text that is not long is safe and quick."""
    return SUFFIXES.get(path.suffix.lower()) == "text" and _size(path) <= SHORT


def _size(path: Path) -> int:
    """The bytes of a file, 0 for one that is gone since it was listed; reading it says so."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _worker_count(tasks: Sequence[Task], workers: int | None) -> int:
    if workers is not None:
        return max(1, min(workers, len(tasks)))
    size = sum(_size(path) for _, path in tasks)
    return 1 if size < SMALL else max(1, min(os.cpu_count() or 1, len(tasks), size // SHARE))


def _counted(read: Iterator[Loaded], total: int, progress: Progress | None) -> Iterator[Loaded]:
    for done, result in enumerate(read, 1):
        yield result
        if progress:
            progress(done, total)


def _results(tasks: Sequence[Task], workers: int, limits: Limits, models: Path) -> Iterator[Loaded]:
    """Read files in order; one that kills its worker becomes a problem, not the end."""
    if workers == 1 and sum(_size(path) for _, path in tasks) < SMALL and all(_plain(t.path) for t in tasks):
        return map(functools.partial(read_source, models=models), tasks)
    return read_in_workers(tasks, workers, limits, models)


def _stage(read: Iterable[Loaded], staging: Path, summary: Summary, *, skip_errors: bool) -> list[dict[str, Any]]:
    """Write the rows of all files, each text once, and return the manifest's list of inputs."""
    inputs: list[dict[str, Any]] = []
    seen: dict[str, str] = {}  # each text with the file that it was first met in
    duplicates = Duplicates()
    with closing(StagedFiles(staging)) as files:
        for loaded in read:
            if loaded.problem is not None:
                if not skip_errors:
                    raise KgError(f"{loaded.problem} Nothing was built; --skip-errors builds from the other inputs.")
                summary.problems.append(Problem(loaded.source, loaded.problem))
                inputs.append({"source": loaded.source, "sha256": loaded.sha256, "problem": loaded.problem})
                continue
            summary.notes += [Problem(loaded.source, note) for note in loaded.notes]
            ids = loaded.tables["documents"].column("doc_id").to_pylist()
            twins = [twin for one in loaded.sketches if one.doc_id not in seen and (twin := duplicates.twin(one))]
            same = Counter(seen[i] for i in ids if i in seen)
            summary.notes += [Problem(loaded.source, _same_note(of, n, len(ids))) for of, n in same.items()]
            summary.notes += [
                Problem(loaded.source, _twin_note(twin, seen.get(twin.of, loaded.source))) for twin in twins
            ]
            fresh = [i for i in ids if i not in seen and all(i != twin.doc_id for twin in twins)]
            seen |= dict.fromkeys(fresh, loaded.source)
            files.add({name: _first_only(table, ids, fresh) for name, table in loaded.tables.items()})
            about: dict[str, Any] = {"source": loaded.source, "sha256": loaded.sha256, "bytes": loaded.size}
            about["documents"] = ids
            if twins:
                about["near_duplicates"] = [twin._asdict() for twin in twins]
            inputs.append(about)
    return inputs


def _same_note(of: str, texts: int, out_of: int) -> str:
    what = "its text is" if out_of == 1 else f"{texts} of its {out_of} texts are"
    return f"{what} in {of} too and counted once"


def _twin_note(twin: Twin, of: str) -> str:
    return f"its text {twin.doc_id} is nearly that of {of} ({twin.similarity:.0%} the same) and counts once with it"


def _first_only(table: pa.Table, ids: list[str], fresh: list[str]) -> pa.Table:
    """The rows of the documents that no earlier file held."""
    if len(fresh) == len(ids):
        return table
    return table.filter(pc.is_in(table.column("doc_id"), pa.array(fresh, pa.string())))
