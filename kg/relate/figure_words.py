"""The words that stand before a figure in its clause, without those that only lead up to it."""

from __future__ import annotations

import re

from kg.relate.figure_line import Line
from kg.relate.figures import Figure

BREAK = re.compile(r"[，；：。！？（）()\n]")
LONGEST_CLAUSE = 240  # characters of a clause before a figure, of which all rules are asked
_BRACKETS = re.compile(r"（[^（）]*）")
_COMPARED = re.compile(r"(?:实现|均|都|力争|确保|基本|[，、])+$")
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)[^，；]{0,12}的(?:约|近|超过?)?$")
_DOUBLED = re.compile(  # 成交额翻一番、达到21亿元
    r"(?<=.{2})(?:连续|接连|先后|再|连)*(?:跨|越|上|登|突破|迈|跃)[^，、；\d]{1,12}?(?:台阶|大关|关口)、(?=(?:总量)?(?:达到?|增至|为)?$)"
    r"|(?<=.{2})(?:实现|超过|接近|较上年|比上年)*(?:翻了?(?:[一两]番|番)|翻倍|倍增|成倍增长)[、，]?(?=(?:达到?|增至|增加到|突破|超过?|为)?$)"
    r"|(?:^|(?<=.{2}))(?:均|都)?(?:实现)?(?:由(?:负转正|降转升|跌转涨)|止跌回升|企稳回升|稳步增长|快速增长|较快增长|稳中有升)、(?=.{0,8}$)"
)
# 货物吞吐量连续9年居全国第一、集装箱吞吐量达2860万标箱; 突破60亿元大关、达62.3亿元
_RANKED = re.compile(
    r"(?:大关|台阶|关口)、|[^，、]{2,40}?(?:第[一二三四五六七八九十]位?|第\d{1,3}位|首位|前列|榜首|[前头][一二三四五六七八九十]位?)、(?=[^，、]{3,})"
)
# 甲公司、乙集团等|500强企业增至46家: some of those that are counted
_EXAMPLES = re.compile(
    r"[^，]{2,60}?等(?=[^，、等]{2,16}(?:企业|机构|总部|院校)(?:总?数)?(?:已|累计)*(?:增至|达到?|增加到|发展到|突破)$)"
)
_WITHIN = re.compile(
    r"(?:力争|确保|争取|努力)?(?:再?用|通过|经过|力争|争取|确保)(?P<from>[1-9]|[一二两三四五六七八九十])(?:[-—~～至到、]?(?P<to>[1-9]|[一二三四五六七八九十]))?年"
    r"(?:左右)?的?(?:时间|努力|奋斗|内)*[，]?(?!来|前)"
)
_YEAR_OF = re.compile(r"(?<=[到至为])(?:(?:19|20)\d\d年|今年|本年|目前|当前|现在|“十[一二三四五]?五”)[底末度]?的?$")
_YEAR_ENDS = ("的", "年", "底", "末", "度", "前", "在", "”")
_SIGNED = re.compile(r"[+＋↑↓▲▼]$")
_STATES = ("为", "是", "到", "达", "率", "长", "增速", "增幅")
_MARK = re.compile(r"\[\d{1,3}\]")
_AFTER_COUNTED = re.compile(r"([^、和及与\d]{1,10})、(?=[^、]{2,})")
_OF_THEM = re.compile(r"总?规模|总?资金|总额")


def words_before(line: Line, figure: Figure, floor: int) -> tuple[str, int]:
    """What stands before a figure in its clause, without what only leads up to it, and where that begins.

    Args:
        floor: the end of the figure before, or the start of the sentence.
    """
    floor = max(floor, figure.start - LONGEST_CLAUSE)
    words = _BRACKETS.sub(lambda m: "\u3000" * len(m[0]), line.clean[floor : figure.start])
    clause = floor
    for m in BREAK.finditer(words):
        clause = floor + m.end()
    words = words[clause - floor :].replace("\u3000", "")
    if "[" in words:
        words = _MARK.sub("", words)
    if clause == floor > line.sentence.start and (counted := _AFTER_COUNTED.match(words)):
        clause += counted.end()  # 组建5支基金、总规模达13亿元
        words = (counted[1] if _OF_THEM.match(words, counted.end()) else "") + words[counted.end() :]
    if aside := _RANKED.match(words) or _EXAMPLES.match(words):
        clause += aside.end()
        words = words[aside.end() :]
    if "年" in words and (within := _WITHIN.search(words)):
        words = words[: within.start()] + words[within.end() :]  # 力争用3年时间突破1000亿元
    if words.endswith(_YEAR_ENDS):
        words = _YEAR_OF.sub("", words)
    return words, clause


def as_growth(clean: str, figure: Figure, words: str) -> str:
    """The words before 翻一番, +3.3% and 是上年的2.2倍 as those of a figure of growth."""
    signed = _SIGNED.search(words) is not None or (figure.value < 0 and not words.endswith(_STATES))
    if signed and figure.kind in ("percent", "points"):
        words = _SIGNED.sub("", words) + "增长"  # 社会消费品零售总额同比+3.3%, 工业投资-4%
    if clean[figure.start] == "翻":
        words = _COMPARED.sub("", words) + "增长"  # 社会消费品零售总额翻一番
    if figure.unit == "倍" and (ratio := _TIMES_OF.search(words)):
        words = words[: ratio.start()] + "增长"
    return words


def without_doubling(words: str) -> str:
    """The words without how it went before the level was reached: 成交额翻一番、达到21亿元."""
    return _DOUBLED.sub("", words) if "番" in words or "、" in words or "倍" in words else words


def clauses_before(clean: str, floor: int, clause: int) -> list[str]:
    """The clauses between the figure before, which ends at `floor`, and the clause of a figure."""
    words = _BRACKETS.sub("", clean[max(floor, clause - LONGEST_CLAUSE) : clause])
    return [c for c in BREAK.split(words) if c]


def years_allowed(clean: str, start: int, end: int) -> int:
    """How many years 用3—4年时间 gives at most in clean[start:end]; 0 where nothing of the kind stands there."""
    within = _WITHIN.search(clean, start, end) if clean.find("年", start, end) >= 0 else None
    if within is None:
        return 0
    said = within["to"] or within["from"]
    return int(said) if said.isdigit() else "一二三四五六七八九十".find(said) + 1 or 2
