"""The network under the tagger: against a plain LSTM, and the shipped file."""

from __future__ import annotations

import numpy as np
import pytest

from kg.errors import SchemaError
from kg.extract import encoder
from kg.extract.encoder import Floats, load_encoder
from kg.extract.pieces import LONGEST, pieces
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article

WORDS = "云川大桥开工。远澜光电科技有限公司投资建设液晶模组生产基地，产业园二期投产！好。"
SPANS = [(0, 7), (7, 38), (38, 40)]


def plain_lstm(inputs: Floats, recurrent: Floats) -> Floats:
    """One direction of one layer, one step at a time; the gates g, f, i, o come first, f, i, o of them halved.

    Both arrays are (4, …, hidden); the recurrent weights expect twice the state.
    """
    n = recurrent.shape[2]
    state, cell, out = np.zeros(n), np.zeros(n), []
    for t in range(inputs.shape[1]):
        g = inputs[:, t] + 2 * state @ recurrent
        forget, enter, leave = (1 / (1 + np.exp(-2 * g[k])) for k in (1, 2, 3))
        cell = forget * cell + enter * np.tanh(g[0])
        state = leave * np.tanh(cell)
        out.append(state)
    return np.array(out)


def test_states_are_those_of_a_plain_lstm() -> None:
    e = load_encoder()
    width = e.width
    found = encoder.states(WORDS, SPANS, e)
    numbers = encoder._numbers(WORDS, e)
    rows = e.table.shape[1] // 2
    for a, b in SPANS:
        ahead, behind = e.table[:, numbers[a:b]], e.table[:, rows + numbers[a:b]][:, ::-1]
        below = np.concatenate([plain_lstm(ahead, e.first[:, 0]), plain_lstm(behind, e.first[:, 1])[::-1]], 1)
        weights, own, bias = e.second[:, :, :width], e.second[:, :, width:-1], e.second[:, :, -1:]
        ahead, behind = (2 * below @ weights[:, k] + bias[:, k] for k in (0, 1))
        expected = np.concatenate([plain_lstm(ahead, own[:, 0]), plain_lstm(behind[:, ::-1], own[:, 1])[::-1]], 1)
        assert found[a:b] == pytest.approx(expected, abs=1e-4)


def test_a_sentence_is_read_alike_alone_and_among_others() -> None:
    alone = encoder.states(WORDS[7:38], [(0, 31)], load_encoder())
    assert encoder.states(WORDS, SPANS, load_encoder())[7:38] == pytest.approx(alone, abs=1e-5)


def test_the_network_is_small_and_names_its_origin() -> None:
    assert encoder.MODEL.stat().st_size < 4_000_000
    assert "Apache License 2.0" in (encoder.MODEL.parent / "NOTICE").read_text("utf-8")


def test_a_missing_network_is_an_error_that_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(SchemaError, match="cannot be read"):
        load_encoder(tmp_path_factory.mktemp("none") / "encoder.npz")


def test_long_sentences_are_cut_at_commas() -> None:
    text = analyse(Article("test", "推进云川大桥建设，" * 60 + "。"), load_lexicon())
    parts = pieces(text)
    assert all(b - a <= LONGEST for a, b in parts)
    assert [a for a, _ in parts[1:]] == [b for _, b in parts[:-1]]
    assert all(text.clean[b - 1] == "，" for _, b in parts[:-1])
