"""Build the distribution and look into it: `python -m tests.frame.wheel FOLDER`.

The wheel from the checkout (with its links kg/loaders and kg/schema) and the one from the source archive must hold the
same files, and all that the program reads at run time.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def build(source: Path, target: Path, kind: str) -> Path:
    """Build the `wheel` or the `sdist` of a source folder into an empty folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, stdout=subprocess.DEVNULL)
    return next(target.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


def contents(wheel: Path) -> dict[str, bytes]:
    """Name → bytes of what a wheel installs."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}


def expected() -> set[str]:
    """What must be in the wheel: kg/, loaders/ and schema/, but the reference pages and makers of word lists."""
    found: set[str] = set()
    for folder in ("kg", "loaders", "schema"):
        names = (path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file())
        found |= {name if folder == "kg" else f"kg/{name}" for name in names}
    left_out = re.compile(r"__pycache__|^kg/schema/generated/reference/|^kg/schema/.*\.py$")
    return {name for name in found if not left_out.search(name)}


def main(folder: Path) -> None:
    """Build both, compare, and leave the wheel in the folder.

    Raises:
        SystemExit: something is missing or differs.
    """
    for old in folder.glob("*"):
        old.unlink()
    wheel = contents(build(ROOT, folder, "wheel"))
    with tempfile.TemporaryDirectory() as temporary:
        archive = build(ROOT, Path(temporary) / "sdist", "sdist")
        subprocess.run(["tar", "-xzf", str(archive), "-C", temporary], check=True)
        unpacked = Path(temporary) / archive.name.removesuffix(".tar.gz")
        again = contents(build(unpacked, Path(temporary) / "wheel", "wheel"))
    if missing := sorted(expected() - set(wheel)):
        sys.exit(f"not in the wheel: {', '.join(missing)}")
    if differs := sorted(name for name in {*wheel, *again} if wheel.get(name) != again.get(name)):
        sys.exit(f"the wheel of the source archive differs: {', '.join(differs)}")
    if strange := sorted(name for name in wheel if not name.startswith("kg/")):
        sys.exit(f"outside of kg/ in the wheel: {', '.join(strange)}")
    print(f"{len(wheel)} files, {sum(map(len, wheel.values())) / 1e6:.1f} MB unpacked")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
