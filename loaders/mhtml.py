"""Web pages saved as one file (MHT, MHTML): the page in it, without pictures and frames."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from kg.loaders.file import File
from kg.loaders.html import page_article
from kg.loaders.tree import parse_html
from kg.types import Article

_MOST_PARTS = 2000


def read(file: File) -> list[Article]:
    """The article of the saved page.

    Raises:
        InputError: there is no page in the file, or no text in the page.
        MissingExtraError: lxml is not installed.
    """
    message = email.message_from_bytes(file.data, policy=email.policy.compat32)
    pages = [part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False) if _is_page(part)]
    for part in pages:
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and data.strip():
            page = File(file.name, data)
            article = page_article(page, parse_html(page, part.get_content_charset()))
            where = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            if where.startswith("http"):
                article.hints.setdefault("url", where.strip())
            return [article]
    raise file.refuse("no web page is in the file", "save the page again")


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")
