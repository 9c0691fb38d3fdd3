"""The title of a text whose title takes several lines: broken in two, or with a line above it (引题) that leads to it.

Example: 敦山市2023年国民经济和社会发展 / 统计公报; 聚链成势 向新而行 / 甲县跑出加速度. No example: 甲县工作报告 / 张三,
甲县招商 / 一、概况, a title above the first of several headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PAPERS = (  # what ends the title of a paper, below which stands who wrote it
    "报告|公报|通知|意见|方案|规划|计划|办法|决定|决议|公告|通告|函|简报|快报|总结|讲话|致辞|汇报|情况|名单|一览表|目录|要点|清单"
    "|解读|说明|大事记|综述|纪要|提案|建议|批复|制度|条例|规定|章程|纲要|草案|年鉴|全文|摘要|节选"
)
_PAPER = re.compile(rf"(?:{_PAPERS})(?:[（(].{{1,16}}[）)])?[》”]?$")
# what may be the rest of a title that names its paper last: 统计公报, 计划草案的报告
_REST = re.compile(
    r"[^，。；：、\s]{0,30}(?:工作报告|统计公报|草案的报告|情况的(?:报告|汇报|通报)|(?:实施|行动|工作)方案|工作总结|规划纲要|(?:若干|实施|指导)意见)(?:[（(].{1,16}[）)])?"
)
_UNFINISHED = re.compile(r"[的与和及暨、对为向在把将以从让被是于到至，]$|第$|(?:全面|着力|加快|推动|推进)$")
_OPEN = {"“": "”", "《": "》", "（": "）", "「": "」"}
_HEADING = re.compile(
    r"第.{1,3}[章节部]|[一二三四五六七八九十]{1,3}[、.是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.、．]|[①-⑳]|——|[-—*#>|]|表\d|图\d|附件|附[：:]"
)
# who wrote a text
_WRITTEN = re.compile(
    r"[□■◎○●/]|本[报网台]讯|[（(]?(?:本报|本刊|本台|本网|特约|首席|见习|实习)?(?:全媒体|融媒体?)?(?:记者|通讯员|评论员|编辑)"
    r"|作者|文[/／]|图[/／]|摄影|来源|供稿"
)
# for whom it is, how it begins
_BEGINS = re.compile(
    r"各位|同志们|尊敬的|主席团|根据|按照|为了?|近日|日前|昨日|今日|今年|去年|目前|当前|随着|据|[（(]|\d{1,2}月\d"
    r"|(?:19|20)\d\d年\d{1,2}月|(?:19|20)\d\d[-./]"
)
_PERSON = re.compile(
    r"[\u4e00-\u9fff]{0,16}(?:长|记|任|员|席|者)\s*[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff·]{1,6}|[\u4e00-\u9fff]{1,2}\s{0,4}[\u4e00-\u9fff]{1,2}"
)
_BODY = re.compile(r"[\u4e00-\u9fff]{2,24}(?:局|办|委|委员会|政府|办公[室厅]|中心|部|院|处|组|公司|编)")
# 甲县, 甲高新区: what tells whose title it is; not 全市, 城市, 上市
_PLACE = re.compile(
    r"[\u4e00-\u9fff](?<![全我本该各跨城都上门超夜集股楼村乡])(?:县|市(?!场|民|值|容)|镇(?!村)|乡(?!村|镇|愁|贤)|旗(?!舰|帜)|州|自治区|开发区|高新区|经开区|新区|园区)"
)
_YEAR = re.compile(r"(?:19|20)\d\d年")
_DATE = re.compile(r"(?:19|20)\d\d[-./年]\d")
_STOPS = "。；：，、;:,"
_LONGEST, _SHORTEST = 34, 5  # characters of a line of a title
_ALL = 64  # of a title of several lines
_TEXT = 40  # characters of a line from which it is of the text


def title_of_lines(lines: Sequence[str]) -> str | None:
    """The title that the first lines of a text make together; None where the first is one by itself."""
    lines = [line.strip() for line in lines]
    if not 2 <= len(lines[0]) <= _LONGEST or lines[0][-1] in "。；：":
        return None
    title, at = lines[0], 1
    while at < min(len(lines) - 1, 4):
        sign = _joint(title, lines[at], lines[at + 1 :])
        if sign is None or len(title) + len(lines[at]) > _ALL:
            break
        title += sign + lines[at]
        at += 1
    return title if at > 1 else None


def _joint(title: str, line: str, after: Sequence[str]) -> str | None:
    """What joins a line to the title above it; None where it is none of it."""
    if not 2 <= len(line) <= _LONGEST or _HEADING.match(line) or _is_byline(line):
        return None
    paper = _PAPER.search(title) is not None
    if not paper and _REST.fullmatch(line) and not (_PLACE.search(title) and _PLACE.search(line)):
        whole = _PLACE.search(line) and not (_YEAR.search(title) and not _YEAR.search(line))
        return " " if whole else ""
    if _is_open(title) or (not paper and _UNFINISHED.search(title) and not re.search("[，。；：]", line)):
        return ""
    if (
        paper
        or line[-1] in _STOPS
        or _DATE.search(line)
        or len(line) < _SHORTEST
        or _PERSON.fullmatch(line)
        or _BODY.fullmatch(line)
    ):
        return None
    if "\t" in line or len(line.split()) > 3 or re.search("[，。；：|]", line) or not _opens_text(after[0], line):
        return None
    if _WRITTEN.match(after[0]) or after[0].startswith("——"):
        return " "  # a heading has the text below it
    if title[-1] in "！？!?":
        return " "
    led = _PLACE.search(title) is None and _PLACE.search(line) is not None
    return " " if led or not _has_headings(after) else None


def _is_byline(line: str) -> bool:
    """Whether a line tells who wrote the text or for whom, or begins it."""
    return _WRITTEN.match(line) is not None or _BEGINS.match(line) is not None


def _is_open(title: str) -> bool:
    """Whether a quotation or a bracket goes on in the next line."""
    return any(title.count(first) > title.count(last) for first, last in _OPEN.items())


def _opens_text(line: str, title: str) -> bool:
    """Whether the text begins with a line, or goes on with a line of the title; not where lines have a fixed width."""
    if abs(len(line) - len(title)) <= 2 and len(title) > _LONGEST // 2:
        return False
    return len(line) >= _TEXT or line[-1] in "。：" or _is_byline(line) or len(line) <= _LONGEST


def _has_headings(lines: Sequence[str]) -> bool:
    """Whether lines without a mark or a stop stand between paragraphs, as headings do."""
    told = False
    for line in lines:
        if told and 4 <= len(line) <= _LONGEST and line[-1] not in _STOPS + "”）" and not _is_byline(line):
            return re.search("[，。；：|]", line) is None and _HEADING.match(line) is None
        told = told or len(line) >= _TEXT
    return False
