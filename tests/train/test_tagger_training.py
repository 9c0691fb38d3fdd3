"""Training the tagger: labels, thresholds, the same bytes twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract import tagger
from kg.extract.features import features
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.train import tagger as train
from kg.types import Article, Text


def text_of(words: str) -> Text:
    return analyse(Article("test", words), load_lexicon())


def test_the_longest_form_is_labelled_and_other_names_in_it_go_to_the_inner_layer() -> None:
    entities = [("Project", frozenset({"远澜光电产业园", "产业园"})), ("Enterprise", frozenset({"远澜光电"}))]
    found = train.label("远澜光电产业园开工，远澜光电到会。", entities)
    assert found == {"outer": [(0, 7, "Project"), (10, 14, "Enterprise")], "inner": [(0, 4, "Enterprise")]}


def test_tags_of_spans() -> None:
    assert train.tags(6, [(1, 4, "B"), (5, 6, "A")], ("A", "B")).tolist() == [0, 5, 6, 7, 0, 4]


def test_calibration_follows_the_data() -> None:
    slope, intercept = train.fit_platt([(0.9, True)] * 90 + [(0.9, False)] * 110)
    assert tagger._calibrate(0.9, slope, intercept) == pytest.approx(0.45, abs=0.05)


def test_a_trained_model_finds_its_names_and_is_the_same_twice(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite")
    names = ("清源", "护苗", "铸盾", "春晖", "固本", "安澜")
    texts = [text_of(f"今年开展“{name}”行动，成效明显。各部门要继续努力，再创佳绩。") for name in names]
    forms = [f"“{name}”行动" for name in names]
    golds = [{"entities": [{"type": "Program", "name": form, "mentions": [form]}]} for form in forms]
    paths = [tmp_path / "one.npz", tmp_path / "two.npz"]
    for path in paths:
        train.train(texts, golds, path, load_lexicon(), train.Settings(folds=2))
    assert paths[0].read_bytes() == paths[1].read_bytes()
    text = text_of("全市开展“铁拳”行动，效果很好。")
    found = tagger.tag(text, features(text, load_lexicon()), tagger.load_model(paths[0]))
    assert [text.clean[m.start : m.end] for m in found] == ["“铁拳”行动"]
