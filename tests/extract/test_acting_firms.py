"""What only a firm does."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.acting_firms import acting_firms
from kg.extract.evidence import LAYERS, TYPES, Evidence


@pytest.mark.parametrize(
    ("clean", "name", "lifted"),
    [
        ("引进徽岭银行，五岭农合行投放贷款。", "五岭农合行", True),
        ("白鹭印刷一家就有员工千人。", "白鹭印刷", True),
        ("询问青禾羽绒的用工情况。", "青禾羽绒", True),
        ("青禾管业登陆港交所，", "青禾管业", True),
        ("青禾管业成功在科创板上市，", "青禾管业", True),
        ("青禾管业登陆考察。", "青禾管业", False),
        ("白鹭印刷投资环境改善。", "白鹭印刷", False),
        ("推广白鹭印刷技术。", "白鹭印刷", False),
        ("老白鹭印刷投资建厂。", "白鹭印刷", False),
    ],
)
def test_a_doubtful_name_that_acts_as_a_firm_is_one(clean: str, name: str, lifted: bool) -> None:
    start = clean.index(name)
    rules, seen = np.zeros((1, len(LAYERS))), np.array([[0.6, 0.0]])
    one = Evidence(
        np.array([start]), np.array([start + len(name)]), np.array([TYPES.index("Enterprise")]), rules, seen, (None,)
    )
    assert bool(acting_firms(clean, one, np.array([-0.3]))[0] > 0) is lifted
    assert acting_firms(clean, one, np.array([-1.3]))[0] == 0
