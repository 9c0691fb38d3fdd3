"""JSON and JSON lines: records with a text become articles, records of short values become a table.

Which field is which is guessed from its name; a mapping file beside the data (`news.json.map.yaml`) tells it outright::

    fields: {text: zhengwen, title: biaoti, published: fbrq, url: lj, issuer: ly}
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from kg.loaders.decode import decode
from kg.loaders.draft import Value
from kg.loaders.file import File
from kg.loaders.mapping import fields_by
from kg.loaders.plain import hints_of, iso_date
from kg.loaders.remains import without_markup
from kg.loaders.sheet import sheet_articles
from kg.types import Article

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "正文", "内容", "全文", "fulltext", "full_text", "article_content",
             "html", "main_text", "文本", "contents", "news"),
    "title": ("title", "标题", "headline", "name", "题目", "subject", "文章标题", "news_title"),
    "published": ("published", "date", "pubdate", "pub_date", "publish_time", "publish_date", "发布时间", "发布日期",
                  "日期", "时间", "time", "datetime", "created", "pubtime", "成文日期"),
    "url": ("url", "link", "href", "链接", "网址", "来源url", "source_url"),
    "issuer": ("issuer", "发文单位", "发布机构", "发文机关", "publisher", "来源", "source", "site", "media"),
}  # fmt: skip
_LISTS = ("data", "items", "records", "results", "rows", "list", "articles", "docs", "documents", "news")
_SHORTEST = 40  # characters of a text whose field has no telling name
_MOST_FIELDS = 200


def read(file: File) -> list[Article]:
    """The articles of a JSON file: of a list of records, of an object that holds one, or of one record.

    Raises:
        InputError: the file is no JSON, or no record of it holds a text.
    """
    text = decode(file)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        if len(lines := [line for line in text.splitlines() if line.strip()]) > 1 and _is_json(lines[0]):
            return read_lines(file)
        raise file.refuse(f"it is no JSON ({_reason(error)})", "export it again") from None
    return _articles(file, _records(data), ())


def read_lines(file: File) -> list[Article]:
    """The articles of a file with one JSON record a line; lines that are none are told in the notes.

    Raises:
        InputError: no line holds a record with a text.
    """
    records: list[dict[str, Any]] = []
    bad: list[int] = []
    for number, line in enumerate(decode(file).splitlines(), 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
        except (ValueError, RecursionError):
            one = None
        if isinstance(one, dict):
            records.append(one)
        else:
            bad.append(number)
    notes = (f"{len(bad)} lines are no JSON records, the first of them line {bad[0]}",) if bad else ()
    return _articles(file, records, notes)


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _reason(error: Exception) -> str:
    return f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "nested too deeply"


def _records(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [one for one in data if isinstance(one, dict)]
    if not isinstance(data, dict):
        return []
    for name in _LISTS:
        inner = data.get(name)
        if isinstance(inner, dict):
            inner = next((inner[n] for n in _LISTS if isinstance(inner.get(n), list)), None)
        if isinstance(inner, list) and any(isinstance(one, dict) for one in inner):
            return [one for one in inner if isinstance(one, dict)]
    return [data]


def _articles(file: File, records: Sequence[dict[str, Any]], notes: tuple[str, ...]) -> list[Article]:
    told = fields_by(file)
    found = [article for record in records for article in _article(file, record, told)]
    if not found:
        found = list(_table(file, records))
    if not found:
        raise file.refuse("no record holds a text", "name its fields in a mapping file: see kg map --help")
    if notes:
        first = found[0]
        found[0] = Article(first.source, first.text, first.hints, first.origins, first.tables, notes)
    return found


def _article(file: File, record: dict[str, Any], told: dict[str, str]) -> Iterator[Article]:
    values = {str(k): v for k, v in list(record.items())[:_MOST_FIELDS] if isinstance(v, str | int | float)}
    body = _pick(values, "text", told)
    if not body and not told:
        body = max((v for v in values.values() if isinstance(v, str)), key=len, default="")
        body = body if len(body) >= _SHORTEST else ""
    if not body.strip() or (len(body) < _SHORTEST and len(values) > 3 and not told):
        return
    body = _surrogate_free(body)
    title = _surrogate_free(_pick(values, "title", told)).strip()
    hints: dict[str, str] = {}
    if re.search(r"</?(?:p|div|br|table|span)\b", body, re.I):
        from kg.loaders.html import page_article
        from kg.loaders.tree import parse_html

        inner = File(file.name, f"<html><body><article>{body}</article></body></html>".encode())
        article = page_article(inner, parse_html(inner))
        text, origins, tables = article.text, article.origins, article.tables
    else:
        text, origins, tables = without_markup(body).strip(), (), ()
        if not text:
            return
    shift = 0
    if title and not text.startswith(title):
        shift = len(title) + 2
        text = f"{title}\n\n{text}"
    hints |= hints_of(text)
    if title:
        hints["title"] = title
    if date := iso_date(_pick(values, "published", told)):
        hints["published"] = date
    for name in ("url", "issuer"):
        if value := _pick(values, name, told).strip():
            hints[name] = value
    origins = tuple(o._replace(start=o.start + shift, end=o.end + shift) for o in origins)
    tables = () if shift else tables
    yield Article(file.name, text, hints, origins, tables)


def _pick(values: dict[str, Any], what: str, told: dict[str, str]) -> str:
    if what in told:
        return str(values.get(told[what], ""))
    lower = {name.lower(): value for name, value in values.items()}
    return next((str(lower[name]) for name in FIELDS[what] if str(lower.get(name, "")).strip()), "")


def _surrogate_free(text: str) -> str:
    """JSON can escape halves of characters, which no encoding can write."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _table(file: File, records: Sequence[dict[str, Any]]) -> Iterator[Article]:
    keys = list(dict.fromkeys(str(key) for record in records for key in record))[:_MOST_FIELDS]
    if len(keys) < 2:
        return
    rows: list[list[Value]] = [list(keys)]
    for record in records:
        rows.append(
            [_surrogate_free(str(v)) if isinstance(v := record.get(k), str | int | float) else None for k in keys]
        )
    yield from sheet_articles(file, "", rows)
