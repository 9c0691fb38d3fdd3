"""Pages whose text runs down in columns from right to left are read in that order."""

from __future__ import annotations

import difflib
import re

import pytest

from kg.loaders import load
from kg.loaders.pdf_lines import Glyph
from kg.loaders.pdf_vertical import split_vertical
from kg.types import Article
from tests.loaders.producers import page, to_pdf

LINES = [
    "甲县举行重点项目集中签约仪式",
    "本报讯（记者某某）8月2日，甲县举行重点项目集中签约仪式，现场签约项目12个，总投资30.5亿元，涉及新材料、装备制造等产业。",
    "县长在致辞中介绍了园区规划和招商政策。“项目为王”的理念深入人心，今年以来全县新开工项目56个，完成投资98.2亿元，增长12.5%。",
    "企业代表表示，将加快项目建设，力争年内投产；项目达产后，预计年产值20亿元，可提供就业岗位800个。",
    "签约仪式前，与会人员考察了《县域规划》展览馆、标准厂房和污水处理厂。",
] + [
    f"第{n}个项目位于云里镇工业集中区，占地120亩，由白石新材料公司投资建设，计划明年六月建成。"
    for n in "一二三四五六七八九"
]
CSS = {
    "body": ".b{writing-mode:vertical-rl;height:22cm}",
    "bands": ".b{writing-mode:vertical-rl;height:22cm;column-count:2;column-gap:1cm}",
    "whole page": "html{writing-mode:vertical-rl}p{margin:0}",
}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    folder = tmp_path_factory.mktemp("vertical")
    sources = []
    for n, css in enumerate(CSS.values()):
        sources.append(folder / f"{n}.html")
        sources[-1].write_text(page(LINES, css), "utf-8")
    return {name: load(made)[0] for name, made in zip(CSS, to_pdf(sources), strict=True)}


@pytest.mark.parametrize("name", CSS)
def test_columns_from_right_to_left(name: str, articles: dict[str, Article]) -> None:
    found = re.sub(r"\s", "", articles[name].text)
    wanted = "".join(LINES)
    assert difflib.SequenceMatcher(None, found, wanted, autojunk=False).ratio() > 0.99
    if name != "whole page":
        assert articles[name].text.split("\n\n") == LINES


def test_a_stacked_heading_of_a_table_is_no_vertical_page() -> None:
    across = [
        Glyph(c, 10.0 * i, 100.0 - 20 * j, 10.0 * i + 10, 110.0 - 20 * j, 10.0, False)
        for j in range(5)
        for i, c in enumerate("一行二十个字的正文一行二十个字的正文是也")
    ]
    down = [Glyph(c, 300.0, 700.0 - 10 * i, 310.0, 710.0 - 10 * i, 10.0, False) for i, c in enumerate("建设单位")]
    level, upright = split_vertical([*across, *down], 842.0)
    assert (len(level), upright) == (104, [])
