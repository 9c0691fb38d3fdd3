from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import BuildError
from kg.pipeline.store import check_target, fresh_folder
from kg.tables import Build


def write(target: Path, text: str) -> None:
    with fresh_folder(target) as partial:
        (partial / "manifest.json").write_text(text)


def test_a_new_build_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "build"
    write(target, "old")
    write(target, "new")
    assert (target / "manifest.json").read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["build"]


def test_a_failure_leaves_the_old_build_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "build"
    write(target, "old")
    with pytest.raises(KeyboardInterrupt), fresh_folder(target) as partial:
        (partial / "manifest.json").write_text("half")
        raise KeyboardInterrupt
    assert (target / "manifest.json").read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["build"]


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"No space left on device.*nothing was changed"), fresh_folder(tmp_path / "b"):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_what_killed_builds_left_is_swept(tmp_path: Path) -> None:
    dead = tmp_path / ".build.999999999.partial"
    dead.mkdir()
    write(tmp_path / "build", "new")
    assert [p.name for p in tmp_path.iterdir()] == ["build"]


def test_an_old_build_caught_between_two_renames_comes_back(tmp_path: Path) -> None:
    old = tmp_path / ".build.999999999.old.partial"
    old.mkdir()
    (old / "manifest.json").write_text("old")
    with pytest.raises(KeyboardInterrupt), fresh_folder(tmp_path / "build"):
        raise KeyboardInterrupt
    assert (tmp_path / "build" / "manifest.json").read_text() == "old"


def test_targets_that_are_refused(tmp_path: Path) -> None:
    file, full, build = tmp_path / "file", tmp_path / "full", tmp_path / "build"
    file.touch()
    full.mkdir()
    (full / "thesis.docx").touch()
    write(build, "old")
    for target, words in ((file, "a file stands"), (full, "not empty and no build"), (build, "--force")):
        with pytest.raises(BuildError, match=words):
            check_target(target, force=False)
    check_target(build, force=True)
    check_target(tmp_path / "new", force=False)


def test_what_is_no_build_is_said_in_a_sentence(tmp_path: Path) -> None:
    def refused(path: Path) -> str:
        with pytest.raises(BuildError, match=r"\A[^\n]*\.\Z") as error:
            Build(path)
        return str(error.value)

    texts, damaged = tmp_path / "texts", tmp_path / "damaged"
    texts.mkdir()
    (text := texts / "a.txt").write_text("株洲市")
    write(damaged, "{")
    assert f"no such folder; make one with: kg build INPUT -o {tmp_path / 'none'}" in refused(tmp_path / "none")
    assert f"no build directory; make one with: kg build {texts} -o build" in refused(texts)
    assert f"no build directory; make one with: kg build {text} -o build" in refused(text)
    assert f"damaged; build again with: kg build INPUT -o {damaged} --force" in refused(damaged)


def test_a_path_that_no_command_speaks_of_is_a_sentence_too() -> None:
    result = CliRunner().invoke(main, ["stats", "长" * 200])
    assert result.exit_code == 1
    assert result.stderr.startswith("kg: 长") and result.stderr.endswith("; check the path and its permissions.\n")
