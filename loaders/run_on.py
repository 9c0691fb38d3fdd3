"""A title, what a page tells of its text and the text itself, run together on one line, are parted by a line break.

Example: 甲县八个项目签约 2022-05-21 09:31 来源：甲县日报 近日，甲县举行…; 甲县政府工作报告各位代表：…. No example: 甲县
2022年工作报告; a paragraph that names a date.
"""

from __future__ import annotations

import re

from kg.ontology import load_lexicon
from kg.ontology.furniture import furniture

_WORD = re.compile(r"[^ \t\u3000\u00a0]+")
_WHEN = re.compile(
    r"[（(\[【]?(?:[\u4e00-\u9fff]{2,6}[：:])?(?:(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|(?:星期|周)[一二三四五六日天])[）)\]】]?"
)
_SIZE = re.compile(r"[\[【（(]?(?:大|中|小|打印|关闭|收藏|分享|特大|默认|超大|[A-Za-z0-9+,]{1,6})[\]】）)]?")
# 来源：甲县日报, 【字体：大, 浏览次数：12
_LABEL = re.compile(r"[\[【（(]?[\u4e00-\u9fff]{2,6}[：:][^，。；]{0,16}")
_SIGNS = "【[（(■●◆>#▲☆★"
_TITLE = re.compile(r"[^。；]{6,50}")
# a title and the text that follows at once: …工作报告各位代表：, …工作报告——2019年1月8日在
_REPORT = re.compile(
    r"(?P<title>[^。，；：\n]{0,40}?(?:工作报告|草案的报告)(?:（[^（）\n]{1,8}）)?)[ \u3000\u00a0]*"
    r"(?=——|各位代表|[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日在)"
)
# …签约本报讯（记者 张三）近日
_NEWS = re.compile(r"(?P<title>[^。，；：\n（]{6,40}?)(?=本报讯|本网讯|[（(](?:本报)?(?:记者|通讯员)|□)")
_DAY = re.compile(r"\d月\d")
# 本报讯（记者, 某网8月17日电: how a text begins
_OPENS = re.compile(
    r"本[报网台]讯|[^，。]{0,12}\d月\d{1,2}日|.{0,12}[（(](?:[\u4e00-\u9fff]{0,4}记者|通讯员)|.{2,12}讯(?:[（(]|$)|[\u4e00-\u9fff]{0,12}(?:记者|通讯员)$|原标题："
)
_NO_TITLE = re.compile("[，（(]|本报讯|[：、]$")
_LAST = re.compile(r"(?:(?<=[。！”）])|[ \t\u3000\u00a0])(?=(?:19|20)\d\d-\d{1,2}-\d{1,2}\s*\Z)")
_WORDS = 5  # that a title has at most
_TEXT = 40  # characters of a text at least
_HEAD = 400  # characters in which what stands before the text ends


def parted(text: str) -> str:
    """A text whose title has a line of its own, and so what a page tells of the text behind it."""
    start = len(text) - len(text.lstrip())
    end = next((at for sign in "\r\n" if (at := text.find(sign, start)) >= 0), len(text))
    line = text[start:end]
    if len(line) < _TEXT // 2:
        return text
    line = _with_breaks(line, len(line) < len(text) - start - _TEXT)
    return _LAST.sub("\n", text[:start] + line + text[end:]) if "\n" in line else text


def _with_breaks(line: str, more: bool) -> str:
    """A line with the breaks that it lacks; `more` tells whether the text may stand in the lines below."""
    first = _REPORT.match(line)
    breaks = [] if first else _breaks(line[:_HEAD], more)
    first = first or (None if breaks else _NEWS.match(line))
    if first and (more or len(line) > first.end() + _TEXT) and not _DAY.search(first["title"]):
        breaks = [first.end()]
    for at in reversed(breaks):
        line = f"{line[:at].rstrip()}\n{line[at:]}"
    return line


def _breaks(line: str, more: bool) -> list[int]:
    """Where what follows a title begins, and where the text."""
    words = list(_WORD.finditer(line))
    about = next((n for n, word in enumerate(words) if n and _is_about(word[0])), len(words))
    if about < len(words) and _TITLE.fullmatch(line[: words[about].start()].strip()):
        body = next((n for n in range(about, len(words)) if not _is_about(words[n][0])), len(words))
        starts = [words[n].start() for n in (about, body) if n < len(words)]
        return starts if more or (body < len(words) and len(line) - starts[-1] >= _TEXT) else []
    for word in words[1:_WORDS]:
        if len(word[0]) >= _TEXT or "，" in word[0] or _OPENS.match(word[0]):
            head = line[: word.start()].strip()
            plain = _TITLE.fullmatch(head) is not None and not _NO_TITLE.search(head)
            return [word.start()] if plain and "。" in line[word.start() :] else []
    return []


def _is_about(word: str) -> bool:
    """Whether a word is of what a page tells of its text: 2022-05-21, 来源：甲县日报, 【字体：大, 中."""
    if _WHEN.fullmatch(word) or _SIZE.fullmatch(word):
        return True
    bare = word.lstrip(_SIGNS).replace(":", "：")
    return _LABEL.fullmatch(word) is not None and bare.startswith(furniture(load_lexicon(), "line"))
