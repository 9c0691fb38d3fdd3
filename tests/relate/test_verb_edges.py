"""Verbs that only seem to stand in a text, because two other words touch."""

from __future__ import annotations

import re

import pytest

from kg.relate.verb_edges import crosses_words


@pytest.mark.parametrize(
    ("clean", "verb", "crosses"),
    [
        ("堤防修复工程", "复工", True),
        ("厂区已复工", "复工", False),
        ("推动工业升级", "动工", True),
        ("大桥动工建设", "动工", False),
        ("全市直通车", "通车", True),
        ("大桥全线通车", "通车", False),
        ("项目顺利落地", "落地", False),
        ("封装测试生产线", "试生产", True),
        ("工厂开始试生产", "试生产", False),
    ],
)
def test_a_verb_is_no_end_and_beginning_of_two_words(clean: str, verb: str, crosses: bool) -> None:
    found = re.search(verb, clean)
    assert found is not None
    assert crosses_words(clean, found) is crosses
