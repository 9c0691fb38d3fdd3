"""Objects that refer to each other in a ring: reading makes few, and Python looks for them through all word lists."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW = 20_000  # objects made since the last look; Python's 700 cost a fifteenth of the time of reading


@contextmanager
def seldom_sought() -> Iterator[None]:
    """Within this context the collector of cycles runs more seldom; one that is off, or runs as seldom, stays so."""
    before = gc.get_threshold()
    if 0 < before[0] < _NEW:
        gc.set_threshold(_NEW, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
