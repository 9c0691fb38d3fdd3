"""Zones and fairs of the nation that have their seat in another place than the document is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ontology import load_lexicon
from kg.relate.clauses import View
from kg.relate.develops import develops
from kg.relate.hosts import hosts
from kg.relate.located_in import located_in
from kg.relate.receives import receives
from kg.relate.seats import far_route, in_far_city, owned_above, seated_elsewhere
from kg.types import Ref
from tests.relate.scenes import scene


@pytest.mark.parametrize(
    ("zone", "code", "elsewhere"),
    [
        ("雄安新区", "370100", True),
        ("雄安新区", "130000", False),
        ("中关村", "110108", False),
        ("云岭高新区", "370100", False),
    ],
)
def test_seat_of_a_zone(zone: str, code: str, elsewhere: bool) -> None:
    assert seated_elsewhere(load_lexicon(), zone, Ref("Region", code)) is elsewhere


def test_nothing_is_known_where_the_region_has_no_code() -> None:
    assert not seated_elsewhere(load_lexicon(), "雄安新区", Ref("Zone", "云岭高新区"))
    assert not seated_elsewhere(load_lexicon(), "雄安新区", None)


def test_a_zone_of_the_nation_is_not_in_the_reports_region() -> None:
    made = scene("服务[雄安新区]Z建设，壮大[云岭高新区]Z。", Ref("Region", "370100"))
    assert {c.head.key for c in located_in(View(made))} == {"云岭高新区"}


@pytest.mark.parametrize(
    ("marked", "here"),
    [
        ("[安庆市第二季度集中签约活动]V在[安庆明月酒店]E举行。", set()),
        ("我县承办[安庆市第二季度集中签约活动]V。", {"安庆市第二季度集中签约活动"}),
        ("办好县第九届茶乡民俗文化旅游节、[安庆古镇音乐节]V。", {"安庆古镇音乐节"}),
        ("签约企业参加第九届茶乡民俗文化旅游节、[安庆古镇音乐节]V。", set()),
        ("[宿松县第二季度集中签约活动]V在[宿松明月酒店]E举行。", {"宿松县第二季度集中签约活动", "宿松明月酒店"}),
    ],
)
def test_what_is_called_after_the_city_above_is_not_the_countys(marked: str, here: set[str]) -> None:
    view = View(scene(marked, Ref("Region", "340826")))
    assert {c.head.key for c in located_in(view)} == here
    assert {c.tail.key for c in hosts(view)} == {name for name in here if name.endswith(("活动", "节"))}


@pytest.mark.parametrize(("code", "hosted"), [("370100", False), ("440100", True)])
def test_a_fair_of_the_nation_is_held_in_its_own_city(code: str, hosted: bool) -> None:
    made = scene("春季[广交会]V成交额增长。", Ref("Region", code))
    assert bool([*hosts(View(made))]) is hosted


@pytest.mark.parametrize(
    ("marked", "here"),
    [
        ("与[广东省陶瓷协会]O座谈。", False),
        ("与[湖南省陶瓷协会]O座谈。", True),
        ("[德清经开区]Z来访。", False),
        ("[醴陵经开区]Z扩园。", True),
        ("[德国博能公司]E到会。", False),
        ("[株洲市融资担保有限公司]E签约。", False),
        ("[醴陵市融资担保有限公司]E签约。", True),
        ("[农业银行攸县支行]E签约。", False),
        ("[农业银行醴陵支行]E签约。", True),
    ],
)
def test_a_name_says_that_its_bearer_is_elsewhere(marked: str, here: bool) -> None:
    made = scene(marked, Ref("Region", "430281"))
    assert bool([*located_in(View(made))]) is here


def test_a_zone_is_not_in_one_of_its_own_size() -> None:
    made = scene("[江北新区]Z、[陶瓷产业园]Z、[云岭经开区]Z。", Ref("Zone", "青溪经开区"))
    assert {c.head.key for c in located_in(View(made))} == {"陶瓷产业园"}


def test_what_is_seen_on_a_visit_is_not_here() -> None:
    made = scene(
        "县党政代表团赴[青川县|510822]R考察，参观[抗震纪念馆]P。\n[陶瓷博物馆]P开放。", Ref("Region", "430281")
    )
    assert {c.head.key for c in located_in(View(made))} == {"陶瓷博物馆"}
    deal = "县党政代表团赴[青川县|510822]R考察，参观了[明澈玻璃]E，并与[青川经开区]Z签订协议。"
    assert "明澈玻璃" not in {c.head.key for c in located_in(View(scene(deal, Ref("Region", "430281"))))}


def test_an_event_of_ones_own_is_held_elsewhere() -> None:
    made = scene(
        "[陶瓷产业推介会]V在[青川县|510822]R举行。[全国陶瓷大会]V在[青川县|510822]R举行。", Ref("Region", "430281")
    )
    assert {c.tail.key for c in hosts(View(made))} == {"陶瓷产业推介会"}


def test_a_far_place_in_the_name_of_a_project_is_a_namesake_unless_it_is_helped() -> None:
    home = Ref("Region", "430281")
    for marked, place in (
        ("加快[[临江|220681]R国际广场]P建设。", "430281"),
        ("援建[[临江|220681]R中心小学]P。", "220681"),
        ("加快[[临江市|220681]R国际广场]P建设。", "220681"),
    ):
        (claim,) = located_in(View(scene(marked, home)))
        assert claim.tail.key == place, marked


@pytest.mark.parametrize(
    ("code", "here"),
    [
        ("510116001", {"街道办事处"}),  # a street of 双流区
        ("430225", {"街道办事处", "区商务局"}),  # 炎陵县
        ("430200", {"街道办事处", "区商务局", "市发改委"}),  # 株洲市
    ],
)
def test_bureaus_of_the_level_above_are_not_here(code: str, here: set[str]) -> None:
    marked = "[市发改委]O、[区商务局]O、[街道办事处]O开展走访。"
    assert {claim.head.key for claim in located_in(View(scene(marked, Ref("Region", code))))} == here


def test_a_city_of_the_own_province_in_a_name_is_nearer() -> None:
    marked = "[吉祥新能源汽车[晋中|140700]R基地]P投产。"
    where = scene(marked, Ref("Region", "140000"))
    where = replace(where, parents={"140700": ("140000",)})
    (claim,) = located_in(View(where))
    assert claim.tail.key == "140700"


@pytest.mark.parametrize(
    ("road", "found"),
    [
        ("德清至长兴公路", True),  # in a report of 安吉县 both ends are elsewhere
        ("安吉至长兴公路", False),
        ("青石桥至柳塘公路", False),  # of which nothing is known
    ],
)
def test_a_road_between_two_other_counties_is_not_here(road: str, found: bool) -> None:
    view = View(scene(f"[{road}]P通车。", Ref("Region", "330523")))
    assert far_route(view, road) is found
    assert bool([*located_in(view)]) is not found


def test_what_news_of_aid_name_is_not_where_the_giver_is() -> None:
    text = "[深圳|440300]R援疆：新学期到来⏎壮大[纺织产业]I。[城南小学]P建成。".replace("⏎", "\n")
    made = scene(text, Ref("Region", "440300"))
    news = replace(made, text=replace(made.text, document=replace(made.text.document, kind="news")))
    assert not [*located_in(View(news))]
    assert not [*develops(View(news))]
    assert len([*located_in(View(made))]) == len([*develops(View(made))]) == 1


def test_a_countys_honor_is_not_that_of_a_town() -> None:
    view = View(
        scene("[长兴县|330522]R评为[全国重点镇]H，[安吉县|330523]R评为[全国文明城市]H。", Ref("Region", "330500"))
    )
    assert [(c.head.key, c.tail.key) for c in receives(view)] == [("330523", "全国文明城市")]


def test_a_body_of_the_city_above_is_not_in_the_county() -> None:
    view = View(scene("[湖州会展中心]O启用，[安吉职教中心]O招生。", Ref("Region", "330523")))
    assert {c.head.key for c in located_in(view)} == {"安吉职教中心"}


def test_a_park_of_two_places_is_in_the_first() -> None:
    text = "[德清县|330521]R与[深圳市|440300]R，[[德清|330521]R[深圳|440300]R产业园]Z开园。"
    view = View(scene(text, Ref("Region", "330500")))
    assert ("德清深圳产业园", "440300") not in {(c.head.key, c.tail.key) for c in located_in(view)}


def test_where_the_own_zone_of_a_text_lies() -> None:
    park = Ref("Zone", "云岭高新区")
    lies = "[云岭高新区]Z是国家级开发区，位于[松泉县]R、[青川县]R交界处。"
    found = {claim.tail.key for claim in located_in(View(scene(lies, park)))}
    assert found == {"松泉县", "青川县"}
    assert not [*located_in(View(scene(lies.replace("位于", "邻近"), park)))]


@pytest.mark.parametrize(
    ("marked", "here"),
    [
        ("[明澈玻璃]E、[天工电气]E等300余家企业参展。", False),
        ("[明澈玻璃]E、[天工电气]E等300余家企业入驻。", True),
        ("客户包括[明澈玻璃]E、[天工电气]E。", False),
        ("园区包括[明澈玻璃]E、[天工电气]E。", True),
        ("为[明澈玻璃]E、[天工电气]E等企业供货。", False),
    ],
)
def test_guests_and_customers_of_news_are_not_here(marked: str, here: bool) -> None:
    made = scene(marked)
    news = replace(made, text=replace(made.text, document=replace(made.text.document, kind="news")))
    assert bool([*located_in(View(news))]) is here


def test_the_place_in_the_name_of_a_project_that_news_sign_is_its_firms() -> None:
    made = scene("现场签约[苏州和阳新材料]P、[电机厂]P等项目。[苏州|320500]R表示祝贺。", Ref("Region", "320723"))
    news = replace(made, text=replace(made.text, document=replace(made.text.document, kind="news")))
    assert {claim.tail.key for claim in located_in(View(news))} == {"320723"}


def test_a_firm_is_in_the_park_here_and_in_the_cities_where_it_builds() -> None:
    text = "[明澈玻璃]E在[东园]Z扩产。[明澈玻璃]E还在[西安|610100]R、[石家庄|130100]R等地设立基地。"
    made = scene(text, Ref("Region", "320300"))
    found = {c.tail.key for c in located_in(View(made)) if c.head.key == "明澈玻璃"}
    assert found == {"东园", "610100", "130100"}
    joint = "[明澈玻璃]E在[东园]Z扩产。[明澈玻璃]E与[天工重装]E合作的[再制造中心]P在[西安|610100]R揭牌。"
    found = {c.tail.key for c in located_in(View(scene(joint, Ref("Region", "320300")))) if c.head.key == "明澈玻璃"}
    assert found == {"东园"}


def test_what_the_city_above_fosters_is_not_the_countys() -> None:
    text = "近年来，[云岭市]R聚焦两大集群，[现代五金]I产值突破千亿元。"
    assert {c.head.key for c in develops(View(scene(text, Ref("Region", "松泉县"))))} == {"云岭市"}
    led = text.replace("聚焦两大集群", "召开大会")
    assert {c.head.key for c in develops(View(scene(led, Ref("Region", "松泉县"))))} == {"松泉县"}


def test_a_park_of_a_partner_from_elsewhere_is_in_the_place_named_last() -> None:
    made = scene("[[合肥|340100]R高新区[霍邱|341522]R产业园]Z落户企业9家。", Ref("Region", "341522"))
    assert {c.tail.key for c in located_in(View(made))} == {"341522"}


@pytest.mark.parametrize(
    ("name", "far"),
    [("首个基地——四川乐山光伏项目", True), ("四川光伏项目", False), ("安徽蚌埠光伏项目", False), ("光伏项目", False)],
)
def test_a_work_that_opens_with_a_city_of_another_province(name: str, far: bool) -> None:
    assert in_far_city(View(scene("建成。", Ref("Region", "340300"))), name) is far


def test_an_academy_of_the_province_is_not_in_the_county_that_names_it() -> None:
    made = scene("[甘肃农业大学]O的试验田，[岷县中学]O的新楼。", Ref("Region", "621126"))
    assert {c.head.key for c in located_in(View(made))} == {"岷县中学"}


def test_people_from_a_place_meet_in_another() -> None:
    made = scene("与[[深圳市|440300]R[衡阳|430400]R商会]O签订协议。", Ref("Region", "430400"))
    assert {c.tail.key for c in located_in(View(made))} == {"440300"}


@pytest.mark.parametrize(("firm", "code"), [("内蒙古明澈科技公司", None), ("鄂尔多斯市融资担保公司", "150600")])
def test_a_firm_with_the_full_name_of_a_division_above_is_that_of_all_of_it(firm: str, code: str | None) -> None:
    view = View(scene("[达拉特旗|150621]R招商。", Ref("Region", "150621")))
    assert owned_above(view, firm) == code
