"""Who gives an Honor, which makes none of them a recipient: 被国家林业局授予…; 工信部公布…名单，明澈玻璃入选."""

from __future__ import annotations

import re

from kg.relate.clauses import Clause, View
from kg.relate.owners import DOERS
from kg.types import Mention

_GIVEN_BY = re.compile(r"(?:被|经|由|获得?|受到?|荣获|得到|喜获)[“]?$")  # 被国家林业局授予: who gives is no recipient
_ALLOWED = re.compile(r"(?:正式|首批|同意)?(?:批准|批复|同意|核准|审批)")
_WITH_LEVEL = re.compile("[和与及、]")
# 工信部公布…名单
_PUBLISHES = re.compile(r"[”]?(?:近日|日前|正式|联合|已)*(?:公布|发布|公示|印发)(?!会)")
_PUBLISHED = re.compile(r"(?:公布|发布|公示|印发)(?:了|的)?[^，。；]{0,16}$")
_ON_LIST = re.compile(
    r"[”]?(?:等[^，。；、]{0,10})?(?:双双|成功|均|也|同时|榜上|光荣)*(?:入选|上榜|在列|有名|入围|入榜|名列其中|位列其中)"
)
_OURS = re.compile(r"(?:我|全)[省市县区州旗盟镇]")


def gives(view: View, clause: Clause, m: Mention, honor: Mention) -> bool:
    """Whether a body gives the honor: 被国家林业局、财政部授予…, 经省政府批准为…."""
    leader = view.leader(clause, m)
    if m.type in DOERS and _PUBLISHES.match(view.clean, view.group(clause, m)[-1].end, clause.end):
        return True
    if not _GIVEN_BY.search(view.clean, max(clause.start, leader.start - 4), leader.start):
        return False
    if _WITH_LEVEL.fullmatch(view.clean, m.end, honor.start):
        return True  # 受到国务院和|省政府督查激励
    if _ALLOWED.match(view.clean, m.end):
        return True  # 经国务院批准设立的国家级高新区
    return view.pattern("verbs_received").search(view.clean, m.end, honor.start) is not None


def published(view: View, clause: Clause, honor: Mention) -> bool:
    """Whether an honor is only what a list is called that somebody published: 公布…示范企业名单."""
    return _PUBLISHED.search(view.clean, view.lead(clause, honor.start), honor.start) is not None


def on_list(view: View, clause: Clause, types: frozenset[str]) -> list[tuple[str, Mention]] | None:
    """Who is on the list that a clause says was published: 工信部公布…名单，明澈、天工等企业入选; nobody else is."""
    for other in view.clauses[clause.index + 1 : clause.index + 4]:
        if other.first != clause.first:
            break
        group = next((g for g in view.groups(other) if _ON_LIST.match(view.clean, g[-1].end, other.end)), [])
        if group and group[0].type in types:
            if any(m.type == "Honor" for m in other.mentions):
                continue  # …公布绿色制造名单，明澈入选|绿色供应链企业: of what it is, its own clause says
            return [("carried", m) for m in group if m.type in types]
        if _OURS.search(view.clean, other.start, other.end):
            return []
    return None
