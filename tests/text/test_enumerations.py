"""Each line of `enumerations.tsv`: what a text says that its counted names consist of."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from kg.ontology import load_lexicon
from kg.text.counts import Count, counted, pieces
from kg.text.enumerations import enumerations
from kg.types import Enumeration, Gloss, Span

LINES = (Path(__file__).parent / "enumerations.tsv").read_text("utf-8").splitlines()[2:]


def read(marked: str) -> tuple[str, tuple[Enumeration, ...]]:
    clean, notes = "", list[Gloss]()
    for line in re.findall(r"[^\n]*\n?", marked.replace("⏎", "\n")):
        if line.startswith("?"):
            start, colon = len(clean), len(clean) + line.index("：") - 1
            notes.append(Gloss(Span(start, colon), Span(colon + 1, start + len(line) - 1)))
        clean += line.removeprefix("?")
    return clean, enumerations(clean, notes, load_lexicon())


@pytest.mark.parametrize(("text", "expected"), [tuple(line.split("\t")) for line in LINES])
def test_case(text: str, expected: str) -> None:
    clean, found = read(text)
    said = {f"{clean[slice(*e.whole)]}>{'、'.join(clean[slice(*p)] for p in e.parts)}" for e in found}
    assert said == ({*expected.split("; ")} if expected != "-" else set())


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("三大行动", 3),
        ("一核两翼", 3),
        ("2+4", 6),
        ("四个十大", 4),
        ("五个一", 5),
        ("十个全覆盖", 10),
        ("三去一降一补", 5),
        ("十四五", 0),
        ("第三产业", 0),
        ("一村一品", 0),
        ("双减", 0),
        ("双语教学", 0),
        ("双千工程", 2),
    ],
)
def test_what_a_name_counts(name: str, size: int) -> None:
    assert (counted(name) or Count(0, False)).size == size


def test_what_is_open() -> None:
    assert counted("1+3+N") == Count(4, True)
    assert [piece.size for piece in pieces("1+3+N")] == [1, 3, 0]


@pytest.mark.parametrize(
    "word", ["“四网”（水网、", "三大行动、", "、三大行动", "一核两翼", "三大行动：", "“一核”指", "“", "（", "、", "和"]
)
def test_endless_repetitions_are_read_in_time(word: str) -> None:
    lexicon = load_lexicon()
    begin = time.process_time()
    enumerations(word * (20_000 // len(word)), (), lexicon)
    assert time.process_time() - begin < 5
