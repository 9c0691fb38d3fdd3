"""The several years of which the sentences of a report speak in turn: 五年来, … till one year is named."""

from __future__ import annotations

from kg.relate.years import ONE_YEAR, SEVERAL_YEARS, times_in
from kg.types import Scene, Sentence, Time

_OPENING = 14  # characters of a sentence in which it says of what years it speaks
_LEAD = 20  # characters of a sentence in which the years themselves are named


_TITLES = 2  # lines at the start of a text that may say of what years it is
_LONGEST_TITLE = 60


class ReviewedYears:
    """Follows the sentences of one document, in order; one that is no report reviews years if its title says so."""

    def __init__(self, scene: Scene) -> None:
        self.text = scene.text
        self.top = ""
        self.several = False
        self.before_list: bool | None = None  # whether several years were spoken of before a list with dashes (——)
        self.inside = False  # whether they were named in the midst of a paragraph of one year
        self.years: Time | None = None
        self.whole = self._told_by_title()

    def at(self, sentence: Sentence) -> Time | None:
        """The years of the review in which the next sentence stands, None where it stands in none."""
        if self.text.document.kind != "report":
            return self._in_paragraph(sentence)
        chapter = sentence.path[0] if sentence.path and sentence.path[0].level == 1 else None
        over, self.top = self.top, chapter.text if chapter else ""
        entered = self.top != over
        self._keep_for_list(sentence)
        self._leave_paragraph(sentence)
        opening = self.text.clean[sentence.start : min(sentence.end, sentence.start + _OPENING)]
        if SEVERAL_YEARS.match(opening):
            self.inside = not (self.several or self._opens_paragraph(sentence))
            self.several = True
        elif sentence.modality == "planned" or ONE_YEAR.match(opening):
            self.several = False
        elif entered:
            self.several = SEVERAL_YEARS.search(self.top) is not None and ONE_YEAR.search(self.top) is None
        if self.several:
            start = chapter.start if entered and chapter else sentence.start
            named = times_in(self.text, start, min(sentence.end, sentence.start + _LEAD))
            several = [t for t in named if t.last - t.first >= 2 and not self.text.clean.endswith("大以来", 0, t.end)]
            own = [t for t in several if t.start >= sentence.start]  # 本届政府工作回顾⏎过去四年，…: the four
            self.years = next(iter(own or several), self.years)
        return self.years if self.several else None

    def _opens_paragraph(self, sentence: Sentence) -> bool:
        return sentence.start == 0 or self.text.clean[sentence.start - 1] == "\n"

    def _leave_paragraph(self, sentence: Sentence) -> None:
        """Let years named in the midst of a paragraph of one year end with it: …。五年来，…。⏎工业增加值…."""
        if self.inside and self._opens_paragraph(sentence) and not self.text.clean.startswith("——", sentence.start):
            self.inside = self.several = False

    def _told_by_title(self) -> Time | None:
        """The years of which a title or subtitle says that a text as a whole is about: “十三五”时期发展成就."""
        end, year = 0, self.text.document.year
        for _ in range(_TITLES):
            start, end = end, self.text.clean.find("\n", end) + 1 or len(self.text.clean)
            several = SEVERAL_YEARS.search(self.text.clean, start, end) if end - start <= _LONGEST_TITLE else None
            if several is None or ONE_YEAR.search(self.text.clean, start, end):
                continue
            named = times_in(self.text, start, end)
            return next((t for t in named if t.last - t.first >= 2 and year is not None and t.last <= year), None)
        return None

    def _in_paragraph(self, sentence: Sentence) -> Time | None:
        """The years of the whole in a paragraph, till one of its sentences speaks of one year."""
        if self.whole is None:
            return None
        start = sentence.start
        if self._opens_paragraph(sentence):
            self.several = True
        if sentence.modality == "planned" or ONE_YEAR.match(self.text.clean, start, start + _OPENING):
            self.several = False
        return self.whole if self.several else None

    def _keep_for_list(self, sentence: Sentence) -> None:
        """Let each item of a list with dashes start from what stood before the list: a year named in one is its own."""
        if self.text.clean.startswith("——", sentence.start):
            if self.before_list is None:
                self.before_list = self.several
            self.several = self.before_list
        elif self.text.clean[sentence.start - 1 : sentence.start] == "\n":
            self.before_list = None
