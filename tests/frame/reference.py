"""What LinkML and pyLODE make of the ontology: lint, JSON Schema, reference pages, the page of the vocabulary.

`python -m tests.frame.reference [--write]`, in an environment with these and nothing of ours. Without --write it
names what is stale, and fails.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.frame import namespace

ROOT = Path(__file__).resolve().parent.parent.parent
ONTOLOGY = ROOT / "schema" / "ontology"
GENERATED = ROOT / "schema" / "generated"


def run(program: str, *arguments: str) -> str:
    """One of LinkML's programs; its output.

    Raises:
        SystemExit: it failed; what it said is printed.
    """
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{program} {' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return done.stdout


def json_schema() -> str:
    """The JSON Schema, with Chinese as it is."""
    made = json.loads(run("gen-json-schema", "--no-metadata", str(ONTOLOGY / "kg.yaml")))
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def pages() -> dict[str, str]:
    """The reference pages, one for each class, property and enumeration."""
    with tempfile.TemporaryDirectory() as folder:
        # In folders by kind, since evidence (a property) and Evidence (a class) are one file on some systems.
        options = ("--no-metadata", "--subfolder-type-separation", "--directory", folder)
        run("gen-doc", *options, str(ONTOLOGY / "kg.yaml"))
        found = sorted(Path(folder).rglob("*.md"))
        return {path.relative_to(folder).as_posix(): tidy(path.read_text("utf-8")) for path in found}


def tidy(page: str) -> str:
    """A page without the blank lines and blanks that the templates leave behind."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", page, flags=re.MULTILINE)).strip() + "\n"


def main(write: bool) -> int:
    print(run("linkml-lint", str(ONTOLOGY)), end="")
    wanted = {GENERATED / "kg.schema.json": json_schema()}
    wanted |= {GENERATED / "reference" / name: text for name, text in pages().items()}
    wanted[GENERATED / "kg.html"] = namespace.page(GENERATED / "kg.owl.ttl")
    have = {path: path.read_text("utf-8") for path in GENERATED.rglob("*") if path.suffix in (".md", ".json", ".html")}
    stale = sorted(path for path in {*wanted, *have} if wanted.get(path) != have.get(path))
    if not write:
        for path in stale[:5]:
            print(f"{path.relative_to(ROOT)} is stale")
        if stale:
            print(f"{len(stale)} stale files; make them anew with: make files")
        return 1 if stale else 0
    for path in stale:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], "utf-8")
        else:
            path.unlink()
    print(f"{len(stale)} files written or removed")
    return 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv))
