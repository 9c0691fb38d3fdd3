"""When a text says that it was published: a line about itself below the title, a last line that signs it.

Example: 来源：某日报 发布时间：2025-03-12; 2023-02-06 某某日报; （2022-07-06 某某日报）. No example: 时间：2025年5月1日
above a line with 地点：…, when something is held.
"""

from __future__ import annotations

import datetime
import re

DELIVERED = re.compile(
    r"(?<!(?:打印|下载|访问|浏览|更新|发布)(?:时间|日期)：)(?<!今天是)((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日(?=在|，在|[^。]{0,12}[^。]{0,40}(?:代表大会|会议|全会|大会))|(?=在[^。，\n]{4,30}(?:代表大会|全会|会议上)))"
)
_BYLINE_DATE = re.compile(  # 发布时间：2025-03-12, [2025年3月12日]
    r"(?:(?<![\u4e00-\u9fff])(?P<bare>时间|日期)|(?P<said>(?:发布|发表|发文|发稿|成文|更新|刊发|见报|录入|上传|公开|公布|印发|生成)(?:时间|日期)))?"
    r"\s{0,8}[：:]?\s{0,8}(?<![\d.])((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)"
)
_BYLINE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=文章|信息|新闻|稿件|内容|责任|文字|本文|图片))(?:来源|稿源|出处|作者|记者|通讯员|编辑|责编|编审|审核|校对|浏览(?:量|次数)?|阅读(?:量|次数)?|点击(?:量|率|次数|数)?|字号|字体|发布(?:人|单位|机构|者)|供稿|摄影)"
    r"\s{0,4}[：:]"
)
# （2022-07-06 某某日报）, 某市融媒体中心 2022年7月6日: a last line with no more than date and source
_SIGNED = re.compile(
    r"[（(\[【]?(?:[^，。；：\d]{2,16}(?:报|网|社|台|发布|新闻|宣传部|融媒体?(?:中心)?|客户端|公众号|在线|政府办|统计局|管委会))?\s{0,4}"
    r"(?P<date>((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?)\s{0,4}[^，。；：\d]{0,20}[）)\]】]?"
)
# 2023-02-06 某某日报, 某某网 2023年2月6日 10:22, 某某网 2023-02-06 记者 某某: a line below the title
_SOURCE = (
    r"[^，。；：\d\s]{2,20}(?:报|网|社|台|发布|新闻|客户端|融媒体?(?:中心)?"
    r"|局|厅|[党工]委|委员会|管委会|人民政府|办公室|指挥部|领导小组)"
)
_DATED = re.compile(
    rf"(?:{_SOURCE}\s{{1,4}}(?=\d))?((?:19|20)\d\d)[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})日?(?:\s{{0,4}}\d{{1,2}}[:：]\d\d)?(?P<from>\s{{0,4}}{_SOURCE})?"
    r"(?:\s{0,4}第?\s?[A-Za-z]{0,2}[\d一二三四五六七八九十]{1,3}版)?"
    r"(?P<by>\s{0,4}(?:本报|本网|全媒体|融媒体|见习)?(?:记者|通讯员|作者)[^，。；：:\d]{1,24})?"
)
# 甲发布 2022-01-12 08:30 发表于湖南, 2023-10-19 17:42 湖北: of publishing; not 会议时间：2023-10-19 14:30
_MINUTE = re.compile(
    r"(?<!\d)(?<!时间[：:])(?<!日期[：:])((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s{0,4}\d{1,2}[:：]\d\d(?::\d\d)?(?!\s?[-—~至])"
)
# 松泉县人民政府⏎2023年5月16日 above an annex, 松泉县人民政府办公室 2023年5月16日印发
_SIGNER = re.compile(
    r"[^，。；：\d\s]{2,24}(?:局|厅|委|委员会|管委会|人民政府|公署|行署|办公[室厅]|指挥部|领导小组|办事处)"
)
_ISSUED = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日印发$")
# （原载《松泉日报》2024年10月22日第5版）
_FIRST_IN = re.compile(
    r"(?:原载|刊载于|载于|刊于)[《“]?[^，。；：\d]{2,16}(?:报|刊|网|杂志)》?[，\s（]{0,3}((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
)
# 2008年3月12日| 星期三 农历戊申年二月初五 第6321期
_DAY_OF_WEEK = re.compile(r"\s{0,8}(?:星期|周)[一二三四五六日天](?:\s.{0,32})?$")
_PLACE_OF_EVENT = re.compile(r"\s*(?:活动|会议|举办)?地点\s*[：:]")
_BYLINE_LENGTH = 160  # characters that such a line has at most
_HEAD_LINES, _FOOT_LINES = 4, 2  # lines of a text, at its start and its end, that may be no more than its date
_MINUTE_LENGTH = 60  # characters of a line with the minute at most
_SIGNATURE = 48  # characters of a line that signs a text
_BYLINES = 12  # lines of a text, at its start and at its end, that may say when it was published


def iso_date(given: re.Match[str], first: int = 1) -> str | None:
    """The date of three numbers of a match, from the group `first` on; None where there is no such day."""
    try:
        return datetime.date(*(int(given[first + n]) for n in range(3))).isoformat()
    except ValueError:
        return None


def said_date(raw: str) -> str | None:
    """The date of a line about the text itself: 来源：某日报  作者：某某  发布时间：2025-03-12, or 日期：2025年3月12日.

    The raw text is read, since the clean one has no blanks between the parts of such a line.
    """
    lines = [line for line in (*raw[:2000].splitlines(), *raw[2000:][-600:].splitlines()) if line.strip()]
    said = _byline_date(lines) or _signed_date(lines) or _dated_below(lines) or _minute(lines)
    return said or _issued(lines)


def _issued(lines: list[str]) -> str | None:
    """The date below who issues a notice, wherever an annex follows, or of the paper that has printed a text first."""
    for i, line in enumerate(lines):
        own = line.strip()
        below = i > 0 and _SIGNER.fullmatch(lines[i - 1].strip()) is not None
        alone = _BYLINE_DATE.fullmatch(own) if below else None
        found = alone or _ISSUED.search(own) or _FIRST_IN.search(own)
        if found is not None and (date := iso_date(found, 3 if found is alone else 1)) is not None:
            return date
    return None


def _signed_date(lines: list[str]) -> str | None:
    """The date with which a last line signs a text: （2022-07-06 某某日报）."""
    for line in lines[2:][-_FOOT_LINES:]:
        m = _SIGNED.fullmatch(line.strip()) if len(line) <= _SIGNATURE else None
        if m is not None and not DELIVERED.search(line) and (date := iso_date(m, 2)) is not None:
            return date
    return None


def _dated_below(lines: list[str]) -> str | None:
    """The date of a line below the title that names no more than date and source: 2023-02-06 某某日报."""
    for line in lines[1:_HEAD_LINES]:
        m = _DATED.fullmatch(line.strip()) if len(line) <= _SIGNATURE else None
        if m is not None and (m["from"] or m["by"] or not line.strip()[0].isdigit()):
            return iso_date(m)
    return None


def _minute(lines: list[str]) -> str | None:
    """The date of a line at the start that tells the minute too: 甲发布 2022-01-12 08:30 发表于湖南."""
    for line in lines[:_BYLINES]:
        short = len(line) <= _MINUTE_LENGTH and not re.search("[，。；]", line)
        m = _MINUTE.search(line.strip()) if short else None
        if m is not None and (date := iso_date(m)) is not None:
            return date
    return None


def _byline_date(lines: list[str]) -> str | None:
    """The date of a line that says where a text comes from or when it was published."""
    for i, line in enumerate(lines):
        if _BYLINES <= i < len(lines) - _BYLINES or len(line) > _BYLINE_LENGTH or "。" in line:
            continue
        about = _BYLINE.search(line) is not None
        bare = _DAY_OF_WEEK.sub("", line.strip())
        alone = (i < _HEAD_LINES or i >= len(lines) - _FOOT_LINES) and _BYLINE_DATE.fullmatch(bare) is not None
        found = [m for m in _BYLINE_DATE.finditer(line) if about or alone or m["said"] or m["bare"]]
        for m in sorted(found, key=lambda m: m["said"] is None):
            whole = m.start() == len(line) - len(line.lstrip())
            if not about and not (m["said"] or whole):
                continue
            if m["bare"] and not about and i + 1 < len(lines) and _PLACE_OF_EVENT.match(lines[i + 1]):
                continue  # 时间：2025年5月1日, 地点：…: when something is held
            if (date := iso_date(m, 3)) is not None:
                return date
    return None


def without_dates(clean: str) -> str:
    """A text without the lines that are no more than its date."""
    return "\n".join(line for line in clean.split("\n") if _BYLINE_DATE.fullmatch(line.strip(" （()）")) is None)
