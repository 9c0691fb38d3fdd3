"""What is like the name of a company, and companies in the names of projects."""

from __future__ import annotations

import pytest

from kg.extract.company_names import could_be_company, looks_like_company, may_be_company, with_trade
from kg.extract.makers import makers
from kg.extract.names import Words
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article

LEXICON = load_lexicon()


def _words(line: str) -> Words:
    return Words(analyse(Article("test", "工作\n" + line), LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("surface", "could", "looks"),
    [("沅璟新材", True, True), ("装备制造", False, False), ("重点企业", False, False), ("昱铖", True, False)],
)
def test_a_company_has_a_coined_word_and_a_trade(surface: str, could: bool, looks: bool) -> None:
    view = _words(f"引进{surface}、云岭食品等企业。")
    start = view.clean.index(surface)
    assert could_be_company(view, start, start + len(surface), surface) is could
    assert looks_like_company(view, start, start + len(surface), surface) is looks


def test_among_companies_an_ordinary_word_may_be_one() -> None:
    assert may_be_company("新希望", LEXICON.folder)
    assert not may_be_company("工业园区", LEXICON.folder)
    assert not may_be_company("长沙", LEXICON.folder)


def test_a_known_name_takes_the_trade_behind_it_unless_more_follows() -> None:
    assert with_trade("远航石油、", 2, LEXICON.folder) == 4
    assert with_trade("远航新能源产业园", 2, LEXICON.folder) == 2


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("加快沅璟高性能刀具、昱铖电子二期等5个项目建设。", ["沅璟", "昱铖电子"]),
        ("沅璟涡轮增压器、昱铖精密轴承竣工投产。", ["沅璟", "昱铖"]),
        ("沅璟大道、昱铖水库竣工。", []),
        ("推进沅璟大道、昱铖水库等5个工程建设。", []),
        ("新建华为云计算中心项目。", ["华为"]),
    ],
)
def test_makers_begin_the_names_of_projects_of_industry(line: str, found: list[str]) -> None:
    view = _words(line)
    assert sorted({view.clean[start:end] for _, (start, end) in makers(view)}) == sorted(found)
