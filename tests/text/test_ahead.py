"""Clauses of news that tell what is to come, and those that only have their words."""

from __future__ import annotations

import pytest

from kg.text.ahead import ahead
from tests.text.reports import news, sentence


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("白鹭公司将迁入松泉县", True),
        ("甲水厂将于6月完成扩容", True),
        ("甲桥项目计划9月运营", True),
        ("二期计划2023年上半年开工", True),
        ("甲文创园年内动工", True),
        ("甲钢构项目明年一季度开工", True),
        ("要加快推进甲桥建设", True),
        ("未来三年，关闭煤矿12处", True),
        ("甲影棚将对外开放", True),
        ("该县还要推动甲厂开工", True),
        ("甲旗将力促乙园开园", True),
        ("将三万人纳入低保", False),
        ("将建设用地指标列为重点", False),
        ("三年行动计划完成情况良好", False),
        ("年内已开工12个项目", False),
        ("三年内建成甲路", False),
        ("主要推进甲桥建设", False),
        ("甲厂去年建成", False),
    ],
)
def test_what_is_to_come(clause: str, expected: bool) -> None:
    assert any(True for _ in ahead(clause)) is expected


def test_a_plan_in_the_midst_of_news_holds_for_its_clauses() -> None:
    text = news("甲区二期封顶，甲区将聚焦更新，加快乙园建设。")
    said = sentence(text, "甲区二期")
    assert said.modality == "planned"
    assert said.aside is not None
    assert text.clean[said.aside.start : said.aside.end] == "甲区将聚焦更新，加快乙园建设。"


def test_many_words_of_plans_are_read_in_linear_time() -> None:
    assert list(ahead("将" * 20000)) == []
    assert list(ahead("年内" * 10000 + "计划" * 10000)) == []
