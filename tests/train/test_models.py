"""kg train: models from labelled texts, and a build with them."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import InputError
from kg.extract.models import ARBITRATION, FOLDER, TAGGER, load_models
from kg.tables import Build
from kg.train import LEAST, Growth, Settings, few, train_models
from kg.train.marked import CODES

SMALL, FEW = Settings(epochs=2, hidden=8), Growth(trees=3)  # quick, and good for nothing
NAMES = ("清源", "护苗", "铸盾", "春晖", "固本", "安澜", "净水", "暖心")


def labelled(folder: Path) -> Path:
    """Half of the documents with marks in the text, half beside gold files."""
    (folder / "texts").mkdir(parents=True)
    (folder / "gold").mkdir()
    marked = ""
    for i, name in enumerate(NAMES):
        text = f"今年开展“{name}”行动，成效明显。各部门要继续努力，再创佳绩。"
        if i % 2:
            marked += f"# title:\n# region:\n{text.replace(name, '{G:' + name + '}')}\n\n"
            continue
        (folder / "texts" / f"{i}.txt").write_text(text, "utf-8")
        label = {"source": f"{i}.txt", "title": "", "entities": [{"type": "Program", "name": name, "mentions": [name]}]}
        (folder / "gold" / f"{i}.json").write_text(json.dumps(label), "utf-8")
    (folder / "marked.txt").write_text(marked, "utf-8")
    return folder


def same(one: Path, other: Path) -> bool:
    """Whether two taggers have the same weights (but for the rounding of the logarithms of transitions)."""
    with np.load(one) as a, np.load(other) as b:
        numbers = [name for name in a.files if a[name].dtype.kind == "f"]
        return a.files == b.files and all(a[n].shape == b[n].shape and np.allclose(a[n], b[n]) for n in numbers)


def test_models_are_learnt_and_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.train.train_models", functools.partial(train_models, settings=SMALL, growth=FEW))
    given = labelled(tmp_path / "given")
    models = tmp_path / "models"
    command = ["train", str(given / "texts"), str(given / "gold"), "--marked", str(given / "marked.txt")]
    done = CliRunner().invoke(main, [*command, "-o", str(models)])
    assert done.exit_code == 0, done.output
    said = " ".join(done.stderr.split())
    assert "warning: there are only 8 labelled documents; models learnt from fewer than 30 " in said
    assert "warning: no document has an example of Region, Enterprise, Zone, Project, Slogan, " in said
    assert sorted(p.name for p in models.iterdir()) == sorted([TAGGER, ARBITRATION])
    again = CliRunner().invoke(main, [*command, "-o", str(models)])
    assert again.exit_code == 1 and "a file is there already; replace it with --force" in " ".join(again.stderr.split())
    build = tmp_path / "build"
    done = CliRunner().invoke(main, ["build", str(given / "texts"), "-o", str(build), "--models", str(models)])
    assert done.exit_code == 0, done.output
    manifest = json.loads((build / "manifest.json").read_text("utf-8"))
    assert manifest["models"] == load_models(models).version != load_models().version
    assert Build(build).table("documents").num_rows == 4


def test_enough_labels_are_no_matter() -> None:
    entities = [{"type": kind, "name": "甲", "mentions": ["甲"]} for kind in CODES.values()]
    assert few([{"entities": entities}] * LEAST) == []
    assert len(few([{"entities": entities}] * (LEAST - 1))) == 1
    (types,) = few([{"entities": entities[1:]}] * LEAST)
    assert types.startswith("no document has an example of Region;")


def test_the_same_models_twice(tmp_path: Path) -> None:
    given = labelled(tmp_path / "given")
    for name in ("one", "two"):
        train_models(given / "texts", [given / "gold"], tmp_path / name, settings=SMALL, growth=FEW)
    for file in (TAGGER, ARBITRATION):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_learning_goes_on_from_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    still = Settings(epochs=1, step=0.0)
    monkeypatch.setattr("kg.train.train_models", functools.partial(train_models, settings=still, growth=FEW))
    given, out, kept = labelled(tmp_path / "given"), tmp_path / "models", tmp_path / "kept"
    command = ["train", str(given / "texts"), str(given / "gold"), "-o", str(out), "--keep", str(kept)]
    done = CliRunner().invoke(main, [*command, "--from", "shipped"])
    assert done.exit_code == 0, done.output
    for model in (out / TAGGER, *(kept / f"fold{k}.npz" for k in range(5))):
        assert same(model, FOLDER / TAGGER)  # steps of no length: each tagger is the one it began with
    done = CliRunner().invoke(main, [*command, "--from", str(tmp_path / "nowhere"), "--force"])
    assert done.exit_code == 1 and "nowhere/tagger.npz: the tagger's model cannot be read" in " ".join(
        done.stderr.split()
    )


def test_of_a_fold_its_own_model_goes_on(tmp_path: Path) -> None:
    given, first = labelled(tmp_path / "given"), tmp_path / "first"
    train_models(given / "texts", [given / "gold"], first, settings=SMALL, growth=FEW, keep=first)
    kept, still = tmp_path / "kept", Settings(epochs=1, step=0.0)
    train_models(given / "texts", [given / "gold"], kept, settings=still, growth=FEW, keep=kept, onward=first)
    for name in (TAGGER, "fold0.npz", "fold4.npz"):
        assert same(kept / name, first / name)
    assert not same(kept / "fold0.npz", kept / TAGGER)


def test_without_labels_nothing_is_learnt(tmp_path: Path) -> None:
    given = labelled(tmp_path / "given")
    with pytest.raises(InputError, match="no two labelled documents"):
        train_models(given / "texts", [], tmp_path / "models")
    assert not (tmp_path / "models").exists()


def test_a_build_with_models_that_are_not_there_says_so(tmp_path: Path) -> None:
    given = labelled(tmp_path / "given")
    arguments = ["build", str(given / "texts"), "-o", str(tmp_path / "b"), "--models", str(tmp_path / "none")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1
    assert "kg train" in done.output
    assert not (tmp_path / "b").exists()
