"""Head words of names (水库, 工业园), and the words of lists: what the patterns of this package are made of."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from kg.ontology import load_lexicon

# the end of the name of a section of a road or railway: 高速白鹭段
SECTION = r"(?:高速|高铁|铁路|公路|国道|省道|快速路|大道|运河|[A-Z]\d{1,4}线?|(?<![一-龥])[一-龥]{1,3}线)[一-龥]{0,8}段"
ALSO = re.compile("(?<!诸)暨(?![南阳])")  # 展览会暨|博览会; not in 诸暨, 暨南大学
JOIN = re.compile(f"[、和与及]|{ALSO.pattern}")  # between the parts of a list
FAIR = re.compile("[会节展赛坛]$")
_SECTION = re.compile(SECTION + r"\Z")
# heads of which a name needs two characters before them, and those of several kinds of one
_SHORT_HEADS = (
    "(?<=..)[路街园院馆站厂道校桥楼场港闸矿]|(?:大道|(?<=..)[路街])[东西南北中]段?|公司|集团|小区|社区|项目|(?<=..)大学|[一二三四五六七八九十]中"
    "|(?<=.)[局厅]|政府|委员会|管委会|派出所|[支大总中]队|[附高初]中|附小|食堂|(?<=..)(?:[初高]中部|小学部|分[校院])|(?:[小中]学|学校|[校院]|幼儿园)[东南西北中新老本]区"
    "|[一二三四五六七八九十][小幼期]|病区|客专|(?<=..)(?:专用?线|联络线|复线|支线|连接线|接线|管线|引线|(?:铁路|增建)[一-龥]{0,2}[二三四]线)|至[一-龥]{1,6}段|堰|大沟|[支干]渠|[协学商]会|(?:联合|研究|促进|基金)会|联盟|研究[院所]|实验室|(?<=..)(?:引水|调水|下穿|棚改|[东南西北]延|[路水气热电]网)"
)


def either(words: Iterable[str]) -> str:
    """Words as the alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


@functools.cache
def list_words(*kinds: str) -> str:
    """The words of some kinds of the word list `list_words` as the alternatives of a pattern."""
    return either({r["name"] for r in load_lexicon().rows("list_words") if r["kind"] in kinds})


@functools.cache
def zone_heads() -> str:
    """The head words of zones as the alternatives of a pattern."""
    return either(load_lexicon().words("zone_heads"))


def zone_words(kind: str) -> tuple[str, ...]:
    """The words of a kind of the word list of that name: resort, industrial, bare."""
    return tuple(row["name"] for row in load_lexicon().rows("zone_words") if row["kind"] == kind)


def is_section(name: str) -> bool:
    """Whether a part is a section of a road or railway, which takes no head word: 青江高速白鹭段."""
    return _SECTION.search(name) is not None


def whole(name: str) -> bool:
    """Whether a part has a head word of its own, or says what is done: 甲路, 乙水库, 丙小区, 丁河清淤."""
    return _own_heads().search(name) is not None


def is_single(name: str) -> bool:
    """Whether a name ends with the word for one thing that is built or laid out: 甲大厦, 乙片区."""
    return _single().search(name) is not None


def is_head(name: str) -> bool:
    """Whether a whole name is a head word: 温泉小镇, of which 温泉 is no name."""
    return _own_heads().fullmatch(name) is not None


@functools.cache
def _single() -> re.Pattern[str]:
    return re.compile(rf"(?:{list_words('single')})\Z")


@functools.cache
def _own_heads() -> re.Pattern[str]:
    rows = load_lexicon().rows("project_heads")
    words = {r["name"] for r in rows if len(r["name"]) > 1} | set(load_lexicon().words("zone_heads"))
    return re.compile(rf"(?:{_SHORT_HEADS}|{either(words)}|(?<=..)(?:{list_words('done', 'rebuilt')}))\Z")
