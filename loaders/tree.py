"""HTML as a tree, whatever its encoding; used by web pages, MHTML, WARC and spreadsheets that are web pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import MissingExtraError
from kg.loaders.decode import decode
from kg.loaders.file import File

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
DEEPEST = 250  # levels of elements that are read; browsers stop at 512


def parse_html(file: File, declared: str | None = None) -> HtmlElement:
    """The tree of a page.

    Args:
        file: the page.
        declared: the encoding that an envelope (HTTP, MIME) names.

    Raises:
        InputError: the file is empty, no text, or holds no element.
        MissingExtraError: lxml is not installed.
    """
    try:
        from lxml import etree, html
    except ImportError:
        raise MissingExtraError("lxml", "html", f"Reading {file.name}") from None
    match = _CHARSET.search(file.data[:4096])
    named = declared or (match[1].decode("ascii").lower() if match else None)
    # Pages that say gb2312 use characters of its successors.
    text = decode(file, "gb18030" if named in ("gb2312", "gbk", "gb_2312-80") else named)
    text = _DECLARATION.sub("", text).replace("\0", "")
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=False, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise file.refuse("the page holds no element", "save the page again") from None
    return root
