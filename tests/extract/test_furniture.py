"""What only the furniture of a page names."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.furniture import of_the_page
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article

PAGE = """当前位置：首页>政务公开>青山县
来源：青山日报
青山县推进政务公开
8月2日，青山县推进政务公开，来源：无。
下一篇：白鹭乡玻璃厂开工
【延伸阅读】
青龙集团落户
编辑：无
"""


@pytest.mark.parametrize(
    ("kind", "name", "where", "refused"),
    [
        ("Program", "政务公开", "首页>", True),
        ("Region", "青山县", "公开>", True),
        ("Organization", "青山日报", "来源：", False),
        ("Program", "政务公开", "日，青山县推进", False),
        ("Project", "白鹭乡玻璃厂", "下一篇：", True),
        ("Region", "白鹭乡", "下一篇：", True),
        ("Enterprise", "青龙集团", "阅读】\n", True),
    ],
)
def test_names_of_the_page(kind: str, name: str, where: str, refused: bool) -> None:
    text = analyse(Article("a.txt", PAGE, {"title": "青山县推进政务公开"}), load_lexicon())
    start = text.clean.index(where) + len(where)
    assert text.clean.startswith(name, start)
    one = Evidence(
        np.array([start]),
        np.array([start + len(name)]),
        np.array([TYPES.index(kind)]),
        np.zeros((1, len(LAYERS))),
        np.zeros((1, 2)),
        (None,),
    )
    assert of_the_page(text, one).tolist() == [refused]
