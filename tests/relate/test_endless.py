"""Sentences without an end, as tables without stops give them, are read in time that grows with their length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from kg.ontology import load_lexicon, load_ontology
from kg.relate import relate
from kg.relate.amounts import AmountReader
from kg.relate.clauses import View
from kg.relate.grounds import grounds
from kg.relate.stages import StageReader
from kg.types import Scene
from tests.relate.values import value_scene

READERS: dict[str, Callable[[Scene], object]] = {
    "amounts": lambda scene: AmountReader(load_lexicon()).read(scene),
    "stages": lambda scene: StageReader(load_lexicon()).read(scene),
    "grounds": lambda scene: list(grounds(View(scene, load_lexicon()))),
}
WORDS = [  # what a sentence begins with, and what it goes on with
    ("", "走进[云岭高新区]Z在[松泉县]R到[新桥镇]R赴[江东市]R"),
    ("", "[白石大桥]P于2021年开工2022年竣工"),
    ("", "，建设[白石大桥]P，总投资5亿元"),
    ("[白石大桥]P", "，投资5亿元，占地300亩"),
    ("[松泉县]R。该县", "[白石大桥]P[云岭高新区]Z"),
]


@pytest.mark.parametrize(("begins", "words"), WORDS)
@pytest.mark.parametrize("reader", READERS)
def test_endless_sentences(reader: str, begins: str, words: str) -> None:
    made = value_scene(begins + words * (48_000 // len(words)) + "。", "news")
    start = time.process_time()
    READERS[reader](made)
    assert time.process_time() - start < 12  # a tenth of it on a machine with nothing else to do


@pytest.mark.parametrize(
    "words",
    [
        "[明澈玻璃]E" + "于正式正式" * 40,  # 于… may or may not take in the next adverb
        "[白石大桥]P于2021年开工，" + "现已" * 200,
    ],
)
def test_words_that_could_be_read_in_many_ways(words: str) -> None:
    start = time.process_time()
    StageReader(load_lexicon()).read(value_scene(words + "。", "news"))
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "words",
    [
        "全市[玻璃]I产业链" + "已有" * 2_000 + "，[明澈玻璃]E投产",
        "实施“[千企技改]G”，完成[甲生产线]P、[乙车间]P等" + "1个" * 2_000 + "，竣工",
        "[明澈集团]E成立，" + "现已" * 2_000 + "[玻璃]I",
        "[光伏电站]P，" + "总投资1亿元" * 500 + "年产5万吨",
    ],
)
def test_words_whose_parts_are_words_too(words: str) -> None:
    start = time.process_time()
    made = value_scene(words + "。", "news")
    relate(made, load_ontology())
    AmountReader(load_lexicon()).read(made)
    assert time.process_time() - start < 4


def test_a_list_of_thousands_of_places() -> None:
    made = value_scene("[松泉县]R" + "、[云岭高新区]Z、[松泉县]R" * 6_000 + "。", "news")
    start = time.process_time()
    relate(made, load_ontology())
    assert time.process_time() - start < 24  # an eighth of it on a machine with nothing else to do
