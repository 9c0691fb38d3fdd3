"""Zones of national standing that a report of another place only speaks of."""

from __future__ import annotations

import functools
import re

from kg.ontology import Lexicon
from kg.types import Ref


@functools.lru_cache(maxsize=4096)
def _host(lexicon: Lexicon, name: str) -> str | None:
    rows = lexicon.rows("zones_elsewhere")
    return next((row["host"] for row in rows if re.fullmatch(row["pattern"], name)), None)


def seated_elsewhere(lexicon: Lexicon, name: str, home: Ref | None) -> bool:
    """Whether a zone has its seat outside of the document's own region: 雄安新区 for a report of 云岭市.

    The province of the seat and whatever lies inside of it count as its own; where the region of the document has no
    code nothing is known and the answer is False.
    """
    if home is None or home.type != "Region" or not home.key.isdigit():
        return False
    host = _host(lexicon, name)
    return host is not None and not (home.key.startswith(host) or host.startswith(home.key.rstrip("0")))
