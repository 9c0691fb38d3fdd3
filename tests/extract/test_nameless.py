"""What names no body and no place."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.nameless import nameless
from kg.types import Mention


@pytest.mark.parametrize(
    ("kind", "surface", "none"),
    [
        ("Organization", "县政府", True),
        ("Organization", "街道党委", True),
        ("Organization", "村民委员会", True),
        ("Organization", "市委宣传部", False),
        ("Organization", "政府办公室", True),
        ("Organization", "青山县政府办公室", False),
        ("Organization", "青山县政府", False),
        ("Organization", "省州党委政府", True),
        ("Organization", "云岭市副市长林沅江", True),
        ("Organization", "云岭市长江学校", False),
        ("Organization", "工业园区管委会", True),
        ("Organization", "侨联", True),
        ("Organization", "青山县侨联", False),
        ("Organization", "市红十字会", False),
        ("Organization", "市级园区管委会", True),
        ("Organization", "云岭工业园区管委会", False),
        ("Organization", "省级企业技术中心", True),
        ("Organization", "明澈玻璃企业技术中心", False),
        ("Zone", "正蓝旗建设奶食品园区", True),
        ("Zone", "正蓝旗奶食品园区", False),
        ("Zone", "西岭能源120万吨焦化", True),
        ("Zone", "游仙区迁至科技城新区", True),
        ("Zone", "科技城新区", False),
        ("Enterprise", "云岭市职业教育集团", True),
        ("Enterprise", "云岭教育集团", False),
        ("Zone", "“1+5”消费商圈", True),
        ("Zone", "“石桥里”消费商圈", False),
        ("Zone", "云岭中学周边片区", True),
        ("Zone", "云岭片区", False),
        ("Zone", "糖料蔗生产保护区", True),
        ("Zone", "云岭自然保护区", False),
        ("Zone", "壮美新港城", True),
        ("Zone", "云岭港城", False),
        ("Region", "市镇村", True),
        ("Region", "温饱村", True),
        ("Region", "石桥村", False),
        ("Region", "瑶族乡", True),
        ("Region", "道县", False),
        ("Region", "白鹭瑶族乡", False),
        ("Project", "县政府", False),
        ("Project", "东湖管委会办公楼", False),
        ("Program", "疫情防控", True),
        ("Program", "疫情防控攻坚行动", False),
        ("Slogan", "平安建设扎实推进", True),
        ("Slogan", "平安建设", False),
        ("Slogan", "5万亿俱乐部", True),
        ("Honor", "江西省南昌市经济技术开发区", True),
        ("Honor", "国家级经济技术开发区", False),
        ("Honor", "江西省绿色化工联盟", True),
        ("Honor", "国家卫生县城全国武术之乡", True),
        ("Honor", "省级重点企业研究院", False),
        ("Honor", "5A级行业协会", False),
        ("Honor", "国家支持资源枯竭型城市", True),
    ],
)
def test_levels_and_kinds_alone_are_no_names(kind: str, surface: str, none: bool) -> None:
    one = Evidence(
        np.array([2]),
        np.array([2 + len(surface)]),
        np.array([TYPES.index(kind)]),
        np.zeros((1, len(LAYERS))),
        np.zeros((1, 2)),
        (None,),
    )
    assert nameless(f"这个{surface}的", one).tolist() == [none]


@pytest.mark.parametrize(
    ("clean", "surface", "rule", "none"),
    [
        ("青山县代县长林某", "代县", "region:full", True),
        ("山西省代县工业园", "代县", "region:full", False),
        ("举行青山乡贤大会", "青山乡", "region:full", True),
        ("举行青山乡运动会", "青山乡", "region:full", False),
        ("山西代县长城保护", "代县", "region:full", False),
        ("到青山乡亲自督办", "青山乡", "region:full", False),
        ("汇报青山乡情况", "青山乡", "region:full", False),
        ("青山至白鹭高速公路", "青山", "region:route", True),
        ("青山到白鹭的客商", "青山", "region:short", False),
        ("青山路、白鹭街改造", "青山", "region:weak", True),
        ("走上青山街头", "青山", "region:short", False),
        ("青山日报客户端讯", "青山", "region:short", True),
        ("中国青山网讯", "青山", "region:short", True),
        ("青山网络升级", "青山", "region:short", False),
        ("弘扬青山精神", "青山", "region:nested", True),
        ("学习青山会议精神", "青山", "region:nested", True),
        ("推进青山精神文明建设", "青山", "region:short", False),
        ("完善青山路网", "青山", "region:short", False),
    ],
)
def test_the_end_of_a_road_and_half_a_word_are_no_places(clean: str, surface: str, rule: str, none: bool) -> None:
    at = clean.index(surface)
    best = Mention(at, at + len(surface), "Region", surface, rule, 0.9)
    one = Evidence(
        np.array([at]),
        np.array([best.end]),
        np.array([TYPES.index("Region")]),
        np.zeros((1, len(LAYERS))),
        np.zeros((1, 2)),
        (best,),
    )
    assert nameless(clean, one).tolist() == [none]


@pytest.mark.parametrize(
    ("clean", "name", "none"),
    [
        ("落实全市县域经济工作会议精神，", "县域经济工作会议精神", True),
        ("落实县委农村工作会议精神，", "县委农村工作会议精神", True),
        ("落实县委农村工作会议精神，", "农村工作会议精神", True),
        ("落实中央、省委农村工作会议精神，", "农村工作会议精神", False),
        ("落实中央经济工作会议精神，", "中央经济工作会议精神", False),
    ],
)
def test_the_spirit_of_a_meeting_of_the_place_is_no_slogan(clean: str, name: str, none: bool) -> None:
    at = max(clean.find(name), 0)
    slogan = TYPES.index("Slogan")
    one = Evidence(
        np.array([at]),
        np.array([at + len(name)]),
        np.array([slogan]),
        np.zeros((1, len(LAYERS))),
        np.zeros((1, 2)),
        (None,),
    )
    assert nameless(clean, one).tolist() == [none]


def test_deeds_may_go_by_what_they_are_where_they_are_counted() -> None:
    clean = "民生实事办成了，10件民生实事"
    program = TYPES.index("Program")
    one = Evidence(
        np.array([0]), np.array([4]), np.array([program]), np.zeros((1, len(LAYERS))), np.zeros((1, 2)), (None,)
    )
    assert nameless(clean, one).tolist() == [False]
    assert nameless(clean[:8], one).tolist() == [True]


@pytest.mark.parametrize(
    ("clean", "none"),
    [
        ("“十三五”时期，全县修路九百公里", True),
        ("“十三五”末的路网", True),
        ("“十三五”圆满收官", False),
        ("“十三五”时期，“十三五”规划的项目过半开工", False),
    ],
)
def test_five_years_are_a_plan_where_the_text_names_one(clean: str, none: bool) -> None:
    program = TYPES.index("Program")
    one = Evidence(
        np.array([1]), np.array([4]), np.array([program]), np.zeros((1, len(LAYERS))), np.zeros((1, 2)), (None,)
    )
    assert nameless(clean, one).tolist() == [none]


@pytest.mark.parametrize(
    ("clean", "none"),
    [
        ("总投资9亿元，年产3万吨纸板，由甲公司承建", True),
        ("总投资9亿元，年产3万吨纸板项目开工", False),
        ("建设年产3万吨纸板、热电联产等项目", False),
        ("由年产3万吨纸板建设，预计明年完工", True),
    ],
)
def test_how_much_a_work_makes_is_no_work(clean: str, none: bool) -> None:
    at, surface = clean.index("年产"), "年产3万吨纸板"
    project = TYPES.index("Project")
    one = Evidence(
        np.array([at]),
        np.array([at + len(surface)]),
        np.array([project]),
        np.zeros((1, len(LAYERS))),
        np.zeros((1, 2)),
        (None,),
    )
    assert nameless(clean, one).tolist() == [none]


@pytest.mark.parametrize(
    ("clean", "none"), [("在全省文明城市测评中获第2名", True), ("建成全省文明城市并通过测评", False)]
)
def test_what_places_are_judged_for_is_no_title_that_one_has(clean: str, none: bool) -> None:
    at = clean.index("全省文明城市")
    one = Evidence(
        np.array([at]),
        np.array([at + 6]),
        np.array([TYPES.index("Honor")]),
        np.zeros((1, len(LAYERS))),
        np.zeros((1, 2)),
        (None,),
    )
    assert nameless(clean, one).tolist() == [none]


@pytest.mark.parametrize(
    ("clean", "name", "none"),
    [
        ("盛世中央城开工", "盛世", True),
        ("阳光国际大酒店竣工", "阳光", True),
        ("万达广场开业", "万达", False),
        ("盛世食品厂投产", "盛世", False),
        ("沅泽花园竣工", "沅泽", False),
    ],
)
def test_the_good_word_that_an_estate_begins_with_is_no_firm(clean: str, name: str, none: bool) -> None:
    kind = np.array([TYPES.index("Enterprise")])
    one = Evidence(np.array([0]), np.array([len(name)]), kind, np.zeros((1, len(LAYERS))), np.zeros((1, 2)), (None,))
    assert nameless(clean, one).tolist() == [none]


@pytest.mark.parametrize(
    ("whole", "zone", "none"),
    [
        ("松江及石桥新区", "石桥新区", True),
        ("松江和石桥工业园", "石桥工业园", False),
        ("电子信息及石桥新区", "石桥新区", False),
        ("松江及石桥新区", "桥新区", False),
    ],
)
def test_a_place_beside_a_zone_is_no_part_of_its_name(whole: str, zone: str, none: bool) -> None:
    clean = f"为{whole}出力"
    starts, ends = np.array([1, clean.index(zone)]), np.array([1 + len(whole)] * 2)
    kinds = np.array([TYPES.index("Zone")] * 2)
    two = Evidence(starts, ends, kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), (None, None))
    assert nameless(clean, two).tolist() == [none, False]
