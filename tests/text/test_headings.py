from __future__ import annotations

import pytest

from kg.text.headings import headings


def found(clean: str) -> list[tuple[int, str]]:
    return [(one.level, one.text) for one in headings(clean, 0, len(clean))]


@pytest.mark.parametrize(
    ("clean", "expected"),
    [
        ("一、强化创新驱动\n加快建设创新平台。", [(1, "一、强化创新驱动")]),
        ("（二）夯实产业基础。全年新增企业百家。", [(2, "（二）夯实产业基础")]),
        ("各位代表！\n2018年工作回顾\n2018年，我们攻坚克难。", [(0, "2018年工作回顾")]),
        ("成绩来之不易。\n2019年打算：\n1.推进甲园开园。\n", [(0, "2019年打算")]),
        ("大家辛苦了。强化投资拉动。全年完成固定资产投资一百二十亿元，实施重点项目。", [(4, "强化投资拉动")]),
    ],
)
def test_heading(clean: str, expected: list[tuple[int, str]]) -> None:
    assert found(clean) == expected


@pytest.mark.parametrize(
    "clean",
    [
        "企业在第二、三季度竞赛中获奖，全年保持第一。",
        "2024年2月28日\n本报记者李言通讯员周敏\n企业获奖。",
        "在“三个高地”二、三季度竞赛中2次夺冠。",
        "总产值增长。某某铁路正式开工建设。沿线各县积极配合征地拆迁，进度居全省前列，群众满意。",
        "（1）加快保障性住房建设，改造棚户区三千户，新建公租房五百套，让群众住有所居。",
        "“要持续强化项目为王的鲜明导向。”某市有关负责人表示。这一次活动涉及先进制造业、现代服务业、战略性新兴产业等。",
        "一是深入推进精准脱贫，坚持因户施策，完成易地扶贫搬迁一千户，实现贫困村全部退出。",
        "4.建设周期：一期工程18个月内建成投产，二期工程视一期情况启动。",
        "（一）项目名称：玻璃基地项目\n（二）投资主体：明澈玻璃有限公司\n（三）用地规模：约120亩\n",
        "总投资：12.5亿元。建设内容：年产玻璃20万吨的生产线，配套厂房与仓库，力争年内建成投产，新增就业三百人。",
    ],
)
def test_no_heading(clean: str) -> None:
    assert found(clean) == []
