"""Programmes that are all that a verb of carrying out has for its object, verbs and joined fields within it included.

Example: 完善|市级领导联系企业和商会制度, 出台|促进民营经济高质量发展的若干意见, 开展|化工、冶炼等行业专项整治.
None in: 完善甲制度和乙制度 (two), 健全社会救助、慈善事业制度 (nobody can tell how many), 落实相关制度 (which?).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.phrases import unquote
from kg.extract.program_shapes import named_from
from kg.scan import after_last
from kg.types import Span

_HOW = (
    "(?:深入|全面|大力|扎实|持续|继续|认真|积极|统筹|加快|稳步|纵深|着力|全力"
    "|有序|广泛|严格|稳妥|探索|率先|切实|进一步)*"
)
_CARRY = rf"{_HOW}(?:(?:组织|启动|接续)?(?:实施|开展|推进)|启动|打好|深化|推动|抓好|落实|推行|巩固)(?:了|好)?"
_KEEP = rf"{_HOW}(?:建立健全|建立|完善|健全|推行|落实|实行|执行|坚持和完善|坚持|实施)(?:了|好)?"
_GIVE = "(?:制定|研究|国家|政府|中央|[省市县区])*(?:出台|印发|颁布|修订|制定|制订)(?:实施|出台|印发)?(?:了)?"
_CAMPAIGN = (
    "(?:行动计划|专项整治行动|专项行动|整治行动|行动|计划|专项整治|专项治理|集中整治|集中治理|环境综合整治"
    "|攻坚战|保卫战|年活动|(?:提升|提质|创建|培育|保障|惠民)工程)"
)
_PAPER = "(?:的?(?:若干|实施|指导)?意见|(?:管理|暂行|实施|奖励|考核)?办法|方案|规定|条例|细则|准则)"
_ITEM = r"[^，。；：、“”‘’《》（）！？\n的了]"
_SUM = r"等(?:\d+[个项]|[二两三四五六七八九十][大项])?(?:重点)?(?:领域|行业|方面|流域|环节)?"
_LISTED = rf"{_ITEM}{{2,14}}(?:、{_ITEM}{{1,14}}){{1,6}}{_SUM}"
# 大气、水、土壤|污染防治攻坚战: bare fields, of which none says what is done; not 种业振兴、单产提升行动 (two)
_DEED = (
    "提升|振兴|改造|整治|治理|建设|创建|保护|培育|提质|升级|转化|优化|帮扶|扶贫|招商|服务|修复|监管|清障|拆迁|净化"
    r"|[强兴惠富助]\w|[化制战年]"
)
_FIELDS = (
    rf"(?!蓝天|碧水|净土|[^，]*(?:{_DEED})、|[^，]*[两二三四五六七八九十][大项])"
    rf"{_ITEM}{{1,5}}(?:、{_ITEM}{{1,5}}){{1,7}}{_ITEM}{{1,10}}"
)
_ONE = rf"(?:{_ITEM}|“[^“”\n]{{2,12}}”){{3,28}}"
_KINDS = tuple(
    (re.compile(verb), re.compile(f"(?:{name})$"), head)
    for verb, name, head in (
        (_CARRY, rf"(?:{_LISTED}“?|{_ONE}|{_FIELDS}){_CAMPAIGN}”?", re.compile(_CAMPAIGN)),
        (_KEEP, rf"{_ONE}制度", re.compile("制度")),
        (_GIVE, rf"(?:{_ONE}、)?{_ONE}{_PAPER}", re.compile(_PAPER)),
    )
)
_ENDS = re.compile(r"”?(?=[，。；\n]|$|工作|取得|有序|全面|扎实|深入|成果|成效)")
_EDGES = "，。；：！？（）《》\n"
_FAR = 48  # characters from the verb to the end of the name
_WORKS = "行动|工程|活动|计划|改革|整治|治理|制度|机制|方案|意见|办法|规划|试点|建设|整改|政策|排查|调处|化解|清理"
# two names, no name of its own, or a verb of carrying out nearer by
_NOT_ONE = re.compile(
    rf"(?:{_WORKS}|”)(?:和|与|及|以及|、)|”“|”等|开展|实施|推进|启动|组织|参与|推动|配合"
    r"|^(?:[和与及各等]|其他|一系列|一批|系列|相关|有关|专项|这一|此项|[一二三四五六七八九十两\d]+[个项大条])"
)
_WHOSE = re.compile("(?:全[国省市县区]|我[省市县区]|本[市县区])(?=[^，]{5})")
_LEADERS = re.compile("[省市县区]级(?:领导|干部)")


def objects(clean: str) -> Iterator[Span]:
    """The objects of verbs of carrying out, keeping up or giving out that end with a head word of a programme."""
    for verb, name, head in _KINDS:
        for found in head.finditer(clean):
            ends = _ENDS.match(clean, found.end())
            if ends is None:
                continue
            end = ends.end()
            first = after_last(clean, _EDGES, max(0, end - _FAR), found.start())
            for carried in verb.finditer(clean, first, found.start()):
                start = _begin(clean, carried.end(), found.start())
                if name.match(clean, start, end) and not _NOT_ONE.search(clean, start, found.start()):
                    if len(unquote(clean[start:end])) > len(found[0]) + 3:
                        yield Span(start, end)
                    break


def _begin(clean: str, start: int, head: int) -> int:
    """Where a name begins behind the places or the count for which it is: 全县|…, 12个村|…; not 市级|领导…."""
    if _LEADERS.match(clean, start):
        return start
    whose = _WHOSE.match(clean, start)
    return whose.end() if whose else named_from(clean, start, head)
