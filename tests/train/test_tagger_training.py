"""Training the tagger: labels, and it learns what it is shown, the same each time."""

from __future__ import annotations

from pathlib import Path

from kg.extract.crf import candidates
from kg.extract.pieces import pieces
from kg.extract.tagger import energies, load_model
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.train import Settings
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


def test_a_trained_model_finds_its_names_and_is_the_same_twice(tmp_path: Path) -> None:
    names = ("清源", "护苗", "铸盾", "春晖", "固本", "安澜")
    texts = [text_of(f"今年开展“{name}”行动，成效明显。各部门要继续努力，再创佳绩。") for name in names]
    forms = [f"“{name}”行动" for name in names]
    golds = [{"entities": [{"type": "Program", "name": form, "mentions": [form]}]} for form in forms]
    paths = [tmp_path / "one.npz", tmp_path / "two.npz"]
    for path in paths:
        how = Settings(epochs=40, step=0.02, warm=5, batch=60, hidden=16, drop=0.0, letters=0.3)
        train.train(texts, golds, path, load_lexicon(), how)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    text, model = text_of("全市开展“铁拳”行动，效果很好。"), load_model(paths[0])
    found = candidates(energies(text, load_lexicon(), model), pieces(text), model.layers, 0.5)
    assert [(c.type, text.clean[c.start : c.end]) for c in found[0]] == [("Program", "“铁拳”行动")]
