from __future__ import annotations

import importlib.abc
import sys

import numpy as np
import pytest

from kg.errors import MissingExtraError, MissingProgramError
from kg.train.boosting import Growth, boost, library


def test_trees_learn_an_interaction_and_are_the_same_each_time() -> None:
    rng = np.random.default_rng(0)
    x = rng.random((600, 4)).astype(np.float32)
    y = ((x[:, 0] > 0.5) ^ (x[:, 2] > 0.3)).astype(float)
    growth = Growth(trees=60, depth=3, leaves=8, step=0.3, least=5, columns=1.0)
    trees = boost(x, y, np.ones(600), growth)
    assert trees.leaf.shape == (60, 8)
    assert ((trees.log_odds(x) > 0) == (y > 0)).mean() > 0.97
    again = boost(x, y, np.ones(600), growth)
    assert again.leaf.tobytes() == trees.leaf.tobytes()
    assert again.cut.tobytes() == trees.cut.tobytes()


def test_the_arrays_say_what_lightgbm_says(monkeypatch: pytest.MonkeyPatch) -> None:
    lightgbm = library()
    kept = []
    train = lightgbm.train

    def keeping(*args: object) -> object:
        kept.append(train(*args))
        return kept[-1]

    monkeypatch.setattr(lightgbm, "train", keeping)
    rng = np.random.default_rng(1)
    x = np.round(rng.normal(size=(3000, 6)), 2).astype(np.float32)  # few values: many rows lie at the cuts
    y = (x[:, 0] * x[:, 1] + x[:, 2] > rng.normal(size=3000)).astype(float)
    trees = boost(x, y, rng.random(3000), Growth(trees=40, depth=5, leaves=12, least=10))
    assert np.allclose(trees.log_odds(x), kept[0].predict(x, raw_score=True), atol=1e-4)


def test_where_nothing_can_be_learnt_the_share_is_the_answer() -> None:
    x = np.ones((100, 3), np.float32)
    y = np.array([1.0] * 25 + [0.0] * 75)
    odds = boost(x, y, np.ones(100), Growth(trees=3)).log_odds(x)
    assert np.allclose(1 / (1 + np.exp(-odds)), 0.25)


class Broken(importlib.abc.MetaPathFinder):
    """Stands for a LightGBM whose own library cannot be loaded."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "lightgbm":
            raise OSError("libgomp.so.1: cannot open shared object file")


def test_learning_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "lightgbm", None)
        with pytest.raises(MissingExtraError, match=r"pip install 'quyu-kg\[train\]'"):
            library()
    monkeypatch.delitem(sys.modules, "lightgbm", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    with pytest.raises(MissingProgramError, match="needs the program libgomp1"):
        library()
