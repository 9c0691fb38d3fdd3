"""The rules for regions: one sentence that must match and one that must not for each."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from kg.extract.home import find_home
from kg.extract.region_parts import REFUSED
from kg.extract.regions import WEAK, find_regions
from kg.loaders import load
from kg.ontology import load_gazetteer, load_lexicon
from kg.text import analyse
from kg.types import Article, Mention, Ref, Text

NINGXIANG = "430182"
CASES = Path(__file__).parent / "cases_regions.tsv"
# Not looked at while the rules were written; scored by themselves.
HELD_OUT = {"qingdao-2018", "gaoyang-2018", "huju-2020", "news-weihai", "news-guangqing"}


def _mentions(sentence: str, home: str | None) -> tuple[Text, list[Mention]]:
    text = analyse(Article("test", f"工作情况\n{sentence}"), load_lexicon())
    ref = Ref("Region", home) if home else None
    return text, list(find_regions(text, load_lexicon(), load_gazetteer(), ref))


def _shown(text: Text, mention: Mention) -> str:
    """A mention as SURFACE=full name of its division, or SURFACE=key."""
    gazetteer = load_gazetteer()
    name = gazetteer.display(mention.key) if mention.key in gazetteer else mention.key
    surface = text.clean[mention.start : mention.end]
    return surface if surface == name else f"{surface}={name}"


def _cases() -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(home, sentence, expected) for home, sentence, expected in rows]


@pytest.mark.parametrize(("home", "sentence", "expected"), _cases())
def test_finds_what_the_table_says(home: str, sentence: str, expected: str) -> None:
    text, mentions = _mentions(sentence, home)
    assert "|".join(_shown(text, m) for m in mentions if m.confidence > REFUSED) == expected


@pytest.mark.parametrize(
    ("sentence", "rule", "surface"),
    [
        ("引进深圳华瑞达科技有限公司投资建厂。", "region:company", "深圳"),
        ("推进常德至益阳高速前期工作。", "region:route", "常德"),
        (
            "推进常德至益阳、张家界至怀化、长沙至浏阳、邵阳至衡阳、株洲至郴州等高速公路前期工作。",
            "region:route",
            "常德",
        ),
        ("与湖北大学共建实验室。", "region:nested", "湖北"),
        ("提升长沙大道等道路。", "region:nested", "长沙"),
    ],
)
def test_what_belongs_to_another_name_is_kept_as_refused(sentence: str, rule: str, surface: str) -> None:
    text, mentions = _mentions(sentence, NINGXIANG)
    (found,) = [m for m in mentions if text.clean[m.start : m.end] == surface]
    assert (found.rule, found.confidence) == (rule, REFUSED)


def test_homonyms_go_with_the_place_before_them_or_with_home() -> None:
    gazetteer = load_gazetteer()
    for sentence, home, above in (
        ("辽宁海城市八里镇与企业签约。", None, "210381"),
        ("推进城关镇老旧小区改造。", "340322", "340322"),
        ("走访鼓楼区企业。", "410200", "410200"),
        ("走访鼓楼区企业。", "350100", "350100"),
    ):
        _, mentions = _mentions(sentence, home)
        assert gazetteer.contains(above, mentions[-1].key)


def test_a_former_name_has_the_code_of_today() -> None:
    _, (mention,) = _mentions("支持株洲县发展。", None)
    assert mention.key == "430212"


def test_mentions_do_not_overlap_and_come_in_order() -> None:
    _, mentions = _mentions("湖南省长沙市宁乡市花明楼镇杨林桥村、灰汤镇，长株潭城市群，粤港澳大湾区。", NINGXIANG)
    taken = [m for m in mentions if m.confidence > REFUSED]
    assert len(taken) == 8
    assert all(a.end <= b.start for a, b in pairwise(taken))


def test_quality_on_real_documents(shared: Path) -> None:
    """Entities of type Region against the hand labels, as the score does it: F1 of the documents that were read."""
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    gold = {}
    for path in sorted((shared / "gold").glob("*.json")):
        if path.stem not in HELD_OUT:
            data = json.loads(path.read_text("utf-8"))
            gold[re.sub(r"\s", "", data["title"])] = data
    hits = wrong = missed = 0
    for path in sorted((shared / "corpus").glob("*.txt")):
        for article in load(path):
            text = analyse(article, lexicon)
            data = gold.get(re.sub(r"\s", "", text.document.title))
            if data is None:
                continue
            found: dict[str, set[str]] = {}
            for m in find_regions(text, lexicon, gazetteer, find_home(text, gazetteer)):
                if m.confidence > REFUSED:
                    found.setdefault(m.key, set()).add(text.clean[m.start : m.end])
            labels = [{e["name"], *e["mentions"]} for e in data["entities"] if e["type"] == "Region"]
            for surfaces in found.values():
                match = next((names for names in labels if names & surfaces), None)
                if match is None:
                    wrong += 1
                else:
                    hits += 1
                    labels.remove(match)
            missed += len(labels)
    assert 2 * hits / (2 * hits + wrong + missed) >= 0.85


def test_a_county_of_elsewhere_without_a_witness_is_left_to_the_tagger() -> None:
    text = analyse(Article("test", "集团在醴陵之后又到嘉善投资办厂。"), load_lexicon())
    found = {text.clean[m.start : m.end]: m for m in find_regions(text, load_lexicon(), load_gazetteer(), None)}
    assert (found["嘉善"].rule, found["嘉善"].confidence, found["嘉善"].key) == ("region:weak", WEAK, "330421")


def test_a_town_far_away_of_which_nothing_else_is_named_is_not_meant() -> None:
    _, mentions = _mentions("龙港镇建成文化中心。", "330327")
    assert [m.key for m in mentions] == ["龙港镇"]
    _, mentions = _mentions("沁水县龙港镇建成文化中心。", "330327")
    assert [m.key for m in mentions] == ["140521", "140521100"]
