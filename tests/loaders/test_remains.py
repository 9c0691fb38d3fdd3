from __future__ import annotations

import time

import pytest

from kg.errors import InputError
from kg.loaders.file import File
from kg.loaders.plain import read
from kg.loaders.remains import without_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>甲县实施&ldquo;一号工程&rdquo;</p>", "\n甲县实施“一号工程”\n"),
        ("甲县投产<br/>乙县开工<BR>", "甲县投产\n乙县开工\n"),
        ('<span style="font-size:16pt">产值<b>90</b>亿元</span>', "产值90亿元"),
        ("&nbsp;&nbsp;甲县&amp;乙县&#160;&#x300a;规划&#12299;", "\xa0\xa0甲县&乙县\xa0《规划》"),
        ("&amp;nbsp;甲县&nbsp 乙县", "\xa0甲县\xa0 乙县"),
        ("甲县<!-- 广告 --><script>if(a<b){}</script>投产<style>p{}</style>", "甲县投产"),
        ("<tr><td>甲厂</td><td>9亿元</td></tr>", "\n甲厂\t9亿元\t\n"),
        ("<o:p></o:p>甲县<st1:chsdate Year='2020'>3月</st1:chsdate>", "甲县3月"),
        ("[甲县](https://x.example/a)![图](/a.png)投产", "甲县投产"),
        (r"1\. 甲项目（2018\-2020）\*", "1. 甲项目（2018-2020）*"),
    ],
)
def test_markup_that_stayed(text: str, plain: str) -> None:
    assert without_markup(text) == plain


@pytest.mark.parametrize(
    "text",
    ["5<6，7>2", "R&D投入", "<甲县规划>", "a?x=1&copy=2", "甲<br", "[甲](乙)", "附件[1]（一）", "&foo;", "C:\\甲"],
)
def test_what_is_no_markup(text: str) -> None:
    assert without_markup(text) == text


def test_a_text_of_markup_alone_is_named() -> None:
    with pytest.raises(InputError, match="no text besides its markup"):
        read(File("a.txt", b"&nbsp;&nbsp;\n<!-- x -->\n&#160;"))


@pytest.mark.parametrize("part", ["<p ", "<!--", "&nbsp", "![", "[甲](", "<script>", "\\", "  "])
def test_hostile_markup_takes_no_time(part: str) -> None:
    start = time.process_time()
    without_markup(part * 20_000 + "<&](\\")
    assert time.process_time() - start < 2
