from __future__ import annotations

from dataclasses import replace

import pytest

from kg.resolve.phases import complete_phases, is_phase
from kg.types import Mention
from tests.builders import text_of


def completed(clean: str, *marked: tuple[str, str]) -> dict[str, str]:
    """The keys of the mentions by their surfaces; each is marked at its first place."""
    at = [(clean.index(surface), surface, type_) for surface, type_ in marked]
    mentions = [Mention(i, i + len(s), t, s, "tagger", 0.9) for i, s, t in at]
    return {clean[m.start : m.end]: m.key for m in complete_phases(text_of(clean), mentions)}


def test_a_phase_alone_is_that_of_the_project_before() -> None:
    clean = "白鹭电池项目分两期建设，一期去年投产，二期工程预计明年竣工。"
    found = completed(clean, ("白鹭电池项目", "Project"), ("一期", "Project"), ("二期工程", "Project"))
    assert found == {
        "白鹭电池项目": "白鹭电池项目",
        "一期": "白鹭电池项目一期",
        "二期工程": "白鹭电池项目二期",
    }


def test_a_phase_is_that_of_the_project_that_is_built_in_phases() -> None:
    clean = "白鹭产业园总投资50亿元，分两期建设。污水站、外网工程达到投产要求。一期工程完成80%。"
    found = completed(clean, ("白鹭产业园", "Project"), ("外网工程", "Project"), ("一期工程", "Project"))
    assert found["一期工程"] == "白鹭产业园一期"


def test_a_later_phase_is_that_of_a_firm_for_want_of_a_project() -> None:
    clean = "去年，白鹭炼化产值9亿元，二期项目前期工作加速。"
    firm = Mention(3, 7, "Enterprise", "白鹭炼化", "tagger", 0.9)
    second = Mention(13, 17, "Project", "二期项目", "tagger", 0.9)
    report = text_of(clean)
    news = replace(report, document=replace(report.document, kind="news"))
    assert [m.key for m in complete_phases(news, [firm, second])] == ["白鹭炼化", "白鹭炼化二期"]
    assert [m.key for m in complete_phases(report, [firm, second])] == ["白鹭炼化"]


def test_a_phase_is_that_of_what_this_means() -> None:
    clean = "甲方建设白鹭循环产业园。\n该产业园占地90亩，分两期实施：一期建设拆解生产线，二期明年启动。"
    found = completed(clean, ("白鹭循环产业园", "Project"), ("拆解生产线", "Project"))
    assert found["一期"] == "白鹭循环产业园一期"
    assert found["二期"] == "白鹭循环产业园二期"


def test_a_phase_is_that_of_what_the_project_means() -> None:
    clean = "走进白鹭光电产业园。\n“项目总投资28亿元，分两期建设。一期投资9亿元。”"
    assert completed(clean, ("白鹭光电产业园", "Zone"))["一期"] == "白鹭光电产业园一期"


def test_a_phase_whose_sum_is_told() -> None:
    clean = "白鹭电池项目开工。据悉，首期项目的总投资超过20亿元，三期的事还早。"
    found = completed(clean, ("白鹭电池项目", "Project"))
    assert found == {"白鹭电池项目": "白鹭电池项目", "首期项目": "白鹭电池项目首期"}


def test_a_development_zone_is_not_built_in_phases() -> None:
    found = completed("一期在青山开发区投产。首期项目完工。", ("青山开发区", "Zone"), ("首期项目", "Project"))
    assert "首期项目" not in found


def test_the_next_phase_follows() -> None:
    found = completed("白鹭电池一期、二期投产。", ("白鹭电池一期", "Project"))
    assert found == {"白鹭电池一期": "白鹭电池一期", "二期": "白鹭电池二期"}
    assert completed("白鹭电池一期投产，占地二期。", ("白鹭电池一期", "Project")) == {"白鹭电池一期": "白鹭电池一期"}


@pytest.mark.parametrize("both", ["一、二期", "一二期", "一和二期"])
def test_two_phases_in_one_word(both: str) -> None:
    found = completed(f"青山电站{both}并网。", (f"青山电站{both}", "Project"))
    assert found == {"青山电站一": "青山电站一期", f"青山电站{both}": "青山电站二期"}


def test_a_phase_is_not_that_of_the_park_where_the_whole_stands() -> None:
    clean = "白鹭电池基地在青山工业园开工。其中，一期投产。"
    marked = ("白鹭电池基地", "Zone"), ("青山工业园", "Zone"), ("一期", "Project")
    assert completed(clean, *marked)["一期"] == "白鹭电池基地一期"


def test_is_phase() -> None:
    assert is_phase("二期")
    assert is_phase("首期工程")
    assert not is_phase("白鹭电池二期")


def test_a_phase_with_its_noun_is_that_of_what_is_called_so() -> None:
    clean = "建设青山数据平台，白鹭大桥完工，平台一期上线。"
    found = completed(clean, ("青山数据平台", "Project"), ("平台一期", "Project"))
    assert found["平台一期"] == "青山数据平台一期"
    found = completed(clean, ("白鹭大桥", "Project"), ("平台一期", "Project"))
    assert found["平台一期"] == "平台一期"


def test_the_next_phase_is_that_of_the_project_that_stands_nearest() -> None:
    clean = "明澈新材一期投产，白鹭电池一期竣工，二期开工。"
    found = completed(clean, ("明澈新材一期", "Project"), ("明澈新材", "Enterprise"), ("白鹭电池一期", "Project"))
    assert found["二期"] == "白鹭电池二期"


def test_sections_named_by_letters() -> None:
    assert completed("建成城北路C段、D段。", ("城北路C段", "Project"))["D段"] == "城北路D段"
    assert (
        completed("加快绕城高速东段、北段建设。", ("绕城高速东段", "Project"), ("北段", "Project"))["北段"]
        == "绕城高速北段"
    )
    assert completed("建成青山工业园A区、B区。", ("青山工业园A区", "Zone"))["B区"] == "青山工业园B区"
    assert "D段" not in completed("建成城北路C段，D段缓建。", ("城北路C段", "Project"))


def test_a_phase_behind_one_of_something_else_is_not_that_of_the_project_before() -> None:
    found = completed("白鹭变电站投运，安置房一期、二期交付。", ("白鹭变电站", "Project"), ("二期", "Project"))
    assert found == {"白鹭变电站": "白鹭变电站"}


def test_a_phase_that_nobody_marked_is_one_where_a_clause_is_about_it() -> None:
    clean = "白鹭电池项目总投资9亿元，分两期建设，一期投资4亿元，其中二期计划明年动工。"
    assert completed(clean, ("白鹭电池项目", "Project")) == {
        "白鹭电池项目": "白鹭电池项目",
        "一期": "白鹭电池项目一期",
        "二期": "白鹭电池项目二期",
    }


def test_a_phase_of_a_project_that_is_called_by_its_firm() -> None:
    clean = "开工的有白鹭电池年产5万吨正极材料项目。\n白鹭电池项目分两期建设，一期投资4亿元。"
    at = clean.index("\n") + 1
    firm = Mention(at, at + 4, "Enterprise", "白鹭电池", "tagger", 0.9)
    whole = Mention(4, 16, "Project", clean[4:16], "tagger", 0.9)
    keys = [m.key for m in complete_phases(text_of(clean), [whole, firm])]
    assert keys[-1] == whole.key + "一期"


def test_phases_are_those_of_the_resort_and_not_of_the_last_of_its_works() -> None:
    clean = "白鹭湖度假区按照规划，建设温泉酒店、研学基地等项目，分三期建成。首期投资8亿元。"
    found = completed(clean, ("白鹭湖度假区", "Zone"), ("温泉酒店", "Project"), ("研学基地", "Project"))
    assert found["首期"] == "白鹭湖度假区首期"


def test_a_phase_is_that_of_what_the_sentence_is_about() -> None:
    clean = "白鹭美妆基地总投资9亿元，规划建设研发中心、智能仓储，首期已于9月试产。"
    found = completed(clean, ("白鹭美妆基地", "Project"), ("研发中心", "Project"), ("智能仓储", "Project"))
    assert found["首期"] == "白鹭美妆基地首期"


def test_a_phase_in_news_is_not_that_of_what_is_built() -> None:
    clean = "在青山工业园，白鹭装备基地加紧施工，A地块建设研发楼，一期工程年底封顶。"
    text = text_of(clean)
    news = replace(text, document=replace(text.document, kind="news"))
    names = (("青山工业园", "Zone"), ("白鹭装备基地", "Project"), ("研发楼", "Project"))
    marked = [Mention(clean.index(s), clean.index(s) + len(s), t, s, "tagger", 0.9) for s, t in names]
    assert complete_phases(news, marked)[-1].key == "白鹭装备基地一期"


@pytest.mark.parametrize("clean", ["白鹭电池项目投产，第二期债券已发行。", "首期投资8亿元。白鹭电池项目投产。"])
def test_a_phase_of_nothing_is_none(clean: str) -> None:
    assert completed(clean, ("白鹭电池项目", "Project")) == {"白鹭电池项目": "白鹭电池项目"}


def test_in_how_many_phases_is_none_of_them() -> None:
    clean = "白鹭电池基地分三期建设。"
    assert completed(clean, ("白鹭电池基地", "Project"), ("三期", "Project")) == {"白鹭电池基地": "白鹭电池基地"}


def test_behind_what_a_phase_consists_of_the_next_one_is_that_of_the_whole() -> None:
    clean = "白鹭电池基地一期投产。二期铜箔产线正在安装，三期计划年底动工。"
    found = completed(clean, ("白鹭电池基地", "Project"), ("二期铜箔产线", "Project"), ("三期", "Project"))
    assert found["三期"] == "白鹭电池基地三期"


def test_the_number_of_phases_is_no_part_of_a_name() -> None:
    found = completed("白鹭硅烷项目分三期，三期尚未启动。", ("白鹭硅烷项目分三期", "Project"))
    assert found == {"白鹭硅烷项目": "白鹭硅烷项目"}
    found = completed("白鹭电池产业园将分三期建设。", ("白鹭电池产业园将分三期", "Project"))
    assert found == {"白鹭电池产业园": "白鹭电池产业园"}


def test_a_phase_of_what_has_no_name_is_none_of_the_project_before() -> None:
    clean = "白鹭电机项目签约；五岭城一期厂房已入驻企业46家，二期启动征地。"
    assert "二期" not in completed(clean, ("白鹭电机项目", "Project"), ("二期", "Project"))
