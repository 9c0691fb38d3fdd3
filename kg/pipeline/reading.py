"""One file into staged tables: what a worker does, a pure function of the file's bytes and of `schema/`."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from kg.errors import KgError
from kg.extract.models import FOLDER, load_models
from kg.loaders import read, read_file
from kg.ontology import load_gazetteer, load_lexicon, load_ontology
from kg.pipeline.document import Knowledge, read_article
from kg.pipeline.duplicates import Sketch, sketch
from kg.pipeline.language import hardly_chinese
from kg.pipeline.rows import rows
from kg.pipeline.staging import STAGED


class Task(NamedTuple):
    """A file to read: its name in the tables and where it lies."""

    source: str
    path: Path


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading one file gave: Arrow tables, the file's hash, notes on what it lacks, or the problem."""

    source: str
    sha256: str = ""
    size: int = 0
    tables: dict[str, pa.Table] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    sketches: tuple[Sketch, ...] = ()
    problem: str | None = None


def knowledge(models: Path = FOLDER) -> Knowledge:
    """The contents of `schema/` and the models of a folder, read once in each process."""
    return Knowledge(load_lexicon(), load_gazetteer(), load_ontology(), load_models(models))


def read_source(task: Task, models: Path = FOLDER) -> Loaded:
    """Load one file and extract all its articles; whatever goes wrong becomes the problem of this file."""
    source, path = task
    digest, size = "", 0
    try:
        file = read_file(path, source)
        digest, size = hashlib.sha256(file.data).hexdigest(), len(file.data)
        known = knowledge(models)
        collected: dict[str, list[dict[str, Any]]] = {name: [] for name in STAGED}
        seen: set[str] = set()
        notes: dict[str, None] = {}
        sketches: list[Sketch] = []
        articles = read(file)
        if foreign := hardly_chinese([article.text for article in articles]):
            notes[foreign] = None
        for article in articles:
            notes.update(dict.fromkeys(article.notes))
            facts = read_article(replace(article, source=article.hints.get("url") or source), known)
            if facts.text.document.doc_id in seen:  # a feed that repeats an article
                continue
            seen.add(facts.text.document.doc_id)
            for name, found in rows(facts, known).items():
                collected[name] += found
            document = facts.text.document
            doc_id = document.doc_id
            place = document.region.key if document.region else None
            sketches.append(sketch(doc_id, document.text, document.year, place))
            collected["origins"] += [
                {"doc_id": doc_id, "start": o.start, "end": o.end, "page": o.page}
                | {"sheet": o.table, "row": o.row, "column": o.column}
                for o in article.origins
            ]
        tables = {name: pa.Table.from_pylist(found, schema=STAGED[name]) for name, found in collected.items()}
        return Loaded(source, digest, size, tables, tuple(notes), tuple(sketches))
    except KgError as error:
        problem = str(error)
    except MemoryError:
        problem = f"{source}: reading it needs more memory than a file may use; split it, or raise --memory-limit."
    except RecursionError:
        problem = f"{source}: it is nested too deeply to be read; leave it out."
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(at.filename).name}, line {at.lineno}"
        problem = f"{source}: reading it failed ({type(error).__name__} in {where}: {error}); please report this file."
    return Loaded(source, digest, size, problem=problem)
