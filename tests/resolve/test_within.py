from __future__ import annotations

from dataclasses import replace

import pytest

from kg.resolve.within import resolve
from kg.types import Mention, Ref
from tests.builders import text_of


def strip(name: str) -> str:
    return name.removeprefix("株洲")


def keys(clean: str, *found: tuple[str, str, float]) -> list[tuple[str, str]]:
    """Resolve mentions given as (surface, type, confidence), in their order in the text."""
    mentions, at = [], 0
    for surface, type_, confidence in found:
        at = clean.index(surface, at)
        mentions.append(Mention(at, at + len(surface), type_, surface.strip("“”"), "test", confidence))
        at += len(surface)
    return [(m.type, m.key) for m in resolve(text_of(clean), mentions, strip)]


def test_all_mentions_carry_the_fullest_name() -> None:
    found = keys(
        "株洲时代新材料科技股份有限公司投产，时代新材扩建，“净地”行动展开，净地行动收官。",
        ("株洲时代新材料科技股份有限公司", "Enterprise", 0.9),
        ("时代新材", "Enterprise", 0.7),
        ("“净地”行动", "Program", 0.9),
        ("净地行动", "Program", 0.8),
    )
    assert found == [
        ("Enterprise", "株洲时代新材料科技股份有限公司"),
        ("Enterprise", "株洲时代新材料科技股份有限公司"),
        ("Program", "净地行动"),
        ("Program", "净地行动"),
    ]


def test_a_surface_has_one_type_in_a_document() -> None:
    found = keys(
        "陶瓷谷建设提速，陶瓷谷开园，陶瓷谷揭牌。",
        ("陶瓷谷", "Zone", 0.8),
        ("陶瓷谷", "Slogan", 0.6),
        ("陶瓷谷", "Zone", 0.7),
    )
    assert {t for t, _ in found} == {"Zone"}


def test_a_zone_without_its_place_is_the_one_zone_that_ends_like_it() -> None:
    car = ("云岭汽车经济技术开发区", "Zone", 0.9), ("汽开区", "Zone", 0.9)
    assert keys("云岭汽车经济技术开发区起势，汽开区因车而兴。", *car)[1] == ("Zone", "云岭汽车经济技术开发区")
    wide = ("云岭青石社会发展综合实验区", "Zone", 0.9), ("云岭青石实验区", "Zone", 0.9)
    assert keys("云岭青石社会发展综合实验区起势，云岭青石实验区招商。", *wide)[1] == (
        "Zone",
        "云岭青石社会发展综合实验区",
    )
    other = ("云岭青石社会发展综合实验区", "Zone", 0.9), ("云岭白鹭实验区", "Zone", 0.9)
    assert keys("云岭青石社会发展综合实验区起势，云岭白鹭实验区招商。", *other)[1] == ("Zone", "云岭白鹭实验区")
    found = keys("株洲高新区加快发展，高新区收入增长。", ("株洲高新区", "Zone", 0.9), ("高新区", "Zone", 0.6))
    assert found[1] == ("Zone", "株洲高新区")


def test_a_work_goes_by_its_name_without_its_size_where_one_alone_has_it() -> None:
    found = keys(
        "明澈年产5万吨碳纤维项目开工，明澈碳纤维投产。",
        ("明澈年产5万吨碳纤维", "Project", 0.9),
        ("明澈碳纤维", "Project", 0.9),
    )
    assert [key for _, key in found] == ["明澈年产5万吨碳纤维"] * 2
    several = ("明澈5万吨碳纤维", "明澈8万吨碳纤维", "明澈碳纤维")
    found = keys("、".join(several), *((name, "Project", 0.9) for name in several))
    assert [key for _, key in found] == list(several)


def test_a_zone_that_fits_two_stays_alone() -> None:
    found = keys(
        "株洲高新区、湘潭高新区联动，高新区收入增长。",
        ("株洲高新区", "Zone", 0.9),
        ("湘潭高新区", "Zone", 0.9),
        ("高新区", "Zone", 0.6),
    )
    assert found[2] == ("Zone", "高新区")


def test_a_company_goes_by_its_fullest_name_through_one_of_middle_length() -> None:
    found = keys(
        "株洲云川新材料科技有限公司扩建，云川新材料投产，云川公司增资。",
        ("株洲云川新材料科技有限公司", "Enterprise", 0.9),
        ("云川新材料", "Enterprise", 0.7),
        ("云川公司", "Enterprise", 0.7),
    )
    assert {key for _, key in found} == {"株洲云川新材料科技有限公司"}


def test_numerals_leads_and_heads_do_not_split() -> None:
    found = keys(
        "实施省“五个100”工程，5个100工程提速。深化新一轮平台改革，平台改革见效。",
        ("省“五个100”工程", "Program", 0.9),
        ("5个100工程", "Program", 0.7),
        ("新一轮平台改革", "Program", 0.7),
        ("平台改革", "Program", 0.7),
    )
    assert [key for _, key in found] == ["省五个100工程", "省五个100工程", "新一轮平台改革", "新一轮平台改革"]


def test_a_phrase_in_quote_marks_with_more_around_it_is_the_phrase_alone() -> None:
    found = keys(
        "推行“当日办”服务模式，“当日办”深入人心，“随时办”服务模式试行。",
        ("“当日办”服务模式", "Slogan", 0.9),
        ("当日办", "Slogan", 0.7),
        ("“随时办”服务模式", "Slogan", 0.7),
    )
    assert [key for _, key in found] == ["当日办服务模式", "当日办服务模式", "随时办服务模式"]


def test_a_zone_in_quote_marks_with_its_head_is_the_zone_alone() -> None:
    clean = "打造“白鹭数谷”大数据产业园，白鹭数谷二期投用，青山大数据产业园开工。"
    found = [("“白鹭数谷”大数据产业园", "Zone", 0.9), ("白鹭数谷", "Zone", 0.8), ("青山大数据产业园", "Zone", 0.9)]
    named = keys(clean, *found)
    assert {key for _, key in named} == {"白鹭数谷大数据产业园", "青山大数据产业园"}


def test_a_union_of_the_nation_by_its_short_name_is_the_union() -> None:
    full, other = "中国石材和石料工业联合会", "白鹭石料行业协会"
    clean = f"{full}来函，石料联合会愿意支持，{other}参加，石料协会未到。"
    found = [(full, "Organization", 0.9), ("石料联合会", "Organization", 0.8), (other, "Organization", 0.9)]
    named = keys(clean, *found, ("石料协会", "Organization", 0.8))
    assert [key for _, key in named][:2] == [full, full]
    assert named[3][1] != full


def test_the_surest_evidence_together_gives_the_type() -> None:
    found = keys("陶艺谷开园，陶艺谷扩容。", ("陶艺谷", "Slogan", 0.95), ("陶艺谷", "Zone", 0.6))
    assert {t for t, _ in found} == {"Slogan"}


def test_a_zone_alone_is_the_one_of_the_documents_own_region() -> None:
    clean = "株洲市委，株洲高新区、湘潭高新区联动，高新区收入增长。"
    text = text_of(clean)
    text = replace(text, document=replace(text.document, region=Ref("Region", "430200")))
    found = [
        Mention(0, 3, "Region", "430200", "test", 0.9),
        Mention(5, 10, "Zone", "株洲高新区", "test", 0.9),
        Mention(5, 7, "Region", "430200", "test", 0.9),
        Mention(11, 16, "Zone", "湘潭高新区", "test", 0.9),
        Mention(19, 22, "Zone", "高新区", "test", 0.6),
    ]
    assert [m.key for m in resolve(text, found, strip)][-1] == "株洲高新区"


def test_a_zone_of_another_region_is_not_what_a_zone_alone_means() -> None:
    clean = "对接长沙高新区，高新区收入增长。"
    text = text_of(clean)
    text = replace(text, document=replace(text.document, region=Ref("Region", "430200")))
    found = [
        Mention(2, 7, "Zone", "长沙高新区", "test", 0.9),
        Mention(2, 4, "Region", "430100", "test", 0.9),
        Mention(8, 11, "Zone", "高新区", "test", 0.6),
    ]
    assert [m.key for m in resolve(text, found, strip)][-1] == "高新区"


def test_names_without_their_head_and_behind_their_owner_are_one() -> None:
    found = keys(
        "白鹭湖片区开工，白鹭湖提质，S330红色公路通车，S330绿化，华北电力大学燕山实验室揭牌，燕山实验室获奖，株洲市高新区和株洲高新区，甲路改造与甲路改扩建。",
        ("白鹭湖片区", "Zone", 0.9),
        ("白鹭湖", "Zone", 0.9),
        ("S330红色公路", "Project", 0.9),
        ("S330", "Project", 0.9),
        ("华北电力大学燕山实验室", "Organization", 0.9),
        ("燕山实验室", "Organization", 0.9),
        ("株洲市高新区", "Zone", 0.9),
        ("株洲高新区", "Zone", 0.9),
    )
    got = [key for _, key in found]
    assert got[0] == got[1] and got[2] == got[3] and got[4] == got[5]


def test_honours_of_two_levels_are_two() -> None:
    found = keys(
        "获评国家级卫生县城，获评省级卫生县城，国家卫生县城通过复审。",
        ("国家级卫生县城", "Honor", 0.9),
        ("省级卫生县城", "Honor", 0.9),
        ("国家卫生县城", "Honor", 0.9),
    )
    got = [key for _, key in found]
    assert got[0] == got[2] != got[1]


def test_a_group_is_not_its_plants() -> None:
    found = keys(
        "华能集团来访，华能增资，华能青川电厂投产。明澈公司扩建，明澈玻璃上市。",
        ("华能集团", "Enterprise", 0.9),
        ("华能", "Enterprise", 0.9),
        ("华能青川电厂", "Enterprise", 0.9),
        ("明澈公司", "Enterprise", 0.9),
        ("明澈玻璃", "Enterprise", 0.9),
    )
    got = [key for _, key in found]
    assert got[0] == got[1] != got[2] and got[3] == got[4]


def test_companies_of_two_places_are_two() -> None:
    clean = "临江明澈科技有限公司和白鹭明澈科技有限公司投产，明澈科技扩建。白鹭市明澈科技公司增资。"
    mentions, at = [], 0
    for name in ("临江明澈科技有限公司", "白鹭明澈科技有限公司", "明澈科技", "白鹭市明澈科技公司"):
        at = clean.index(name, at)
        mentions.append(Mention(at, at + len(name), "Enterprise", name, "tagger", 0.9))
        at += len(name)

    def places(name: str) -> str:
        return next((name.removeprefix(p) for p in ("白鹭市", "白鹭", "临江") if name.startswith(p)), name)

    found = [m.key for m in resolve(text_of(clean), mentions, places)]
    assert found == ["临江明澈科技有限公司", "白鹭明澈科技有限公司", "明澈科技", "白鹭明澈科技有限公司"]


def test_branches_of_two_places_are_not_their_group() -> None:
    clean = "明澈集团增资，临江明澈和白鹭明澈投产，明澈公司扩建。"
    names = ("明澈集团", "临江明澈", "白鹭明澈", "明澈公司")
    mentions = [Mention(clean.index(n), clean.index(n) + len(n), "Enterprise", n, "tagger", 0.9) for n in names]
    found = [m.key for m in resolve(text_of(clean), mentions, lambda n: n.removeprefix("临江").removeprefix("白鹭"))]
    assert found == ["明澈集团", "临江明澈", "白鹭明澈", "明澈集团"]


def test_a_group_by_its_short_name_is_the_group() -> None:
    found = keys(
        "白鹭控股增资，白鹭控股集团扩建。", ("白鹭控股", "Enterprise", 0.9), ("白鹭控股集团", "Enterprise", 0.9)
    )
    assert found == [("Enterprise", "白鹭控股集团")] * 2


def test_a_known_company_with_its_place_is_none_without_it() -> None:
    clean = "围绕宁德时代，建成时代长安二线。"
    found = [
        Mention(2, 6, "Enterprise", "宁德时代", "tagger", 0.9),
        Mention(9, 13, "Enterprise", "时代长安", "tagger", 0.9),
    ]
    apart = resolve(text_of(clean), found, lambda name: name.removeprefix("宁德"))
    assert len({m.key for m in apart}) == 2


def test_what_a_word_list_knows_abbreviates_nothing() -> None:
    clean = "深化供给侧结构性改革，推进农业供给侧结构性改革。"
    found = [
        Mention(2, 10, "Program", "供给侧结构性改革", "program:lexicon", 0.9),
        Mention(13, 23, "Program", "农业供给侧结构性改革", "tagger", 0.9),
    ]
    assert len({m.key for m in resolve(text_of(clean), found, strip)}) == 2


@pytest.mark.parametrize(
    ("type_", "short", "full", "one"),
    [
        ("Program", "老旧小区改造", "城镇老旧小区改造", True),
        ("Slogan", "服务型政府", "人民满意的服务型政府", True),
        ("Slogan", "新发展格局", "以国内大循环为主体的新发展格局", True),
        ("Program", "老旧小区改造", "江边老旧小区改造", False),
    ],
)
def test_what_a_word_list_knows_goes_with_words_that_make_no_other_of_it(
    type_: str, short: str, full: str, one: bool
) -> None:
    clean = f"深化{short}，推进{full}。"
    rest = clean.index(full)
    found = [
        Mention(2, 2 + len(short), type_, short, f"{type_.lower()}:lexicon", 0.9),
        Mention(rest, rest + len(full), type_, full, "tagger", 0.9),
    ]
    assert (len({m.key for m in resolve(text_of(clean), found, strip)}) == 1) is one


@pytest.mark.parametrize(
    ("full", "one"), [("乡风文明、人居提质、产业倍增三大行动", True), ("乡风文明、产业倍增三大行动", False)]
)
def test_a_row_by_what_its_parts_are_called_is_the_row_that_counts_as_many(full: str, one: bool) -> None:
    found = keys(f"实施三大行动，深化{full}。", ("三大行动", "Program", 0.8), (full, "Program", 0.8))
    assert (len(set(found)) == 1) is one


def test_a_work_by_the_end_of_its_name_is_the_one_work_that_ends_so() -> None:
    clean = "白鹭石桥钢铁基地开工，钢铁基地投产。"
    found = keys(clean, ("白鹭石桥钢铁基地", "Project", 0.8), ("钢铁基地", "Project", 0.8))
    assert len(set(found)) == 1
    clean = "白鹭石桥钢铁基地开工，青山白鹭钢铁基地投产，钢铁基地配套完善。"
    two = ("白鹭石桥钢铁基地", "Project", 0.8), ("青山白鹭钢铁基地", "Project", 0.8), ("钢铁基地", "Project", 0.8)
    assert len(set(keys(clean, *two))) == 3


def test_what_is_done_up_by_its_own_name_is_the_one_programme_for_it() -> None:
    clean = "推进背街小巷整治，背街小巷完成20条。"
    assert len(set(keys(clean, ("背街小巷整治", "Program", 0.8), ("背街小巷", "Program", 0.8)))) == 1


def test_the_zone_that_a_document_is_about_keeps_its_key() -> None:
    clean = "株洲云川新区大会召开，云川新区签约，新区发展。"
    text = text_of(clean)
    text = replace(text, document=replace(text.document, region=Ref("Zone", "云川新区")))
    found = [
        Mention(0, 6, "Zone", "株洲云川新区", "test", 0.9),
        Mention(11, 15, "Zone", "云川新区", "test", 0.9),
        Mention(18, 20, "Zone", "新区", "test", 0.9),
    ]
    assert {m.key for m in resolve(text, found, strip)} == {"云川新区"}


def test_a_level_before_a_zone_is_no_part_of_its_name() -> None:
    clean = "国家级青山经开区获批，青山经开区扩容。"
    assert keys(clean, ("国家级青山经开区", "Zone", 0.8), ("青山经开区", "Zone", 0.8))[0] == ("Zone", "青山经开区")
    assert keys("建成国家级高新区。", ("国家级高新区", "Zone", 0.8)) == [("Zone", "国家级高新区")]


def test_a_counted_program_and_the_plain_one_are_one() -> None:
    clean = "办好民生实事，33件民生实事完成。"
    found = keys(clean, ("民生实事", "Program", 0.8), ("33件民生实事", "Program", 0.8))
    assert found == [("Program", "33件民生实事")] * 2
    clean = "10件民生实事完成，办好12件民生实事，民生实事见效。"
    counted = ("10件民生实事", "Program", 0.8), ("12件民生实事", "Program", 0.8), ("民生实事", "Program", 0.8)
    assert [key for _, key in keys(clean, *counted)] == ["10件民生实事", "12件民生实事", "民生实事"]


def test_a_part_without_its_head_word_names_nothing_else() -> None:
    clean = "建成青山、白鹭2座水厂，青山、白鹭2座大桥通车。"
    found = keys(clean, ("青山、白鹭2座水厂", "Project", 0.9), ("青山、白鹭2座大桥", "Project", 0.9))
    assert sorted({key for _, key in found}) == ["白鹭大桥", "白鹭水厂", "青山大桥", "青山水厂"]


def test_a_project_by_two_names_of_its_company_is_one() -> None:
    found = keys(
        "盛岚集团股份有限公司落户园区。盛岚集团光伏基地开工，盛岚集团股份有限公司光伏基地总投资5亿元，盛岚光伏基地项目投产。",
        ("盛岚集团股份有限公司", "Enterprise", 0.9),
        ("盛岚集团光伏基地", "Project", 0.9),
        ("盛岚集团股份有限公司光伏基地", "Project", 0.9),
        ("盛岚光伏基地项目", "Project", 0.9),
    )
    assert {key for type_, key in found if type_ == "Project"} == {"盛岚集团股份有限公司光伏基地"}


def test_a_project_by_a_short_name_that_the_text_gives_its_company() -> None:
    found = keys(
        "株洲云岭新型材料有限公司（云岭新材）投产。云岭新材二期厂房竣工，株洲云岭新型材料有限公司二期厂房投产。",
        ("株洲云岭新型材料有限公司", "Enterprise", 0.9),
        ("云岭新材", "Enterprise", 0.9),
        ("云岭新材二期厂房", "Project", 0.9),
        ("株洲云岭新型材料有限公司二期厂房", "Project", 0.9),
    )
    assert len({key for type_, key in found if type_ == "Enterprise"}) == 1
    assert len({key for type_, key in found if type_ == "Project"}) == 1


def test_projects_of_other_companies_or_of_other_names_stay_apart() -> None:
    found = keys(
        "盛岚集团有限公司、盛岚新能源有限公司签约：盛岚集团光伏基地、盛岚新能源光伏基地、盛岚集团有限公司储能基地。",
        ("盛岚集团有限公司", "Enterprise", 0.9),
        ("盛岚新能源有限公司", "Enterprise", 0.9),
        ("盛岚集团光伏基地", "Project", 0.9),
        ("盛岚新能源光伏基地", "Project", 0.9),
        ("盛岚集团有限公司储能基地", "Project", 0.9),
    )
    assert len({key for type_, key in found if type_ == "Project"}) == 3


def test_a_short_name_of_a_fair_is_the_long_one_of_the_text() -> None:
    clean = "办好云岭国际食品博览会，食博会签约项目80个。"
    long, short = "云岭国际食品博览会", "食博会"
    mentions = [
        Mention(2, 2 + len(long), "Event", long, "event:name", 0.9),
        Mention(clean.index(short), clean.index(short) + 3, "Event", "中国食品博览会", "event:lexicon", 0.9),
    ]
    assert {m.key for m in resolve(text_of(clean), mentions, strip)} == {long}
    alone = [replace(mentions[1], start=mentions[1].start - 5, end=mentions[1].end - 5)]
    assert resolve(text_of(clean.replace("食品博览会", "")), alone, strip)[0].key == "中国食品博览会"


def test_a_short_name_of_a_festival_is_the_one_long_name_of_the_text() -> None:
    clean = "第三届白鹭·桂花文化旅游节开幕，桂花节期间签约。青山论坛闭幕。白鹭桂花节落幕。"
    names = ("第三届白鹭·桂花文化旅游节", "桂花节", "青山论坛", "白鹭桂花节")
    found = [key for _, key in keys(clean, *((name, "Event", 0.9) for name in names))]
    assert found[0] == found[1] == found[3] != found[2] == names[2]
    two = keys(
        "首届白鹭桂花美食节、白鹭桂花旅游节开幕，桂花节期间签约。",
        *((name, "Event", 0.9) for name in ("首届白鹭桂花美食节", "白鹭桂花旅游节", "桂花节")),
    )
    assert two[2] == ("Event", "桂花节")


def test_a_bare_zone_is_no_other_zone_that_is_named_later() -> None:
    text = text_of("经济开发区扩容，石塘经济开发区招商。")
    home = replace(text, document=replace(text.document, region=Ref("Region", "430281")))
    mentions = [
        Mention(0, 5, "Zone", "经济开发区", "test", 0.9),
        Mention(8, 15, "Zone", "石塘经济开发区", "test", 0.9),
    ]
    assert [m.key for m in resolve(home, mentions, strip)] == ["经济开发区", "石塘经济开发区"]
    text = text_of("石塘经济开发区招商，经济开发区扩容。")
    home = replace(text, document=replace(text.document, region=Ref("Region", "430281")))
    mentions = [
        Mention(0, 7, "Zone", "石塘经济开发区", "test", 0.9),
        Mention(10, 15, "Zone", "经济开发区", "test", 0.9),
    ]
    assert [m.key for m in resolve(home, mentions, strip)] == ["石塘经济开发区", "石塘经济开发区"]


def test_a_part_of_a_list_is_no_vote_for_what_a_town_is() -> None:
    clean = "建设青山、白鹭等工业园。白鹭修路，白鹭通水。"
    part = Mention(5, 7, "Zone", "白鹭工业园", "zone:list", 0.9)
    towns = [Mention(i, i + 2, "Region", "白鹭", "region:short", 0.6) for i in (12, 17)]
    found = resolve(text_of(clean), [part, *towns], strip)
    assert [(m.type, m.key) for m in found if clean[m.start : m.end] == "白鹭"] == [
        ("Zone", "白鹭工业园"),
        ("Region", "白鹭"),
        ("Region", "白鹭"),
    ]


def test_a_size_or_half_a_word_in_front_is_no_fuller_name() -> None:
    plant = [("日处理900吨白鹭垃圾处理厂", "Project", 0.9), ("白鹭垃圾处理厂", "Project", 0.9)]
    assert keys("日处理900吨白鹭垃圾处理厂开工，白鹭垃圾处理厂投产。", *plant)[0] == ("Project", "白鹭垃圾处理厂")
    belt = [("居白鹭装备产业带", "Zone", 0.9), ("白鹭装备产业带", "Zone", 0.9)]
    assert keys("增速居白鹭装备产业带首位，白鹭装备产业带扩大。", *belt)[0] == ("Zone", "白鹭装备产业带")
    town = [("青山新城", "Zone", 0.9), ("青山新城片区", "Zone", 0.9)]
    assert keys("青山新城开建，青山新城片区通路。", *town)[0] == ("Zone", "青山新城")
    full = [("云岭市白鹭垃圾处理厂", "Project", 0.9), ("白鹭垃圾处理厂", "Project", 0.9)]
    assert keys("云岭市白鹭垃圾处理厂开工，白鹭垃圾处理厂投产。", *full)[1] == ("Project", "云岭市白鹭垃圾处理厂")


def test_a_part_of_a_list_is_no_short_form_of_something_else() -> None:
    clean = "建成青河、白沙高速公路，青河至临江公路和白沙水库开工。"
    parts = [
        Mention(2, 4, "Project", "青河高速公路", "test", 0.9),
        Mention(2, 11, "Project", "青河高速公路", "test", 0.9),
    ]
    others = [
        Mention(12, 19, "Project", "青河至临江公路", "test", 0.9),
        Mention(20, 24, "Project", "白沙水库", "test", 0.9),
    ]
    found = {m.key for m in resolve(text_of(clean), [*parts, *others], strip)}
    assert found == {"青河高速公路", "白沙高速公路", "青河至临江公路", "白沙水库"}


def test_a_river_that_is_two_works_in_two_rows_joins_neither_to_the_other() -> None:
    clean = "实施东江、西江整治，推进东江、平湖两大引水工程。"
    rows = [Mention(2, 4, "Project", "东江整治", "test", 0.9), Mention(12, 14, "Project", "东江引水工程", "test", 0.9)]
    assert [m.key for m in resolve(text_of(clean), rows, strip)] == ["东江整治", "东江引水工程"]


def test_a_quoted_phrase_alone_is_the_name_with_its_whole() -> None:
    clean = "深化农村“五改”改革，“五改”改革经验推广。"
    mentions = [
        Mention(2, 10, "Program", "农村五改改革", "program:field_quoted", 0.8),
        Mention(11, 17, "Program", "五改分步推进", "program:lexicon", 0.5),
    ]
    assert len({m.key for m in resolve(text_of(clean), mentions, strip)}) == 1


def test_industries_of_one_quoted_name_are_one_group() -> None:
    found = keys(
        "聚焦“汽电医”三大优势产业，做强“汽电医”三大产业，培育“光储氢”三大产业。",
        ("“汽电医”三大优势产业", "Industry", 0.8),
        ("“汽电医”三大产业", "Industry", 0.8),
        ("“光储氢”三大产业", "Industry", 0.8),
    )
    assert found[0] == found[1] != found[2]


def test_projects_of_one_company_in_two_places_are_two() -> None:
    found = keys(
        "盛岚集团签约。株洲盛岚集团光伏基地、湘潭盛岚集团光伏基地开工。",
        ("盛岚集团", "Enterprise", 0.9),
        ("株洲盛岚集团光伏基地", "Project", 0.9),
        ("湘潭盛岚集团光伏基地", "Project", 0.9),
    )
    assert len({key for type_, key in found if type_ == "Project"}) == 2


def test_the_plan_of_five_years_is_one_by_both_names() -> None:
    found = keys(
        "审议青山市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要，落实“十四五”规划，编制“十四五”能源规划。",
        ("青山市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "Program", 0.9),
        ("“十四五”规划", "Program", 0.9),
        ("“十四五”能源规划", "Program", 0.9),
    )
    assert found[0] == found[1] == ("Program", "十四五规划") != found[2]
