"""CSV files for Neo4j: for `neo4j-admin database import full`, or for a script of LOAD CSV on a server that runs."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from kg.errors import BuildError
from kg.export import ExportOptions
from kg.export.neo4j_marks import graph_name, signature
from kg.export.neo4j_schema import schema_statements
from kg.export.neo4j_update import update_script
from kg.property_graph import NodeTable, PropertyGraph, Table, marked
from kg.tables import Build

TYPES = {"string": "string", "int": "long", "float": "double", "string[]": "string[]"}
# Candidates for the mark between the members of a list: the first that no member contains.
DELIMITERS = (";", "|", "¦", "␟", "\ue000", "\ue001", "\ue002")


def write_neo4j_csv(build: Build, target: Path, options: ExportOptions) -> None:
    """Write a folder of CSV files with a README and what else is needed to load them.

    Raises:
        BuildError: the folder cannot be written, or something else stands there.
        GraphNameError: no graph can be called so.
    """
    graph_name(options.graph)
    target = Path(target)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        if not _written(target):
            raise BuildError(f"{target}: something stands there already; name a new folder with -o.")
        if not options.force:
            raise BuildError(f"{target}: there is an export already; replace it with --force or choose another name.")
    partial = target.with_name(f".{target.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        with PropertyGraph(build) as graph:
            graph.settle()
            _write(graph, partial, options)
        if target.exists():
            shutil.rmtree(target)
        partial.rename(target)
    except OSError as error:
        raise BuildError(f"{target}: cannot be written ({error.strerror}); choose another place with -o.") from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _written(folder: Path) -> bool:
    """Whether a folder holds what `write_neo4j_csv` writes, and nothing else."""
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir()}
    others = {n for n in names if not (n.startswith(("nodes_", "relationships_")) and n.endswith(".csv"))}
    return "README.md" in names and others <= {"README.md", "schema.cypher", "update.cypher"}


def import_arguments(folder: Path, delimiter: str) -> list[str]:
    """What follows `neo4j-admin database import full`, run in the folder of the files."""
    nodes = sorted(path.name for path in folder.glob("nodes_*.csv"))
    edges = sorted(path.name for path in folder.glob("relationships_*.csv"))
    return [
        *(f"--nodes={name}" for name in nodes),
        *(f"--relationships={name}" for name in edges),
        "--multiline-fields=true",
        f"--array-delimiter={delimiter}",
        "--input-encoding=UTF-8",
        "--id-type=string",
    ]


def _write(graph: PropertyGraph, folder: Path, options: ExportOptions) -> None:
    delimiter = _delimiter(graph)
    tables: list[Table] = [t for t in graph.tables if graph.count(t)]
    for table in tables:
        kind = "nodes" if isinstance(table, NodeTable) else "relationships"
        with (folder / f"{kind}_{table.name}.csv").open("wb") as file:
            file.write((",".join(_header(table, plain=options.update)) + "\n").encode())
            for batch in _batches(graph, table, options, delimiter):
                _append(batch, file)
    signed = signature(graph.build)
    if options.update:
        script = "\n".join(update_script(tables, options.graph, signed, delimiter)) + "\n"
        (folder / "update.cypher").write_text(script, "utf-8")
        (folder / "README.md").write_text(_UPDATE_README.format(graph=options.graph), "utf-8")
        return
    with (folder / "nodes_KgGraph.csv").open("w", encoding="utf-8") as text:
        text.write("name:ID(KgGraph),:LABEL,build:string,program:string\n")
        cells = (options.graph, "KgGraph", signed["build"], signed["program"])
        text.write(",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n")
    schema = "".join(f"{statement};\n" for statement in schema_statements().values())
    (folder / "schema.cypher").write_text(schema, "utf-8")
    command = " \\\n  ".join(
        ["neo4j-admin database import full neo4j", *map(shlex.quote, import_arguments(folder, delimiter))]
    )
    (folder / "README.md").write_text(_README.format(command=command), "utf-8")


def _header(table: Table, *, plain: bool) -> list[str]:
    """The first line: names and types as the import tool wants them, or names alone for LOAD CSV."""
    marks = ["kg_graph", *(["kg_hash", "kg_keys"] if table.columns else [])]
    if plain:
        return [*(["id"] if isinstance(table, NodeTable) else ["start_id", "end_id"]), *table.columns, *marks]
    typed = [f"{name}:{TYPES[kind]}" for name, kind in table.columns.items()] + [f"{name}:string" for name in marks]
    if isinstance(table, NodeTable):
        return [f"id:ID({table.key_label})", *typed, ":LABEL"]
    return [f":START_ID({table.start_label})", f":END_ID({table.end_label})", *typed, ":TYPE"]


def _batches(graph: PropertyGraph, table: Table, options: ExportOptions, delimiter: str) -> Iterator[pa.RecordBatch]:
    labels = delimiter.join(table.labels) if isinstance(table, NodeTable) else table.type
    for batch in graph.arrow_of(marked(table)):
        names = batch.schema.names
        columns = [_column(batch.column(i), delimiter, plain=options.update) for i in range(len(names))]
        at = len(names) - 2 if table.columns else len(names)  # before kg_hash and kg_keys
        columns.insert(at, pa.array([options.graph] * batch.num_rows, pa.string()))
        names = [*names[:at], "kg_graph", *names[at:]]
        if not options.update:
            columns.append(pa.array([labels] * batch.num_rows, pa.string()))
            names = [*names, ":LABEL"]
        yield pa.RecordBatch.from_arrays(columns, names)


def _column(column: pa.Array, delimiter: str, *, plain: bool) -> pa.Array:
    if pa.types.is_list(column.type):
        column = pc.binary_join(column, delimiter)
    if plain and pa.types.is_string(column.type):  # servers differ in what a backslash means to LOAD CSV
        column = pc.replace_substring(column, "\\", BACKSLASH)
    return column


BACKSLASH = "\ue00f"  # stands for a backslash in the files for LOAD CSV


def _append(batch: pa.RecordBatch, file: pa.NativeFile) -> None:
    options = pacsv.WriteOptions(include_header=False, quoting_style="all_valid")
    pacsv.write_csv(pa.Table.from_batches([batch]), file, options)


def _delimiter(graph: PropertyGraph) -> str:
    lists = [(t, name) for t in graph.tables for name, kind in t.columns.items() if kind == "string[]"]
    for candidate in DELIMITERS:
        if not any(graph.contains(table, name, candidate) for table, name in lists):
            return candidate
    raise BuildError("names contain every mark that could part lists in CSV; use kg push or --to cypher instead.")


_README = """# A knowledge graph for neo4j-admin

Stop the server (or import into a database that does not exist yet), and run in this folder:

```sh
{command}
```

Add `--overwrite-destination` to replace a database. Then start the server, and make the constraints and indexes:

```sh
cypher-shell -f schema.cypher
```

A later `kg push` into the same database finds everything as it left it, and writes only what changed.
"""

_UPDATE_README = """# A knowledge graph for LOAD CSV

For a server that keeps running. Copy the CSV files into the server's folder `import`, and run

```sh
cypher-shell -f update.cypher
```

It makes the constraints and indexes, writes what is new or has other values into the graph “{graph}”, and removes what
vanished from it. What others added to the database stays. Run it as often as you like.
"""
