"""What the parts of a list share with a neighbour: the kind of road, what is done, whose they are."""

from __future__ import annotations

import time

import pytest

from kg.resolve.shared import complete_shared
from kg.types import Mention
from tests.builders import text_of


def named(clean: str, *surfaces: str, keys: dict[str, str] | None = None, places: str = "") -> list[str]:
    """The keys of projects marked one behind the other, some with a key of their own already."""
    mentions, at = [], 0
    for s in surfaces:
        at = clean.index(s, at)
        mentions.append(Mention(at, at + len(s), "Project", (keys or {}).get(s, s), "tagger", 0.8))
        at += len(s)
    mentions += [Mention(clean.index(p), clean.index(p) + len(p), "Region", p, "", 0.9) for p in places.split() if p]
    return [m.key for m in complete_shared(text_of(clean), mentions) if m.type == "Project"]


def test_routes_take_the_kind_of_road_of_the_row() -> None:
    clean = "青山至白鹭、黄石至石桥、白鹭至临江等6条国省干线和农村公路完工。"
    routes = ("青山至白鹭", "黄石至石桥", "白鹭至临江")
    expected = [r + "公路" for r in routes]
    assert named(clean, *routes) == expected
    assert (
        named(clean.replace("等6条国省干线和农村公路", ""), *routes, keys={"黄石至石桥": "黄石至石桥公路"}) == expected
    )
    assert named("开通青山至白鹭、黄石至石桥航线。", "青山至白鹭", "黄石至石桥") == ["青山至白鹭", "黄石至石桥"]


def test_a_bridge_in_the_end_of_a_road_shares_nothing() -> None:
    clean = "推进瓯江大桥、104国道虹桥至白鹭段改建。"
    assert named(clean, "瓯江大桥", "104国道虹桥至白鹭段改建")[0] == "瓯江大桥"


def test_a_route_that_the_document_names_in_full_elsewhere_keeps_that_name() -> None:
    clean = "青山至白鹭、黄石至石桥公路开工。青山至白鹭高速公路通车。"
    assert named(clean, "青山至白鹭", "黄石至石桥", keys={"黄石至石桥": "黄石至石桥公路"})[0] == "青山至白鹭"


@pytest.mark.parametrize(
    ("clean", "surfaces", "expected"),
    [
        (
            "完成万盛南街、学院路拓宽。",
            ("万盛南街", "学院路拓宽"),
            ["万盛南街拓宽", "学院路拓宽"],
        ),
        (
            "实施莲湖大道和白鹭大道提质改造。",
            ("莲湖大道", "白鹭大道提质改造"),
            ["莲湖大道提质改造", "白鹭大道提质改造"],
        ),
        (
            "完成东湖桥、西湖桥燃气管线迁移。",
            ("东湖桥", "西湖桥燃气管线迁移"),
            ["东湖桥燃气管线迁移", "西湖桥燃气管线迁移"],
        ),
        (
            "推进青山中学、石桥小学整体搬迁。",
            ("青山中学", "石桥小学整体搬迁"),
            ["青山中学整体搬迁", "石桥小学整体搬迁"],
        ),
        ("实施青山大道、白鹭大道改线。", ("青山大道", "白鹭大道改线"), ["青山大道改线", "白鹭大道改线"]),
        ("推进白沙湖、东湖水环境整治。", ("白沙湖", "东湖水环境整治"), ["白沙湖水环境整治", "东湖水环境整治"]),
        ("完成沙河、柳河、清河淤泥整治。", ("清河淤泥整治",), ["沙河淤泥整治", "柳河淤泥整治", "清河淤泥整治"]),
        ("推进柳河、清溪河两条河流综合治理。", ("柳河", "清溪河"), ["柳河综合治理", "清溪河综合治理"]),
        (
            "启动老城棚户区、站前片区旧城改造。",
            ("老城棚户区", "站前片区旧城改造"),
            ["老城棚户区改造", "站前片区旧城改造"],
        ),
        (
            "完成北正街、临江路等易涝点雨污管网建设。",
            ("北正街", "临江路"),
            ["北正街雨污管网建设", "临江路雨污管网建设"],
        ),
        ("启动城东路、城西路等6条街巷路灯亮化。", ("城东路", "城西路"), ["城东路路灯亮化", "城西路路灯亮化"]),
        ("实施城东路、城西路等6条街道绿化亮化。", ("城东路", "城西路"), ["城东路绿化亮化", "城西路绿化亮化"]),
        ("实施城东路、城西路等6条街道改造。", ("城东路", "城西路"), ["城东路", "城西路"]),
        ("完成柳溪河、石桥渠等黑臭水体整治。", ("柳溪河",), ["柳溪河黑臭水体整治"]),
        (
            "做好白鹭路、石桥街两侧闲置地块规划设计。",
            ("白鹭路", "石桥街"),
            ["白鹭路两侧闲置地块规划设计", "石桥街两侧闲置地块规划设计"],
        ),
        ("推进了临江路、石马岭棚户区改造进度。", ("临江路",), ["临江路棚户区改造", "石马岭棚户区改造"]),
        # each is a thing in itself
        (
            "完成国道G236线白鹭段改线、省道S242线升级改造。",
            ("国道G236线白鹭段改线", "省道S242线升级改造"),
            ["国道G236线白鹭段改线", "省道S242线升级改造"],
        ),
        ("建成莲湖大道、白鹭大道提质改造。", ("莲湖大道", "白鹭大道提质改造"), ["莲湖大道", "白鹭大道提质改造"]),
        ("加快白鹭故居、窑址遗存提质改造。", ("白鹭故居", "窑址遗存提质改造"), ["白鹭故居", "窑址遗存提质改造"]),
        ("推进南街等历史街区品质提升。", ("南街",), ["南街"]),
        ("推进莲湖大道和白鹭大道建设。", ("莲湖大道", "白鹭大道"), ["莲湖大道", "白鹭大道"]),
    ],
)
def test_what_is_done_to_the_last_is_done_to_all(clean: str, surfaces: tuple[str, ...], expected: list[str]) -> None:
    assert named(clean, *surfaces) == expected


def test_each_house_of_a_row_has_the_part_that_the_last_one_names() -> None:
    clean = "县医院、青山中医院、石桥医院业务楼投用。"
    names = ("县医院", "青山中医院", "石桥医院业务楼")
    assert set(named(clean, *names)) == {"县医院业务楼", "青山中医院业务楼", "石桥医院业务楼"}
    assert named("青山医院、石桥医院建成。", "青山医院", "石桥医院") == ["青山医院", "石桥医院"]
    clean = "加快县公安局、县档案局备份平台建设。"
    body = Mention(2, 6, "Organization", "县公安局", "tagger", 0.8)
    made = complete_shared(text_of(clean), [body, Mention(7, 15, "Project", "县档案局备份平台", "tagger", 0.8)])
    assert {m.key for m in made if m.type == "Project"} == {"县公安局备份平台", "县档案局备份平台"}
    assert body in made


def test_what_the_document_names_twice_keeps_its_name() -> None:
    clean = "实施莲湖大道和白鹭大道提质改造，莲湖大道亮灯。"
    assert named(clean, "莲湖大道", "白鹭大道提质改造", "莲湖大道")[0] == "莲湖大道"


def test_public_buildings_belong_to_the_place_of_the_first() -> None:
    clean = "市科技馆、图书馆、影剧院和白鹭博物馆建成。"
    surfaces = ("市科技馆", "图书馆", "影剧院", "白鹭博物馆")
    assert named(clean, *surfaces) == ["市科技馆", "市图书馆", "市影剧院", "白鹭博物馆"]
    assert named("市实验中学、第二小学开学。", "市实验中学", "第二小学")[-1] == "市第二小学"
    assert named("县民族中学、第三小学开学。", "县民族中学", "第三小学")[-1] == "县第三小学"
    campus = ("白鹭学院东校区", "西校区扩建")
    assert named("推进白鹭学院东校区、西校区扩建。", *campus) == ["白鹭学院东校区扩建", "白鹭学院西校区扩建"]
    hospital = ("省中医院东院", "西院")
    assert named("建设省中医院东院、西院。", *hospital) == ["省中医院东院", "省中医院西院"]
    work = ("区第一中学", "第三中学", "第五小学改扩建")
    assert named("完成区第一中学、第三中学、第五小学改扩建。", *work) == [
        "区第一中学改扩建",
        "区第三中学改扩建",
        "区第五小学改扩建",
    ]
    assert named("石桥文化馆、图书馆开工。", "石桥文化馆", "图书馆", places="石桥")[-1] == "石桥图书馆"
    assert named("智慧文化馆、图书馆开工。", "智慧文化馆", "图书馆")[-1] == "图书馆"


def test_numbers_take_the_head_word_of_the_last() -> None:
    assert named("开工206号、207号泊位。", "206号", "207号泊位")[0] == "206号泊位"
    assert named("开工206号、青山大桥。", "206号", "青山大桥")[0] == "206号"


def test_two_canals_in_one_mention_are_two() -> None:
    assert named("实施东干渠、西干渠防渗改造。", "东干渠、西干渠防渗改造") == ["东干渠防渗改造", "西干渠防渗改造"]
    assert named("完成青山泵站扩建及河道延伸。", "青山泵站扩建及河道延伸") == ["青山泵站扩建及河道延伸"]


def test_one_among_several_actions_is_one_too() -> None:
    clean = "实施商贸提质、文旅融合、数字赋能、绿色转型四大行动。"
    told = {"商贸提质": "商贸提质行动", "文旅融合": "文旅融合行动", "绿色转型": "绿色转型行动"}
    mentions = [
        Mention(clean.index(s), clean.index(s) + 4, "Program", told.get(s, s), "tagger", 0.8)
        for s in ("商贸提质", "文旅融合", "数字赋能", "绿色转型")
    ]
    assert [m.key for m in complete_shared(text_of(clean), mentions)][2] == "数字赋能行动"
    assert [m.key for m in complete_shared(text_of(clean), mentions[2:])] == ["数字赋能", "绿色转型行动"]


def test_an_endless_row_is_read_in_linear_time() -> None:
    routes = [f"{chr(0x4E00 + i // 90)}{chr(0x5000 + i % 90)}山至白鹭" for i in range(6000)]
    start = time.process_time()
    assert named("、".join(routes) + "。", *routes) == routes
    assert time.process_time() - start < 4
