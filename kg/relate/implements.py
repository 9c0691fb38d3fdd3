"""Region, Zone or Organization carries out a Program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.actors import AUTHORITIES, acted
from kg.relate.clauses import LEAD, Clause, View, span
from kg.relate.idle import is_idle
from kg.types import Claim, Mention

_CHOSEN = re.compile("入围|入选|列入|纳入|上榜|获批")  # 市人民医院入选省“杏林计划”: who is chosen for it
# 先后承担国家重点研发计划项目3项: a grant for research, which firms and institutes have
_GRANT = re.compile(r"研发计划|科技计划|科学基金|社科基金|重大专项|支撑计划|火炬计划|星火计划")
_HAS_GRANT = re.compile(
    r"(?:承担|主持|参与|牵头|承接|申报|立项|获批|获得|完成)(?:了|完成|实施)?(?:[^，。；、]{0,6}的)?[“]?$"
)


def implements(view: View) -> Iterator[Claim]:
    """深入开展“项目攻坚年”活动 → the document's region implements it; 高新区开展… → the zone does.

    Where the clause has no verb of carrying out (新农合参合率达97%, “十四五”规划开局之年) the rule is `told`: it only
    tells something of the programme, which the region has for all that.
    The parts of a Program that a glossary explains are carried out by the document's region as well.
    """
    carries = view.pattern("verbs_carry")
    for clause, mention, claim in acted(view, "implements", "Program", AUTHORITIES):
        if claim.rule == "implements:owner":
            yield claim
        elif claim.head.type == "Organization" and _CHOSEN.search(view.clean, clause.start, mention.start):
            continue
        elif not (_is_grant(view, clause, mention) or is_idle(view, clause, mention)):
            if claim.rule == "implements:home" and not (
                carries.search(view.clean, view.lead(clause, mention.start), mention.start)
                or carries.search(view.clean, mention.end, min(clause.end, mention.end + LEAD))
            ):
                spans = (claim.head_span, span(mention))
                claim = view.claim("implements", claim.head, mention.ref, (clause,), "told", spans)
            yield claim
    if view.home is None:
        return
    for gloss in view.scene.text.glossary:
        if any(m.type == "Program" for m in view.within(gloss.term)):
            for part in view.within(gloss.definition):
                if part.type == "Program":
                    where = (view.clause(part.start),)
                    yield view.claim("implements", view.home, part.ref, where, "glossary", (None, span(part)))


def _is_grant(view: View, clause: Clause, program: Mention) -> bool:
    """Whether a programme is a grant for research that a clause says somebody has: 承担国家重点研发计划项目3项."""
    lead = view.lead(clause, program.start)
    return bool(_GRANT.search(program.key) and _HAS_GRANT.search(view.clean, lead, program.start))
