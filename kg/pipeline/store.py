"""Writing a build directory so that a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from kg.errors import BuildError

_PARTIAL = ".partial"


def check_target(target: Path, *, force: bool) -> None:
    """Refuse a target that holds something else than a build, or a build without `force`.

    Raises:
        BuildError: with the way out.
    """
    if not target.exists():
        return
    if not target.is_dir():
        raise BuildError(f"{target}: a file stands where the build directory should go; choose another name with -o.")
    if (target / "manifest.json").is_file():
        if not force:
            raise BuildError(f"{target}: there is a build already; replace it with --force or choose another -o.")
    elif any(target.iterdir()):
        raise BuildError(f"{target}: the folder is not empty and no build; choose another name with -o.")


@contextlib.contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """A new folder beside the target that takes its place when the block ends well, and vanishes when it does not.

    Raises:
        BuildError: the disk is full or the place cannot be written; the old build is untouched.
    """
    target = target.absolute()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        partial = target.parent / f".{target.name}.{os.getpid()}{_PARTIAL}"
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir()
    except OSError as error:
        raise BuildError(f"{target}: cannot be written ({error.strerror}); choose another place with -o.") from None
    try:
        yield partial
        _swap(partial, target)
    except OSError as error:
        message = (
            f"{target}: writing failed ({error.strerror or error}); nothing was changed, free some space or choose -o."
        )
        raise BuildError(message) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _swap(partial: Path, target: Path) -> None:
    for path in partial.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    if not target.exists():
        partial.rename(target)
        return
    old = target.parent / f".{target.name}.{os.getpid()}.old{_PARTIAL}"
    target.rename(old)
    try:
        partial.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Remove what killed builds of this target left; bring back an old build that a kill caught between two renames."""
    for path in sorted(target.parent.glob(f".{target.name}.*{_PARTIAL}")):
        owner = path.name[len(target.name) + 2 :].split(".")[0]
        if owner.isdigit() and _alive(int(owner)) and int(owner) != os.getpid():
            continue
        if path.name.endswith(f".old{_PARTIAL}") and not target.exists():
            path.rename(target)
        else:
            shutil.rmtree(path, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
