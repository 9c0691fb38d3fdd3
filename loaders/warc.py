"""WARC files of crawlers: each page that was answered with HTML is an article, its address the source."""

from __future__ import annotations

import dataclasses
import io

from kg.errors import InputError, MissingExtraError
from kg.loaders.file import File
from kg.loaders.html import page_article
from kg.loaders.tree import parse_html
from kg.types import Article

_LARGEST_PAGE = 20_000_000


def read(file: File) -> list[Article]:
    """The articles of all pages; those without text are counted in the notes.

    Raises:
        InputError: the file is damaged or holds no page with text.
        MissingExtraError: warcio or lxml is not installed.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise MissingExtraError("warcio", "html", f"Reading {file.name}") from None
    articles: list[Article] = []
    without = 0
    damage = ""
    records = ArchiveIterator(io.BytesIO(file.data))
    try:
        for record in records:
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = record.http_headers.get_header("Content-Type") or ""
            if "html" not in kind or not (record.http_headers.get_statuscode() or "200").startswith("2"):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or file.name
            page = File(file.name, record.content_stream().read(_LARGEST_PAGE))
            charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'") or None
            try:
                article = page_article(page, parse_html(page, charset))
            except InputError:
                without += 1
                continue
            article.hints["url"] = url.strip("<>")
            articles.append(article)
    except (ArchiveLoadFailed, OSError, ValueError, EOFError, AttributeError) as error:
        damage = f"the file is damaged after {len(articles)} pages ({error})"
    finally:
        records.close()
    if not articles:
        raise file.refuse(damage or "no page with text is in the file", "get it again")
    notes = [damage] if damage else []
    notes += [f"{without} pages hold no text"] if without else []
    articles[0] = dataclasses.replace(articles[0], notes=(*articles[0].notes, *notes))
    return articles
