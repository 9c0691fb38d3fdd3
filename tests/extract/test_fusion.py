from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.errors import SchemaError
from kg.extract import extract
from kg.extract.around import overlaps
from kg.extract.evidence import TYPES, gather
from kg.extract.fusion import Fusion, Trees, load_fusion, save_fusion
from kg.extract.fusion_features import COLUMNS, matrix
from kg.extract.known import Known
from kg.extract.models import load_models
from kg.loaders import load
from kg.ontology import load_lexicon
from kg.text import analyse
from kg.types import Text
from tests.builders import mention, text_of

CLEAN = "全面开展“净地”行动，推进云川玻璃、远澜光电等企业技改。净地行动收官。"
NOTHING = Known(np.zeros(0, np.uint32), np.zeros(0, np.uint8), np.zeros(0, np.uint8))


@pytest.fixture(scope="module")
def sample() -> Text:
    folder = Path(__file__).parents[2] / "kg" / "sample" / "texts"
    return analyse(load(folder / "news-qibin.txt")[0], load_lexicon())


def test_trees_go_right_where_the_column_is_greater() -> None:
    trees = Trees(0.5, np.array([[1]], np.int16), np.array([[2.0]], np.float32), np.array([[-1.0, 1.0]], np.float32))
    x = np.array([[9, 2.0], [9, 2.5]], np.float32)
    assert trees.log_odds(x).tolist() == [-0.5, 1.5]
    assert trees.log_odds(x[:0]).tolist() == []


def test_overlaps_are_all_pairs() -> None:
    start, end = np.array([0, 0, 3, 5]), np.array([4, 2, 6, 7])
    for most in (1, 2, 100):
        portions = [list(zip(i.tolist(), j.tolist(), strict=True)) for i, j in overlaps(start, end, most)]
        assert [pair for portion in portions for pair in portion] == [(0, 1), (0, 2), (2, 3)]


def test_features_say_what_they_are_called() -> None:
    found = [
        mention(CLEAN, "“净地”行动", "Program", 0.7, "program:quoted_head"),
        mention(CLEAN, "云川玻璃", "Enterprise", 0.6, "enterprise:list"),
        mention(CLEAN, "远澜光电", "Enterprise", 0.4, "enterprise:list"),
    ]
    text = text_of(CLEAN)
    e = gather(text, found, [[(4, 6, "Slogan", 0.2)], []])
    x = matrix(text, load_lexicon(), e, NOTHING)
    assert x.shape == (len(e), len(COLUMNS))
    assert np.isfinite(x).all()
    row = {CLEAN[a:b]: dict(zip(COLUMNS, v, strict=True)) for a, b, v in zip(e.start, e.end, x.tolist(), strict=True)}
    assert row["“净地”行动"]["rule_program"] == pytest.approx(0.7)
    assert row["“净地”行动"]["opens_quoted"] == 1
    assert row["云川玻璃"]["list_best"] == pytest.approx(0.4)
    assert row["远澜光电"]["list_neighbours"] == 1
    assert row["云川玻璃"]["is_Enterprise"] == 1


def test_the_shipped_model_fits_the_features() -> None:
    fusion = load_models().fusion
    assert len(fusion.thresholds) == len(TYPES)
    assert int(fusion.trees.column.max()) < len(COLUMNS)


def test_models_are_kept_whole_and_told_apart(tmp_path: Path) -> None:
    fusion = Fusion(
        Trees(0.5, np.array([[1]], np.int16), np.array([[2.0]], np.float32), np.array([[-1.0, 1.0]], np.float32)),
        np.full(len(TYPES), 0.25),
        Known(np.array([7, 900], np.uint32), np.array([3, 1], np.uint8), np.array([0, 1], np.uint8)),
    )
    for name in ("a.npz", "b.npz"):
        save_fusion(tmp_path / name, fusion)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    again = load_fusion(tmp_path / "a.npz")
    assert again.trees.leaf.tolist() == [[-1.0, 1.0]]
    assert [column.tolist() for column in again.known] == [[7, 900], [3, 1], [0, 1]]
    (tmp_path / "c.npz").write_bytes(b"no model")
    with pytest.raises(SchemaError, match="learn one with kg train"):
        load_fusion(tmp_path / "c.npz")


def test_extraction_is_deterministic_and_never_crosses(sample: Text) -> None:
    found, refused = extract(sample, load_lexicon())
    assert found
    assert (found, refused) == extract(sample, load_lexicon())
    assert all(0 < m.confidence < 1 for m in found)
    for i, a in enumerate(found):
        assert all(b.start >= a.end or b.end <= a.end for b in found[i + 1 :])


def test_an_empty_text_has_no_names() -> None:
    assert extract(text_of(""), load_lexicon()) == ([], [])
