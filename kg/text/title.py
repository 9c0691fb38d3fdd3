"""The title of a text: what its file or its first line says, without what is none of it.

Example: 《甲县工作报告》, 甲 县 工 作 报 告, 甲县工作报告（全文） are all 甲县工作报告. No example:
各位代表：, a paragraph.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from kg.text.normalise import one_form
from kg.types import Article

_SALUTATION = re.compile(r"(?:各位代表|各位委员|同志们|各位同志|主席团|现在，)")
_TAIL = re.compile(r"(?:[—_|-]{1,2}|（)(?:全文|摘要|全文公布|节选|附全文)）?$|（?全文）?$")
_PARAGRAPH = re.compile(r"[^，。]{0,40}，.{8,}[。；]")  # the text begins at once
_ASKED = re.compile(r"(?:Q|A|问|答|记者)[：:]")
_PUT_BEFORE = re.compile(r"(?:#[^#]{1,20}#){0,3}【([^【】]{6,40})】(?=.{60})")  # 【甲县十个项目开工】8月2日，…
_NAMED_BELOW = re.compile(r"（原标题：([^（）\n]{4,60})）")
_FOOT = 300  # characters at the end that may tell the title: （原标题：…）
# 对第9号建议的答复 文号：松经函〔2023〕9号: fields of the head of what an authority makes public
_FIELD = re.compile(r"(?<=.{6})\s*(?:文号|索引号|发布机构|发文机关|成文日期|发布日期|主题词|主题分类|有效性)[：:].*")
_PAGE = re.compile(r"^[—-]\s*\d{1,3}\s*[—-]\s*(?=\S)")  # — 1 — above the first line
_IN_A_BOOK = re.compile(r"^《([^《》]{4,60})》$")
_SINGLE = re.compile(r"(?<!\S)([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")  # 甲 乙 县政府工作报告
# 一、全年工作完成情况, 1.项目名称：…: a text without a title begins with its first chapter or its first field
_CHAPTER = re.compile(r"(?:[一二]、|（一）|第[一1][章部]|(?:[1一][、.]|（[1一]）)?\s*项目名称：)")
_TELLING = re.compile(r"(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){4}")  # a name of a file in words
_FIGURE = re.compile(r"(\d) (?=[年月日个家亿万项大条%])")  # 2019 年甲县工作报告
_SPACED = re.compile(r"(?:\S{1,2} ){3,}\S{1,2}")  # 政 府 工 作 报 告


def title_of(article: Article, clean: str) -> str:
    """The title of an article; the name of its file where neither hints nor its words tell one."""
    title = one_form(article.hints.get("title", ""), article.text) or clean.split("\n", 1)[0]
    title = _PAGE.sub("", title)
    if title.startswith("证券代码") and "\n" in clean:  # above the title of what a listed company announces
        title = clean.split("\n", 2)[1]
    title = _FIELD.sub("", re.sub(r"\s+", " ", title)).strip()
    if _SPACED.fullmatch(title):
        title = title.replace(" ", "")
    if not title or _SALUTATION.match(title) or len(title) > 120 or _PARAGRAPH.fullmatch(title) or _ASKED.match(title):
        if (put := _PUT_BEFORE.match(title)) is not None:
            return put[1]
        below = _NAMED_BELOW.search(clean, max(0, len(clean) - _FOOT))
        return below[1] if below is not None else PurePath(article.source).stem
    named = PurePath(article.source).stem
    if _TELLING.match(named) and (_CHAPTER.match(title) or (len(title) < len(named) and title in named)):
        title = named  # 甲县2018年政府工作报告.txt, whose first line is 政府工作报告
    title = _SINGLE.sub(r"\1", title)
    title = _IN_A_BOOK.sub(r"\1", _FIGURE.sub(r"\1", title))
    shorter = _TAIL.sub("", title).rstrip("—-_ ")
    return shorter or title
