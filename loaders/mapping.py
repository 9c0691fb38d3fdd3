"""Mapping files: what the columns of a table hold, told by a person where their names do not tell.

`projects.xlsx.map.yaml` beside `projects.xlsx` (`kg map projects.xlsx` proposes one)::

    重点项目:              # a sheet; "*" for all sheets and for files without sheets
      rows: projects      # projects, enterprises, regions or indicators
      columns:
        工程名称: name
        概算（万元）: investment 万元
        备注: "-"          # left out
"""

from __future__ import annotations

from typing import Any

import yaml

from kg.errors import InputError
from kg.loaders.discover import MAPPING
from kg.loaders.file import File, printable

ROWS = ("projects", "enterprises", "regions", "indicators")


def fields_by(file: File) -> dict[str, str]:
    """What the mapping file beside a JSON file says of its fields: text, title, published, url, issuer → name.

    Raises:
        InputError: the mapping file is no YAML or has no part `fields`.
    """
    data = _mapping(file)
    if data is None:
        return {}
    fields = data.get("fields")
    if not isinstance(fields, dict):
        raise InputError(file.name, "its mapping file has no part fields", "write fields: {text: …, title: …} into it")
    return {str(what): str(name) for what, name in fields.items()}


def told_by(file: File, sheet: str) -> dict[str, str] | None:
    """What the mapping file beside a table says of one sheet: header → role, and `rows` → what a row is about.

    Raises:
        InputError: the mapping file is no YAML or not of the form above.
    """
    data = _mapping(file)
    if data is None:
        return None
    part = data.get(sheet, data.get("*"))
    if part is None:
        return None
    columns = part.get("columns", {}) if isinstance(part, dict) else None
    if not isinstance(columns, dict) or part.get("rows", ROWS[0]) not in ROWS:
        problem = f"in its mapping file the part {sheet or '*'} needs rows (one of {', '.join(ROWS)}) and columns"
        raise InputError(file.name, problem, _remedy(file))
    told = {str(header): str(role) for header, role in columns.items()}
    if "rows" in part:
        told["rows"] = str(part["rows"])
    return told


def _remedy(file: File) -> str:
    return f"write it anew with: kg map {printable(file.path.name if file.path else file.name)}"


def _mapping(file: File) -> dict[Any, Any] | None:
    if file.path is None:
        return None
    path = file.path.with_name(file.path.name + MAPPING)
    if not path.is_file():
        return None
    try:
        data: Any = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, OSError):
        raise InputError(file.name, "its mapping file is no YAML", _remedy(file)) from None
    if not isinstance(data, dict):
        raise InputError(file.name, "its mapping file names no sheet", _remedy(file))
    return data
