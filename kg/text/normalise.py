"""Clean text with a map back to the raw characters.

The canonical form that all rules rely on: half-width letters and digits, full-width Chinese punctuation, paired “ ”,
no blanks or line breaks inside Chinese, "\\n" between paragraphs only. Each clean character stems from exactly one
raw character; removed characters have no image. Figures in Chinese numerals become digits (kg.text.chinese_figures).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kg.ontology.traditional import in_simplified, is_traditional, simplified
from kg.scan import scan
from kg.text.chinese_figures import with_digits
from kg.text.page_breaks import NUL, without_pages
from kg.text.quote_marks import paired


class Clean(NamedTuple):
    """Canonical text; `offsets[i]` is the raw position of character i."""

    text: str
    offsets: Sequence[int]


class Width(NamedTuple):
    """How long a full line of a text is, 0 where each line is a paragraph, and how its lines are measured."""

    full: float
    size: Callable[[str], float]


# Variants that mean the same character. Only one-to-one pairs, so that offsets stay a plain selection of positions.
_PAIRS = {
    "．": ".", "｡": "。", "､": "、", "〜": "～", "•": "·", "‧": "·", "・": "·", "･": "·", "⋅": "·", "∙": "·",
    "●": "·", "―": "—", "─": "—", "━": "—", "–": "-", "‐": "-", "‑": "-", "−": "-", "﹣": "-", "﹪": "%",
    "「": "“", "」": "”", "『": "‘", "』": "’", "｢": "“", "｣": "”", "〝": "“", "〞": "”", "〟": "”", "„": "“",
    "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’", "‛": "‘", "‚": "‘",
    "﹙": "（", "﹚": "）", "﹐": "，", "﹑": "、", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！", "﹒": "。",
    "〔": "〔", "〕": "〕", "［": "[", "］": "]", "｛": "{", "｝": "}", "〈": "《", "〉": "》", "«": "《", "»": "》",
    "\u3000": " ", "\xa0": " ", "\u202f": " ", "\u205f": " ", "\t": " ", "\v": "\n", "\f": "\n", "\r": "\n",
    "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "(": "（", ")": "）", "\u20e3": ".",
}  # fmt: skip
# 📍, ✅, ☎, ⭐ and what varies their look; ★ and ☆ rate things
_PICTOGRAPHS = (
    *range(0x2600, 0x2605),
    *range(0x2607, 0x27C0),
    *range(0x2B05, 0x2C00),
    *range(0xFE00, 0xFE10),
    *range(0x1F000, 0x1FB00),
)
_LED = re.compile(rf"\n\s*[{''.join(map(chr, _PICTOGRAPHS))}]+$")
# Radicals of their own block, which no normal form takes for the characters that they look like
_RADICALS = (
    "⺁厂⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺗心⺛旡⺜日⺝月⺞歺⺟母⺠民⺧牛⺩王⺫目⺬示⺯糹⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨"
    "⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_KEEP_FULL = "（），：；？！"


@functools.cache
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEEP_FULL}
    for code in (*range(0x2F00, 0x2FD6), *range(0x2E80, 0x2EF4), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:  # radicals and compatibility forms that PDF fonts put in place of the character
            table[code] = plain
    table |= {ord(radical): plain for radical, plain in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)}
    table |= dict.fromkeys(range(8192, 8203), " ")
    invisible = (*range(0x00, 0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD)
    hidden = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xE000, 0xF900))
    table |= dict.fromkeys((*invisible, *hidden, *_PICTOGRAPHS), NUL)
    table |= {first + n: chr(0x2460 + n) for first in (0x2776, 0x2780, 0x278A) for n in range(10)}  # ❶ as ①
    table |= {ord(key): value for key, value in _PAIRS.items()}
    return table


_COMMA = re.compile(r",(?:(?<!\d,)|(?!\d{3}(?!\d)))")
# 1，234.5万元, 1 234.5万元: parted thousands; not 101，102路, 2019，2020年
_THOUSANDS = re.compile(
    r"(?<![\d.,，])[1-9]\d{0,2}(?:[，, ]\d{3}){1,4}(?=(?:\.\d{1,4})? ?[\u4e00-\u9fff])(?! ?(?:公[路交]|[路号线年月日]))"
)
_COLON = re.compile(r":(?!//)(?:(?<!\d:)|(?!\d))")
_LATIN_MARK = re.compile(r"(?<![A-Za-z0-9])[?!;]|[?!;](?![A-Za-z0-9])")
_DOT = re.compile(r"\.(?<=[\u4e00-\u9fff”）》%]\.)(?=[\u4e00-\u9fff“（《\n\d①-⑳]|$)")
# Blanks, and marks of notes that stand behind a word: “双代”工程[6].
_GAP = re.compile(r"(?:[ \n\0]|(?<=[^\s\0])[\[〔]\d{1,3}[\]〕](?![ ]*[\u4e00-\u9fff]{0,8}号))+")
_GAP_OPENS = re.compile(r"[ \n\0\[〔]")
_HEADING = re.compile(
    r"(?:第[一二三四五六七八九十百]+[章节部分]{1,2}|[一二三四五六七八九十]{1,3}[、.]|（\s*[一二三四五六七八九十]{1,3}\s*）"
    r"|\d{1,2}[.、](?!\d)|（\d{1,2}）|\[\d{1,3}\]|[①-⑳]"
    r"|(?:责任|牵头|建设|承办|主办|实施|申报|填报)单位[：:]|(?:责任人|联系人|联系电话|责任编辑|编辑|审核|来源|备注)[：:]"
    r"|(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?\s*(?:\n|\Z)|——|各位代表|附件|名词解释|注释|[一二三四五六七八九十]{1,2}是)"
)
# 磷化工：白鹭磷业 青山磷业, on a slide
_LISTED = re.compile(
    r"^(?!来源|作者|编辑|责编|记者|联系|地址|摄影|供稿|时间|日期|地点|主持|发布|标题)[\u4e00-\u9fff]{2,10}[：:]"
    r"[\u4e00-\u9fff（）]{4,24}(?: {1,4}[\u4e00-\u9fff（）]{4,24}){1,12}$",
    re.MULTILINE,
)
_BLANKS = re.compile(" +")
# 一 上半年工作, 三 下半年计划: chapters whose mark was left out
_BLANK_NUMERAL = re.compile(r"^([一二三四五六七八九十])[ ](?=[\u4e00-\u9fff][^ ，。；\n]{2,18}\s*$)", re.MULTILINE)
_DATE_ALONE = re.compile(r"\s*[（(]?(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?[）)]?\s*")
# 四、旅游 |东湖景区接待…: the heading of a section of a statistical communiqué and its text in one line
_FIELD = (
    "(?:综合|农业|林业|农林牧渔业|工业|能源|建筑业|服务业|固定资产投资|投资|房地产业?|国内贸易|贸易|消费|对外经济|对外贸易|外经|外贸|交通运输|交通|邮电业?"
    "|旅游业?|财政|税收|金融业?|证券|保险业?|科技|科学技术|教育|文化|卫生|体育|人口|就业|人民生活|民生|社会保障|社会福利|社会事业|城市建设|资源|环境|环境保护|生态|安全生产)"
)
_FIELDS = re.compile(rf"[一二三四五六七八九十]{{1,3}}、{_FIELD}(?:[、和与及]?{_FIELD}){{0,4}}")
# 承办：甲集团 |协办：乙协会: who did what, in one line
_ROLE = re.compile(
    "(?:主办|承办|协办|联办|指导|支持|供稿|摄影|来源|作者|编辑|责编|责任编辑|审核|监制|通讯员)(?:单位)?[：:]"
)
# 甲桥（续建） |建设单位：县交通局 |总投资2亿元: what a list of projects says of each, in one line
_SAID_OF_WORK = re.compile(
    r"(?:(?:建设|责任|牵头|实施|承建|承担|业主|申报|项目)(?:单位|主体|业主|地点|地址|性质|内容|规模|工期|进展|现状|负责人)"
    r"|责任人|联系人|(?:占地|用地|建筑)面积|[\u4e00-\u9fff]{0,4}投资)[：:]"
    r"|(?:总|计划总?|年度(?:计划)?|[今当]年计划|20\d\d年(?:计划)?|累计(?:完成)?|已?完成(?:年度)?)投资[约为]?\d"
)
_BEFORE_NUMBER = re.compile(
    r"(?:增长|下降|增加|减少|提高|达到?|完成|实现|突破|超过|分别为|总投资|投资|收入|[比较]上年|不低于|控制在)$"
)
_ENDS = "。！？；：…"
_CLOSERS = "”’）》】」』"
_LATIN = re.compile(r"[A-Za-z0-9]")
_MARKDOWN = re.compile(r"(?<!\*)\*\*(?!\*)|^ {0,3}#{1,6}(?= )", re.M)  # bold type, a heading
_ONE_SIGN = {"``": "“", "''": "”", "<<": "《", ">>": "》"}  # what is typed with two signs
_TWO_SIGNS = re.compile("|".join(_ONE_SIGN))
_SINGLE = 0.9  # share of characters between blanks from which blanks tell nothing: 政 府 工 作 报 告
_DOUBLE = 0.95  # share of line breaks with a blank line from which those are the way in which a text is set
_TIGHT = 0.06  # share by which full lines differ in the measure that they are broken by
_HALF = re.compile("[!-~ ]+")
_NARROWEST, _WIDEST = 16, 120  # characters of a line of a fixed width
_NARROWEST_COLUMN = 10  # characters of a line of a column of a paper
_FEWEST_FURTHER = 3  # lines that go on, and such that are indented
_CLAUSE = re.compile("[，。；]")
_CHINESE_BLANK = re.compile(r"[\u4e00-\u9fff，、] +(?=[\u4e00-\u9fff，、])")


def normalise(raw: str) -> Clean:
    """The clean form of a text and the raw position of each of its characters."""
    text = without_pages(raw).translate(_table())
    if "**" in text or "# " in text:
        text = _MARKDOWN.sub(lambda match: NUL * len(match[0]), text)
    text = in_simplified(text)
    if len({match[1] for match in _BLANK_NUMERAL.finditer(text)}) > 1:
        text = _BLANK_NUMERAL.sub(lambda match: f"{match[1]}、", text)
    text = _LISTED.sub(lambda match: _BLANKS.sub(lambda gap: "、" + NUL * (len(gap[0]) - 1), match[0]), text)
    text = _THOUSANDS.sub(lambda match: match[0].replace("，", ",").replace(" ", NUL), text)
    if "``" in text or "<<" in text:
        text = _TWO_SIGNS.sub(lambda match: _ONE_SIGN[match[0]] + NUL, text)
    pieces: list[str] = []
    offsets: array[int] = array("I")
    at = 0
    for start, end, sign in _gaps(text, raw):
        pieces.append(text[at:start])
        offsets.extend(range(at, start))
        if sign:
            # The blank or line break that stays is one of the run's own characters.
            pieces.append(sign)
            offsets.append(start)
        at = end
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return Clean(*with_digits(_punctuate("".join(pieces)), offsets))


def one_form(text: str, whole: str) -> str:
    """A part of a whole text with one form of each character and mark, none invisible; blanks and breaks stay."""
    plain = _punctuate(text.translate(_table()).replace(NUL, ""))
    return simplified(plain) if plain and is_traditional(whole) else plain


def _punctuate(text: str) -> str:
    """Full-width marks and paired quotes; changes no length."""
    text = _COMMA.sub("，", text)
    text = _COLON.sub("：", text)
    if "?" in text or "!" in text or ";" in text:
        text = _LATIN_MARK.sub(lambda match: {"?": "？", "!": "！", ";": "；"}[match[0]], text)
    text = _DOT.sub("。", text)
    return paired(text)


def _gaps(text: str, raw: str) -> Iterator[tuple[int, int, str]]:
    """Runs of blanks and line breaks with what stands for each: nothing, one blank or one line break.

    A line that a pictograph leads in the raw text (📌甲园二期) is a paragraph.
    """
    lines = [line for line in text.replace(NUL, "").split("\n") if line.strip()]
    size = _measure(lines)
    width = _line_width([size(line) for line in lines if len(line) > 1]) or _indented_width(lines, size)
    # Blanks between Chinese characters in the middle of clauses tell nothing where the text is full of them.
    noisy = _blanks_in_clauses(text[:20000]) > min(len(text), 20000) / 200
    apart = _is_apart(text)
    most = 2 if width and _is_double_spaced(text) else 1
    line_start = 0
    for match in scan(_GAP, _GAP_OPENS, text):
        start, end = match.span()
        run = match[0]
        if start == 0 or end == len(text):
            sign = ""
        elif "\n" in run:
            led = run[-1] == NUL and _LED.search(raw, start, end) is not None
            lines_apart = (run.count("\n") > most or led) and text[start - 1] not in "，、"
            sign = "\n" if lines_apart else _line_break(text, line_start, start, end, Width(width, size), noisy)
            line_start = end
        else:
            headed = _FIELDS.fullmatch(text, line_start, start) or _ROLE.match(text, end)
            sign = ("\n" if headed else _blank(text, start, end, noisy)) if " " in run and not apart else ""
        yield start, end, sign


def _blanks_in_clauses(text: str) -> int:
    """How many blanks stand between Chinese characters of lines that hold a clause: not 原创 松泉融媒 松泉发布."""
    return sum(sum(1 for _ in _CHINESE_BLANK.finditer(line)) for line in text.split("\n") if _CLAUSE.search(line))


def _is_double_spaced(text: str) -> bool:
    """Whether a blank line stands between any two lines, so that one ends no paragraph."""
    breaks = [match[0].count("\n") for match in re.finditer(r"\n[ \n\0]*", text[:20000])]
    return sum(1 for one in breaks if one > 1) >= _DOUBLE * len(breaks)


def _is_apart(text: str) -> bool:
    """Whether each character stands apart in a text: 政 府 工 作 报 告 2 0 2 2."""
    words = [word for word in text[:4000].split() if len(word) < 20]
    return len(words) > 40 and sum(1 for word in words if len(word) == 1) >= _SINGLE * len(words)


def _blank(text: str, start: int, end: int, noisy: bool) -> str:
    before, after = text[start - 1], text[end]
    if before not in f"{_ENDS}，、（“《—" and _SAID_OF_WORK.match(text, end):
        return "；"
    if before in _ENDS or before in _CLOSERS:
        if before in "。！？" and not noisy:
            return "\n"
        return "\n" if before in "。！？；：" and _HEADING.match(text, end) else ""
    return " " if _LATIN.match(before) and _LATIN.match(after) else ""


def _line_break(text: str, line_start: int, start: int, end: int, of_lines: Width, noisy: bool) -> str:
    before, after = text[start - 1], text[end]
    width = of_lines.full
    run = text[start:end]
    if after.isdigit() and _BEFORE_NUMBER.search(text, line_start, start):
        return ""  # 规模以上工业增加值增长⏎26.8%
    if after in "，。、；：！？）”》】":
        return ""
    if before in "，、（“《":
        return ""
    if before in _ENDS or (before in _CLOSERS and (not width or text[line_start:start].rstrip(_CLOSERS)[-1:] in _ENDS)):
        return "\n"
    if run.endswith(" ") or _HEADING.match(text, end):
        return "\n"
    line = text[line_start:start]
    if _DATE_ALONE.fullmatch(line):
        return "\n"
    if _HEADING.match(line) and "。" not in line and "；" not in line and "：" not in line[:-1]:
        return "\n" if not width or of_lines.size(line) < width * 0.85 else ""
    soft = of_lines.size(line) >= width * 0.85 if width else "。" in line or len(line) > (26 if noisy else 80)
    if not soft:
        return "\n"
    return " " if _LATIN.match(before) and _LATIN.match(after) and before.isalpha() and after.isalpha() else ""


def _measure(lines: Sequence[str]) -> Callable[[str], float]:
    """What tells best which lines of a text are full: their characters, or the room of those on a page."""
    return max((len, _room), key=lambda size: _near([size(line) for line in lines], _TIGHT))


def _room(line: str) -> float:
    """The room that a line takes, in Chinese characters: letters and digits take half of one."""
    return (len(line) + len(_HALF.sub("", line))) / 2


def _near(sizes: Sequence[float], share: float) -> int:
    """How many sizes are about as large as that which one in four exceeds."""
    usual = _usual(sizes)
    return sum(1 for size in sizes if abs(size - usual) <= usual * share)


def _usual(sizes: Sequence[float]) -> float:
    return sorted(sizes)[len(sizes) * 3 // 4] if sizes else 0


def _indented_width(lines: Sequence[str], size: Callable[[str], float]) -> float:
    """The width of a text whose paragraphs are indented and whose full lines go on without; 0 of others."""
    sizes = [size(line) for line in lines]
    further = [i for i in range(1, len(lines)) if lines[i][0] != " " and lines[i - 1][-1] not in _ENDS]
    widest = max((sizes[i - 1] for i in further), default=0)
    indented = sum(1 for line in lines if line[0] == " ")
    if len(further) < _FEWEST_FURTHER or indented < _FEWEST_FURTHER or not _NARROWEST <= widest <= _WIDEST:
        return 0
    full = sum(1 for i in further if sizes[i - 1] >= widest * 0.85)
    return widest if full >= 0.9 * len(further) and max(sizes) <= widest * 1.15 else 0


def _line_width(lengths: Sequence[float]) -> float:
    """The width of a text that is broken at a fixed column, 0 where each line is a paragraph."""
    if len(lengths) < 8:
        return 0
    widest = max(lengths)
    if widest > _WIDEST:
        return 0
    typical = _usual(lengths)
    return typical if _near(lengths, 0.12) >= len(lengths) * 0.4 and typical >= _NARROWEST_COLUMN else 0
