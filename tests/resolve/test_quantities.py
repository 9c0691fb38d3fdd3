"""Things of which a text tells how many have no name."""

from __future__ import annotations

import time

import pytest

from kg.resolve.quantities import is_quantity
from kg.types import Mention


def found(clean: str, surface: str, type_: str, rule: str = "tagger") -> Mention:
    at = clean.index(surface)
    return Mention(at, at + len(surface), type_, surface, rule, 0.9)


@pytest.mark.parametrize(
    ("clean", "surface", "type_", "expected"),
    [
        ("新建廉租房4000套、公共租赁住房1600套。", "廉租房", "Program", True),
        ("新建廉租房4000套、公共租赁住房1600套。", "公共租赁住房", "Program", True),
        ("建成高标准农田40万亩。", "高标准农田", "Program", True),
        ("甲石材（投资3亿元，年产板材200万平方米）投产。", "年产板材200万平方米", "Project", True),
        ("甲菌业（投资8600万元、日产菌棒6万棒）投产。", "日产菌棒6万棒", "Project", True),
        ("开工年产板材200万平方米项目。", "年产板材200万平方米", "Project", False),
        ("新建3个美丽乡村。", "美丽乡村", "Program", True),
        ("改造农村户厕1.5万户，建设标准化村卫生室40个。", "标准化村卫生室", "Program", True),
        ("新建“暖心驿站”6个。", "暖心驿站", "Program", True),
        ("创建绿色矿山12座。", "绿色矿山", "Program", True),
        ("建成美丽乡村示范村76个。", "美丽乡村", "Program", True),
        ("建成美丽乡村示范带。", "美丽乡村", "Program", False),
        ("推进廉租房并轨。", "廉租房", "Program", False),
        ("完成棚户区改造4000户。", "棚户区改造", "Program", False),
        ("推进高标准农田建设，新增20万亩。", "高标准农田建设", "Program", False),
        ("新建公交首末站3个。", "公交首末站", "Project", True),
        ("建成停车场12个、公厕5座。", "停车场", "Project", True),
        ("建成停车场12个、公厕5座。", "公厕", "Project", True),
        ("1.竣工项目22个。", "项目22个", "Project", True),
        ("实施老旧管网项目86项。", "老旧管网", "Project", True),
        ("加快老旧管网项目建设，完成12项。", "老旧管网", "Project", False),
        ("建成东湖、西湖和南湖公园3个。", "南湖公园", "Project", False),
        ("加快东湖新区综合开发13个项目建设。", "东湖新区综合开发", "Project", False),
        ("建成滨江绿道35公里。", "滨江绿道", "Project", False),
        ("谋划一批通用机场、支线管网、蓄能电站项目。", "支线管网", "Project", True),
        ("加快一批白鹭机场、青山大桥等项目。", "青山大桥", "Project", False),
        ("加快送出线路、升压站等配套工程。", "升压站", "Project", True),
        ("加快送出线路、升压站等配套工程。", "送出线路", "Project", True),
        ("加快白鹭湖变电站、升压站等项目。", "升压站", "Project", False),
        ("加快110站、东风路等基础设施。", "110站", "Project", False),
        ("建成永久性蔬菜基地5万亩。", "永久性蔬菜基地", "Project", True),
        ("建成石林茶叶基地5万亩。", "石林茶叶基地", "Project", False),
        ("建设150万吨/年乙烯、20万吨/年芳烃等32套装置。", "20万吨/年芳烃", "Project", True),
        ("建成煤矸石制陶粒、粉煤灰制砖等生产线11条。", "粉煤灰制砖", "Project", True),
        ("打通东风路、学院路等道路11条。", "学院路", "Project", False),
        ("实施一批重点项目，开工青山大桥。", "青山大桥", "Project", False),
    ],
)
def test_so_many_of_a_kind(clean: str, surface: str, type_: str, expected: bool) -> None:
    assert is_quantity(clean, found(clean, surface, type_)) is expected


def test_items_of_numbered_lists_stay() -> None:
    clean = "④新建停车场12个。"
    assert not is_quantity(clean, found(clean, "停车场", "Project", "project:numbered"))


def test_a_long_list_takes_no_time() -> None:
    clean = "一批" + "停车场、" * 5000 + "公厕"
    start = time.process_time()
    for at in range(2, 20000, 100):
        is_quantity(clean, Mention(at, at + 3, "Project", "停车场", "tagger", 0.9))
    assert time.process_time() - start < 2
