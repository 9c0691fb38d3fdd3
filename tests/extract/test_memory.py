from __future__ import annotations

from kg.extract.memory import remember
from tests.builders import mention, text_of


def found(clean: str, *known: tuple[str, str]) -> list[str]:
    text = text_of(clean)
    again = remember(text, [mention(clean, surface, type_) for surface, type_ in known])
    return [f"{m.type} {clean[m.start : m.end]} {m.start}" for m in again]


def test_a_name_is_found_again_without_its_quote_marks() -> None:
    clean = "开展“净地行动”攻坚，净地行动成效明显。"
    assert found(clean, ("“净地行动”", "Program")) == ["Program 净地行动 11"]


def test_a_name_inside_an_accepted_mention_is_not_found_again() -> None:
    clean = "旗滨投产，旗滨大道通车。"
    assert found(clean, ("旗滨", "Enterprise"), ("旗滨大道", "Project")) == []


def test_a_latin_name_is_not_cut_out_of_a_longer_word() -> None:
    assert found("与TCL签约，TCLX除外，TCL投产。", ("TCL", "Enterprise")) == ["Enterprise TCL 14"]
