from __future__ import annotations

import pytest

from kg.resolve.across import LocalEntity, Resolution, ancestors, resolve_across

NAMES = {"430281": "醴陵市", "430200": "株洲市", "430000": "湖南省", "430300": "湘潭市"}

NATIONAL = (("三高四新", "三高四新"), ("三高四新战略", "三高四新"))


def resolution(*locals_: LocalEntity, national: tuple[tuple[str, str], ...] = NATIONAL) -> Resolution:
    known = dict(national)
    return resolve_across(
        locals_,
        region_name=NAMES.get,
        strip_region=lambda name: name.removeprefix("株洲").removeprefix("醴陵"),
        national=lambda type_, name: known.get(name),
    )


def local(type_: str, key: str, place: str = "430281", sense: str = "", weight: int = 1) -> LocalEntity:
    return LocalEntity(type_, key, place, sense, weight)


def test_a_region_of_the_gazetteer_is_its_code() -> None:
    found = resolution(local("Region", "430281"), local("Region", "430281", "430200"))
    assert found.names == {"region/430281": "醴陵市"}


def test_a_company_is_one_for_all_and_its_short_form_joins_it() -> None:
    a = local("Enterprise", "株洲时代新材料科技股份有限公司", "430200", weight=1)
    b = local("Enterprise", "时代新材", "430200", weight=5)
    c = local("Enterprise", "时代电气", "430200")
    found = resolution(a, b, c)
    assert found.entity_of[a] == found.entity_of[b] == "enterprise/株洲时代新材料科技股份有限公司"
    assert found.entity_of[c] == "enterprise/时代电气"
    assert [(m.merged_name, m.reason) for m in found.merges] == [
        ("时代新材", "short form of the full name, same prefecture")
    ]


def test_a_short_form_that_fits_two_companies_joins_neither() -> None:
    found = resolution(
        local("Enterprise", "华联瓷业股份有限公司"),
        local("Enterprise", "华联瓷器有限公司"),
        local("Enterprise", "华联"),
    )
    assert len(set(found.entity_of.values())) == 3


def test_projects_of_one_name_in_two_places_are_two() -> None:
    a, b = local("Project", "中心医院", "430281"), local("Project", "中心医院", "430300")
    found = resolution(a, b)
    assert found.entity_of[a] == "project/430281/中心医院"
    assert found.entity_of[b] == "project/430300/中心医院"


def test_a_project_that_city_and_county_name_is_one_in_the_county() -> None:
    a, b = local("Project", "旗滨电子玻璃", "430200"), local("Project", "旗滨电子玻璃项目", "430281")
    found = resolution(a, b)
    assert found.entity_of[a] == found.entity_of[b]
    assert found.entity_of[a].startswith("project/430281/")
    assert found.merges[0].reason == "same name, one place contains the other"


def test_a_numbered_formula_defined_differently_is_two_and_a_national_one_is_one() -> None:
    a, b = local("Program", "五大行动", "430200", "产业"), local("Program", "五大行动", "430281", "民生")
    c, d = local("Slogan", "三高四新", "430200"), local("Slogan", "三高四新战略", "430300")
    found = resolution(a, b, c, d)
    assert found.entity_of[a] == "program/430200/五大行动"
    assert found.entity_of[b] == "program/430281/五大行动"
    assert found.entity_of[c] == found.entity_of[d] == "slogan/三高四新"


def test_what_a_word_list_knows_is_one_for_all_by_whichever_of_its_names() -> None:
    body = "国家发展和改革委员会"
    listed = (
        ("长三角", "长三角"),
        ("长江三角洲", "长三角"),
        ("国家发改委", body),
        (body, body),
        ("四上企业", "四上企业"),
    )
    a, b = local("Region", "长三角", "430200"), local("Region", "长江三角洲", "620600")
    c, d = local("Organization", "国家发改委"), local("Organization", body, "430300")
    e, f = local("Slogan", "四上企业", "430200", "规模以上"), local("Slogan", "四上企业", "430300", "指规模")
    g, h = local("Region", "湘北三县", "430200"), local("Region", "湘北三县", "620600")
    found = resolution(a, b, c, d, e, f, g, h, national=listed)
    assert found.entity_of[a] == found.entity_of[b] == "region/长三角"
    assert found.entity_of[c] == found.entity_of[d] == "organization/国家发展和改革委员会"
    assert found.entity_of[e] == found.entity_of[f] == "slogan/四上企业"
    assert found.entity_of[g] != found.entity_of[h]
    assert {m.merged_name for m in found.merges} >= {"长江三角洲", "国家发改委"}


def test_a_theme_year_is_one_for_all_places() -> None:
    a, b = local("Program", "产业项目建设年", "430200"), local("Program", "产业项目建设年活动", "430300")
    assert len(set(resolution(a, b).entity_of.values())) == 1


def test_the_order_of_documents_does_not_matter() -> None:
    items = [
        local("Zone", "高新区", "430200"),
        local("Zone", "高新技术产业开发区", "430281"),
        local("Enterprise", "旗滨"),
        local("Enterprise", "旗滨集团"),
    ]
    assert resolution(*items) == resolution(*reversed(items))


def test_ancestors() -> None:
    assert ancestors("430281105") == ["430281", "430200", "430000"]
    assert ancestors("430000") == []


def test_programmes_that_a_word_list_tells_apart_stay_apart() -> None:
    years = (("粮食增产", "粮食增产"), ("粮食增产行动", "粮食增产行动"))
    a = local("Program", "粮食增产行动")
    b = local("Program", "粮食增产", "430300")
    c = local("Program", "粮食增产工程", "430000")
    found = resolution(a, b, c, national=years)
    assert found.entity_of[b] == found.entity_of[c] != found.entity_of[a]
    assert len(set(resolution(a, b, c).entity_of.values())) == 1


@pytest.mark.parametrize(
    ("type_", "short", "full", "one"),
    [
        ("Zone", "青石经开区", "株洲青石经济技术开发区", True),
        ("Zone", "经开区", "醴陵经济开发区", True),
        ("Zone", "经开区", "株洲经济开发区", False),
        ("Organization", "市人民医院", "醴陵市人民医院", True),
        ("Organization", "市人民医院", "株洲市人民医院", False),
        ("Project", "体育公园", "醴陵体育公园", True),
        ("Project", "大桥", "醴陵大桥", False),
        ("Event", "花炮文化节", "醴陵花炮文化节", False),
    ],
)
def test_a_name_without_the_place_of_its_documents_is_the_one_with_it(
    type_: str, short: str, full: str, one: bool
) -> None:
    a, b = local(type_, short), local(type_, full)
    found = resolution(a, b)
    assert (found.entity_of[a] == found.entity_of[b]) is one
    elsewhere = resolution(a, local(type_, full, "430300"))
    assert len(set(elsewhere.entity_of.values())) == 2
