from __future__ import annotations

import time
from dataclasses import replace

from kg.ontology import load_ontology
from kg.relate import RELATORS, relate
from kg.relate.clauses import View
from kg.relate.parts import claims_of_parts, list_parts
from kg.types import Claim, Ref, Span
from tests.relate.scenes import scene

TEXT = "[明澈玻璃]E在[云岭高新区]Z建设[电子玻璃基地]P，深入开展[项目攻坚行动]G，打响[“三城一谷”]S品牌。"


def test_every_relation_of_the_ontology_has_a_relator() -> None:
    assert set(RELATORS) == set(load_ontology().relations)


def test_claims_show_their_clause_and_their_ends() -> None:
    where = scene(TEXT)
    claims, rejected = relate(where, load_ontology())
    assert not rejected
    clean = where.text.clean
    for claim in claims:
        assert claim.rule.startswith(f"{claim.type}:")
        assert 0 < claim.confidence <= 1
        assert claim.year == 2023
        assert clean[claim.start : claim.end].strip("，。") == clean[claim.start : claim.end]
        for span in (claim.head_span, claim.tail_span):
            assert span is None or claim.start <= span.start < span.end <= claim.end
    frame = next(c for c in claims if c.rule == "located_in:frame" and c.head.type == "Project")
    assert clean[frame.start : frame.end] == "明澈玻璃在云岭高新区建设电子玻璃基地"
    assert frame.tail_span == Span(5, 10)


def test_an_end_that_stands_in_the_heading_has_no_span() -> None:
    claims, _ = relate(scene("#[十大产业项目]G\n①[电子玻璃基地]P。"), load_ontology())
    (claim,) = (c for c in claims if c.type == "under_program")
    assert claim.head_span is not None
    assert claim.tail_span is None


def test_one_claim_for_each_clause() -> None:
    claims, _ = relate(scene("[项目攻坚行动]G推进有力，[项目攻坚行动]G成效好。"), load_ontology())
    assert [c.type for c in claims] == ["implements", "implements"]
    claims, _ = relate(scene("[项目攻坚行动]G和[项目攻坚行动]G成效好。"), load_ontology())
    assert [c.type for c in claims] == ["implements"]


def test_what_the_ontology_forbids_is_refused_with_a_reason() -> None:
    zone = Ref("Zone", "云岭高新区")
    claims, rejected = relate(scene("成功举办[玻璃博览会]V。", zone), load_ontology())
    assert [c.type for c in claims] == ["located_in"]
    assert [r.reason for r in rejected] == ["signature"]
    assert rejected[0].what == "Zone/云岭高新区 hosts Event/玻璃博览会"


def test_nothing_without_mentions_or_home() -> None:
    assert relate(scene("粮食丰收。"), load_ontology()) == ([], [])
    claims, _ = relate(scene("建成[玻璃博物馆]P。", None), load_ontology())
    assert claims == []


def test_order_of_mentions_does_not_matter() -> None:
    where = scene(TEXT)
    turned = replace(where, mentions=tuple(reversed(where.mentions)))
    assert relate(where, load_ontology()) == relate(turned, load_ontology())


def test_what_is_said_of_a_list_is_said_of_all_its_parts() -> None:
    made = scene("抓好[污水处理设施建设]G，实现[青山、[白鹭等污水处理厂|白鹭污水处理厂]P|青山污水处理厂]P投产。")
    claims, _ = relate(made, load_ontology())
    found = {c.head.key for c in claims if c.type == "under_program"}
    assert found == {"青山污水处理厂", "白鹭污水处理厂"}


def test_news_go_on_about_the_company_that_a_sentence_began_with() -> None:
    made = scene("[明澈玻璃]E创立于当地，是领先的制造商，建有[国家级博士后科研工作站]H。")
    news = replace(made.text, document=replace(made.text.document, kind="news"))
    for text, head in ((news, "明澈玻璃"), (made.text, "云岭市")):
        claims, _ = relate(replace(made, text=text), load_ontology())
        assert {c.head.key for c in claims if c.type == "receives"} == {head}


def test_a_zone_inside_a_zone_is_no_part_of_a_list() -> None:
    for marked in (
        "[白鹭高新区[星湖科技城]Z]Z落户[新桥镇]R。",
        "[白鹭[星湖科技城|龙潭科技城]Z|白鹭科技城]Z落户[新桥镇]R。",
    ):
        assert list_parts(scene(marked)) == {}
    made = scene("[白鹭、[龙潭科技城]Z|白鹭科技城]Z落户[新桥镇]R。")
    assert [[part.key for part in parts] for parts in list_parts(made).values()] == [["龙潭科技城"]]


def test_no_part_of_a_list_is_related_to_itself() -> None:
    made = scene("[青山、[白鹭水厂]P|青山水厂]P开工，[白鹭水厂]P配套。")
    whole, part = made.mentions[0], made.mentions[1]
    there = Span(whole.start, whole.end)
    one = Claim(whole.ref, "includes", part.ref, 0, 9, "includes:test", 0.9, there)
    other = replace(one, head=part.ref, tail=whole.ref, head_span=None, tail_span=there)
    assert list(claims_of_parts(list_parts(made), [one, other])) == []


def test_the_place_of_a_zone_is_sought_through_any_list() -> None:
    marked = f"发展[玻璃产业]I，在{'和' * 300}[云岭高新区]Z建设，"
    claims, _ = relate(scene(marked), load_ontology())
    assert {c.type for c in claims} == {"develops", "located_in", "in_industry"}


def test_an_endless_list_of_projects_is_read_in_time_that_grows_with_its_length() -> None:
    marked = scene("[松泉县]R与[明澈玻璃]E签约，" + "[白石大桥]P、" * 4_000 + "完成签约。")
    began = time.process_time()
    assert relate(marked, load_ontology())[0]
    assert time.process_time() - began < 20


def test_a_tour_stands_where_its_stations_are() -> None:
    made = scene("第一站，[松泉县]R。[明澈二期]P正在安装设备。\n第二站，[云岭高新区]Z。[天工三期]P投产。")
    news = replace(made, text=replace(made.text, document=replace(made.text.document, kind="news")))
    found = {f"{c.head.key}>{c.tail.key}" for c in RELATORS["located_in"](View(news))}
    assert {"明澈二期>松泉县", "天工三期>云岭高新区"} <= found


def test_a_park_that_opens_a_sentence_is_not_in_the_one_before() -> None:
    made = scene("[石化产业园]Z内，[明澈二期]P投产。[装备产业园]Z已集聚[天工电气]E、[云岭重工]E。")
    news = replace(made, text=replace(made.text, document=replace(made.text.document, kind="news")))
    found = {f"{c.head.key}>{c.tail.key}" for c in RELATORS["located_in"](View(news))}
    assert {"明澈二期>石化产业园", "天工电气>装备产业园"} <= found
    assert "装备产业园>石化产业园" not in found


def test_the_park_of_the_news_is_the_zone_named_before() -> None:
    marked = "[松泉经开区]Z晨光初现。如今，园区围绕[新材料]I，已集聚[明澈玻璃]E、[天工电气]E。"
    news = replace(made := scene(marked), text=replace(made.text, document=replace(made.text.document, kind="news")))
    found = {f"{c.head.key}>{c.tail.key}" for c in RELATORS["located_in"](View(news))}
    assert {"明澈玻璃>松泉经开区", "天工电气>松泉经开区"} <= found
    assert "明澈玻璃>松泉经开区" not in {f"{c.head.key}>{c.tail.key}" for c in RELATORS["located_in"](View(made))}


def test_a_tour_goes_on_to_the_park_beside() -> None:
    made = scene("在[云岭高新区]Z，[明澈二期]P投产；紧邻园区的[滨江产业园]Z里，[天工三期]P在建。[电机四期]P点火。")
    news = replace(made, text=replace(made.text, document=replace(made.text.document, kind="news")))
    found = {f"{c.head.key}>{c.tail.key}" for c in RELATORS["located_in"](View(news))}
    assert {"明澈二期>云岭高新区", "天工三期>滨江产业园", "电机四期>滨江产业园"} <= found
