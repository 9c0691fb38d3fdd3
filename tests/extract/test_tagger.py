"""The trained tagger: what it reads, its recurrent layer step by step, the shipped model, damaged files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.errors import SchemaError
from kg.extract import tagger
from kg.extract.crf import candidates, legal
from kg.extract.encoder import load_encoder
from kg.extract.models import FOLDER, TAGGER, load_models
from kg.extract.pieces import pieces
from kg.extract.tagger import Known, Model, codes, energies, hints, inputs, load_model, model_of, rows
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article, Text

REPORT = (
    "2031年云川市政府工作报告\n"
    "深入开展“蓝盾护航”专项行动，云川智造产业园引进远澜光电。总投资12亿元的液晶模组生产基地项目开工建设。"
)


def text_of(words: str) -> Text:
    return analyse(Article("test", words), load_lexicon())


@pytest.fixture(scope="module")
def report() -> Text:
    return text_of(REPORT)


def small_model(text: Text, hidden: int = 3) -> Model:
    """A small model with random weights that knows half of the words of a text."""
    random = np.random.default_rng(1)
    words = np.unique(codes(t.word for t in text.tokens))[::2]
    known = Known(np.unique(tagger.letter_codes(text)), words, np.unique(codes(t.pos for t in text.tokens)))
    width = load_encoder().width + 2 + 2 + 4
    shapes = {
        "letters": (len(known.letters) + 1, 2), "words": (len(words) + 1, 2), "tags": (len(known.tags) + 1, 2),
        "hints": (hints(text, load_lexicon()).shape[1] + 2, 4), "hint_bias": (4,), "inputs": (2, width, 4 * hidden),
        "bias": (2, 1, 4 * hidden), "recurrent": (2, hidden, 4 * hidden), "out": (2 * hidden, 5), "out_bias": (5,),
    }  # fmt: skip
    data = {name: random.normal(0, 0.5, shape).astype(np.float16) for name, shape in shapes.items()}
    field = {"layers": np.array(["outer"]), "outer.types": np.array(["Program"])}
    field["outer.transitions"] = legal(5).astype(np.float32)
    return model_of(data | field | {f"known.{k}": v for k, v in known._asdict().items()})


def test_the_layer_reads_each_sentence_from_both_ends(report: Text) -> None:
    net = small_model(report)
    seen = inputs(report, load_lexicon(), net.known)
    said = np.tanh(np.concatenate([seen.hints, net.tags[seen.tags]], 1) @ net.hints + net.hint_bias)
    read = np.concatenate([seen.states, net.letters[seen.letters], net.words[seen.words], said], 1)
    found = energies(report, load_lexicon(), net)
    for a, b in pieces(report):
        states = np.zeros((b - a, 2, 3))
        for direction, order in enumerate((range(a, b), range(b - 1, a - 1, -1))):
            cell, state = np.zeros(3), np.zeros(3)
            for k in order:
                gates = read[k] @ net.inputs[direction] + net.bias[direction, 0] + state @ net.recurrent[direction]
                enter, forget, new, leave = gates.reshape(4, 3)
                cell = cell / (1 + np.exp(-forget)) + np.tanh(new) / (1 + np.exp(-enter))
                state = states[k - a, direction] = np.tanh(cell) / (1 + np.exp(-leave))
        assert np.allclose(found[a:b], states.reshape(-1, 6) @ net.out + net.out_bias, atol=1e-4)


def test_its_energies_give_spans_with_probabilities(report: Text) -> None:
    net = small_model(report)
    spans = candidates(energies(report, load_lexicon(), net), pieces(report), net.layers, 0.05)[0]
    assert spans
    assert all(c.type == "Program" and 0.05 <= c.probability <= 1.001 for c in spans)


def test_an_empty_text_has_no_energies(report: Text) -> None:
    assert energies(text_of(""), load_lexicon(), small_model(report)).shape == (0, 5)


def test_what_is_not_known_has_row_0() -> None:
    assert rows(np.array([7, 3, 9], np.uint32), np.array([3, 7], np.uint32)).tolist() == [2, 1, 0]
    assert rows(np.array([7], np.uint32), np.zeros(0, np.uint32)).tolist() == [0]


def test_hints_depend_on_marks() -> None:
    plain, marked = (hints(text_of(f"开展{name}行动。"), load_lexicon()) for name in ("蓝盾护航", "“蓝盾护航”"))
    assert marked.shape[1] == plain.shape[1]
    assert (marked[3] != plain[2]).any()


def test_names_are_found() -> None:
    text = text_of(REPORT + "全面推进河长制，扎实做好“六稳”工作。成功创建国家卫生城市，远澜光电科技有限公司落户。")
    model = load_models().tagger
    found = candidates(energies(text, load_lexicon(), model), pieces(text), model.layers, 0.5)
    names = {(c.type, text.clean[c.start : c.end]) for of in found for c in of}
    assert {("Enterprise", "远澜光电科技有限公司"), ("Zone", "云川智造产业园"), ("Program", "河长制")} <= names
    assert ("Honor", "国家卫生城市") in names
    assert any(kind == "Program" and "蓝盾护航" in name for kind, name in names)


def test_prose_is_not_a_name() -> None:
    text = text_of("要进一步解放思想、真抓实干，让群众生活得更好，为全市人民交上一份满意的答卷。")
    model = load_models().tagger
    assert candidates(energies(text, load_lexicon(), model), pieces(text), model.layers, 0.4) == [[], []]


def test_the_model_is_small() -> None:
    assert (FOLDER / TAGGER).stat().st_size < 8_000_000


def test_a_missing_or_damaged_model_says_how_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "tagger.npz"
    with pytest.raises(SchemaError, match=r"kg train TEXTS"):
        load_model(path)
    path.write_bytes(b"no model")
    with pytest.raises(SchemaError, match=r"kg train TEXTS"):
        load_model(path)
