"""Zones that are built as one project, and parks of a list that were taken for firms."""

from __future__ import annotations

import pytest

from kg.resolve.built_whole import as_built
from kg.types import Mention


def types(sentence: str, type_: str, *surfaces: str) -> list[tuple[str, str]]:
    """Type and key of each surface, at its first place."""
    at = [(sentence.index(s), s) for s in surfaces]
    return [
        (m.type, m.key) for m in as_built(sentence, [Mention(i, i + len(s), type_, s, "tagger", 0.6) for i, s in at])
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("签约投资25亿元的鹭湖温泉小镇。", "鹭湖温泉小镇"),
        ("总投资约30亿元的石桥（青坪）科技产业园正式开工。", "石桥（青坪）科技产业园"),
        ("考察组观摩了青禾食品产业园项目。", "青禾食品产业园"),
        ("云溪古城二期项目，由星沅集团投资。", "云溪古城"),
        ("落霞旅游度假区、县体育馆等5个重点项目开工。", "落霞旅游度假区"),
        ("推介的10个项目分别为鹭湖古镇、落霞旅游度假区、县医院新院区。", "落霞旅游度假区"),
        ("提质改造白鹭景区，有序开发石桥温泉。", "白鹭景区"),
        ("石桥科创园已经封顶，年内交付。", "石桥科创园"),
        ("二、新开工项目3个。县医院；落霞旅游度假区；云溪冷库。", "落霞旅游度假区"),
        ("（一）续建项目：云溪冷库、鹭湖温泉小镇，总投资3亿元。", "鹭湖温泉小镇"),
        ("在建项目有鹭湖古镇、落霞旅游度假区、县医院新院区。", "落霞旅游度假区"),
    ],
)
def test_what_is_built_as_a_whole_is_a_project(sentence: str, name: str) -> None:
    assert types(sentence, "Zone", name) == [("Project", name)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("青禾食品产业园项目建设如火如荼。", "青禾食品产业园"),
        ("青禾食品产业园项目6个。", "青禾食品产业园"),
        ("白鹭经开区项目全部开工。", "白鹭经开区"),
        ("白鹭产业园、石桥工业园等项目征拆清零。", "白鹭产业园"),
        ("投资2亿元的电池项目落户青禾科技产业园。", "青禾科技产业园"),
        ("全市有白鹭产业园、石桥工业园等园区6个。", "白鹭产业园"),
        ("扩建白鹭产业园，", "白鹭产业园"),
        ("石桥科创园厂房封顶。", "石桥科创园"),
        ("新开工项目加快建设。云溪冷库；白鹭产业园面貌一新。", "白鹭产业园"),
        ("二、新开工项目3个。云溪冷库；白鹭产业园三家企业投产。", "白鹭产业园"),
        ("目前，白鹭产业园项目已签约12个。", "白鹭产业园"),
        ("白鹭产业园项目开工率达九成。", "白鹭产业园"),
        ("全市重点项目有序推进，白鹭产业园、石桥工业园面貌一新。", "白鹭产业园"),
    ],
)
def test_where_many_things_are_built_is_a_zone(sentence: str, name: str) -> None:
    assert types(sentence, "Zone", name) == [("Zone", name)]


def test_a_place_where_others_settle_stays_a_zone_in_all_sentences() -> None:
    clean = "白鹭食品产业园项目，总投资3亿元。位于白鹭食品产业园的企业投产。"
    at = [0, clean.rindex("白鹭")]
    found = as_built(clean, [Mention(i, i + 7, "Zone", "白鹭食品产业园", "tagger", 0.6) for i in at])
    assert [m.type for m in found] == ["Zone", "Zone"]


def test_parks_of_a_list_are_no_firms() -> None:
    sentence = "石桥灯具、白鹭家具等工业园今年扩区。"
    assert types(sentence, "Enterprise", "石桥灯具", "白鹭家具") == [
        ("Zone", "石桥灯具工业园"),
        ("Zone", "白鹭家具工业园"),
    ]
    members = "石桥灯具、白鹭家具等工业园优质企业参加。"
    assert {t for t, _ in types(members, "Enterprise", "石桥灯具", "白鹭家具")} == {"Enterprise"}
    firms = "石桥灯具、白鹭家具等工业园区骨干企业、星沅电子等园区运营企业。"
    assert {t for t, _ in types(firms, "Enterprise", "石桥灯具", "白鹭家具", "星沅电子")} == {"Enterprise"}
