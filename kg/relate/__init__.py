"""From the mentions of a scene to relations, attributes and observations.

Relations: one file each, all of them in the table `RELATORS`. A relator reads a `View` of the scene and gives claims;
what the ontology forbids is refused here, with a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.ontology import Ontology
from kg.relate.clauses import View
from kg.relate.develops import develops
from kg.relate.generic import is_kind
from kg.relate.hosts import hosts
from kg.relate.implements import implements
from kg.relate.in_industry import in_industry
from kg.relate.includes import includes
from kg.relate.located_in import located_in
from kg.relate.part_of import part_of
from kg.relate.parts import claims_of_parts
from kg.relate.promotes import promotes
from kg.relate.receives import receives
from kg.relate.under_place import under_place
from kg.relate.under_program import under_program
from kg.relate.undertakes import undertakes
from kg.types import Claim, Rejection, Scene

Relator = Callable[[View], Iterable[Claim]]

RELATORS: dict[str, Relator] = {
    "located_in": located_in,
    "part_of": part_of,
    "undertakes": undertakes,
    "implements": under_place(implements),
    "promotes": under_place(promotes),
    "under_program": under_program,
    "includes": includes,
    "in_industry": in_industry,
    "develops": develops,
    "hosts": under_place(hosts),
    "receives": under_place(receives),
}


def relate(scene: Scene, ontology: Ontology) -> tuple[list[Claim], list[Rejection]]:
    """All relations that a document states, each place in the text once, in text order.

    Returns:
        The claims, and what the ontology forbids between the two types (reason `signature`).
    """
    if not scene.mentions:
        return [], []
    view = View(scene)
    best: dict[tuple[str, str, str, str, str, int, int], Claim] = {}
    rejected: set[Rejection] = set()
    for name, relator in RELATORS.items():
        for claim in view.once(relator):
            if claim.head == claim.tail or is_kind(claim.head) or is_kind(claim.tail):
                continue
            if not ontology.allows(claim.head.type, name, claim.tail.type):
                what = f"{claim.head.type}/{claim.head.key} {name} {claim.tail.type}/{claim.tail.key}"
                rejected.add(Rejection(claim.start, claim.end, what, "signature"))
                continue
            key = (*claim.head, name, *claim.tail, claim.start, claim.end)
            if key not in best or claim.confidence > best[key].confidence:
                best[key] = claim
    for claim in claims_of_parts(view.parts, list(best.values())):
        best.setdefault((*claim.head, claim.type, *claim.tail, claim.start, claim.end), claim)
    order = sorted(best.items(), key=lambda item: (item[0][5], item[0][6], item[0][2], item[0]))
    return [claim for _, claim in order], sorted(rejected, key=lambda r: (r.start, r.end, r.what))
