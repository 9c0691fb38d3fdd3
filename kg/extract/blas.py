"""Products of small matrices by one thread: several would wait for one another longer than they work."""

from __future__ import annotations

import functools
from contextlib import AbstractContextManager

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """Within this context matrices are multiplied by one thread; sums are in the same order each time."""
    limited: AbstractContextManager[object] = _libraries().limit(limits=1)
    return limited


@functools.cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
