"""Text that runs from the top down in columns from right to left, as in newspapers of old and of today's ornaments.

Its characters are turned so that columns become lines: what reads lines reads them then.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.loaders.pdf_lines import Glyph

_FEWEST = 4  # characters of a run
_SHARE = 0.3  # of the characters of a page, from which its runs are text and no narrow cells of a table
_ENOUGH = 150
# the forms that marks have in such text, and the usual ones
_MARKS = str.maketrans(
    "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
    "，、。：；！？〖〗…：—–＿（）｛｝〔〕【】《》〈〉「」『』［］",
)


def split_vertical(glyphs: Sequence[Glyph], height: float) -> tuple[list[Glyph], list[Glyph]]:
    """The characters of a page that run across it, and those that run down it, these turned (see `turned`).

    Args:
        glyphs: in the order in which the page draws them.
        height: of the page in points.
    """
    glyphs = list(glyphs)
    down: set[int] = set()
    run = [0] if glyphs else []
    for i in range(1, len(glyphs) + 1):
        if i < len(glyphs) and _below(glyphs[i - 1], glyphs[i]):
            run.append(i)
            continue
        if len(run) >= _FEWEST:
            down.update(run)
            _straighten(glyphs, run)
        run = [i]
    if len(down) < _ENOUGH and len(down) < _SHARE * len(glyphs):
        return list(glyphs), []
    down |= _strays(glyphs, down)
    across = [glyph for i, glyph in enumerate(glyphs) if i not in down]
    return across, [turned(glyph, height) for i, glyph in enumerate(glyphs) if i in down]


def _straighten(glyphs: list[Glyph], run: Sequence[int]) -> None:
    """Give the marks of a run, which stand in corners of their places, the place of the characters."""
    wide = sorted((glyphs[i].left + glyphs[i].right) / 2 for i in run if not _is_narrow(glyphs[i]))
    if not wide:
        return
    middle = wide[len(wide) // 2]
    for i in run:
        if _is_narrow(glyphs[i]):
            half = glyphs[i].em / 2
            glyphs[i] = glyphs[i]._replace(left=middle - half, right=middle + half)


def _is_narrow(glyph: Glyph) -> bool:
    return glyph.right - glyph.left < 0.6 * glyph.em


def turned(glyph: Glyph, height: float) -> Glyph:
    """A character where it stands when the page is turned so that its columns are lines, the rightmost on top."""
    return Glyph(
        glyph.text.translate(_MARKS),
        height - glyph.top,
        glyph.left,
        height - glyph.bottom,
        glyph.right,
        glyph.em,
        glyph.blank,
    )


def _below(a: Glyph, b: Glyph) -> bool:
    """Whether a character stands right below another."""
    em = max(a.em, b.em)
    if min(a.em, b.em) < 0.6 * em or not (_over(a, b, em) or _over(b, a, em)):
        return False
    step = (a.bottom + a.top - b.bottom - b.top) / 2
    return 0.3 * em < step < 1.8 * em


def _over(a: Glyph, b: Glyph, em: float) -> bool:
    """Whether the middle of a character is over that of another; a mark may stand in a corner of its place."""
    middle = (a.left + a.right) / 2
    if abs(middle - (b.left + b.right) / 2) <= 0.35 * em:
        return True
    return a.right - a.left < 0.5 * em and b.left - 0.2 * em <= middle <= b.right + 0.2 * em


def _strays(glyphs: Sequence[Glyph], down: set[int]) -> set[int]:
    """Characters of short columns: ends of paragraphs, marks, figures that lie in the strip of a longer run."""
    strips = sorted({round((glyphs[i].left + glyphs[i].right) / 2) for i in down})
    top = max((glyphs[i].top for i in down), default=0.0)
    bottom = min((glyphs[i].bottom for i in down), default=0.0)
    out = set()
    for i, glyph in enumerate(glyphs):
        middle = (glyph.left + glyph.right) / 2
        near = any(abs(middle - strip) < 0.35 * glyph.em for strip in strips)
        alone = not any(_beside(glyph, glyphs[k]) for k in (i - 1, i + 1) if 0 <= k < len(glyphs) and k not in down)
        if i not in down and near and alone and bottom <= (glyph.top + glyph.bottom) / 2 <= top:
            out.add(i)
    return out


def _beside(a: Glyph, b: Glyph) -> bool:
    return abs(a.bottom - b.bottom) < 0.3 * max(a.em, b.em) and abs(a.left - b.left) < 1.6 * max(a.em, b.em)
