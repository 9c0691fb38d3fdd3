from __future__ import annotations

from kg.relate import RELATORS
from kg.relate.clauses import View
from kg.types import Ref
from tests.relate.scenes import scene


def test_clauses_end_at_commas_but_not_inside_brackets_quotes_or_names() -> None:
    view = View(scene("坚持“稳中求进，以进促稳”，建成[一桥，一路]P（含匝道，护坡）；完成投资。"))
    assert [view.clean[c.start : c.end] for c in view.clauses] == [
        "坚持“稳中求进，以进促稳”，",
        "建成一桥，一路（含匝道，护坡）；",
        "完成投资。",
    ]


def test_names_inside_names_are_kept_apart() -> None:
    view = View(scene("[[明澈]E玻璃基地]P投产。"))
    assert [m.key for m in view.top] == ["明澈玻璃基地"]
    assert [m.key for m in view.inner[view.top[0]]] == ["明澈"]


def test_lists_are_joined_by_their_signs() -> None:
    view = View(scene("“[甲工程]G”“[乙工程]G”和[丙行动]G推进，[丁行动]G启动。"))
    assert [[m.key for m in group] for group in view.lists(view.top)] == [["甲工程", "乙工程", "丙行动"], ["丁行动"]]


def test_subjects_stand_at_the_beginning() -> None:
    view = View(scene("2023年，[明澈]E、[天工]E分别获奖，支持[青云]E扩产，为[赤石]E融资。"))
    subjects = [[m.key for m in view.subjects(c)] for c in view.clauses]
    assert subjects == [[], ["明澈", "天工"], ["青云"], []]
    assert [m.key for m in view.governing(view.clauses[-1])] == ["青云"]


def test_the_city_of_a_zone_is_above_it() -> None:
    view = View(scene("[云岭市]R通报，[云岭市高新区]Z增长。", Ref("Zone", "云岭市高新区")))
    assert view.is_above(Ref("Region", "云岭市"))
    assert view.is_above(Ref("Region", "430000"))
    assert not view.is_above(Ref("Region", "新桥镇"))


def test_an_endless_clause_gives_what_its_pieces_give() -> None:
    pieces = [f"[企业{n}]E在[园区{n}]Z建设[基地{n}]P" for n in range(300)]
    view = View(scene("、".join(pieces) + "。"))
    found = {(c.head.key, c.tail.key) for c in RELATORS["located_in"](view) if c.head.type != "Zone"}
    assert len(view.clauses) == 1
    assert found == {(f"{kind}{n}", f"园区{n}") for n in range(300) for kind in ("企业", "基地")}


def test_who_holds_an_event_is_not_sought_far_away() -> None:
    filler = "甲乙丙丁戊己庚辛、" * 80
    view = View(scene(f"由[省科技厅]O主办[玻璃大会]V、{filler}[陶瓷大会]V由[天工电气]E承办。"))
    found = {(c.head.key, c.tail.key) for c in RELATORS["hosts"](view)}
    assert ("省科技厅", "玻璃大会") in found
    assert not {("省科技厅", "陶瓷大会"), ("天工电气", "玻璃大会")} & found
