"""Plain text: one article a file, or a feed of articles between separator lines."""

from __future__ import annotations

import datetime
import itertools
import re
from dataclasses import replace

import yaml

from kg.loaders.decode import decode
from kg.loaders.file import File
from kg.loaders.in_a_row import dated_articles, reported_articles
from kg.loaders.line_marks import without_line_marks
from kg.loaders.page_body import is_furniture
from kg.loaders.page_head import DATE_LINE, TOP, about_page, title_of
from kg.loaders.remains import without_markup
from kg.loaders.run_on import parted
from kg.loaders.text_tables import with_tables
from kg.ontology.traditional import in_simplified
from kg.types import Article

_SEPARATOR = re.compile(r"[ \t]*(?:-{1,}|={3,}|\*{3,}|_{3,}|—{2,}|#{3,})[ \t]*")
_HEADER = re.compile(
    r"\s*[【\[]?(标\s*题|题\s*目|名\s*称|主题|发文单位|发布单位|发文机关|发布机构|来源|信息来源|发文时间|发布时间|时间|发布日期|成文日期|公开日期|发文日期|日期|报告人|作者|来源URL|URL|网址|链接|正文|内容)\s*(?:[：:]|[】\]][：:]?)\s*(.*?)\s*"
)  # fmt: skip
_TITLED = re.compile(r"\s*[【\[]?标题(?:[：:]|[】\]][：:]?)\s*\S.{3,80}")
_ISO = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})")
_MATTER = re.compile(r"---[ \t]*\r?\n(.{1,20000}?)\r?\n---[ \t]*(?:\r?\n|$)", re.S)
_MATTER_NAMES = {
    "title": "title", "标题": "title", "date": "published", "published": "published", "pubdate": "published",
    "发布时间": "published", "日期": "published", "url": "url", "link": "url", "来源url": "url", "source": "issuer",
    "issuer": "issuer", "发文单位": "issuer", "来源": "issuer",
}  # fmt: skip
# A piece of a feed with neither a paragraph of this length nor a date is furniture of the page it was taken from.
_SHORTEST_BODY = 40
_MOST_FURNITURE = 400  # characters behind the date of a short article


def read(file: File) -> list[Article]:
    """The articles of one text file.

    Raises:
        InputError: see `decode`.
    """
    text = parted(without_line_marks(without_markup(decode(file))))
    if not text.strip():
        raise file.refuse("the file holds no text besides its markup", "remove it or fill it")
    matter, body = front_matter(text)
    if not matter:
        return [with_tables(article) for article in split(text, file.name)]
    article = _article(body, in_simplified(body), _lines(body) or [(0, len(body))], file.name)
    article.hints.update(matter)
    return [with_tables(article)]


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The hints of a YAML block between two lines of --- at the start of a text, and the text behind it."""
    match = _MATTER.match(text)
    if match is None:
        return {}, text
    try:
        data = yaml.safe_load(match[1])
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}, text
    if not isinstance(data, dict) or not text[match.end() :].strip():
        return {}, text
    hints: dict[str, str] = {}
    for key, value in data.items():
        name = _MATTER_NAMES.get(str(key).strip().lower())
        if name and isinstance(value, str | int | datetime.date) and str(value).strip():
            found = iso_date(str(value)) if name == "published" else str(value).strip()
            if found:
                hints.setdefault(name, found)
    return hints, text[match.end() :].lstrip("\r\n")


def split(text: str, source: str) -> list[Article]:
    """The articles of one text: parts between separator lines if most have title, body and date, or such in a row."""
    lines, said = _lines(text), in_simplified(text)
    marks = [i for i, (start, end) in enumerate(lines) if _SEPARATOR.fullmatch(text, start, end)]
    headed = [i for i, span in enumerate(lines) if _TITLED.fullmatch(said, *span)]
    if not marks and len(headed) > 1 and headed[0] == 0:  # 标题：… 时间：… 来源：…, one after the other
        return [_article(text, said, lines[a:b], source) for a, b in itertools.pairwise([*headed, len(lines)])]
    if not marks and (articles := dated_articles(text, lines)):
        return [_article(text, said, part, source) for part in articles]
    if not marks and (articles := reported_articles(text, lines)):
        found = [_article(text, said, part, source) for part in articles]
        day = next((date for span in lines[:3] if (date := iso_date(text[slice(*span)]))), None)
        return [replace(one, hints={"published": day} | one.hints) if day else one for one in found]
    parts = _parts(lines, marks) if marks else []
    kept = [part for part in parts if _is_article(text, part)]
    dated = sum(1 for part in kept if _date(text, part) is not None)
    if len(kept) < 2 and not (dated and kept[0] is parts[0]):
        kept = [lines]  # one article, of which a rule below its title parts no other
    elif dated * 2 < len(kept):
        # Rules between the chapters of one document, not between articles.
        kept = [lines]
    return [_article(text, said, part, source) for part in kept]


def hints_of(text: str) -> dict[str, str]:
    """What the first and last lines of an article of any format say of it: header lines, a closing date, the title."""
    lines = _lines(text)
    return _article(text, in_simplified(text), lines, "").hints if lines else {}


def iso_date(text: str) -> str | None:
    """The first date of a text in ISO form; 20240305 and seconds since 1970 are dates too."""
    if match := _ISO.search(text):
        return _iso(match[1], match[2], match[3])
    text = text.strip()
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return _iso(text[:4], text[4:6], text[6:])
    if re.fullmatch(r"1\d{9}(?:\d{3})?(?:\.\d+)?", text):
        at = datetime.datetime.fromtimestamp(int(text[:10]), datetime.timezone(datetime.timedelta(hours=8)))
        return at.date().isoformat()
    return None


def _lines(text: str) -> list[tuple[int, int]]:
    spans = [match.span() for match in re.finditer(r"[^\r\n]+", text)]
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _parts(lines: list[tuple[int, int]], marks: list[int]) -> list[list[tuple[int, int]]]:
    edges = [-1, *marks, len(lines)]
    return [lines[low + 1 : high] for low, high in itertools.pairwise(edges) if high - low > 1]


def _is_article(text: str, part: list[tuple[int, int]]) -> bool:
    if any(end - start >= _SHORTEST_BODY for start, end in part[1:]):
        return True
    dated = _date(text, part)
    body = part[1 : dated[0]] if dated is not None else []
    return any(not about_page(text[start:end].strip()) for start, end in body)


def _date(text: str, part: list[tuple[int, int]]) -> tuple[int, str] | None:
    """The number of the date line that closes an article, and its date."""
    for i in range(len(part) - 1, 0, -1):
        match = DATE_LINE.fullmatch(text, *part[i])
        if match and (date := _iso(match[1], match[2], match[3])) is not None:
            return i, date
        if part[i][1] - part[i][0] >= _SHORTEST_BODY and not is_furniture(text[slice(*part[i])]):
            return None
    return None


def _closes(part: list[tuple[int, int]], at: int) -> bool:
    """Whether the line of a date stands behind the body, so that what follows is furniture of the page.

    Not the date below a title, with a body of short lines behind it.
    """
    before = [end - start for start, end in part[1:at]]
    after = sum(end - start for start, end in part[at + 1 :])
    return sum(before) >= after or (max(before, default=0) >= _SHORTEST_BODY and after <= _MOST_FURNITURE)


def _iso(year: str, month: str, day: str) -> str | None:
    """The ISO form of a date, None for what the calendar lacks."""
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _article(text: str, said: str, part: list[tuple[int, int]], source: str) -> Article:
    """The article that lines of a text are; `said` is the text in simplified characters, of the same length."""
    hints: dict[str, str] = {}
    for start, end in part[:TOP]:
        match = _HEADER.fullmatch(said, start, end)
        if match is not None:
            _hint(hints, match[1], match[2])
        elif not about_page(said[start:end].strip()):
            break
    last = part[-1][1]
    dated = _date(said, part)
    if dated is not None:
        hints.setdefault("published", dated[1])
        if _closes(part, dated[0]):
            last = part[dated[0]][1]
    if "title" not in hints and (title := _title(said, part)):
        hints["title"] = title
    return Article(source, text[part[0][0] : last], hints)


def _title(text: str, part: list[tuple[int, int]]) -> str | None:
    """The title among the first lines of an article, without header lines and rules."""
    lines = [text[start:end].strip() for start, end in part[:TOP]]
    return title_of([line for line in lines if not (_HEADER.fullmatch(line) or _SEPARATOR.fullmatch(line))])


def _hint(hints: dict[str, str], name: str, value: str) -> None:
    if not value:
        return
    if "".join(name.split()) in ("标题", "题目", "名称", "主题"):
        hints["title"] = value
    elif name in ("发文单位", "发布单位", "发文机关", "发布机构"):
        hints["issuer"] = value
    elif name in ("发文时间", "发布时间", "时间", "发布日期", "成文日期", "公开日期", "发文日期", "日期"):
        match = _ISO.search(value)
        if match and (date := _iso(match[1], match[2], match[3])) is not None:
            hints["published"] = date
    elif name in ("来源URL", "URL", "网址", "链接"):
        hints["url"] = value
