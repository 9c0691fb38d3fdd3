"""Slogans: national ones by word list; numbered formulas, X强市, X之城, X战略 and the terms of 名词解释 by shape."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.extract.confidence import CONFIDENCE
from kg.extract.forms import is_known, occurrences
from kg.extract.names import endings, finder, is_place
from kg.extract.party_meetings import party_meetings
from kg.extract.phrase_begins import Tokens, token_at
from kg.extract.phrases import generic_names, heads_finder, mention, unquote
from kg.extract.quoted import WORKISH
from kg.extract.slogan_rows import of_a_place, rows, widened
from kg.extract.slogan_shapes import aims, modern, new_places, orders, parallel, united
from kg.ontology.lexicon import Lexicon
from kg.scan import scan, scan_stretches
from kg.types import Mention, Text

_NUM = "[一二两三四五六七八九十]"
_FORMULA = re.compile(
    rf"(?<![第\d统唯之进万同专某一二三四五六七八九十])(?:{_NUM}(?![年月日个是次批期届项位名类家条])[一-龥](?:(?!的)[一-龥])?){{2,6}}(?=[”，。；、）]|的?(?:总体|空间|区域|产业|发展|战略|生产力|城镇|旅游)?(?:布局|格局|战略|思路|体系|定位|目标))"
)
_UNITS = re.compile(rf"{_NUM}(?=[一-龥]{{1,2}}{_NUM})")  # what `_FORMULA` opens with
_PLUS = re.compile(r"“?(?<![\dN])[\dN]+(?:\+[\dNXn]+)+”?(?:[一-龥]{0,6}(?:体系|布局|格局|模式|机制|平台|网络|部署))?")
_PLUS_SIGN = re.compile(r"\+")
# 数字之都, 书香之城: what a city calls itself
_CITY = re.compile(r"之(?:城|都|园|谷)(?=[，。；、”）]|和)")
_AIM_VERB = re.compile(
    r"(?:打造|建设|建成|争当|争做|构筑|成为|创建|加快建设|打造成|建设成)(?:全国|全省|国家|国内|世界|具有)?[^，。；、]{0,24}$"
)
_PLACED = re.compile(r"平安|法治|健康|数字|美丽|幸福|书香|文明|富强|智慧|清廉|信用|活力|品质|魅力|诚信|和谐|生态|绿色")
_NO_PLACE = re.compile(
    r"^[立兴强富活稳旺惠][省市县区州旗]$|城市|海湾|河湖|湾区|新城|美丽|中国|深度|百县|宜居|乡村|社区|校园|家园|家庭|富强|文明|和谐"
)
_SPEECH = re.compile(
    r"习近平总书记[^，。；\n]{2,40}?(?:(?:重要)?讲话(?:和[^，。；、]{2,12})?(?:指示)?(?:批示)?精神|指示(?:批示)?精神|重要讲话|论述)"
)
_OFFICIAL = re.compile(
    r"(?:国家[一-龥]{0,4}|重大|省市|国省|企业|省级|市级)战略|^[^战]{0,4}(?:省|市|县|区)委|^重要|^工作|^推动"
)
_NO_STRATEGY = re.compile(
    "联盟|支点|节点|要地|高地|腹地|通道|资源|物资|储备|伙伴|合作|框架|投资|意图|定力|空间|机遇|性|后方|纵深"
)
_DRIVEN = re.compile("(?:带动|驱动|拉动|牵引|引领)$")  # 城镇化带动|战略: the verb is part of the name
# 省委十项规定, 市委“八条禁令”: as 中央八项规定 is one
_ARTICLES = re.compile(
    r"(?:省|市|县|区|州|盟|旗|自治区党)委“?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[项条](?:规定|禁令)”?(?:实施细则)?(?:精神)?"
)
_PLENUM = re.compile(
    r"(?:党的)?(?:十[六七八九]|二十)(?:大(?:[和及、](?:党的)?(?:十[六七八九]|二十)届)?|届)(?:历次|[一二三四五六七]中(?:、[一二三四五六七]中)*)?(?:全会)?(?:报告)?精神"
)
_SPIRIT = re.compile("精神")
# “五个一批”: a numbered phrase of the lists may be meant as work or as a formula
_EITHER = re.compile(r"“?[一二两三四五六七八九十\d]")
_TERM_WORK = re.compile(r"(?:行动|活动|工程|改革|计划|攻坚战|试点|创建|制度|整治|规划|普查|普法)$")


@functools.cache
def _strong(folder: Path) -> re.Pattern[str]:
    """What a place wants to be strong in: 工业强市, 质量立省战略."""
    fields = "|".join(endings("slogan_words", folder, "field"))
    return re.compile(f"(?:{fields})(?:强|兴|立|活|富|稳|优|美)(?:市|县|区|省|镇|乡|州|旗)(?:战略)?")


def find_slogans(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """All slogan layers."""
    whole = [span for span in rows(text, lexicon.folder) if not is_known(text.clean, *span, lexicon.folder)]
    for span in whole:
        rule = "slogan:row_of_place" if of_a_place(text.clean, span) else "slogan:row"
        yield mention(text, span, "Slogan", rule)
    inside = {at for span in whole for at in range(*span)}
    for m in (*_known(text, lexicon), *_shapes(text, lexicon)):
        if m.start not in inside or m.type != "Slogan":  # 工业强县 in 工业强县、农业稳县 is half a slogan
            yield m
    yield from _aims(text, lexicon)
    yield from _placed(text)
    yield from _terms(text)
    for rule, span in parallel(text, lexicon.folder):
        if not is_known(text.clean, *span, lexicon.folder):
            yield mention(text, span, "Slogan", f"slogan:{rule}")
    for span, name in party_meetings(text.clean):
        yield replace(mention(text, span, "Slogan", "slogan:meetings"), key=name)
    for span in modern(text.clean):
        yield mention(text, span, "Slogan", "slogan:modern")
    for rule, span in aims(text, lexicon):
        yield mention(text, span, "Slogan", f"slogan:{rule}")
    for span in united(text, lexicon):
        yield mention(text, span, "Slogan", "slogan:united")
    for span in orders(text, lexicon):
        yield mention(text, span, "Slogan", "slogan:order")
    for span in new_places(text, lexicon):
        yield mention(text, span, "Slogan", "slogan:new_place")


def _known(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Slogans of the word list: 坚持稳中求进工作总基调. Short ones count only where words begin and end."""
    words = Tokens(text, lexicon)
    clean = text.clean
    for form in occurrences(clean, "slogans", lexicon.folder):
        short = len(unquote(clean[form.start : form.end])) <= 3
        if short and not form.quoted and not words.aligned(form.start, form.end):
            continue
        if "、" in form.name and (whole := widened(clean, form.start, form.end)):
            yield mention(text, whole, "Slogan", "slogan:row")
            continue
        rule = "slogan:lexicon_short" if short else "slogan:lexicon"
        yield Mention(form.start, form.end, "Slogan", form.name, rule, CONFIDENCE[rule])
    for form in occurrences(clean, "programs", lexicon.folder):
        if _EITHER.match(clean, form.start) and not _TERM_WORK.search(form.name):
            rule = "slogan:lexicon_other"
            yield Mention(form.start, form.end, "Slogan", form.name, rule, CONFIDENCE[rule])


def _shapes(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Numbered formulas, X强市, X战略, the spirit of speeches."""
    clean = text.clean
    words = Tokens(text, lexicon)
    generic = generic_names(lexicon.folder)
    for found in scan(_FORMULA, _UNITS, clean):
        if "届" in found[0] or is_known(clean, *found.span(), lexicon.folder):
            continue
        if WORKISH.search(found[0]):
            yield mention(text, found.span(), "Program", "program:numbered_formula")
        else:
            yield mention(text, found.span(), "Slogan", "slogan:numbered")
    for found in scan_stretches(_PLUS, _PLUS_SIGN, clean):
        yield mention(text, found.span(), "Slogan", "slogan:plus")
    for found in _strong(lexicon.folder).finditer(clean):
        if not is_known(clean, *found.span(), lexicon.folder):
            yield mention(text, found.span(), "Slogan", "slogan:strong_place")
    for found in _ARTICLES.finditer(clean):
        yield mention(text, found.span(), "Slogan", "slogan:articles")
    for found in [*_SPEECH.finditer(clean), *scan_stretches(_PLENUM, _SPIRIT, clean)]:
        if is_known(clean, *found.span(), lexicon.folder):
            continue
        yield mention(text, found.span(), "Slogan", "slogan:speech")
    for head in heads_finder(lexicon.folder, "Slogan", "open").spans(clean):
        strategy = clean.endswith("战略", *head)
        if strategy and _NO_STRATEGY.match(clean, head.end):
            continue
        if clean[head.start - 1 : head.start] == "”" or is_known(clean, head.start - 1, head.end, lexicon.folder):
            continue
        driven = _DRIVEN.search(clean, max(0, head.start - 2), head.start)
        start = words.begin(driven.start() if driven else head.start)
        name = unquote(clean[start : head.end])
        if start < head.start and 4 <= len(name) <= 20 and name not in generic and not _OFFICIAL.search(name):
            rule = "slogan:strategy" if strategy else "slogan:head"
            yield mention(text, (start, head.end), "Slogan", rule)


def _aims(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """What a place wants to become: 打造内陆开放高地 gives 内陆开放高地."""
    clean = text.clean
    words = Tokens(text, lexicon)
    for found in _CITY.finditer(clean):
        start = words.begin(found.start(), 8)
        if start == found.start() and start > 2 and clean[start - 3] in "、和":  # 产业之城、|创新之城
            start -= 2
        if 2 <= found.start() - start <= 8 and clean[start] not in "“《" and not clean.startswith("中国", start):
            yield mention(text, (start, found.end()), "Slogan", "slogan:city")
    for head, end in finder("slogan_words", lexicon.folder, "sure_aim").spans(clean):
        start = words.begin(head)
        name = unquote(clean[start:end])
        if start == head or not 4 <= len(name) <= 20:
            continue
        if _AIM_VERB.search(clean, max(0, start - 30), start):
            yield mention(text, (start, end), "Slogan", "slogan:aim")


def _placed(text: Text) -> Iterator[Mention]:
    """平安青山, 健康青山: a good word before a place."""
    clean = text.clean
    for found in _PLACED.finditer(clean):
        place = token_at(text, found.end())
        if place is None or clean[found.start() - 1] in "·与":
            continue
        if not 2 <= len(place.word) <= 3 or (place.pos != "ns" and not is_place(place.word)):
            continue
        if _NO_PLACE.search(place.word) or clean[place.end : place.end + 1] in ("县", "路", "城", "区"):
            continue
        work = found[0] == "智慧" or clean.startswith(("创建", "”创建", "行动"), place.end)
        type_ = "Program" if work else "Slogan"
        yield mention(text, (found.start(), place.end), type_, f"{type_.lower()}:good_place")


def _terms(text: Text) -> Iterator[Mention]:
    """The terms that a 名词解释 section defines."""
    for gloss in text.glossary:
        name = unquote(text.clean[gloss.term.start : gloss.term.end])
        if len(name) < 2:
            continue
        type_ = "Program" if _TERM_WORK.search(name) else "Slogan"
        yield mention(text, gloss.term, type_, f"{type_.lower()}:glossary")
