"""Where what the engines make of a build is kept, and the name that it has there."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.tables import Build


def beside(build: Build) -> Path:
    """The folder beside a build for what is made of it; it may not be there, and one may not be allowed to make it."""
    target = build.path.resolve()
    return target.parent / f".{target.name}.cache"


def content_key(build: Build, *versions: bytes) -> str:
    """Names a build's content and what makes something of it, by its versions.

    The content is the manifest, and sizes and times of the tables: equal inputs may meet other rules.
    """
    digest = hashlib.sha256((build.path / "manifest.json").read_bytes())
    for path in sorted(build.path.glob("*.parquet")):
        state = path.stat()
        digest.update(f"{path.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    for version in versions:
        digest.update(version)
    return digest.hexdigest()[:16]
