"""What a text keeps of the markup of the page that it was copied from: tags, entities, links and escapes of Markdown.

Example: <p>甲县实施&ldquo;一号工程&rdquo;</p>, [甲县](http://…)投产 and 1\\. 项目 become plain lines. No example:
5<6, R&D, <甲县规划>.
"""

from __future__ import annotations

import html
import re

_BLOCKS = (
    "address|article|blockquote|body|br|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html"
    "|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|title|tr|ul"
)
_INLINE = (
    "a|abbr|b|big|button|cite|code|col|colgroup|del|em|embed|font|i|iframe|img|input|ins|label|link|mark|meta|o:p|object|param|q|s"
    "|small|source|span|st1:[a-z]{1,20}|strike|strong|sub|sup|time|tt|u|v:[a-z]{1,20}|video|wbr|!doctype"
)
_TAG = re.compile(
    rf"</?(?P<block>{_BLOCKS})(?:\s[^<>]{{0,4000}})?/?>|</?(?P<cell>t[dh])(?:\s[^<>]{{0,4000}})?>|</?(?:{_INLINE})(?:\s[^<>]{{0,4000}})?/?>",
    re.I,
)
_HIDDEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_ENTITY = re.compile(r"&(?:amp;)?(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});|&nbsp(?![A-Za-z;])")
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,80}\]\([^()\n]{0,400}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,80})\]\((?:https?:|/|\.|#|javascript:)[^()\n]{0,400}\)")
_ESCAPE = re.compile(r"\\(?=[.*_#\[\]()~>+!|-])")


def without_markup(text: str) -> str:
    """A text in which tags are line breaks or nothing, entities the characters that they stand for; most have none."""
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "<" in text:
        for start, end in _HIDDEN:
            text = _without(text, start, end)
        text = _TAG.sub(_sign, text)
    if "](" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    return _ESCAPE.sub("", text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "\u00a0"
    found = html.unescape(f"&{name};")
    return match[0] if found.startswith("&") and len(found) > 1 else found


def _sign(match: re.Match[str]) -> str:
    if match["block"]:
        return "\n"
    return "\t" if match["cell"] and match[0].startswith("</") else ""


def _without(text: str, start: str, end: str) -> str:
    """A text without what stands between two marks, the marks included; what no second mark ends stays."""
    low, pieces, at = text.lower(), [], 0
    while (first := low.find(start, at)) >= 0 and (last := low.find(end, first)) >= 0:
        pieces.append(text[at:first])
        at = last + len(end)
    return "".join([*pieces, text[at:]])
