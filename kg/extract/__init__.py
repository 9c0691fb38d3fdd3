"""Mentions of entities: layers propose, one arbitration decides, document memory finds what was named before."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.extract.arbitrate import arbitrate, rejections
from kg.extract.enterprises import find_enterprises
from kg.extract.events import find_events
from kg.extract.honors import find_honors
from kg.extract.industries import find_industries
from kg.extract.memory import remember
from kg.extract.organizations import find_organizations
from kg.extract.programs import find_programs
from kg.extract.projects import find_projects
from kg.extract.quoted import find_quoted
from kg.extract.regions import find_regions
from kg.extract.slogans import find_slogans
from kg.extract.tables import find_table_names
from kg.extract.tagger import find_tagged
from kg.extract.zones import find_zones
from kg.ontology import Lexicon, load_gazetteer
from kg.types import Mention, Rejection, Text

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
    "tables": find_table_names,
    "tagger": find_tagged,
}


def extract(text: Text, lexicon: Lexicon) -> tuple[list[Mention], list[Rejection]]:
    """All mentions of a document, sorted by position, and what was proposed and refused.

    Mentions may nest (a Region inside a Zone's name) but never cross.
    """
    proposals = [m for find in EXTRACTORS.values() for m in find(text, lexicon)]
    accepted, refused = arbitrate(proposals)
    again = remember(text, accepted)
    if again:
        accepted, lost = arbitrate([*accepted, *again])
        refused += lost
    return accepted, rejections(text.clean, refused)
