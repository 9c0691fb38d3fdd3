"""Programmes whose name begins before the quotation or the known name: 农村“三变”改革, 招商引资“百日攻坚”行动.

A field of policy right before the quote mark belongs to the name; so does one before a campaign of the word lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.forms import occurrences
from kg.extract.phrase_begins import Tokens
from kg.extract.phrases import mention, unquote
from kg.extract.program_shapes import ENDS
from kg.extract.quoted import groups, head_behind
from kg.numerals import count
from kg.ontology.lexicon import Lexicon
from kg.types import Mention, Text

_FIELD = 10  # characters of the longest field before a name
_NO_FIELD = re.compile(
    r"^(?:各项|一批|系列|全面|本次|重点|年度|名为|所谓|叫做|以及|当地|全国|国家|全省|省级|首批|首届|全市|全县|全区|市级|县级|第|新建|开工|[①-⑳\d])"
    r"|(?:(?<!城)市|县|(?<!园|社|景|库|牧|山|片)(?<!开发)区|省|州|(?<!城|乡)镇|(?<!城)乡|(?<!农)村|[委届叫称]|做法|经验|称号|品牌|精神|理念|战略|模式|口号|办法|全国|国家|中央|国务院)$"
)
_WORK = re.compile(
    r"(?:改革|整治|行动|攻坚战?|工程|计划|清零|普查|创建|清理|整改|三年|会战|攻势|战役|活动|培育|审批|监管)$"
)
_POLICY = re.compile("(?<![0-9])[0-9]{1,3}条(?:措施)?$")  # 稳经济“37条”
_CARRIED = re.compile(
    r"(?:开展|实施|启动|推进|推行|落实|深化|抓好|打好|打赢|完成|推动|巩固|做好|推广|深入|全面|扎实|完善|健全|建立)(?:了|好)?$"
)
_NAMING = frozenset("nabjli")  # parts of speech of a field's words; places and persons are no fields
_DEEDS = frozenset(  # what is done in a field
    (
        *("建设", "发展", "整治", "治理", "培育", "监管", "审批", "执法", "帮扶", "扶贫", "招商", "转型", "防治"),
        *("改造", "保护", "就业", "服务", "管理", "生产", "提质", "提升", "振兴", "增收", "降耗", "节能", "防控"),
        *("搬迁", "安置", "打击", "巩固", "创新", "信访", "化解", "整改", "考评", "巡察"),
    )
)


def find_fielded(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Names with the field before them.

    Example: 推进农村“三变”改革 gives 农村“三变”改革. No match in: 开展“三变”改革, 落实省委“三变”改革部署.
    """
    clean = text.clean
    words = Tokens(text, lexicon)
    for group in groups(clean):
        first = group.items[0]
        start = _begin(words, first.start - 1) if len(group.items) == 1 else first.start - 1
        if start == first.start - 1:
            continue
        end, type_ = head_behind(clean, first.end + 1, lexicon.folder)
        if type_ == "Program":
            yield mention(text, (start, end), "Program", "program:field_quoted")
        elif not type_ and _POLICY.search(clean, first.start, first.end):
            yield mention(text, (start, first.end + 1), "Program", "program:field_policy")
        elif not type_ and _WORK.search(clean, first.start, first.end):
            yield mention(text, (start, first.end + 1), "Program", "program:field_work")
        elif not type_ and _CARRIED.search(clean, max(0, start - 6), start):
            yield mention(text, (start, first.end + 1), "Program", "program:field_phrase")
        elif not type_ and _listed(clean, start, first.start, first.end):
            yield mention(text, (start, first.end + 1), "Program", "program:field_listed")
    for form in occurrences(clean, "programs", lexicon.folder):
        if not _WORK.search(unquote(clean[form.start : form.end])) or not ENDS.match(clean, form.end):
            continue
        start = _begin(words, form.start)
        if start < form.start:
            yield mention(text, (start, form.end), "Program", "program:field_known")


def _listed(clean: str, start: int, first: int, end: int) -> bool:
    """Whether a list holds the field and the phrase, which does not sum it up: 水资源、水环境、水生态“三水共治”."""
    if clean[start - 1 : start] != "、" or clean[end + 1 : end + 2] not in "、，。；和等":
        return False
    return count(clean[first : first + 1]) < 2 or clean[max(0, start - 12) : start].count("、") < 2


def _begin(words: Tokens, at: int) -> int:
    """Where the field before a position begins; the position itself without a field."""
    start = words.begin(at, _FIELD)
    field = words.clean[start:at]
    if not 2 <= len(field) <= _FIELD or not field.isalnum() or _NO_FIELD.search(field):
        return at
    for token in words.tokens[words.index(start) : words.index(at - 1) + 1]:
        named = token.pos in ("ns", "nr", "nrt", "nt") and len(token.word) > 1
        if named or not (token.pos[:1] in _NAMING or token.pos in ("vn", "vd") or token.word in _DEEDS):
            return at
    # 新|时代民营企业家…, 新|农村建设…
    return start - 1 if words.clean[start - 1 : start] == "新" and field.startswith(("时代", "农村", "社区")) else start
