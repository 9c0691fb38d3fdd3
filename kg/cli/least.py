"""The option --least of the commands that can leave out what is less sure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


class _Confidence(click.ParamType[float]):
    """0.8: a number from 0 to 1."""

    name = "CONFIDENCE"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            number = float(value)
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:  # nor is nan
            self.fail(f"“{value}” is no number from 0 to 1.", param, ctx)
        return number


def least_option(what: str = "Leave out what is less sure than this.") -> Callable[[Any], Any]:
    """--least 0.8; 0, which leaves nothing out, when it is not given. `what` is its line of help."""
    return click.option("--least", type=_Confidence(), default=0.0, help=what)
