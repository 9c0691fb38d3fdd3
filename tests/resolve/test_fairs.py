"""Fairs, and the ceremonies that are held at them."""

from __future__ import annotations

import pytest

from kg.resolve.fairs import fairs_of_ceremonies, with_its_place
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "surface", "expected"),
    [
        (
            "第八届白鹭火把节工业招商推介会举行。",
            "第八届白鹭火把节工业招商推介会",
            ["第八届白鹭火把节工业招商推介会", "第八届白鹭火把节"],
        ),
        ("第八届白鹭火把节开幕。", "第八届白鹭火把节", ["第八届白鹭火把节"]),
        ("首届青山茶博会展览签约仪式举行。", "首届青山茶博会展览签约仪式", ["首届青山茶博会展览签约仪式"]),
        ("昨日举行石桥联盟揭牌暨首批项目签约仪式。", "暨首批项目签约仪式", ["石桥联盟揭牌暨首批项目签约仪式"]),
        ("暨首批项目签约仪式。", "暨首批项目签约仪式", ["首批项目签约仪式"]),
        (
            "举办江东旅游节暨中国（白鹭）陶瓷博览会。",
            "江东旅游节暨中国（白鹭）陶瓷博览会",
            ["江东旅游节", "中国（白鹭）陶瓷博览会"],
        ),
        ("首届石桥豆腐节暨乡村旅游节。", "首届石桥豆腐节暨乡村旅游节", ["首届石桥豆腐节暨乡村旅游节"]),
    ],
)
def test_a_ceremony_names_its_fair(clean: str, surface: str, expected: list[str]) -> None:
    at = clean.index(surface)
    made = fairs_of_ceremonies(clean, [Mention(at, at + len(surface), "Event", surface, "tagger", 0.9)])
    assert [m.key for m in made] == expected


@pytest.mark.parametrize(
    ("clean", "surface", "type_", "expected"),
    [
        (
            "石桥疏港公路项目开工仪式举行。",
            "石桥疏港公路项目开工仪式",
            "Event",
            ["石桥疏港公路项目开工仪式", "石桥疏港公路"],
        ),
        ("石桥疏港公路项目开工仪式举行。", "石桥疏港公路", "Project", ["石桥疏港公路项目开工仪式", "石桥疏港公路"]),
        ("石桥疏港公路开工。", "石桥疏港公路", "Project", ["石桥疏港公路"]),
        ("全县重大项目集中开工仪式举行。", "全县重大项目集中开工仪式", "Event", ["全县重大项目集中开工仪式"]),
    ],
)
def test_a_ceremony_is_that_of_a_work(clean: str, surface: str, type_: str, expected: list[str]) -> None:
    at = clean.index(surface)
    made = fairs_of_ceremonies(clean, [Mention(at, at + len(surface), type_, surface, "tagger", 0.9)])
    assert [m.key for m in made] == expected


@pytest.mark.parametrize(
    ("clean", "surface", "name"),
    [
        ("2025世界竞走巡回赛长沙站开赛，", "2025世界竞走巡回赛", "2025世界竞走巡回赛长沙站"),
        ("2025世界竞走巡回赛长沙站，", "2025世界竞走巡回赛", "2025世界竞走巡回赛长沙站"),
        ("国际光影节长沙分会场成功举办", "国际光影节", "国际光影节长沙分会场"),
        ("青年联赛首站，", "青年联赛", "青年联赛"),
    ],
)
def test_an_event_has_the_place_of_its_part(clean: str, surface: str, name: str) -> None:
    found = with_its_place(clean, Mention(0, len(surface), "Event", surface, "tagger", 0.9))
    assert clean[found.start : found.end] == name
