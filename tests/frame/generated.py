"""The files that are made from others, but for those that need LinkML: `python -m tests.frame.generated [--write]`.

Without --write it says which are stale, and fails.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping
from pathlib import Path

from kg.ontology import load_ontology
from kg.ontology.owl import to_owl
from kg.ontology.shacl import to_shacl
from tests.frame import readme

ROOT = Path(__file__).resolve().parent.parent.parent


def files() -> dict[str, str]:
    """Path → what it must hold."""
    ontology = load_ontology()
    return {
        "schema/generated/kg.owl.ttl": to_owl(ontology),
        "schema/generated/kg.shacl.ttl": to_shacl(ontology),
        "README.md": readme.render((ROOT / "README.md").read_text("utf-8")),
    }


def settle(wanted: Mapping[str, str], write: bool) -> int:
    """Write what differs, or name it. The exit code: 1 where something is stale and was left so."""
    stale = 0
    for name, text in wanted.items():
        path = ROOT / name
        old = path.read_text("utf-8") if path.exists() else ""
        if old == text:
            continue
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            print(f"{name}: written")
        else:
            stale = 1
            print(f"{name} is stale; make it anew with: make files")
            sys.stdout.writelines(list(difflib.unified_diff(old.splitlines(True), text.splitlines(True), n=0))[:20])
    return stale


if __name__ == "__main__":
    sys.exit(settle(files(), "--write" in sys.argv))
