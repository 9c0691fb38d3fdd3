"""What counted names consist of are names where they say what they are, not mere phrases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ontology import load_lexicon
from kg.resolve.counted_parts import with_parts
from kg.text.enumerations import enumerations
from kg.types import Mention
from tests.builders import text_of


def named(clean: str, *mentions: Mention) -> set[tuple[str, str]]:
    text = replace(text_of(clean), enumerations=enumerations(clean, (), load_lexicon()))
    return {(clean[m.start : m.end], m.type) for m in with_parts(text, mentions)}


def test_parts_of_a_campaign_and_the_campaign() -> None:
    assert named("实施“三大行动”（清风行动、净水行动、护绿行动）。") == {
        ("三大行动", "Program"),
        ("清风行动", "Program"),
        ("净水行动", "Program"),
        ("护绿行动", "Program"),
    }


def test_the_last_part_alone_may_have_the_head_word() -> None:
    clean = "实施三大行动：清风护航、净水入湖、护绿增花行动。"
    text = replace(text_of(clean), enumerations=enumerations(clean, (), load_lexicon()))
    assert [m.key for m in with_parts(text, ())] == ["三大行动", "清风护航行动", "净水入湖行动", "护绿增花行动"]


def test_what_is_fought_for_is_no_building() -> None:
    fields = ("产业升级", "城镇建设", "生态治理", "民生改善")
    assert {(field, "Program") for field in fields} < named(f"打好{'、'.join(fields)}四大攻坚战。")


def test_roads_make_a_network() -> None:
    assert named("建设“一纵两横”路网，一纵即白鹭大道；两横即青山大道、石桥大道。") == {
        ("一纵两横", "Program"),
        ("白鹭大道", "Project"),
        ("青山大道", "Project"),
        ("石桥大道", "Project"),
    }


@pytest.mark.parametrize(
    "clean",
    [
        "做到“三个到位”（责任到位、措施到位、监督到位）。",
        "整治“四类房”（违建房、危旧房、空心房、偏杂房）。",
        "实施“五个一”（一座水厂、一条大道、一个广场、一座剧院、一个市场）。",
        "“三大优势”明显，青山产业、白鹭产业增长。",
    ],
)
def test_phrases_are_no_names(clean: str) -> None:
    assert named(clean) == set()


def test_parts_with_the_counted_word_are_slogans() -> None:
    assert named("围绕“三个振兴”（产业振兴、人才振兴、文化振兴）。") == {
        ("三个振兴", "Slogan"),
        ("产业振兴", "Slogan"),
        ("人才振兴", "Slogan"),
        ("文化振兴", "Slogan"),
    }


def test_counted_activities_are_a_name_and_bare_industries_none() -> None:
    found = named("壮大玻璃、陶瓷、茶叶、竹木四大产业，开展“文化下乡”“全民阅读”“戏曲进校园”三项活动。")
    assert ("三项活动", "Program") in found
    assert ("四大产业", "Industry") not in found


def test_three_big_projects_are_no_campaign() -> None:
    assert ("三大项目", "Program") not in named("推进青山医院、白鹭大桥、石桥水厂三大项目。")


def test_what_is_known_stays() -> None:
    clean = "壮大“2+1”主导产业（食品、纺织+物流）。"
    known = [Mention(12, 14, "Industry", "食品", "industry:lexicon", 0.9)]
    assert named(clean, *known) == {
        ("2+1", "Industry"),
        ("食品", "Industry"),
        ("纺织", "Industry"),
        ("物流", "Industry"),
    }


def test_two_parts_taken_for_one_name_are_two() -> None:
    clean = "实施“四大攻坚行动”，即旧房、城中村、棚户区、停车设施攻坚行动。"
    at = clean.index("城中村")
    both = Mention(at, at + 7, "Program", "城中村、棚户区", "tagger", 0.6)
    found = named(clean, both)
    assert ("城中村、棚户区", "Program") not in found
    assert {("城中村", "Program"), ("棚户区", "Program")} <= found


def test_quarters_of_a_plan() -> None:
    found = named("规划建设“一港四区”，即重件码头、风电装备制造区、海工模块制造区、绿色拆解区和综合配套区。")
    assert {("绿色拆解区", "Zone"), ("综合配套区", "Zone")} <= found


def test_a_quarter_that_the_text_goes_on_about_is_named_again() -> None:
    clean = (
        "规划“一港二区”，即重件码头、风电装备制造区和绿色拆解区。在绿色拆解区，两家企业投产。全市绿色拆解区已有3个。"
    )
    text = replace(text_of(clean), enumerations=enumerations(clean, (), load_lexicon()))
    found = [m.start for m in with_parts(text, ()) if m.key == "绿色拆解区"]
    assert found == [clean.index("绿色"), clean.index("在绿色") + 1]


def test_what_one_thing_is_stands_in_brackets() -> None:
    clean = "启动“三个一”工程，即一园（青山植物园）、一馆（白鹭博物馆）、一校（石桥实验中学）。"
    at = clean.index("一园")
    assert ("青山植物园", "Project") in named(
        clean, Mention(at, at + 8, "Project", "一园（青山植物园）", "tagger", 0.9)
    )


def test_each_batch_of_several_is_a_programme() -> None:
    found = named("“两个一批”项目推进。竣工一批：青山大桥竣工。续建一批：白鹭水库复工。")
    assert {("竣工一批", "Program"), ("续建一批", "Program")} <= found


def test_fields_of_several_campaigns_have_their_head_word() -> None:
    clean = "实施教育、卫生、文化“三大提升行动”。"
    text = replace(text_of(clean), enumerations=enumerations(clean, (), load_lexicon()))
    assert {"卫生提升行动", "文化提升行动"} <= {m.key for m in with_parts(text, ())}


def test_the_verb_before_a_part_is_no_part_of_its_name() -> None:
    assert named("实施三大工程：启动石桥水厂、青山大道、白鹭大道。") == {
        ("三大工程", "Program"),
        ("石桥水厂", "Project"),
        ("青山大道", "Project"),
        ("白鹭大道", "Project"),
    }


def test_what_a_campaign_is_for_is_no_campaign() -> None:
    assert not {name for name, _ in named("推进名医、名校、名馆“三名”工程。")} & {"名医", "名校", "名馆"}
    assert ("大市容整治", "Program") in named("实施“四大行动”（大清仓、大市容整治、大植树、大练兵行动）。")


def test_counted_strategies_are_no_work() -> None:
    found = named("用好西部大开发、乡村振兴两大国家战略的机遇，实施富民、强县两大行动。")
    assert ("两大国家战略", "Slogan") in found
