"""Mentions of entities: layers propose, one fitted arbitration decides.

Rule layers and the trained tagger propose; a name that one of them believes in is looked for in the whole document
(document memory); the fitted model says how sure each candidate is, and what overlaps is decided by that alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from kg.extract import tagger
from kg.extract.acting_firms import acting_firms
from kg.extract.arbitrate import Weighed, arbitrate, rejections
from kg.extract.asked import asked
from kg.extract.built_zones import built_zones
from kg.extract.crf import Candidate, candidates
from kg.extract.enterprises import find_enterprises
from kg.extract.events import find_events
from kg.extract.evidence import LEAST_MARGINAL, TYPES, Marginals, bare, gather
from kg.extract.furniture import of_the_page
from kg.extract.fusion import Fusion
from kg.extract.fusion_features import matrix
from kg.extract.honors import find_honors
from kg.extract.industries import find_industries
from kg.extract.listed_zones import listed_zones
from kg.extract.models import Models, load_models
from kg.extract.nameless import nameless
from kg.extract.organizations import find_organizations
from kg.extract.party_meetings import joined_meetings
from kg.extract.persons import of_persons
from kg.extract.pieces import pieces, windows
from kg.extract.programs import find_programs
from kg.extract.projects import find_projects
from kg.extract.quoted import find_quoted
from kg.extract.region_keys import key_regions
from kg.extract.regions import find_regions
from kg.extract.rows_of_reforms import rows_of_reforms
from kg.extract.rows_of_works import among_works
from kg.extract.sites import sites_of_works
from kg.extract.slogans import find_slogans
from kg.extract.standing_bodies import standing_bodies
from kg.extract.sure_rules import sure_rules
from kg.extract.titles import told_titles
from kg.extract.unclaimed import unclaimed
from kg.extract.zones import find_zones
from kg.ontology import Lexicon, load_gazetteer
from kg.types import Mention, Rejection, Text

LONGEST_TAGGED = 1_000_000  # characters; no report is as long, and what is would take minutes: rules alone read it
NEVER = -99.0  # log-odds of what is no name for certain
NOTED = 0.3  # what the tagger finds at least so probable is named among the rejected when it is refused

Extractor = Callable[[Text, Lexicon], Iterable[Mention]]


def _regions(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    return find_regions(text, lexicon, load_gazetteer(), text.document.region)


EXTRACTORS: dict[str, Extractor] = {
    "regions": _regions,
    "zones": find_zones,
    "organizations": find_organizations,
    "enterprises": find_enterprises,
    "projects": find_projects,
    "programs": find_programs,
    "slogans": find_slogans,
    "quoted": find_quoted,
    "honors": find_honors,
    "events": find_events,
    "industries": find_industries,
}


def extract(text: Text, lexicon: Lexicon, models: Models | None = None) -> tuple[list[Mention], list[Rejection]]:
    """All mentions of a document, sorted by position, and what was proposed and refused.

    Mentions may nest (a Region inside a Zone's name) but never cross. A mention's confidence is the probability that
    the fitted model gives it, its rule that of the layer that was surest of it: a rule's name, `tagger`, or `memory`
    for what is only said elsewhere in the document. `models` are those shipped with the package unless given.
    """
    by = models or load_models()
    return decide(text, lexicon, propose(text, lexicon), marginals(text, lexicon, by.tagger), by.fusion)


def propose(text: Text, lexicon: Lexicon) -> list[Mention]:
    """What the rule layers find, overlapping and contradicting each other."""
    return [m for find in EXTRACTORS.values() for m in find(text, lexicon)]


def marginals(text: Text, lexicon: Lexicon, model: tagger.Model) -> Marginals:
    """The spans that a tagger considers, with their probabilities, by layer."""
    found: list[list[Candidate]] = [[] for _ in model.layers]
    if len(text.clean) > LONGEST_TAGGED:
        return found
    for at, window in windows(text):
        energy = tagger.energies(window, lexicon, model)
        considered = candidates(energy, pieces(window), model.layers, LEAST_MARGINAL)
        for seen, new in zip(found, considered, strict=True):
            seen += [c._replace(start=c.start + at, end=c.end + at) for c in new] if at else new
    return found


def decide(
    text: Text, lexicon: Lexicon, proposals: Iterable[Mention], seen: Marginals, fusion: Fusion
) -> tuple[list[Mention], list[Rejection]]:
    """Choose among what the rules propose and the tagger has seen; see `extract`."""
    evidence = gather(text, proposals, seen)
    odds = fusion.trees.log_odds(matrix(text, lexicon, evidence, fusion.known))
    margin = odds - asked(text.clean, evidence, fusion.thresholds)
    alone = np.isin(evidence.type, [TYPES.index(kind) for kind in ("Enterprise", "Event")])
    margin[of_persons(text.clean, evidence.start, evidence.end, alone)] = NEVER
    margin[nameless(text.clean, evidence)] = NEVER
    margin[of_the_page(text, evidence)] = NEVER
    looks = (
        among_works,
        acting_firms,
        told_titles,
        sites_of_works,
        built_zones,
        standing_bodies,
        joined_meetings,
        listed_zones,
        rows_of_reforms,
        sure_rules,
        unclaimed,
    )
    margin += np.sum([look(text.clean, evidence, margin) for look in looks], axis=0)
    columns = (evidence.start, evidence.end, evidence.type, margin, 1 / (1 + np.exp(-odds)), evidence.tagger.sum(1))
    candidates = []
    for best, start, end, kind, over, sure, said in zip(evidence.best, *(c.tolist() for c in columns), strict=True):
        if best is not None:
            key, rule = best.key, best.rule
        elif over >= 0 or said >= NOTED:
            key, rule = bare(text.clean[start:end]), "tagger" if said else "memory"
        else:
            continue
        confidence = min(max(round(sure, 4), 0.0001), 0.9999)
        candidates.append(Weighed(Mention(start, end, TYPES[kind], key, rule, confidence), over))
    accepted, refused = arbitrate(candidates)
    return key_regions(text, accepted, load_gazetteer()), rejections(text.clean, refused)
