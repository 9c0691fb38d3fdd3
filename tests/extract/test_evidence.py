from __future__ import annotations

import pytest

from kg.extract.evidence import TYPES, gather, trimmed
from kg.types import Mention
from tests.builders import mention, text_of


def candidates(clean: str, *found: Mention) -> list[str]:
    e = gather(text_of(clean), found, [[], []])
    rows = zip(e.start.tolist(), e.end.tolist(), e.type.tolist(), e.rules.max(1).tolist(), strict=True)
    return [f"{TYPES[kind]} {clean[a:b]} {a} {sure}" for a, b, kind, sure in rows]


@pytest.mark.parametrize(
    ("clean", "span", "expected"),
    [
        ("开展“净地”行动。", "净地”行动", "“净地”行动"),
        ("开展“净地行动”。", "“净地行动”", "净地行动"),
        ("开展“净地行动”。", "净地行动”", "净地行动"),
        ("落实“三高四新”，", "“三高四新”，", "三高四新"),
        ("建设“一园（二期）”", "一园（二期", "一园（二期）"),
    ],
)
def test_spans_are_brought_to_one_form(clean: str, span: str, expected: str) -> None:
    at = clean.index(span)
    start, end = trimmed(clean, at, at + len(span), "Slogan")
    assert clean[start:end] == expected


def test_projects_stand_without_the_word_project() -> None:
    clean = "推进云川电子玻璃建设项目。"
    start, end = trimmed(clean, 2, 12, "Project")
    assert clean[start:end] == "云川电子玻璃"


def test_a_name_is_found_again_without_its_quote_marks() -> None:
    clean = "开展“净地行动”攻坚，净地行动成效明显。"
    known = mention(clean, "净地行动", "Program", 0.8)
    assert candidates(clean, known) == ["Program 净地行动 3 0.8", "Program 净地行动 11 0.0"]


def test_a_latin_name_is_not_cut_out_of_a_longer_word() -> None:
    clean = "与TCL签约，TCLX除外，TCL投产。"
    found = candidates(clean, mention(clean, "TCL", "Enterprise"))
    assert found == ["Enterprise TCL 1 0.9", "Enterprise TCL 14 0.0"]


def test_what_nobody_believes_in_is_not_looked_for() -> None:
    clean = "净地行动展开，净地行动收官。"
    assert len(candidates(clean, mention(clean, "净地行动", "Program", 0.2))) == 1


def test_the_marginals_of_the_tagger_join_the_rules() -> None:
    clean = "开展“净地”行动。"
    seen = [[(2, 8, "Program", 0.4), (3, 5, "Slogan", 0.3)], []]
    e = gather(text_of(clean), [mention(clean, "“净地”行动", "Program", 0.7)], seen)
    assert [(TYPES[k], p.tolist()) for k, p in zip(e.type, e.tagger, strict=True)] == [
        ("Program", [0.4, 0.0]),
        ("Slogan", [0.3, 0.0]),
    ]
    assert e.best[0] is not None
    assert e.best[1] is None
