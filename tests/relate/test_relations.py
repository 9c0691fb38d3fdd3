"""Each line of `relations.tsv`: what a sentence must give, and what it must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.relate import RELATORS
from kg.relate.clauses import View
from kg.types import Ref
from tests.relate.scenes import scene
from tests.relate.values import value_scene

LINES = (Path(__file__).parent / "relations.tsv").read_text("utf-8").splitlines()[2:]
CASES = [tuple(line.split("\t")) for line in LINES]


@pytest.mark.parametrize(("relation", "marked", "expected"), CASES)
def test_case(relation: str, marked: str, expected: str) -> None:
    view = View(scene(marked.replace("⏎", "\n")))
    found = {f"{claim.head.key}>{claim.tail.key}" for claim in RELATORS[relation](view)}
    assert found == ({*expected.split("; ")} if expected != "-" else set())


def test_each_relation_has_a_case_that_matches_and_one_that_does_not() -> None:
    for relation in RELATORS:
        kinds = {expected == "-" for name, _, expected in CASES if name == relation}
        assert kinds == {True, False}, relation


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[明澈玻璃]E获评[国家技术创新示范企业]H。", "received"),
        ("成功创建[国家卫生城市]H。", "received"),
        ("力争创建[全国文明城市]H。", "sought"),
        ("积极申报[国家文化出口基地]H。", "sought"),
        ("巩固提升[国家园林城市]H创建成果。", "received"),
        ("将擦亮[国家历史文化名城]H名片。", "received"),
        ("创建[省级卫生县城]H工作通过省级考核验收。", "received"),
        ("[全国绿化模范城市]H创建通过省级考核验收。", "sought"),
        ("深入推进[国家大数据综合试验区]H建设。", "received"),
        ("将建设[国家大数据综合试验区]H。", "sought"),
        ("将获评[全国文明城市]H。", "sought"),
    ],
)
def test_status_of_an_honor(marked: str, status: str) -> None:
    (claim,) = RELATORS["receives"](View(scene(marked)))
    assert claim.properties == (("status", status),)


def test_a_park_is_called_so_in_its_own_news() -> None:
    park = Ref("Zone", "云岭高新区")
    (claim,) = RELATORS["receives"](View(scene("近年来，园区先后获评[国家级双创示范基地]H。", park)))
    assert claim.head == park
    assert not [*RELATORS["receives"](View(scene("近年来，园区先后获评[国家级双创示范基地]H。")))]


def test_a_park_named_right_before_is_the_one_meant_in_the_text_of_another_zone() -> None:
    port = Ref("Zone", "云岭保税区")
    marked = "[云岭医药产业园]Z集聚药企76家。园区先后获批[国家火炬特色产业基地]H。"
    (claim,) = RELATORS["receives"](View(scene(marked, port)))
    assert claim.head == Ref("Zone", "云岭医药产业园")
    (claim,) = RELATORS["receives"](View(scene(marked.replace("。园区", "。⏎园区").replace("⏎", "\n"), port)))
    assert claim.head == port


def test_the_parks_of_the_zone_that_the_text_is_about() -> None:
    zone = Ref("Zone", "云岭新区")
    marked = "[东园]Z、[西园]Z两大板块协同发展。[南园]Z、[北园]Z等三大板块起步。"
    claims = [*RELATORS["includes"](View(scene(marked, zone)))]
    assert {(claim.head, claim.tail.key) for claim in claims} == {(zone, "东园"), (zone, "西园")}


def test_the_parks_that_the_zone_of_the_text_builds() -> None:
    zone = Ref("Zone", "云岭新区")
    marked = "规划面积9平方公里，建设[东园]Z、[西园]Z两个园区。[松泉县]R建设[南园]Z、[北园]Z两个园区。"
    claims = [*RELATORS["includes"](View(scene(marked, zone)))]
    assert {(claim.head, claim.tail.key) for claim in claims} == {(zone, "东园"), (zone, "西园")}


def test_a_town_is_no_city() -> None:
    marked = "[新桥镇]R全力巩固成果。巩固[国家食品安全示范城市]H创建成果。"
    assert not [*RELATORS["receives"](View(scene(marked, Ref("Region", "新桥镇"))))]
    assert [*RELATORS["receives"](View(scene(marked)))]


def test_an_honor_that_was_won_elsewhere_in_the_document_is_held() -> None:
    marked = "获评[国家创新型城市]H。将加快[国家创新型城市]H建设。将创建[国家卫生城市]H。"
    claims = [*RELATORS["receives"](View(scene(marked)))]
    assert [claim.properties[0][1] for claim in claims] == ["received", "received", "sought"]


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("深入推进[新农合]G，群众受益。", "implements:home"),
        ("[新农合]G群众满意度达97%。", "implements:told"),
        ("以[产业攻坚年]G为抓手，群众受益。", "implements:home"),
        ("[“十四五”规划|十四五规划]G的主要指标好于预期。", "implements:told"),
    ],
)
def test_a_sentence_that_only_tells_of_a_programme_has_a_rule_of_its_own(marked: str, rule: str) -> None:
    (claim,) = RELATORS["implements"](View(scene(marked)))
    assert claim.rule == rule


@pytest.mark.parametrize(
    ("marked", "rule", "shown"),
    [
        ("[松泉县|松泉县]R丰收。[云岭市|云岭市]R[松泉县|松泉县]R举行庆典。", "part_of:stated", "云岭市松泉县举行庆典"),
        ("[松泉县]R丰收。[松泉县]R与[云岭市]R共建粮仓。", "part_of:together", "松泉县与云岭市共建粮仓"),
        ("[松泉县]R丰收。[云岭市]R举行庆典。", "part_of:gazetteer", "松泉县丰收"),
    ],
)
def test_the_sentence_of_part_of_is_the_one_that_comes_closest_to_saying_it(marked: str, rule: str, shown: str) -> None:
    view = View(scene(marked))
    (claim,) = (c for c in RELATORS["part_of"](view) if c.head.key == "松泉县")
    assert (claim.rule, view.clean[claim.start : claim.end]) == (rule, shown)


def test_news_of_a_firm_go_on_with_its_works() -> None:
    marked = "[明澈科技]E深耕电池回收，[年处理8万吨产线]P投用。"
    (claim,) = RELATORS["undertakes"](View(value_scene(marked, "news")))
    assert (claim.head.key, claim.tail.key) == ("明澈科技", "年处理8万吨产线")
    assert not [*RELATORS["undertakes"](View(value_scene(marked, "report")))]
    assert not [*RELATORS["undertakes"](View(value_scene(marked.replace("深耕", "参观"), "news")))]


def test_news_of_a_firm_that_builds_go_on() -> None:
    marked = "[明澈金矿]E承担国家工程，建成[提升系统]P。"
    (claim,) = RELATORS["undertakes"](View(value_scene(marked, "news")))
    assert (claim.head.key, claim.tail.key) == ("明澈金矿", "提升系统")
    assert not [*RELATORS["undertakes"](View(value_scene(marked, "report")))]


def test_the_tour_of_news_goes_into_what_it_has_come_to() -> None:
    for marked in (
        "观摩团来到[松泉经开区]Z。走进[明澈玻璃]E车间，机器轰鸣。",
        "在[[松泉经开区]Z天工电机厂]P现场，机器轰鸣。不远处的[明澈玻璃]E正在扩产。",
    ):
        claims = RELATORS["located_in"](View(value_scene(marked, "news")))
        assert ("明澈玻璃", "松泉经开区") in {(claim.head.key, claim.tail.key) for claim in claims}


def test_the_own_zone_is_what_it_calls_itself() -> None:
    park = Ref("Zone", "金普新区")
    made = scene("租用[国际商务区]Z厂房。新区正围绕[高端装备]I构建体系。", park)
    assert {c.head for c in RELATORS["develops"](View(made))} == {park}


@pytest.mark.parametrize(
    ("marked", "place"),
    [
        ("[柳泉市]R开工的[调味品小镇]P是[云岭市]R重点项目。该市培育[五金机械]I产业集群。", "柳泉市"),
        ("[柳泉市]R开工的[调味品小镇]P与[临江市]R共建。该市培育[五金机械]I产业集群。", "临江市"),
    ],
)
def test_this_city_is_no_city_above_that_of_the_text(marked: str, place: str) -> None:
    (claim,) = RELATORS["develops"](View(scene(marked, Ref("Region", "柳泉市"))))
    assert claim.head.key == place
