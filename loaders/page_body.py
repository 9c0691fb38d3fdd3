"""The element of a web page that holds the article; menus, footers and side boxes are taken out of it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from kg.loaders.markup import INLINE
from kg.loaders.tree import DEEPEST
from kg.ontology import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset(
    ["script", "style", "noscript", "nav", "header", "footer", "aside", "form", "button", "select", "iframe", "object",
     "svg", "template", "link", "meta", "input", "textarea", "video", "audio", "canvas", "map"]
)  # fmt: skip
_ARTICLE_LINE = re.compile(
    r"(?:字体|字号|浏览次数|访问量|点击数|阅读量|打印本页|收藏|扫一扫|分享到|责任编辑|关闭窗口|上一篇|下一篇|版权所有|主办单位：|主办：|承办单位："
    r"|网站标识码|技术支持：|备案号|您的位置|您当前|当前位置)"
)
_ABOUT_LINE = re.compile(r"(?:时间|日期)[：:]?\d{4}.*(?:来源|作者|点击|浏览|阅读|编辑|字体)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")
_ALL = 0.5  # share of a page's text that no noise holds
_BODY = 0.3  # share of a page's text from which a known container is believed


@functools.cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(row["name"] for row in load_lexicon().rows("page_blocks") if row["kind"] == kind)


def article_body(root: HtmlElement) -> HtmlElement:
    """The element that holds the article, cleared of what is none of it."""
    body = root.find("body")
    body = root if body is None else body
    _drop_tags(body)
    weight = Weights(body)
    total = weight.text(body)
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or element is body or element.getparent() is None:
            continue
        if weight.text(element) <= _ALL * total and _is_noise(element, weight):
            _remove(element)
    known = [e for e in body.iter() if isinstance(e.tag, str) and _is_body(e)]
    known = [e for e in known if weight.text(e) >= max(_BODY * total, 1)]
    if known:
        return min(known, key=lambda e: (-weight.text(e), weight.order(e)))
    best = body
    while True:
        heavy = [child for child in best if _is_container(child) and weight.text(child) >= 0.8 * weight.text(best)]
        if not heavy or not weight.text(best):
            return best
        best = heavy[0]


def is_furniture(text: str) -> bool:
    """Whether a short line is of the page, not of the article: 版权所有…, 字体：大 中 小, 时间：… 来源：… 点击：…."""
    line = "".join(text.split())
    return len(line) <= 120 and bool(_ARTICLE_LINE.match(line) or (len(line) <= 60 and _ABOUT_LINE.search(line)))


def _is_container(element: HtmlElement) -> bool:
    """Whether an element holds blocks, not only words: a paragraph is never the whole article."""
    if not isinstance(element.tag, str) or element.tag in INLINE or element.tag == "p":
        return False
    return any(isinstance(child.tag, str) and child.tag not in INLINE and child.tag != "br" for child in element)


class Weights:
    """Characters of text below each element: all, and those outside links."""

    def __init__(self, root: HtmlElement) -> None:
        self._all: dict[HtmlElement, int] = {}
        self._link: dict[HtmlElement, int] = {}
        self._order: dict[HtmlElement, int] = {}
        from lxml import etree

        for n, (_, element) in enumerate(etree.iterwalk(root, events=("end",))):
            own = _size(element.text) if isinstance(element.tag, str) else 0
            linked = own if element.tag == "a" else 0
            for child in element:
                own += self._all.get(child, 0) + _size(child.tail)
                linked += self._link.get(child, 0)
            self._all[element] = own
            self._link[element] = own if element.tag == "a" else linked
            self._order[element] = n

    def all(self, element: HtmlElement) -> int:
        return self._all.get(element, 0)

    def text(self, element: HtmlElement) -> int:
        """Characters outside links."""
        return self._all.get(element, 0) - self._link.get(element, 0)

    def order(self, element: HtmlElement) -> int:
        """A number that grows from inner to outer elements."""
        return self._order.get(element, 0)


def _size(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _drop_tags(body: HtmlElement) -> None:
    for element in list(body.iter()):
        if element is body or element.getparent() is None:
            continue
        deep = sum(1 for _ in element.iterancestors()) > DEEPEST
        if deep or not isinstance(element.tag, str) or element.tag in _DROPPED:
            _remove(element)


def _remove(element: HtmlElement) -> None:
    """Take an element out; the text behind it stays. Pages may name control characters, which no tree may be given."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        tail = _CONTROL.sub("", element.tail)
        if before is not None:
            before.tail = _CONTROL.sub("", before.tail or "") + tail
        else:
            parent.text = _CONTROL.sub("", parent.text or "") + tail
    parent.remove(element)


def _is_body(element: HtmlElement) -> bool:
    names = {element.get("id") or "", *(element.get("class") or "").split()}
    return not names.isdisjoint(_names("body")) or element.tag == "article"


def _is_noise(element: HtmlElement, weight: Weights) -> bool:
    if _is_body(element):
        return False
    if _HIDDEN.search(element.get("style") or ""):
        return True
    label = f"{element.get('id') or ''} {element.get('class') or ''}"
    if label.strip():
        words = {word.lower() for word in _WORD.findall(label)} | {word.lower() for word in label.split()}
        if not words.isdisjoint(_names("noise")):
            return True
    if element.tag in ("div", "ul", "ol", "table", "section", "dl") and weight.all(element):
        links = sum(1 for _ in element.iter("a"))
        if links >= 3 and weight.text(element) < 0.4 * weight.all(element):
            return True
    if element.tag in ("p", "div", "span", "li", "td", "ul") and weight.all(element) <= 60:
        return bool(is_furniture(element.text_content()))
    return False


def opens_with(body: HtmlElement, title: str) -> bool:
    """Whether the text of an element begins with a title, marks and blanks aside."""
    text = re.sub(r"\W", "", body.text_content()[: 400 + len(title)])
    return text.startswith(re.sub(r"\W", "", title))
