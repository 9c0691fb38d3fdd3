"""Industries that no word list has, by the known ones beside them in a list."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.confidence import CONFIDENCE
from kg.extract.phrases import generic_names, mention
from kg.scan import scan_stretches
from kg.types import Mention, Text

_RUN = re.compile(r"[^，。；：！？\n（）“”《》]+")
_TAIL = re.compile(r"等|[和及与]|以及|[二两三四五六七八九十]大|[\d一二两三四五六七八九十]+[个条类]")
_PLAIN = re.compile("[一-龥A-Za-z]{2,9}")
_NO_INDUSTRY = re.compile(
    r"(?:园|区|县|市|镇|乡|村|厂|站|所|局|队|路|桥|院|校|会|节|公司|集团|基地|项目|工程|中心|平台|企业|品牌|设施|人才|资金|"
    r"政策|环境|就业|教育|住房|社保|工作|问题|安全|改革|开放|治理|建设|监管|执法|保护|保障|规划|投资|消费|税收|出口|大学|一期|二期|"
    r"股份|经营|处理|居住)$|^(?:新增|完成|实施|推进|建设|打造|开展|发展|培育|引进|其他|以及|包括|主要|全[市县省])"
    r"|[是为占]|形成|构成|成为|列为|围绕|发展成|要从|都有|都在|提高|增长|成$"
)
# …等专项整治, …等博览会: a list of what is looked into or shown
_OTHER = re.compile(
    r"等?[^，。；]{0,6}?(?:专项|整治|执法|监管|损失|检查|博览会|展|出口|品牌|场所|下乡|收入|项目|标准|行业违)"
)
# 粮、畜、果、菜四大产业: goods of one character, and what they are together
_GOODS = (
    "[粮油果蔬菜畜牧禽渔茶桑烟药林竹草花菌薯豆酒水乳糖盐奶牛羊猪鸡鸭鹅蜂鱼虾蟹蚕麻棉稻麦米椒枣梨桃橘橙柑柚莓瓜"
    "姜蒜葱笋菇煤电钢铁铝铜锌锂硅磷氟瓷纸]"
)
_SHORT = re.compile(
    rf"(?<![一-龥]、)(?<![高大深新])(?P<row>{_GOODS}(?:、{_GOODS}){{1,8}}(?:[、和]?{_GOODS})?)(?:等)?(?:[二三四五六七八九十]|\d)?[大个]?"
    r"(?:[一-龥]{2,6}?(?:特色|主导|优势|传统|富民|支柱|重点|增收|扶贫))?(?:特色|主导|优势|传统|农业|富民|支柱|重点|骨干|涉农)*产业(?![园基化])"
)
# 签约项目涵盖光伏制氢、重卡换电、综合能源管理等领域: the fields of works and firms, each an industry
_FIELDS = re.compile(
    r"(?<=[，。；：\n])(?=[^，。；：\n]{0,30}?(?:项目|企业|产业|园区|集群|招商|业务|签约))[^，。；：\n]{2,40}?(?:涵盖|涉及|覆盖)(?:了|到)?"
    r"(?P<row>[^，。；：\n“”]{2,24}(?:、[^，。；：\n“”、]{2,24}){1,11}?)等(?:[一-龥\d]{0,4}?[个大])?[一-龥]{0,6}?(?:领域|行业|赛道|产业(?!园|化|链))"
)
_FIELD = re.compile("涵盖|涉及|覆盖")
# “玻璃制造、光伏组件”两大业务板块: branches, no formula
_LINES = re.compile(
    r"“(?P<row>[^“”，。；、\n]{2,16}(?:、[^“”，。；、\n]{2,16}){1,8})”[两二三四五六七八九十\d]+[大个](?:核心|主营|主导|支柱|优势|特色|重点)*"
    r"(?:业务板块|产业板块|业务|板块|产业集群|产业链|赛道|产业(?![园化]))"
)
_LAST = re.compile("[^和]{2,}(?P<and>和|以及)[^和]{2,}|.{4,}(?P<with>及).{4,}")
# 民生, 总部: what works may be about that is no branch
_PUBLIC = re.compile(
    "民生|社会|城镇|教育|卫生|总部|基金|综合体|交通|水利|城建|环境|环保|乡村|住房|基础|生态|保障|安全|公共|市政|政务|就业|市场|治理|执法"
    "|文化|体育|项目|^(?:城市|农村|土地|其他)"
)
_LONGEST = 24  # characters of the name of a field
_ONE, _INDUSTRY = re.compile(_GOODS), re.compile("产业")
_KNOWN = 2  # members that must be known, and half of all


def beside(text: Text, known: Iterable[Mention], folder: Path) -> Iterator[Mention]:
    """The other members of a list of industries: 板栗、生物食品、食用菌、蔬菜 gives 生物食品 (and 板栗 behind a mark).

    No match in: 抓好造纸、化工、养殖等专项整治, 教育、旅游、就业 (too few are known).
    """
    clean = text.clean
    generic = generic_names(folder)
    spans = {(m.start, m.end) for m in known}
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    for run in _RUN.finditer(clean):
        if run[0].count("、") < _KNOWN:
            continue
        cuts = [run.start() - 1, *(run.start() + i for i, c in enumerate(run[0]) if c == "、"), run.end()]
        pieces = [(a + 1, b) for a, b in itertools.pairwise(cuts)]
        tail = _TAIL.search(clean, *pieces[-1])
        if tail:
            pieces[-1] = (pieces[-1][0], tail.start())
        sure = [piece in spans for piece in pieces]
        sure[0], sure[-1] = pieces[0][1] in ends, pieces[-1][0] in starts
        if sum(sure) < max(_KNOWN, len(sure) / 2) or _OTHER.match(clean, pieces[-1][1]):
            continue
        for a, b in pieces[1:] if tail else pieces[1:-1]:
            name = clean[a:b]
            if (a, b) in spans or not _PLAIN.fullmatch(name) or name in generic or _NO_INDUSTRY.search(name):
                continue
            yield mention(text, (a, b), "Industry", "industry:beside")


def short_rows(clean: str) -> Iterator[Mention]:
    """Industries of one character each: 粮、畜、果、菜四大产业 gives 粮产业, 畜产业 and so on.

    No match in: 水、电、路等设施 (no industries), 茶产业 (no row).
    """
    rule = "industry:short_row"
    for found in scan_stretches(_SHORT, _INDUSTRY, clean):
        for one in _ONE.finditer(clean, *found.span("row")):
            yield Mention(*one.span(), "Industry", one[0] + "产业", rule, CONFIDENCE[rule])


def fields(text: Text) -> Iterator[Mention]:
    """The fields that works or firms are in: 签约项目涵盖光伏制氢、重卡换电等领域 gives both, “甲、乙”两大业务板块 too.

    No match in: 产品应用涉及… of no firm, 项目涵盖教育、卫生等领域 (most are of the public).
    """
    clean = text.clean
    for found in (*scan_stretches(_FIELDS, _FIELD, clean), *_LINES.finditer(clean)):
        start, end = found.span("row")
        cuts = [start - 1, *(start + i for i, c in enumerate(found["row"]) if c == "、"), end]
        pieces = [(a + 1, b) for a, b in itertools.pairwise(cuts)]
        last = _LAST.fullmatch(clean, *pieces[-1])
        if last is not None:
            joint = "and" if last["and"] else "with"
            pieces[-1:] = [(pieces[-1][0], last.start(joint)), (last.end(joint), pieces[-1][1])]
        named = [(a, b) for a, b in pieces if not _PUBLIC.search(clean, a, b) and b - a <= _LONGEST]
        if len(named) * 2 > len(pieces):
            yield from (mention(text, piece, "Industry", "industry:fields") for piece in named)
