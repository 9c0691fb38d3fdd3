"""The trained tagger: features, decoding against brute force, the shipped model."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from kg.errors import SchemaError
from kg.extract import tagger
from kg.extract.features import Features, Hashes, Row, features, hits
from kg.extract.tagger import Candidate, Layer, Model
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article, Text

REPORT = (
    "2031年云川市政府工作报告\n"
    "一年来，我们深入开展“蓝盾护航”专项行动，全面推进河长制，扎实做好“六稳”工作。"
    "云川智造产业园引进远澜光电科技有限公司，总投资12亿元的液晶模组生产基地项目开工建设。"
    "成功创建国家卫生城市，新能源汽车产业加快发展。"
)


def text_of(words: str) -> Text:
    return analyse(Article("test", words), load_lexicon())


@pytest.fixture(scope="module")
def report() -> Text:
    return text_of(REPORT)


def test_each_character_has_one_row_of_features(report: Text) -> None:
    rows = features(report, load_lexicon()).dense()
    assert rows.shape[1] == len(report.clean)
    assert rows.dtype == np.uint32
    assert np.array_equal(rows, features(report, load_lexicon()).dense())


def test_features_depend_on_the_neighbourhood() -> None:
    one, other = (features(text_of(words), load_lexicon()).dense() for words in ("建成云川大桥。", "拆除云川大桥。"))
    assert (one[:, 2] != other[:, 2]).any()
    assert (one[:, 2] == other[:, 2]).any()


def test_an_empty_text_has_no_features() -> None:
    assert features(text_of(""), load_lexicon()).dense().shape[1] == 0


def test_hits_take_the_longest_word() -> None:
    found = hits("云川经济技术开发区", load_lexicon())["zone_head"]
    assert found[2:].tolist() == [1, 2, 2, 2, 2, 2, 3]


def random_model(seed: int) -> Model:
    random = np.random.default_rng(seed)
    types = ("Program", "Project")
    keys = np.arange(1, 7, dtype=np.uint32)
    weights = np.concatenate([np.zeros((1, 9)), random.normal(size=(6, 9))]).astype(np.float32)
    factors = np.where(tagger.legal(9), np.exp(random.normal(size=(9, 9))), 0).astype(np.float32)
    plain = np.tile(np.array([1, 0], np.float32), (2, 1))
    layer = Layer(types, 0, factors, np.full(2, 0.3, np.float32), plain)
    return Model(tagger._table(keys), weights, (layer,))


def brute_force(energy: tagger.Floats, layer: Layer) -> dict[tuple[int, int, str], float]:
    """Sum over all labellings."""
    opens, closes = tagger._ends(9)
    total, spans = 0.0, dict[tuple[int, int, str], float]()
    for path in itertools.product(range(9), repeat=len(energy)):
        weight = float(opens[path[0]] * closes[path[-1]])
        for a, b in itertools.pairwise(path):
            weight *= float(layer.transitions[a, b])
        if weight == 0:
            continue
        weight *= float(np.exp(sum(energy[i, tag] for i, tag in enumerate(path))))
        total += weight
        start = 0
        for i, tag in enumerate(path):
            kind = tag % 4
            if tag and kind in (1, 0):
                start = i
            if tag and kind in (3, 0):
                key = (start, i + 1, layer.types[(tag - 1) // 4])
                spans[key] = spans.get(key, 0.0) + weight
    return {key: value / total for key, value in spans.items()}


def rows_of(rows: tuple[Row, ...]) -> Hashes:
    return Features(7, rows).dense()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_marginals_are_sums_over_all_labellings(seed: int) -> None:
    model = random_model(seed)
    layer = model.layers[0]
    hashed = np.random.default_rng(seed).integers(0, 9, size=(3, 7)).astype(np.uint32)  # 7 and 8 are unknown features
    rows = (Row(hashed[0]), Row(np.array([0, 5, 2, 7], np.uint32), hashed[1].astype(np.int64) % 4), Row(hashed[2]))
    energy = tagger.emissions(Features(7, rows), model)
    assert energy == pytest.approx(model.weights[np.where(rows_of(rows) < 7, rows_of(rows), 0)].sum(0), abs=1e-5)
    expected: dict[tuple[int, int, str], float] = {}
    for a, b in ((0, 4), (4, 7)):
        expected |= {(a + i, a + j, t): p for (i, j, t), p in brute_force(energy[a:b], layer).items()}
    (candidates,) = tagger.candidates(energy, [(0, 4), (4, 7)], model.layers, 0.02)
    found = {c[:3]: c.probability for c in candidates}
    assert found == {k: pytest.approx(p, abs=1e-4) for k, p in expected.items() if p >= 0.02}


def test_the_more_probable_of_two_overlapping_candidates_is_chosen() -> None:
    found = [Candidate(0, 4, "Zone", 0.5), Candidate(2, 6, "Project", 0.6), Candidate(7, 9, "Zone", 0.2)]
    assert tagger.choose(found, {"Zone": 0.3, "Project": 0.3}) == [found[1]]


def test_names_are_found(report: Text) -> None:
    found = {(m.type, report.clean[m.start : m.end]) for m in tagger.find_tagged(report, load_lexicon())}
    assert ("Enterprise", "远澜光电科技有限公司") in found
    assert ("Zone", "云川智造产业园") in found
    assert ("Program", "河长制") in found
    assert any(t == "Program" and "蓝盾护航" in s for t, s in found)
    assert ("Honor", "国家卫生城市") in found


def test_prose_is_not_a_name() -> None:
    text = text_of("要进一步解放思想、真抓实干，让群众生活得更好，为全市人民交上一份满意的答卷。")
    assert not list(tagger.find_tagged(text, load_lexicon()))


def test_mentions_are_sorted_and_sure_to_some_degree(report: Text) -> None:
    found = list(tagger.find_tagged(report, load_lexicon()))
    assert found == sorted(found, key=lambda m: (m.start, -m.end, m.type))
    assert all(0 < m.confidence < 1 and m.rule == "tagger" for m in found)


def test_the_model_is_small() -> None:
    assert tagger.MODEL.stat().st_size < 8_000_000


def test_a_missing_model_says_how_to_make_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(SchemaError, match=r"python -m kg\.train"):
        tagger.load_model(tmp_path_factory.mktemp("none") / "tagger.npz")
