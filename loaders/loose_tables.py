"""Tables whose cells are parted by room alone: a heading row of known names, and below it lines that fit under it.

Used for texts that were copied out of a PDF, and for pages of a PDF that draw no rules.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.loaders.draft import Merged, Value
from kg.loaders.table_names import is_counter, is_known, is_label, is_subject
from kg.loaders.table_rows import FULL, Piece, TableLine, anchor_of, divide, full_widths, join, kind_of_text, kinds_of

_MOST_HEADER_LINES = 4
_MOST_PLACED_LINES = 9  # where lines of cells set to their middles stand between each other
_FEWEST_ROWS = 3
_NOTHING = re.compile(r"[-—–－/／]{1,4}")  # what a cell without a figure holds
_FOREIGN = -2.0  # what a line scores at least to belong under the columns
_PASSES = 3
DOUBTFUL = 0.8
_MOST_SHARED = 0.15
_MOST_ABOVE = 3  # lines above a header that come again with it
_AGAIN = re.compile(r"续表|[（(]续[）)]|(?:金额)?单位[:：]")
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
)  # what comes behind a table
_MOST_FRAGMENTS = 8  # lines in sequence without a figure


class Part(NamedTuple):
    """A stretch of a line between wide gaps, with its ends (points or characters of a fixed width)."""

    text: str
    left: float
    right: float


class RawLine(NamedTuple):
    """A line of a page: its parts from left to right; `number` finds it again.

    `at` is its place down the pages in ems, None when unknown; `ruled` whether a rule is drawn above it.
    """

    number: int
    parts: tuple[Part, ...]
    at: float | None = None
    ruled: bool = False
    page: int | None = None

    @property
    def text(self) -> str:
        """All its parts, without blanks."""
        return re.sub(r"\s", "", "".join(part.text for part in self.parts))


@dataclass(frozen=True, slots=True)
class Header:
    """The columns that a heading row names; `groups` holds (name, first column, last column) of names above names."""

    names: list[str]
    lines: int  # how many lines it takes
    spans: list[tuple[float, float]] = field(default_factory=list)
    groups: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def subject(self) -> int:
        """The column that names what a row is about."""
        return next(j for j, name in enumerate(self.names) if is_subject(name))

    @property
    def counter(self) -> int | None:
        """The column of running numbers."""
        return next((j for j, name in enumerate(self.names) if is_counter(name)), None)

    def rows(self) -> list[list[Value]]:
        """One row of names, or two where some stand over several others."""
        if not self.groups:
            return [list(self.names)]
        first: list[Value] = list(self.names)
        second: list[Value] = [Merged(0, j) for j in range(len(self.names))]
        for name, low, high in self.groups:
            for j in range(low, high + 1):
                first[j] = name if j == low else Merged(0, low)
                second[j] = self.names[j]
        return [first, second]


@dataclass(frozen=True, slots=True)
class LooseTable:
    """A table and the lines it stands in: `first` to `last` (exclusive) of those that were searched.

    `doubt` tells how uncertain it is which lines make a row: 0 not at all; beyond DOUBTFUL it is guessing.
    """

    first: int
    last: int
    rows: list[list[Value]]
    numbers: list[int]
    pages: list[int | None]
    doubt: float = 0.0


def header_zone(lines: Sequence[RawLine], at: int, most: int = _MOST_HEADER_LINES) -> int:
    """How many lines from `at` on may be a heading row; 0 when the line is none."""
    n = 0
    while n < most and at + n < len(lines):
        parts = lines[at + n].parts
        if not parts or not all(is_label(part.text) for part in parts):
            break
        n += 1
    return n


def repeated(texts: Sequence[str], header: Sequence[str], above: Collection[str]) -> set[int]:
    """The lines of a table that are its header come again, with what stood above the header.

    Args:
        texts: the lines below the header, without blanks.
        header: its lines.
        above: the lines that stand above it on its first page.
    """
    out: set[int] = set()
    whole = "".join(header)
    signs = set(whole)
    for i in range(len(texts)):
        if i in out or not signs.issuperset(texts[i]):
            continue
        # Lines of cells set to their middles may part otherwise on another page.
        for n in range(max(1, len(header) - 2), len(header) + 3):
            text = "".join(texts[i : i + n])
            if len(text) == len(whole) and (text == whole or (n > 1 and sorted(text) == sorted(whole))):
                out.update(range(i, min(i + n, len(texts))))
                out.update(_with_it(texts, i, above))
                break
    return out


def _with_it(texts: Sequence[str], at: int, above: Collection[str]) -> Iterator[int]:
    """The lines before a header come again that stood above it on its first page too."""
    for k in range(at - 1, max(at - 1 - _MOST_ABOVE, -1), -1):
        if texts[k] not in above and not _AGAIN.search(texts[k]):
            return
        yield k


def names_enough(names: Sequence[str]) -> bool:
    """Whether names of columns are those of a table that can be understood."""
    known = sum(1 for name in names if is_known(name))
    subjects = sum(1 for name in names if is_subject(name))
    return len(names) >= 2 and subjects >= 1 and (known >= 2 or len(names) >= 4)


def build_table(
    header: Header, start: int, lines: Sequence[RawLine], aligned: Sequence[TableLine], first: int
) -> LooseTable | None:
    """The table under a header, None when the lines do not make one.

    Args:
        header: its columns.
        start: the number of the first line of the body among those that were searched.
        lines: the lines of the body.
        aligned: the same lines, parts put under their columns.
        first: where the header begins.
    """
    kinds = kinds_of(aligned)
    anchor = anchor_of(kinds, aligned, header.counter, header.subject)
    aligned = aligned[: _end(aligned, header.subject, anchor)]
    doubt, groups = divide(aligned, header.subject, anchor)
    while groups and anchor is not None and all(aligned[i].cells[anchor] is None for i in groups[-1]):
        groups.pop()
    full = sum(1 for group in groups if sum(1 for i in group for c in aligned[i].cells if c) >= 2)
    if full < _FEWEST_ROWS:
        return None
    rows, numbers, pages = header.rows(), [], []
    head = lines[0].number if lines else 0
    numbers = [head - header.lines + n for n in range(len(rows))]
    pages = [lines[0].page for _ in rows]
    for group in groups:
        row: list[Value] = []
        for j in range(len(header.names)):
            row.append(join([cell.text for i in group if (cell := aligned[i].cells[j])]) or None)
        rows.append(row)
        numbers.append(lines[group.start].number)
        pages.append(lines[group.start].page)
    return LooseTable(first, start + groups[-1].stop, rows, numbers, pages, doubt)


def _end(aligned: Sequence[TableLine], subject: int, anchor: int | None) -> int:
    """How many lines the table has: to its last figure, and on as long as a full line is continued."""
    if anchor is None:
        return len(aligned)
    anchors = [i for i, line in enumerate(aligned) if line.cells[anchor]]
    if not anchors:
        return 0
    for one, other in itertools.pairwise(anchors):
        if other - one > _MOST_FRAGMENTS:
            anchors = anchors[: anchors.index(one) + 1]
            break
    end = anchors[-1] + 1
    full = full_widths(aligned[:end])
    open_ = [False] * len(full)
    for line in aligned[anchors[-2] + 1 if len(anchors) > 1 else 0 : end]:
        open_ = [bool(cell.width >= full[j]) if cell else open_[j] for j, cell in enumerate(line.cells)]
    while end < len(aligned):
        cells = aligned[end].cells
        if not any(cells) or any(cell and not open_[j] for j, cell in enumerate(cells)):
            break
        if any(cell and _HEADING.match(cell.text) for cell in cells):
            break
        open_ = [bool(cell.width >= full[j]) if cell else open_[j] for j, cell in enumerate(cells)]
        end += 1
    return end


# ---- under columns whose places are known --------------------------------------------------------------------------


def header_by_place(lines: Sequence[RawLine], at: int) -> Header | None:
    """The header whose first line is `at`, names of several lines put together by their places."""
    best: Header | None = None
    for n in range(1, header_zone(lines, at, _MOST_PLACED_LINES) + 1):
        header = _placed(lines[at : at + n])
        if header is None or not names_enough(header.names):
            continue
        if best is None or _known(header) > _known(best):
            best = header
    return best


def _known(header: Header) -> int:
    return sum(1 for name in header.names if is_known(name))


def _placed(lines: Sequence[RawLine]) -> Header | None:
    columns: list[list[Part]] = []
    groups: list[list[Part]] = []
    parts = [part for line in lines for part in line.parts]
    for line in lines:
        for part in line.parts:
            below = [p for other in lines[lines.index(line) + 1 :] for p in other.parts if _share(p, part) > 0.5]
            if len(below) >= 2 and len({p.left // 1 for p in below}) >= 2 and _apart(below):
                groups.append([part])
                continue
            home = next((c for c in columns if any(_share(part, other) > 0.3 for other in c)), None)
            if home is None:
                columns.append([part])
            else:
                home.append(part)
    if not parts:
        return None
    columns.sort(key=lambda c: min(p.left for p in c))
    spans = [(min(p.left for p in c), max(p.right for p in c)) for c in columns]
    if any(a[1] > b[0] for a, b in itertools.pairwise(spans)):
        return None
    found = []
    for (group,) in groups:
        under = [j for j, span in enumerate(spans) if span[0] < group.right and span[1] > group.left]
        if under:
            found.append((group.text, under[0], under[-1]))
    return Header(["".join(p.text for p in c) for c in columns], len(lines), spans, found)


def _apart(parts: Sequence[Part]) -> bool:
    ordered = sorted(parts, key=lambda p: p.left)
    return any(a.right < b.left for a, b in itertools.pairwise(ordered))


def _share(a: Part, b: Part) -> float:
    """How much of the narrower of two parts lies over the other."""
    width = min(a.right - a.left, b.right - b.left)
    return (min(a.right, b.right) - max(a.left, b.left)) / width if width > 0 else 0.0


def align_by_place(header: Header, lines: Sequence[RawLine], room: float) -> list[TableLine]:
    """Lines under the columns of a header, up to the first that does not fit.

    Args:
        header: the columns with their places.
        lines: what follows the header.
        room: the least width of a gap between two columns.
    """
    spans = [list(span) for span in header.spans]
    kept = 0
    for line in lines:  # columns are as wide as what stands under their names
        if any(sum(1 for s in header.spans if part.left < s[1] and s[0] < part.right) > 1 for part in line.parts):
            break
        kept += 1
        for part in line.parts:
            under = [s for s in spans if part.left < s[1] and s[0] < part.right]
            if len(under) == 1 and _fits(part, under[0], spans):
                under[0][0], under[0][1] = min(under[0][0], part.left), max(under[0][1], part.right)
    out: list[TableLine] = []
    shared = 0
    edges = [(a[1] + b[0]) / 2 for a, b in itertools.pairwise(spans)]
    low, high = spans[0][0] - 2 * room, spans[-1][1] + 2 * room
    for line in lines[:kept]:
        cells: list[Piece | None] = [None] * len(spans)
        for part in line.parts:
            crossed = sum(1 for edge in edges if part.left < edge - room / 4 and part.right > edge + room / 4)
            if crossed > 1 or part.left < low or part.right > high:
                return out
            j = sum(1 for edge in edges if (part.left + part.right) / 2 > edge)
            old = cells[j]
            shared += old is not None
            text = join([old.text, part.text]) if old else part.text
            cells[j] = Piece(text, part.right - part.left + (old.width if old else 0.0))
        out.append(TableLine(tuple(cells), line.at, line.ruled))
    # Where cells share a column time and again, two columns were taken for one.
    return out if shared <= _MOST_SHARED * len(out) else []


def _fits(part: Part, span: Sequence[float], spans: Sequence[Sequence[float]]) -> bool:
    return all(other is span or part.right < other[0] or part.left > other[1] for other in spans)


# ---- under columns that are known by their order alone -------------------------------------------------------------


def header_by_order(lines: Sequence[RawLine], at: int) -> Header | None:
    """The header whose first line is `at`, names of several lines put together by their order and the rows below."""
    zone = header_zone(lines, at)
    for n in range(zone, 0, -1):
        widths = [len(line.parts) for line in lines[at + n : at + n + 40]]
        usual = max(set(widths), key=lambda w: (widths.count(w) * (w > 1), w)) if widths else 0
        names = _ordered([[p.text for p in line.parts] for line in lines[at : at + n]], usual)
        if names and names_enough(names):
            sample = [line for line in lines[at + n : at + n + 60] if len(line.parts) == len(names)]
            return Header(_by_kind(names, sample), n)
    return None


def _ordered(lines: Sequence[Sequence[str]], width: int) -> list[str]:
    """Names of `width` columns from the lines of a header, [] when they do not make as many."""
    if len(lines) == 1:
        return list(lines[0])
    tall = max(len(line) for line in lines)
    # names broken over several lines, beside names that stand between the lines
    stacked = [line for line in lines if len(line) == tall]
    others = [name for line in lines if len(line) != tall for name in line]
    if tall > 1 and len(stacked) > 1 and tall + len(others) == width:
        return others + ["".join(names) for names in zip(*stacked, strict=True)]
    flat = [name for line in lines for name in line]
    return flat if len(flat) == width else []


def _by_kind(names: list[str], sample: Sequence[RawLine]) -> list[str]:
    """Names with the subject moved over the column of texts, where the order of a broken header does not tell."""
    if not sample:
        return names
    kinds = [[kind_of_text(line.parts[j].text) for line in sample] for j in range(len(names))]
    at = next(j for j, name in enumerate(names) if is_subject(name))
    texts = [j for j in range(len(names)) if kinds[j].count("text") * 2 > len(sample)]
    if at in texts or not texts:
        return names
    moved = names[:at] + names[at + 1 :]
    moved.insert(texts[0], names[at])
    return moved


def align_by_order(header: Header, lines: Sequence[RawLine], most: float) -> list[TableLine]:
    """Lines under the columns of a header, by the kinds of their parts, up to the first that does not fit.

    Args:
        header: the columns.
        lines: what follows the header.
        most: the width of a part from which it is running text.
    """
    n = len(header.names)
    whole = [line for line in lines if len(line.parts) == n]
    if len(whole) < 2:
        return []
    columns = _Columns([_single(line.parts) for line in whole], header.subject)
    out: list[TableLine] = []
    for _ in range(_PASSES):
        out = columns.align(lines, most)
        columns.learn(out)
    return out


def _single(parts: Sequence[Part]) -> TableLine:
    return TableLine(tuple(Piece(part.text, part.right - part.left) for part in parts))


class _Columns:
    """What the cells of each column look like, learnt at first from the lines that have all of them."""

    def __init__(self, whole: Sequence[TableLine], subject: int) -> None:
        self.subject = subject
        self.kinds = kinds_of(whole)
        self.widths = [max(cell.width for line in whole if (cell := line.cells[j])) for j in range(len(self.kinds))]
        self.texts = [j for j, kind in enumerate(self.kinds) if kind == "text"]
        self.stays = [False] * len(self.kinds)
        self.learn(whole)

    def learn(self, lines: Sequence[TableLine]) -> None:
        """Learn from lines under their columns."""
        self.seen = [
            Counter(f for line in lines if (cell := line.cells[j]) for f in _features(cell.text, cell.width))
            for j in range(len(self.kinds))
        ]
        # A column that is filled beside every figure, where others are not, holds no lines of broken cells.
        typed = [line for line in lines if any(c and k != "text" for c, k in zip(line.cells, self.kinds, strict=True))]
        present = [sum(1 for line in typed if line.cells[j]) / max(len(typed), 1) for j in range(len(self.kinds))]
        least = min((present[j] for j in self.texts), default=1.0)
        self.stays = [least < 0.9 and share > 0.95 for share in present]

    def align(self, lines: Sequence[RawLine], most: float) -> list[TableLine]:
        """Lines under the columns, up to the first that does not fit."""
        out: list[TableLine] = []
        full = [False] * len(self.kinds)  # whether the last piece in a column may go on
        for line in lines:
            if any(part.right - part.left > most or "。" in part.text[:-1] for part in line.parts):
                break
            if len(line.parts) == len(self.kinds) and any(_NOTHING.fullmatch(part.text) for part in line.parts):
                score, places = 0.0, list(range(len(self.kinds)))  # 固定资产投资  亿元  —  8.5%
            else:
                score, places = self._places(line.parts, full)
            if score < _FOREIGN:
                break
            cells: list[Piece | None] = [None] * len(self.kinds)
            for part, j in zip(line.parts, places, strict=True):
                old = cells[j]
                text = old.text + " " + part.text if old else part.text
                cells[j] = Piece(text, part.right - part.left + (old.width if old else 0.0))
            full = [bool(cell.width >= FULL * self.widths[j]) if cell else full[j] for j, cell in enumerate(cells)]
            out.append(TableLine(tuple(cells), line.at, line.ruled))
        return out

    def _places(self, parts: Sequence[Part], full: Sequence[bool]) -> tuple[float, list[int]]:
        """The columns of the parts of a line, in order, and how well they fit there."""
        fragment = all(kind_of_text(part.text) == "text" for part in parts) and len(parts) < len(self.kinds)
        best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}  # last column taken → score, columns
        for part in parts:
            fits = self._fits(part, full if fragment and len(self.texts) < len(self.kinds) else None)
            after: dict[int, tuple[float, list[int]]] = {}
            for last, (score, places) in best.items():
                for j in range(max(last, 0), len(self.kinds)):
                    value = score + fits[j] - 0.2 * max(0, j - last - 1)
                    if j == last:
                        value -= 3.0 + 2 * (self.kinds[j] != "text")
                    if j not in after or value > after[j][0]:
                        after[j] = (value, [*places, j])
            best = after
        return max(best.values(), key=lambda one: one[0])

    def _fits(self, part: Part, full: Sequence[bool] | None) -> list[float]:
        kind = kind_of_text(part.text)
        if kind != "text":
            return [2.0 if column == kind else -0.5 if column == "text" else -1.5 for column in self.kinds]
        width = part.right - part.left
        likely = {j: self._likely(part, j) for j in self.texts}
        best = max(likely.values(), default=0.0)
        fits = [-3.0] * len(self.kinds)
        for j, value in likely.items():
            # A part that looks like those of another column of texts is put there, unless their order forbids it.
            fits[j] = (0.3 if j == self.subject else 0.0) + 1.0 + max(-1.4, (value - best) / 4)
            if full is not None and self.stays[j]:
                fits[j] -= 1.5
            if full is not None and width > 1.15 * self.widths[j] and j != self.subject:
                fits[j] -= 1.5
            if full is not None and not full[j] and width < FULL * self.widths[j]:
                fits[j] -= 1.0  # neither goes on from the line above nor is broken itself
        return fits

    def _likely(self, part: Part, j: int) -> float:
        """The logarithm of how likely a text is in a column (naive Bayes)."""
        seen = self.seen[j]
        total = sum(seen.values()) + 100.0
        return sum(math.log((seen[f] + 0.2) / total) for f in _features(part.text, part.right - part.left))


def _features(text: str, width: float) -> list[str]:
    """The characters of a text, the two at its end, and how wide it is."""
    return [*text[:40], "$" + text[-1:], "$" + text[-2:], "^" + text[:1], f"#{width // 8:.0f}"]
