"""A written page that a notebook shows in place."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    _Path = Path
else:
    _Path = type(Path())  # the class of this system; Path itself cannot be a base before Python 3.12

HEIGHT = 640  # pixels


class PagePath(_Path):
    """The path of a page; as the last value of a notebook's cell it shows the page."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        text = escape(self.read_text("utf-8"), quote=True)
        style = "width:100%;border:1px solid #ddd;border-radius:8px"
        return f'<iframe srcdoc="{text}" height="{HEIGHT}" style="{style}" title="kg view"></iframe>'
