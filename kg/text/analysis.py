"""A loaded article into a text ready for extraction: the parts of this package put together."""

from __future__ import annotations

import hashlib

from kg.ontology.lexicon import Lexicon
from kg.text.chinese_years import in_digits
from kg.text.contents import contents
from kg.text.enumerations import enumerations
from kg.text.glossary import glossary
from kg.text.headings import headings
from kg.text.metadata import metadata
from kg.text.normalise import normalise
from kg.text.quantities import quantities
from kg.text.sentences import Frame, sentences
from kg.text.tables import understand
from kg.text.times import expressions, times
from kg.text.tokens import tokenise
from kg.types import Article, Document, Text


def analyse(article: Article, lexicon: Lexicon) -> Text:
    """The document of an article with its clean text, sentences, words, quantities, times and glossary.

    `document.region` is None: the text alone does not know the gazetteer.
    """
    clean, offsets = normalise(article.text)
    about = metadata(article, clean)
    document = Document(
        doc_id=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        source=article.source,
        title=about.title,
        kind=about.kind,
        text=article.text,
        year=about.year,
        plan_year=about.plan_year,
        published=about.published,
        month=about.month,
    )
    listed = contents(clean)
    notes = glossary(clean, listed.end)
    found = headings(clean, listed.end, notes.span.start)
    plain = in_digits(clean)
    dated = expressions(plain, lexicon)
    told = about._replace(title=in_digits(about.title))
    cut = sentences(plain, Frame(found, notes.span, dated, told, listed), lexicon)
    return Text(
        document=document,
        clean=clean,
        offsets=offsets,
        sentences=cut,
        tokens=tokenise(clean),
        quantities=quantities(clean, lexicon),
        times=times(dated, cut, about.years, about.year),
        glossary=notes.entries,
        tables=understand(article, clean, offsets, lexicon) if article.tables else (),
        enumerations=enumerations(clean, notes.entries, lexicon),
    )
