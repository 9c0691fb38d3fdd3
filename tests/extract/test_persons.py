"""Persons by their title, and what is no name because it is one."""

from __future__ import annotations

import time

import numpy as np
import pytest

from kg.extract.persons import of_persons, persons


@pytest.mark.parametrize(
    ("clean", "names"),
    [
        ("市领导白云鹭、林沅江参加活动。", ["白云鹭", "林沅江"]),
        ("白鹭集团董事长林沅江表示，将扩大投资。", ["林沅江"]),
        ("县委书记林沅江深入石桥镇调研，副县长封一鸣走进甲厂。", ["林沅江", "封一鸣"]),
        ("（记者马景阳通讯员王飞）", ["马景阳", "王飞"]),
        ("县长欧阳云率队考察，副州长朴松林出席。", ["欧阳云", "朴松林"]),
        ("市领导田青云、虞仁清、狄青川、封一鸣参加活动。", ["田青云", "虞仁清", "狄青川", "封一鸣"]),
        ("市领导白云鹭、林沅江、封一鸣等四套班子领导出席。", ["白云鹭", "林沅江", "封一鸣"]),
        ("总经理秦晓野指着规划图说，董事长白云鹭透露，今年投产。", ["秦晓野", "白云鹭"]),
        ("会长单位白鹭集团签约，东莞市长安镇扩区，入选代表项目。", []),
        ("侗族妇女林沅江正在采茶，村民封一鸣说：“收入多了。”", ["侗族妇女林沅江", "村民封一鸣"]),
        ("村民安置点正在建设，职工温泉疗养院在和家门口开业，居民高层住宅正在施工。", []),
        ("林沅江新材料公司投产。", []),
    ],
)
def test_titles_lead_to_persons(clean: str, names: list[str]) -> None:
    assert [clean[p.start : p.end] for p in persons(clean)] == names


def test_names_within_a_person_and_firms_across_one_are_none() -> None:
    clean = "市领导白云鹭、林沅江参加白鹭集团奠基。"
    spans = [("云鹭", False), ("白云鹭、林沅江", True), ("白云鹭、林沅江参加", False), ("白鹭集团", True)]
    start = np.array([clean.index(name) for name, _ in spans])
    end = start + np.array([len(name) for name, _ in spans])
    alone = np.array([firm for _, firm in spans])
    assert of_persons(clean, start, end, alone).tolist() == [True, True, False, False]


def test_a_person_is_one_where_the_name_begins_a_clause_again() -> None:
    clean = "秦晓野在推进会上要求提速。代市长秦晓野要求抢时间。"
    assert of_persons(clean, np.array([0]), np.array([3]), np.array([False])).tolist() == [True]


def test_endless_lists_take_no_longer() -> None:
    begun = time.process_time()
    for text in ("王" * 20_000, "书记王" * 7_000, "书记王某" + "、王某某" * 6_000):
        assert len(list(persons(text))) < 7_000
    assert time.process_time() - begun < 5
