"""What is only described is no work and no firm."""

from __future__ import annotations

import pytest

from kg.resolve.described import described
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "surface", "type_", "expected"),
    [
        ("企业专业生产电子铜箔、固态电芯、湿法隔膜等。", "固态电芯", "Project", True),
        ("开工固态电芯项目。", "固态电芯", "Project", False),
        ("产品主要用于白鹭大桥。", "白鹭大桥", "Project", False),
        ("未来将成为星沅储能板块总部。", "星沅储能板块总部", "Project", True),
        ("建成星沅储能板块总部。", "星沅储能板块总部", "Project", False),
        ("以星沅动力电池、白鹭铜箔等“三电”系统企业为主。", "星沅动力电池", "Project", True),
        ("达产后形成年产5万吨特种纤维的生产能力。", "年产5万吨特种纤维", "Project", True),
        ("总投资4亿元，规划年产5万吨特种纤维，已投产。", "年产5万吨特种纤维", "Project", True),
        ("规划年产5万吨特种纤维项目。", "年产5万吨特种纤维", "Project", False),
        ("开工年产5万吨特种纤维项目。", "年产5万吨特种纤维", "Project", False),
        ("四、明澈水泥二线项目。日产4500吨熟料生产线，投资6亿元。", "日产4500吨熟料生产线", "Project", True),
        ("\n1.项目名称：日产4500吨熟料生产线\n", "日产4500吨熟料生产线", "Project", False),
        ("园区建设提速。日产4500吨熟料生产线投产。", "日产4500吨熟料生产线", "Project", False),
        ("远景投资44亿元。", "远景", "Enterprise", False),
        ("明澈玻璃主营光伏组件，产品畅销。", "明澈玻璃主营光伏组件", "Project", True),
        ("明澈玻璃专业生产基地开工。", "明澈玻璃专业生产基地", "Project", False),
    ],
)
def test_what_is_described(clean: str, surface: str, type_: str, expected: bool) -> None:
    at = clean.index(surface)
    assert described(clean, Mention(at, at + len(surface), type_, surface, "tagger", 0.9)) is expected
