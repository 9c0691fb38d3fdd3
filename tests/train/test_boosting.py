from __future__ import annotations

import numpy as np

from kg.train.boosting import Growth, boost


def test_trees_learn_an_interaction_and_are_the_same_each_time() -> None:
    rng = np.random.default_rng(0)
    x = rng.random((600, 4)).astype(np.float32)
    y = ((x[:, 0] > 0.5) ^ (x[:, 2] > 0.3)).astype(float)
    growth = Growth(trees=60, depth=3, step=0.3)
    trees = boost(x, y, np.ones(600), growth)
    assert ((trees.log_odds(x) > 0) == (y > 0)).mean() > 0.97
    again = boost(x, y, np.ones(600), growth)
    assert again.leaf.tobytes() == trees.leaf.tobytes()
    assert again.cut.tobytes() == trees.cut.tobytes()


def test_where_nothing_can_be_learnt_the_share_is_the_answer() -> None:
    x = np.ones((100, 3), np.float32)
    y = np.array([1.0] * 25 + [0.0] * 75)
    odds = boost(x, y, np.ones(100), Growth(trees=3)).log_odds(x)
    assert np.allclose(1 / (1 + np.exp(-odds)), 0.25)
