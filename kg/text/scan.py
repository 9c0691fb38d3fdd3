"""A faster `finditer` for patterns that few characters can open."""

from __future__ import annotations

import re
from collections.abc import Iterator


def scan(pattern: re.Pattern[str], openers: re.Pattern[str], clean: str) -> Iterator[re.Match[str]]:
    """The matches of `pattern.finditer(clean)`, tried only where a match of `openers` (single characters) stands.

    `re` skips quickly to the characters of a plain set, but tries a pattern that opens with a look behind or with
    something optional at every character.

    >>> [m[0] for m in scan(re.compile(r"(?<!第)[一二]个"), re.compile("[一二]"), "一个，第二个，二个")]
    ['一个', '二个']
    """
    at = 0
    for found in openers.finditer(clean):
        start = found.start()
        if start >= at and (match := pattern.match(clean, start)):
            yield match
            at = match.end()
