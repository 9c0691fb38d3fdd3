"""The works below a heading that is a campaign's name, and the sentences of numbered lists below a counted name.

Example: （三）交通畅通工程。建成甲大桥; 十大项目：①甲厂②乙路. No example: （三）推进交通建设。建成甲大桥.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.campaigns import COUNTED, is_campaign
from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Heading, Mention

# 22件民生实事全部兑现：新建甲楼
COLON = re.compile(
    r"[”》]?(?:（[^（）]*）)?(?:全部|全面|圆满|如期|基本|顺利|扎实|稳步|已|均)*(?:兑现|完成|办结|落实|见效|推进|实施)?："
)
_ITEM = re.compile(r"[①-⑳]|（\d{1,2}）|\d{1,2}[.．、](?!\d)")
_MANY = re.compile(rf"{COUNTED.pattern}|[二三四五六七八九十]大[^，]{{0,6}}(?:行动|计划|会战|战役|攻坚战|攻坚)$")
NUMBER = re.compile(
    r"\W*(?:第[一二三四五六七八九十]{1,3}[章节条]|专栏\d*|[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]?)?\W*"
)
_NAMED_SO = re.compile(r"(?:行动|工程|攻坚战|会战|战役)[”》]?[。：]?$")  # 高标准农田建设|行动。
_ENDS_HEAD = re.compile(r"[”》]?(?:项目|工程|行动|建设|重点项目)*\W*")


def headed_works(view: View) -> Iterator[Claim]:
    """A heading that is no more than the name of a campaign, 第一节 工业振兴工程: the projects right below."""
    known: dict[int, Mention | None] = {}
    for clauses in view.sentences():
        for head in clauses[0].sentence.path[-1:]:
            if head.start not in known:
                known[head.start] = _campaign_named(view, head)
            program = known[head.start]
            if program is None or program.start >= clauses[0].start:
                continue
            if view.clean.startswith("——", head.start) and view.clean.find("\n", head.end + 1, clauses[0].start) > 0:
                continue  # a line that begins with a dash is about its own paragraph
            for clause in clauses:
                for m in clause.mentions:
                    if m.type == "Project":
                        spans = (span(m), span(program))
                        yield view.claim("under_program", m.ref, program.ref, (clause,), "heading", spans)


def of_item(view: View, clause: Clause, program: Mention) -> bool:
    """Whether a sentence stands under an item that is itself the name of a campaign: 八大工程：——种业提升工程。…"""
    for head in clause.sentence.path[-1:]:
        item = _campaign_named(view, head)
        return item is not None and item.ref != program.ref
    return False


def _campaign_named(view: View, head: Heading) -> Mention | None:
    """The campaign whose name a heading is, with nothing else in it but its number."""
    inside = view.within(head)
    if len(inside) != 1 or inside[0].type != "Program":
        return None
    if not (is_campaign(view, inside[0]) or _NAMED_SO.search(view.clean, inside[0].start, head.end)):
        return None
    before = NUMBER.fullmatch(view.clean, head.start, inside[0].start)
    return inside[0] if before and _ENDS_HEAD.fullmatch(view.clean, inside[0].end, head.end) else None


def numbered_lists(view: View) -> Iterator[tuple[Mention, list[Clause]]]:
    """The sentences of numbered lists with the counted Program above them: 十大产业项目：①…②…"""
    lead: Mention | None = None
    dash = listing = False
    for clauses in view.sentences():
        sentence = clauses[0].sentence
        if sentence.part == "glossary":
            lead = None
            continue
        begins = view.clean[sentence.start - 1 : sentence.start] in ("", "\n")
        dash = view.clean.startswith("——", sentence.start) if begins else dash  # ——交通工程。甲高速开工
        if not (sentence.list_item or dash or _ITEM.match(view.clean, sentence.start)):
            counted = [m for c in clauses for m in c.mentions if m.type == "Program" and _MANY.search(m.key)]
            closing = [m for m in counted if m.start >= clauses[-1].start and view.clean[clauses[-1].end - 1] in "：。"]
            opening = [m for m in counted if COLON.match(view.clean, m.end)]
            if listing and not (begins or opening):
                continue  # 1、甲工程。新建乙学校。2、丙工程: the item goes on
            lead, listing = next(reversed(opening or closing), None), False
            continue
        listing = True
        above = [m for h in reversed(sentence.path) for m in reversed(view.within(h))]
        heads = [m for m in above if m.type == "Program" and _MANY.search(m.key) and m.start < sentence.start]
        # （七）办好民生实事 is the heading, 办好26件民生实事 the sentence that opens the list
        program = max((m for m in (lead, *heads[:1]) if m), key=lambda m: m.start, default=None)
        if program is not None:
            yield program, clauses
