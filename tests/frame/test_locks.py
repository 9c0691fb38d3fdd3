"""The locked requirements: hashed, without addresses, and those of pyproject."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.tools import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def names(text: str) -> set[str]:
    return {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: str(path.stem))
def test_a_lock_has_hashes_and_no_addresses(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=\S)", text.strip())
    assert entries and all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_the_locks_have_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        "core": project["project"]["dependencies"],
        "dev": [*project["project"]["dependencies"], *groups["test"], *groups["lint"]],
        "build": groups["build"],
        "ontology": groups["ontology"],
    }
    for lock, requirements in wanted.items():
        asked = names("\n".join(re.split(r"[<>=!;\s\[]", line)[0] + "==" for line in requirements))
        have = names((ROOT / "requirements" / f"{lock}.txt").read_text("utf-8"))
        assert asked <= have, f"make lock ({lock})"
