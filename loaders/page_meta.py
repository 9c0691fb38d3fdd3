"""What a web page says of its article: title, date, source, address."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.loaders.draft import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The names of GB/T guidance for government websites come first, then those of news sites.
_TITLE_META = ("articletitle", "og:title", "dc.title", "title")
_DATE_META = (
    "pubdate",
    "article:published_time",
    "publishdate",
    "publish_time",
    "publishtime",
    "og:release_date",
    "date",
)
_SOURCE_META = ("contentsource", "source", "og:site_name")
_DATE = re.compile(r"(20\d\d|19[89]\d)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})")
_DATE_LABEL = re.compile(r"(?:发布|发文|成文|印发|更新|录入|公开|生成)?(?:时间|日期)\s*[：:]?\s*$|发布于\s*$")
_SOURCE = re.compile(
    r"(?:信息来源|文章来源|稿件来源|来源|发布机构|发文单位|信息提供|公开机构)\s*[：:]\s*([^\s：:|【】\[\]]{2,30})"
)
_SITE_TAIL = re.compile(r"\s*(?:[_|｜]|\s-\s|-{1,2}|—{1,2}|_{1,2})\s*[^_|｜—]{2,40}$")
_SITE_WORD = re.compile(
    r"(?:网|人民政府|门户网站|委员会|局|厅|频道|新闻中心|政务|公开|首页|动态|之窗|在线)[^_|｜—]{0,8}$"
)


class About(NamedTuple):
    """What a page says of its article."""

    title: str
    published: str
    source: str
    url: str


def about(root: HtmlElement) -> About:
    """What the head of a page and the lines around its article say; what is unknown is ""."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        value = squeeze(meta.get("content") or "")
        if name and value:
            metas.setdefault(name, value)
    canonical = next((link.get("href", "") for link in root.iter("link") if link.get("rel") == "canonical"), "")
    url = next((v for v in (metas.get("url", ""), metas.get("og:url", ""), canonical) if v.startswith("http")), "")
    text = squeeze(" ".join(_strings(root)))[:6000]
    return About(_title(root, metas), _published(metas, text), _source(metas, text), url)


def _title(root: HtmlElement, metas: dict[str, str]) -> str:
    for name in _TITLE_META[:1]:
        if metas.get(name):
            return metas[name]
    shown = squeeze(root.findtext(".//title") or "")
    for level in ("h1", "h2"):
        heads = [squeeze(head.text_content()) for head in root.iter(level)]
        heads = [head for head in heads if 4 <= len(head) <= 120]
        for head in heads:
            if re.sub(r"\s", "", head) in re.sub(r"\s", "", shown):
                return head
        if level == "h1" and len(heads) == 1 and not shown:
            return heads[0]
    title = next((metas[name] for name in _TITLE_META[1:] if metas.get(name)), shown)
    while (shorter := _SITE_TAIL.sub("", title)) != title and len(shorter) >= 4:
        if not _SITE_WORD.search(title[len(shorter) :]) and "_" not in title[len(shorter) :]:
            break
        title = shorter
    return title


def _published(metas: dict[str, str], text: str) -> str:
    for name in _DATE_META:
        if date := _iso(_DATE.search(metas.get(name, ""))):
            return date
    labelled = ""
    for match in _DATE.finditer(text):
        if _DATE_LABEL.search(text[max(0, match.start() - 8) : match.start()]):
            labelled = labelled or _iso(match)
    return labelled


def _iso(match: re.Match[str] | None) -> str:
    if not match:
        return ""
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""


def _source(metas: dict[str, str], text: str) -> str:
    for name in _SOURCE_META[:1]:
        if metas.get(name):
            return metas[name]
    match = _SOURCE.search(text)
    return match[1] if match else ""


def _strings(root: HtmlElement) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "title") and element.text:
            yield element.text
        if element.tail:
            yield element.tail
