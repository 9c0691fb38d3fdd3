"""Web pages: the article of a saved page with its title, date and source, joined with its further pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.loaders.draft import Draft
from kg.loaders.file import File, read_file
from kg.loaders.markup import write_blocks
from kg.loaders.page_body import article_body, is_furniture, opens_with
from kg.loaders.page_meta import about
from kg.loaders.plain import hints_of
from kg.loaders.tree import parse_html
from kg.types import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEXT_PAGE = re.compile(r"^(.+?)_(\d{1,3})(\.[A-Za-z]+)$")


def read(file: File) -> list[Article]:
    """The article of a saved page, joined with the following pages that lie beside it; none for such a page itself.

    Raises:
        InputError: the page is empty, no text, or holds no text besides menus.
        MissingExtraError: lxml is not installed.
    """
    if _is_later_page(file):
        return []
    return [page_article(file, parse_html(file), _later_pages(file))]


def page_article(file: File, root: HtmlElement, more: tuple[HtmlElement, ...] = ()) -> Article:
    """The article of a parsed page and of its further pages.

    Raises:
        InputError: there is no text besides menus.
    """
    said = about(root)
    draft = Draft()
    for number, page in enumerate((root, *more)):
        body = article_body(page)
        if number == 0 and said.title and not opens_with(body, said.title):
            draft.paragraph(said.title)
        write_blocks(draft, body, is_furniture)
    if not draft:
        raise file.refuse("the page holds no text", "save the page again when it has been shown completely")
    hints = {
        name: value
        for name, value in (("title", said.title), ("published", said.published), ("issuer", said.source),
                            ("url", said.url))
        if value
    }  # fmt: skip
    article = draft.article(file.name, hints)
    for name, value in hints_of(article.text).items():
        article.hints.setdefault(name, value)
    return article


def _is_later_page(file: File) -> bool:
    """Whether the page is a further one (name_1.html) of an article whose first page lies beside it and links to it."""
    match = _NEXT_PAGE.match(file.path.name) if file.path else None
    if match is None or file.path is None:
        return False
    first = file.path.with_name(match[1] + match[3])
    return first.is_file() and any(page == file.path for page in _later_paths(first))


def _later_paths(first: Path) -> list[Path]:
    data = read_file(first).data
    paths: list[Path] = []
    for number in range(1, 200):
        path = first.with_name(f"{first.stem}_{number}{first.suffix}")
        if not path.is_file():
            # some systems call the second page _2
            if number == 1:
                continue
            break
        if not paths and path.name.encode() not in data and str(number).encode() not in data:
            break
        paths.append(path)
    named = paths[0].name.encode() in data or b"createPageHTML" in data if paths else False
    return paths if named else []


def _later_pages(file: File) -> tuple[HtmlElement, ...]:
    if file.path is None:
        return ()
    pages = []
    for path in _later_paths(file.path):
        try:
            pages.append(parse_html(read_file(path)))
        except KgError:
            break
    return tuple(pages)
