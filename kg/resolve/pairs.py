"""Two bodies in one mention: 白鹭新区管委会下设投资促进局."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention

_UNDER = re.compile("(?P<body>[^、，]{2,14}?)(?:下设|内设|增设|设有|会同)(?=.{3})")
_BODY = re.compile("(?:委|局|厅|会|院|校|学|中心|政府)$")


def bodies(clean: str, m: Mention) -> list[Mention]:
    """An organization with another of which it says that it has it or acts with it: both; else the mention alone.

    Example: 白鹭新区管委会 and 投资促进局 of 白鹭新区管委会下设投资促进局.
    """
    under = _UNDER.match(clean, m.start, m.end) if m.type == "Organization" else None
    if under is None:
        return [m]
    second = replace(m, start=under.end(), key=canonical(clean[under.end() : m.end]))
    if not _BODY.search(under["body"]):
        return [second]
    return [replace(m, end=under.end("body"), key=canonical(under["body"])), second]
