"""The values that flow from a file to the tables; all are frozen and know nothing of each other's makers.

Two coordinate systems exist. *Raw* positions count the characters of `Document.text`, which is never changed. *Clean*
positions count those of `Text.clean`, in which line breaks inside words, stray blanks and variants of width and quote
marks are gone. Everything between the text stage and the pipeline uses clean positions; `Text.raw` maps them back.
All spans are half-open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["report", "news", "page", "other"]
Modality = Literal["done", "planned"]
Measure = Literal["level", "growth"]
ObservationKind = Literal["actual", "target"]
Part = Literal["title", "body", "glossary", "furniture"]


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


class Origin(NamedTuple):
    """Where a stretch of an article's text stands in its file: a page (slide), or table, row and column from 1."""

    start: int
    end: int
    page: int | None = None
    table: str | None = None
    row: int | None = None
    column: int | None = None


class Cell(NamedTuple):
    """A cell of a table as a range of characters; `own` is False where a merged cell of another row reaches in."""

    start: int
    end: int
    own: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in an article: rows of cells in raw positions, all rows of one length, None for what is empty.

    `told` is what a mapping file says of its columns: header text → role (see `schema/lexicon/table_columns.tsv`), and
    under `kind` what its rows are.
    """

    name: str
    rows: tuple[tuple[Cell | None, ...], ...]
    told: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One text as a loader found it, before anything is known about it.

    `text` is the article's own characters (title line included), `hints` what the file says outright: any of `title`,
    `published` (ISO date), `issuer` (发文单位), `url`. `origins` and `tables` are sorted by position; `notes` are
    sentences for the user about what could not be read.
    """

    source: str
    text: str
    hints: dict[str, str] = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()
    tables: tuple[Grid, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text and what is known about it.

    `year` is the year reported on (of a work report given in January 2020: 2019; of a news item: the year of its date),
    `plan_year` the year planned for (2020; None for news), `month` that in which the text was written, where it is
    known. `region` is the key of the document's own Region or Zone.
    """

    doc_id: str
    source: str
    title: str
    kind: Kind
    text: str
    region: Ref | None = None
    year: int | None = None
    plan_year: int | None = None
    published: str | None = None
    month: int | None = None


class Ref(NamedTuple):
    """A name for an entity that is unique inside one document: its type and its key.

    The key of a Region that the gazetteer knows is its code (6, 9 or 12 digits); of any other entity its fullest
    name in the document, without quote marks and blanks.
    """

    type: str
    key: str


class Token(NamedTuple):
    """A word of jieba with its part-of-speech tag, in clean positions."""

    start: int
    end: int
    word: str
    pos: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that governs what follows: `level` 1 for 一、, 2 for (一), 3 for 1. and run-in headings, 4 for ①."""

    level: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (ended by 。！？； or a line end) with what governs it.

    `modality` is planned in plan sections and where the sentence itself says so (将, 力争, 计划, 确保 …). `year` is the
    year that the sentence speaks of: the review's year, the plan's year, or one that the sentence names. `aside` are
    the words that make a sentence planned whose section tells what was done (甲路竣工，|力争明年建成乙桥), or done in a
    plan; what stands outside them is as the section says. It is None where the sentence as a whole is the one or the
    other. `in_plan`: words before it in news, or what else is no report, say that it plans (三、下一步打算).
    """

    start: int
    end: int
    path: tuple[Heading, ...]
    modality: Modality
    year: int | None
    part: Part = "body"
    list_item: bool = False
    aside: Span | None = None
    in_plan: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: 98.29亿元 → value 98.29, unit 亿元, si 9829000000.0, dimension money.

    `dimension` is money (CNY), area (m²), percent, or count; `si` is the value in the dimension's base unit.
    """

    start: int
    end: int
    value: float
    unit: str
    dimension: Literal["money", "area", "percent", "count"]
    si: float


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time as an interval of years (first == last for one year): 去年, 2019年中期, “十三五”."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Gloss:
    """An entry of a 名词解释 section or a numbered note: the term's span and its definition's span."""

    term: Span
    definition: Span


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A counted name and as many parts as it says, in clean positions: “四网”（水网、路网、电网、气网）.

    `whole` lies inside the quote marks where it has such, `tail` is what stands behind it (“三大”|行动), `how` says
    where the parts stand: note, behind, comma, before, pieces (“一核”指甲，“两翼”指乙、丙), quotations.
    """

    whole: Span
    tail: str
    parts: tuple[Span, ...]
    how: str


class Column(NamedTuple):
    """What a column of a table holds: `role` (name, builder, place, investment, figure …), its unit, and for figures
    the indicator's name, the year, and what kind of figure it is."""

    role: str
    unit: str = ""
    name: str = ""
    year: int | None = None
    measure: Measure = "level"
    kind: ObservationKind = "actual"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose columns were understood, in clean positions; `kind` says what one row of it is about."""

    name: str
    start: int
    end: int
    kind: Literal["projects", "enterprises", "indicators", "regions"]
    columns: tuple[Column | None, ...]
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A document made ready for extraction. `offsets[i]` is the raw position of clean character i."""

    document: Document
    clean: str
    offsets: Sequence[int]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    glossary: tuple[Gloss, ...]
    tables: tuple[Table, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()

    def raw(self, start: int, end: int) -> Span:
        """The raw span of a clean one."""
        if start == end:
            at = self.offsets[start] if start < len(self.offsets) else len(self.document.text)
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of an entity, in clean positions.

    `rule` names the layer that found it, `key` is the second part of its `Ref`: what a layer proposes is changed by the
    resolution within the document, so that all mentions of one thing carry one key.
    """

    start: int
    end: int
    type: str
    key: str
    rule: str
    confidence: float

    @property
    def ref(self) -> Ref:
        return Ref(self.type, self.key)


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation that a clause states; `head_span` and `tail_span` are None where that end is understood (全市)."""

    head: Ref
    type: str
    tail: Ref
    start: int
    end: int
    rule: str
    confidence: float
    head_span: Span | None = None
    tail_span: Span | None = None
    year: int | None = None
    modality: Modality = "done"
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of an entity that a clause states.

    `value` is the normal form as text (1020000000, 41333, building, 2023, the definition), `number` and `unit` the same
    as a number with CNY or m² where it is one, `year` the year for which it is said. The span is that of the value's
    own words in the text (10.2亿元, 在建), from which readers see what was written.
    """

    entity: Ref
    property: str
    value: str
    start: int
    end: int
    rule: str
    confidence: float
    number: float | None = None
    unit: str | None = None
    year: int | None = None
    modality: Modality = "done"


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure of an indicator for a region or zone and a year; value and unit as in the text, not rescaled."""

    place: Ref
    indicator: str
    year: int
    value: float
    unit: str
    measure: Measure
    kind: ObservationKind
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Rejection:
    """What was found and refused, with a reason of the closed list in `kg.tables.REASONS`."""

    start: int
    end: int
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What relation and attribute rules look at: the text and its resolved mentions, sorted by position.

    Mentions may nest (a Region inside a Zone's name). `parents` gives the keys of the Regions above each Region key,
    nearest first, so that rules can tell 天元区 from 株洲市.
    """

    text: Text
    mentions: tuple[Mention, ...]
    home: Ref | None
    parents: dict[str, tuple[str, ...]] = field(default_factory=dict)
