"""Build the distribution and look into it: `python -m tests.frame.wheel FOLDER`.

The wheel from the checkout (with its links kg/loaders and kg/schema) and the one from the source archive must hold the
same files, and all that the program reads at run time.
"""

from __future__ import annotations

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
    """What must be in the wheel: our modules, the ontology, the word lists, the sample."""
    wanted = [*ROOT.glob("kg/**/*.py"), *ROOT.glob("loaders/**/*.py")]
    wanted += [p for p in (ROOT / "schema").rglob("*") if p.suffix in (".yaml", ".tsv", ".ttl", ".json")]
    wanted += [p for p in (ROOT / "kg" / "sample").rglob("*") if p.is_file()]
    names = {p.relative_to(ROOT).as_posix() for p in wanted if "__pycache__" not in p.parts}
    names = {name for name in names if not (name.startswith(("schema/", "kg/schema/")) and name.endswith(".py"))}
    return {name if name.startswith("kg/") else f"kg/{name}" for name in names}


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
