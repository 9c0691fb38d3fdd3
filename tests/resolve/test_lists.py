from __future__ import annotations

from dataclasses import replace

import pytest

from kg.resolve.heads import whole
from kg.resolve.lists import split_lists
from kg.text.tokens import tokenise
from kg.types import Mention, Text
from tests.builders import text_of


def split(surface: str, type_: str = "Project") -> list[tuple[str, str]]:
    clean = f"建成{surface}。"
    made = split_lists(text_of(clean), [Mention(2, 2 + len(surface), type_, surface, "tagger", 0.9)])
    return [(clean[m.start : m.end], m.key) for m in made]


def keys(made: list[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(key for _, key in made))


def test_each_part_is_a_thing_of_its_own() -> None:
    assert split("青山、白鹭和石桥等3个乡镇污水处理厂") == [
        ("青山、白鹭和石桥等3个乡镇污水处理厂", "青山污水处理厂"),
        ("青山", "青山污水处理厂"),
        ("白鹭和石桥等3个乡镇污水处理厂", "白鹭污水处理厂"),
        ("白鹭", "白鹭污水处理厂"),
        ("石桥等3个乡镇污水处理厂", "石桥污水处理厂"),
        ("石桥", "石桥污水处理厂"),
    ]


def test_towns_share_all_that_stands_behind_the_last_of_them() -> None:
    clean = "建成彭山镇、太石镇社区运动公园。"
    park = Mention(6, 15, "Project", clean[6:15], "tagger", 0.9)
    town = Mention(2, 5, "Region", "彭山镇", "region:full", 0.9)
    found = {m.key for m in split_lists(text_of(clean), [town, park]) if m.type == "Project"}
    assert found == {"彭山镇社区运动公园", "太石镇社区运动公园"}
    clean = "授予东江县、贵平工业园区。"
    zone = Mention(6, 12, "Zone", "贵平工业园区", "tagger", 0.9)
    county = Mention(2, 5, "Region", "东江县", "region:full", 0.9)
    assert {m.key for m in split_lists(text_of(clean), [county, zone]) if m.type == "Zone"} == {"贵平工业园区"}
    clean = "新建白鹭片区路网、青山片区。"
    area = Mention(9, 13, "Zone", "青山片区", "tagger", 0.9)
    assert {m.key for m in split_lists(text_of(clean), [area])} == {"青山片区"}


def test_the_head_word_may_touch_the_last_name() -> None:
    assert keys(split("青松、白石高速")) == ["青松高速", "白石高速"]
    assert keys(split("白鹭湾路网、青松湖公园")) == ["白鹭湾路网、青松湖公园"]  # whole as they are
    assert keys(split("白鹭街贯通、青松湖公园")) == ["白鹭街贯通、青松湖公园"]
    assert keys(split("城东和城西片区", "Zone")) == ["城东片区", "城西片区"]


def test_zones_of_a_list_are_built_by_no_programme() -> None:
    clean = "推进白鹭潭、青山等特色小镇建设。"
    zones = [Mention(a, b, "Zone", clean[a:b] + "特色小镇", "zone:list", 0.9) for a, b in ((2, 5), (6, 8))]
    campaign = Mention(9, 15, "Program", "特色小镇建设", "program:lexicon", 0.8)
    made = split_lists(text_of(clean), [*zones, campaign])
    assert {(clean[m.start : m.end], m.key) for m in made} == {
        ("白鹭潭", "白鹭潭特色小镇"),
        ("白鹭潭、青山等特色小镇", "白鹭潭特色小镇"),
        ("青山", "青山特色小镇"),
        ("青山等特色小镇", "青山特色小镇"),
    }


def test_two_of_one_kind_are_two() -> None:
    assert keys(split("白鹭陶瓷生产线及青山烟花生产线建设")) == ["白鹭陶瓷生产线", "青山烟花生产线"]
    assert keys(split("白鹭研发中心及青山培训中心")) == ["白鹭研发中心", "青山培训中心"]
    assert keys(split("中心城区及生产线")) == ["中心城区及生产线"]


@pytest.mark.parametrize(
    "surface",
    [
        "水土保持和生态修复工程",
        "青山县和谐新村安置区",
        "检验、检测和研发中心",
        "青山大道、白鹭大桥PPP项目",
        "船舶和海工装备产业园",
        "食用菌（香菇、木耳）产业园",
    ],
)
def test_one_thing_stays_whole(surface: str) -> None:
    assert split(surface) == [(surface, surface)]


@pytest.mark.parametrize(
    "surface", ["潘河大道、工业大道南、市民大道三期", "明远合金、青山至白鹭段公路改建工程", "三中初中部、新兴小学"]
)
def test_a_road_lends_no_words_to_what_is_whole_or_no_road(surface: str) -> None:
    assert not {"工业大道南大道三期", "明远合金公路改建工程", "三中初中部小学"} & set(keys(split(surface)))


def test_a_name_that_ends_like_a_thing_counts_where_the_number_says_so() -> None:
    assert keys(split("白鹭江、黄石桥2个乡镇污水处理厂")) == ["白鹭江污水处理厂", "黄石桥污水处理厂"]


def test_a_list_begins_before_the_mention_of_its_last_part() -> None:
    clean = "加快青山、白鹭、石桥3个乡镇污水处理厂建设，挂车河、龙眠河2座水厂完工，白鹭大桥、青山2座水库开工。"
    whole = [("石桥3个乡镇污水处理厂", "Project"), ("挂车河", "Project"), ("龙眠河2座水厂", "Project")]
    at = [(clean.index(s), s, t) for s, t in whole]
    made = split_lists(text_of(clean), [Mention(i, i + len(s), t, s, "tagger", 0.9) for i, s, t in at])
    assert list(dict.fromkeys(m.key for m in made)) == [
        "青山污水处理厂",
        "白鹭污水处理厂",
        "石桥污水处理厂",
        "挂车河水厂",
        "龙眠河水厂",
    ]


def test_many_joins_before_a_mention_take_no_time() -> None:
    clean = "，" + "和" * 90 + "青" * 20 + "、石桥9座水厂。"
    last = Mention(112, 118, "Project", clean[112:118], "tagger", 0.9)
    assert split_lists(text_of(clean), [last]) == [last]


def analysed(clean: str) -> Text:
    """A text with its words."""
    return replace(text_of(clean), tokens=tokenise(clean))


def around(clean: str, *marked: tuple[str, str]) -> dict[str, str]:
    """The keys of the mentions by their surfaces."""
    at = [(clean.index(surface), surface, type_) for surface, type_ in marked]
    mentions = [Mention(i, i + len(s), t, s, "tagger", 0.9) for i, s, t in at]
    return {clean[m.start : m.end]: m.key for m in split_lists(analysed(clean), mentions) if m.type != "Region"}


def test_the_work_of_a_firm_needs_no_head_word() -> None:
    marked = (("明澈", "Enterprise"), ("石桥田园综合体", "Project"))
    assert "明澈原料药田园综合体" not in around("开工明澈原料药、石桥田园综合体。", *marked).values()


def test_parts_before_a_mention_share_its_head_word() -> None:
    found = around("新建青山、白鹭、石桥风电场。", ("青山", "Region"), ("石桥风电场", "Project"))
    assert found["青山"] == "青山风电场"
    assert found["白鹭"] == "白鹭风电场"
    found = around("龙潭至青山、石桥至白鹭高速公路开工。", ("石桥至白鹭高速公路", "Project"))
    assert found["龙潭至青山"] == "龙潭至青山高速公路"


def test_each_part_keeps_its_own_voltage() -> None:
    found = around("建成青山110千伏、石桥35千伏变电站。", ("青山110千伏", "Project"), ("石桥35千伏变电站", "Project"))
    assert found["青山110千伏"] == "青山110千伏变电站"


@pytest.mark.parametrize(
    ("clean", "last", "type_"),
    [
        ("推进老旧小区、城东污水处理厂建设。", "城东污水处理厂", "Project"),  # a head word of its own
        ("依托青溪河、城南片区发展旅游。", "城南片区", "Zone"),  # a river is no area
        ("加强教育、城东医院建设。", "城东医院", "Project"),  # a plain word
        ("建设连接青山、龙潭高速公路。", "龙潭高速公路", "Project"),  # what a road joins
    ],
)
def test_what_stands_before_is_something_else(clean: str, last: str, type_: str) -> None:
    assert around(clean, (last, type_)) == {last: last}


def test_a_count_closes_a_list_of_zones() -> None:
    found = around("推进沙河、龙潭、柳塘三大片区开发。", ("沙河", "Region"), ("龙潭", "Region"))
    assert found["沙河"] == "沙河片区"
    assert found["柳塘"] == "柳塘片区"
    assert around("推进沙河、龙潭两大片区和柳塘三大片区开发。")["龙潭"] == "龙潭片区"
    assert not around("推进龙潭、柳塘五大片区开发。")


def test_fairs_by_their_trades() -> None:
    found = around("成功举办茶叶、电子商务等博览会。", ("电子商务", "Industry"))
    assert found["茶叶"] == "茶叶博览会"
    assert found["电子商务"] == "电子商务博览会"
    assert not around("借助茶叶、电子商务等博览会扩大影响。")


def test_campaigns_of_a_number() -> None:
    found = around("打好蓝天、碧水、净土三大保卫战。")
    assert found["蓝天"] == "蓝天保卫战"
    assert found["净土"] == "净土保卫战"
    assert found["三大保卫战"] == "三大保卫战"
    assert not around("打好蓝天、碧水三大保卫战。")


def test_lines_of_a_railway() -> None:
    found = around("推进地铁3、5、16号线建设，改造2、3号楼。")
    assert found == {"地铁3": "地铁3号线", "5": "地铁5号线", "16号线": "地铁16号线"}


def test_built_things_need_no_mention_where_a_count_closes_the_list() -> None:
    found = around("建成城东、城西、城南3个消防救援站。")
    assert found["城东"] == "城东消防救援站"
    assert found["城南"] == "城南消防救援站"
    assert not around("全县有城东、城西、城南3个消防救援站。")


def test_zones_of_places_of_one_kind() -> None:
    regions = ("龙潭县", "Region"), ("石桥县", "Region")
    found = around("龙潭县、石桥县、白鹭县经济开发区扩区。", *regions, ("白鹭县经济开发区", "Zone"))
    assert found["石桥县"] == "石桥县经济开发区"
    assert "龙潭县" not in around("龙潭县、白鹭高新区扩区。", ("龙潭县", "Region"), ("白鹭高新区", "Zone"))


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("青江高速白鹭段、石桥互通", ["青江高速白鹭段", "石桥互通"]),
        ("朝阳路、白鹭东街", ["朝阳路", "白鹭东街"]),
        ("青山大道、白鹭大桥", ["青山大道", "白鹭大桥"]),
        ("二中、白鹭中学", ["二中", "白鹭中学"]),
        ("G999青山段、S888白鹭段一级公路", ["G999青山段", "S888白鹭段一级公路"]),
        ("青石高铁白鹭段、龙潭至石桥一级公路", ["青石高铁白鹭段", "龙潭至石桥一级公路"]),
        ("青山小学南区、白鹭第三幼儿园", ["青山小学南区", "白鹭第三幼儿园"]),
    ],
)
def test_a_whole_name_takes_no_other_head_word(surface: str, expected: list[str]) -> None:
    assert keys(split(surface)) == expected


def test_an_ordinal_takes_no_beginning_from_the_part_before() -> None:
    clean = "建成青山小学南区、第三幼儿园。"
    at = clean.index("第三")
    made = split_lists(text_of(clean), [Mention(at, at + 5, "Project", "第三幼儿园", "tagger", 0.9)])
    assert [m.key for m in made] == ["第三幼儿园"]


@pytest.mark.parametrize(
    ("clean", "expected"),
    [
        ("新建第一、第二实验小学。", ["第一实验小学", "第二实验小学"]),
        ("新建市第一、第二和第三人民医院。", ["市第一人民医院", "市第二人民医院", "市第三人民医院"]),
        ("总结第一阶段工作，第二实验小学开工。", ["第二实验小学"]),
    ],
)
def test_ordinals_share_the_rest_of_the_name(clean: str, expected: list[str]) -> None:
    last = clean[clean.rindex("第") :].rstrip("。").removesuffix("开工")
    at = clean.index(last)
    made = split_lists(text_of(clean), [Mention(at, at + len(last), "Project", last, "tagger", 0.9)])
    assert list(dict.fromkeys(m.key for m in made)) == expected


def test_a_section_of_a_road_keeps_its_name_in_a_list() -> None:
    assert keys(split("白鹭至龙潭、青江高速石桥段等公路")) == ["白鹭至龙潭公路", "青江高速石桥段"]
    assert keys(split("青山、白鹭和石桥第二人民医院")) == ["青山第二人民医院", "白鹭第二人民医院", "石桥第二人民医院"]


def test_plain_words_are_names_where_a_count_says_how_many_were_built() -> None:
    assert keys(split_text("建成东方、西苑和滨河三座公园。")) == ["东方公园", "西苑公园", "滨河公园"]
    assert keys(split_text("建成东方、西苑三座公园。")) == []
    assert keys(split_text("提出生态、文化、休闲三座公园的设想。")) == []


def test_two_places_have_a_development_zone_each() -> None:
    clean = "青山、龙潭经济开发区升级，青山、龙潭合作区挂牌。"
    mentions = [
        Mention(0, 2, "Region", "430281", "test", 0.9),
        Mention(3, 5, "Region", "430282", "test", 0.9),
        Mention(3, 10, "Zone", "龙潭经济开发区", "test", 0.9),
        Mention(13, 15, "Region", "430281", "test", 0.9),
        Mention(16, 18, "Region", "430282", "test", 0.9),
        Mention(16, 21, "Zone", "龙潭合作区", "test", 0.9),
    ]
    made = split_lists(text_of(clean), mentions)
    zones = [m.key for m in made if m.type == "Zone"]
    assert list(dict.fromkeys(zones)) == ["青山经济开发区", "龙潭经济开发区", "龙潭合作区"]


def split_text(clean: str) -> list[tuple[str, str]]:
    return [(clean[m.start : m.end], m.key) for m in split_lists(text_of(clean), [])]


def test_a_part_with_a_head_word_of_that_kind_keeps_its_name_before_a_count() -> None:
    assert keys(split("青山县医院、中医院、妇幼保健院三所医院")) == ["青山县医院", "中医院", "妇幼保健院"]


@pytest.mark.parametrize(
    ("clean", "expected"),
    [
        ("云坪、石桥、龙潭三座小（二）型水库竣工验收。", ["云坪水库", "石桥水库", "龙潭水库"]),
        ("云坪、石桥2个35千伏以上输变电工程投运。", ["云坪输变电工程", "石桥输变电工程"]),
        ("云坪、石桥、龙潭三座变电站投运。", ["云坪变电站", "石桥变电站", "龙潭变电站"]),
        ("今年云坪、石桥、龙潭三座水库受旱。", []),
    ],
)
def test_what_became_of_them_may_stand_behind(clean: str, expected: list[str]) -> None:
    assert keys(split_text(clean)) == expected


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("老城区雨污分流、城东水厂", ["老城区雨污分流、城东水厂"]),
        ("龙潭堰、石桥水厂", ["龙潭堰、石桥水厂"]),
        ("青山二期、白鹭大桥", ["青山二期、白鹭大桥"]),
    ],
)
def test_what_is_done_and_what_is_whole_take_no_head_word(surface: str, expected: list[str]) -> None:
    assert keys(split(surface)) == expected


@pytest.mark.parametrize(
    ("clean", "surface", "type_", "expected"),
    [
        ("完成青山市场及白鹭大桥等项目前期工作。", "青山市场及白鹭大桥", "Project", ["青山市场", "白鹭大桥"]),
        ("加快星沅材料研发和生产基地等项目。", "星沅材料研发和生产基地", "Project", ["星沅材料研发和生产基地"]),
        ("建成石桥、星沅材料研发和生产厂房等项目。", "星沅材料研发和生产厂房", "Project", ["星沅材料研发和生产厂房"]),
        ("涵盖电子信息、资源循环及新材料领域。", "资源循环及新材料", "Industry", ["资源循环", "新材料"]),
        ("发展电子信息、汽车及零部件。", "汽车及零部件", "Industry", ["汽车及零部件"]),
    ],
)
def test_two_at_the_end_of_a_row(clean: str, surface: str, type_: str, expected: list[str]) -> None:
    at = clean.index(surface)
    made = split_lists(text_of(clean), [Mention(at, at + len(surface), type_, surface, "tagger", 0.9)])
    assert [m.key for m in made] == expected


def test_a_name_that_breaks_off_at_a_number_goes_on() -> None:
    clean = "建设白鹭核电1、2号机组。"
    mentions = [
        Mention(2, 7, "Project", "白鹭核电1", "tagger", 0.9),
        Mention(8, 12, "Project", "2号机组", "tagger", 0.9),
    ]
    made = split_lists(text_of(clean), mentions)
    assert sorted({m.key for m in made}) == ["白鹭核电1号机组", "白鹭核电2号机组"]
    clean = "开工白鹭作业区1、2号两个5万吨级泊位。"
    quays = [Mention(2, 8, "Project", "白鹭作业区1", "tagger", 0.9)]
    assert {m.key for m in split_lists(text_of(clean), quays)} == {"白鹭作业区1号泊位", "白鹭作业区2号泊位"}
    assert [m.key for m in split_lists(text_of("建设T1。"), [Mention(2, 4, "Project", "T1", "tagger", 0.9)])] == ["T1"]


def test_a_count_of_the_parts_tells_of_any_head_word() -> None:
    assert keys(split("青山、白鹭两条石料专线")) == ["青山石料专线", "白鹭石料专线"]
    assert keys(split("青山、白鹭三条石料专线")) == ["青山、白鹭三条石料专线"]
    # a railway line has a head word of its own
    assert "青山至白鹭客运专线机场" not in keys(split("青山至白鹭客运专线、龙潭机场"))
    assert keys(split("青山、白鹭2个市级工业园区", "Zone")) == ["青山工业园区", "白鹭工业园区"]


def test_two_roads_have_a_section_each() -> None:
    assert keys(split("青江、石白高速龙潭段")) == ["青江高速龙潭段", "石白高速龙潭段"]
    clean = "建成青江高速白鹭段、石白高速。"
    both = [Mention(2, 9, "Project", "青江高速白鹭段", "t", 0.9), Mention(10, 14, "Project", "石白高速", "t", 0.9)]
    assert split_lists(text_of(clean), both) == both


def test_places_have_one_thing_each_where_the_last_place_stands_before_its_name() -> None:
    clean = "建设青山、龙潭云海计算中心，推进青山、龙潭合作区。"
    mentions = [
        Mention(2, 4, "Region", "430281", "test", 0.9),
        Mention(5, 7, "Region", "430282", "test", 0.9),
        Mention(2, 13, "Project", "青山、龙潭云海计算中心", "test", 0.9),
        Mention(16, 18, "Region", "430281", "test", 0.9),
        Mention(19, 21, "Region", "430282", "test", 0.9),
        Mention(16, 24, "Zone", "青山、龙潭合作区", "test", 0.9),
    ]
    made = [m.key for m in split_lists(text_of(clean), mentions) if m.type != "Region"]
    assert list(dict.fromkeys(made)) == ["青山云海计算中心", "龙潭云海计算中心", "青山、龙潭合作区"]


def test_numbered_parts_are_those_of_the_first() -> None:
    assert keys(split("白鹭港1号、2号、3号泊位")) == ["白鹭港1号泊位", "白鹭港2号泊位", "白鹭港3号泊位"]


def test_as_many_counties_as_the_count_says() -> None:
    assert keys(split("临江、石桥、青河三县（区）污水处理厂")) == ["临江污水处理厂", "石桥污水处理厂", "青河污水处理厂"]


def test_any_head_word_where_the_count_is_that_of_the_parts() -> None:
    assert keys(split("黄泥、大坪、龙洞3个乡镇集镇供水工程")) == [
        "黄泥集镇供水工程",
        "大坪集镇供水工程",
        "龙洞集镇供水工程",
    ]


def test_rivers_in_one_mention_are_several() -> None:
    assert keys(split("沙河、清溪河")) == ["沙河", "清溪河"]


def test_numbers_before_one_head_word() -> None:
    assert keys(split("3号、5号标准厂房")) == ["3号标准厂房", "5号标准厂房"]
    assert keys(split("白鹭电厂3、4号机组")) == ["白鹭电厂3号机组", "白鹭电厂4号机组"]


def test_works_that_are_wholes_do_not_take_what_they_serve() -> None:
    assert keys(split("城东水厂、城西水厂、白鹭源三个供水项目")) == ["城东水厂", "城西水厂", "白鹭源供水项目"]


def test_how_large_the_things_of_a_list_are_is_no_part_of_their_names() -> None:
    assert keys(split("云坪、石桥2座中型水库")) == ["云坪水库", "石桥水库"]
    assert keys(split("云坪、石桥大型商场")) == ["云坪、石桥大型商场"]


def test_two_schools_joined_by_and_are_two() -> None:
    assert keys(split("新三中及白鹭师大附属学校")) == ["新三中", "白鹭师大附属学校"]
    assert keys(split("青山公园及其配套")) == ["青山公园及其配套"]
    assert keys(split("科学普及学校")) == ["科学普及学校"]


def test_the_voltage_of_the_first_is_that_of_all() -> None:
    assert keys(split("110千伏青山、白鹭变电站")) == ["110千伏青山变电站", "110千伏白鹭变电站"]
    assert keys(split("110千伏青山、35千伏白鹭变电站")) == ["110千伏青山变电站", "35千伏白鹭变电站"]


def test_the_last_of_a_row_has_the_count_and_any_head_word() -> None:
    clean = "建成青河高铁和青山、白鹭、石桥三座支线机场。"
    at = clean.index("石桥")
    towns = [Mention(clean.index(t), clean.index(t) + 2, "Region", t, "", 0.9) for t in ("青山", "白鹭", "石桥")]
    made = split_lists(text_of(clean), [*towns, Mention(at, at + 8, "Project", clean[at : at + 8], "tagger", 0.9)])
    assert {m.key for m in made if m.type == "Project"} == {"青山支线机场", "白鹭支线机场", "石桥支线机场"}


def test_a_word_for_the_kind_of_park_is_no_part_of_a_name() -> None:
    for kind in ("专业", "特色"):
        assert keys(split(f"白鹭健康和青山南药等{kind}园区", "Zone")) == ["白鹭健康园区", "青山南药园区"]


@pytest.mark.parametrize(
    ("clean", "last", "expected"),
    [
        ("松江区、龙潭高新区合力推进。", "龙潭高新区", ["龙潭高新区"]),
        ("松江区和龙潭经济技术开发区联合办校。", "龙潭经济技术开发区", ["龙潭经济技术开发区"]),
        ("镇里与龙潭工业园区联合办公。", "龙潭工业园区", ["龙潭工业园区"]),
        ("青山附中、白鹭路实验中学扩建。", "白鹭路实验中学扩建", ["白鹭路实验中学扩建"]),
        ("松江区、龙潭区高新区合力推进。", "龙潭区高新区", ["松江区高新区", "龙潭区高新区"]),
    ],
)
def test_a_division_by_its_full_name_lends_no_head(clean: str, last: str, expected: list[str]) -> None:
    at = clean.index(last)
    type_ = "Project" if last.endswith("扩建") else "Zone"
    mentions = [Mention(at, at + len(last), type_, last, "tagger", 0.9)]
    first = min(clean.find(j) for j in "、和与" if j in clean)
    place = clean[at : at + 3] if clean[at + 2] in "区县" else clean[at : at + 2]
    mentions += [
        Mention(0, first, "Region", clean[:first], "region:full", 0.9),
        Mention(at, at + len(place), "Region", place, "region:short", 0.9),
    ]
    made = split_lists(text_of(clean), mentions)
    assert list(dict.fromkeys(m.key for m in made if m.type == type_)) == expected


def test_numbered_schools_have_the_place_of_the_first() -> None:
    clean = "青山市第二、第三中学。"
    last = Mention(6, 10, "Organization", "第三中学", "organization:ordinal", 0.9)
    place = Mention(0, 3, "Region", "青山市", "region:full", 0.9)
    made = split_lists(text_of(clean), [place, last])
    assert [(clean[m.start : m.end], m.key) for m in made if m.type == "Organization"] == [
        ("青山市第二、第三中学", "青山市第二中学"),
        ("青山市第二", "青山市第二中学"),
        ("第三中学", "青山市第三中学"),
    ]


def test_industries_of_one_character_stand_in_their_row() -> None:
    clean = "做强粮、畜、果三大特色产业。"
    row = [Mention(i, i + 1, "Industry", f"{clean[i]}产业", "industry:short_row", 0.8) for i in (2, 4, 6)]
    made = split_lists(text_of(clean), row)
    assert [(clean[m.start : m.end], m.key) for m in made] == [
        ("粮、畜、果三大特色产业", "粮产业"),
        ("畜、果三大特色产业", "畜产业"),
        ("果三大特色产业", "果产业"),
    ]


def test_a_body_before_another_has_its_own_head_word() -> None:
    clean = "石桥区陶瓷协会、龙潭镇中心卫生院受到表彰。"
    bodies = [
        Mention(0, 7, "Organization", clean[:7], "organization:place", 0.9),
        Mention(8, 16, "Organization", clean[8:16], "organization:name", 0.9),
    ]
    assert split_lists(text_of(clean), bodies) == bodies


@pytest.mark.parametrize(
    ("surface", "names"),
    [
        ("中央和省委巡视组", ["中央巡视组", "省委巡视组"]),
        ("中央、省环保督察组", ["中央环保督察组", "省环保督察组"]),
        ("中央第三巡视组", ["中央第三巡视组"]),
    ],
)
def test_teams_of_two_levels_are_two(surface: str, names: list[str]) -> None:
    assert keys(split(surface, "Organization")) == names


def test_a_team_is_read_with_the_level_before_it() -> None:
    clean = "办结中央和省委巡视组交办的信访件，办结省委巡视组交办的信访件。"
    second = Mention(5, 10, "Organization", clean[5:10], "tagger", 0.9)
    alone = Mention(19, 24, "Organization", clean[19:24], "tagger", 0.9)
    made = split_lists(text_of(clean), [second, alone])
    assert [(clean[m.start : m.end], m.key) for m in made] == [
        ("中央和省委巡视组", "中央巡视组"),
        ("省委巡视组", "省委巡视组"),
        ("省委巡视组", "省委巡视组"),
    ]


@pytest.mark.parametrize(
    ("clean", "surface", "names"),
    [
        ("创建国家、省级全域旅游示范区。", "省级全域旅游示范区", ["国家级全域旅游示范区", "省级全域旅游示范区"]),
        ("创建国家级和省级绿色园区。", "国家级和省级绿色园区", ["国家级绿色园区", "省级绿色园区"]),
        ("创建全国文明城市、省级卫生城市。", "省级卫生城市", ["省级卫生城市"]),
    ],
)
def test_titles_of_two_levels_are_two(clean: str, surface: str, names: list[str]) -> None:
    at = clean.index(surface)
    title = Mention(at, at + len(surface), "Honor", surface, "honor:lexicon", 0.9)
    assert [m.key for m in split_lists(text_of(clean), [title])] == names


def test_what_is_upgraded_leaves_no_head_word_out() -> None:
    assert whole("白鹭浴场提升") and whole("青山水厂提质")
    assert not whole("白鹭")
