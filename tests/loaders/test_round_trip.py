"""One article as TXT, HTML, DOCX, ODT, RTF, DOC and PDF gives the same facts, evidence found again in the original."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import NamedTuple

import pytest

import kg
from kg.loaders import load
from kg.pipeline.document import read_article
from kg.pipeline.reading import knowledge
from tests.loaders.producers import by_libreoffice, page, portal, to_docx, to_pdf

SAMPLE = Path(kg.__file__).parent / "sample" / "texts"
FORMATS = ("html", "portal", "docx", "odt", "rtf", "doc", "pdf", "columns")
CHOSEN = ("liling-2021", "news-qibin", "paper-page", "zhuzhou-2021")
Facts = set[tuple[str, ...]]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One folder for each format, each with some texts of the sample."""
    root = tmp_path_factory.mktemp("formats")
    out = {name: root / name for name in FORMATS}
    for folder in out.values():
        folder.mkdir()
    for source in (SAMPLE / f"{name}.txt" for name in CHOSEN):
        lines = paragraphs(source.read_text("utf-8"))
        name = source.stem
        (out["html"] / f"{name}.html").write_text(page(lines), "utf-8")
        (out["portal"] / f"{name}.html").write_text(portal(lines), "utf-8")
        to_docx(lines, out["docx"] / f"{name}.docx")
        for kind, css in (("pdf", ""), ("columns", ".b{column-count:2;column-gap:1cm}")):
            (out[kind] / f"{name}.html").write_text(page(lines, css), "utf-8")
    for kind in ("pdf", "columns"):
        sources = sorted(out[kind].glob("*.html"))
        to_pdf(sources[:: 2 if kind == "pdf" else 3])
        for made in sources:
            made.unlink()
    for kind in ("odt", "rtf", "doc"):
        copies = []
        for made in sorted(out["docx"].glob("*.docx"))[::3]:
            copies.append(out[kind] / made.name)
            copies[-1].write_bytes(made.read_bytes())
        by_libreoffice(kind, copies)
        for made in copies:
            made.unlink()
    return out


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; the newspaper page of the sample is broken at a fixed width."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not any(line.startswith("【") for line in lines):
        return lines
    out: list[str] = []
    for line in lines:
        if out and out[-1].startswith("【") and not line.startswith("【"):
            out[-1] += line
        else:
            out.append(line)
    return out


class Read(NamedTuple):
    """What one document says: its facts without positions, and the words of each piece of evidence, without blanks."""

    facts: Facts
    evidence: set[str]


def same(raw: str, clean: str) -> bool:
    """Whether a stretch of a file is what its clean text says, marks of half width taken as whole ones."""
    marks = str.maketrans("(),:;?!", "（），：；？！")
    one, other = (re.sub(r"[\s“”\"]", "", text).translate(marks) for text in (raw, clean))
    return one == other


def said(path: Path) -> Read:
    """The entities and relations of a file of one document, read in this process."""
    (article,) = load(path)
    found = read_article(article, knowledge())
    for m in found.mentions:
        start, end = found.text.raw(m.start, m.end)
        assert same(article.text[start:end], found.text.clean[m.start : m.end])
    facts: Facts = {("mention", m.type, m.key) for m in found.mentions}
    facts |= {("relation", c.head.type, c.head.key, c.type, c.tail.type, c.tail.key) for c in found.claims}
    spans = {found.text.raw(c.start, c.end) for c in found.claims}
    return Read(facts, {re.sub(r"\s", "", article.text[start:end]) for start, end in spans})


@functools.cache
def plain(stem: str) -> Read:
    """What a text of the sample says as it is."""
    return said(SAMPLE / f"{stem}.txt")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "portal"])
def test_every_format_gives_the_same_facts(name: str, folders: dict[str, Path]) -> None:
    """All of a document's facts, and each piece of evidence found again in the original."""
    expected = got = both = 0
    for path in sorted(folders[name].iterdir()):
        one, other = plain(path.stem), said(path)
        expected, got, both = expected + len(one.facts), got + len(other.facts), both + len(one.facts & other.facts)
        original = re.sub(r"\s", "", (SAMPLE / f"{path.stem}.txt").read_text("utf-8"))
        assert other.evidence and all(words in original for words in other.evidence)
    f1 = 2 * both / (expected + got)
    print(f"{name}: F1 {f1:.4f}, {expected} facts")
    assert expected and f1 >= 0.98


def test_a_build_of_pdf_files_gives_the_same_tables(folders: dict[str, Path], tmp_path: Path) -> None:
    """The whole way: workers, joins, tables."""
    built = kg.build([folders["pdf"]], tmp_path / "build").tables
    texts = {d["doc_id"]: d for d in built.rows("documents")}
    sources = [SAMPLE / f"{Path(d['source']).stem}.txt" for d in texts.values()]
    wanted = kg.build(sources, tmp_path / "plain").tables
    for table, key in (("entities", "entity_id"), ("relations", "relation_id")):
        one, other = ({row[key] for row in build.rows(table)} for build in (wanted, built))
        assert 2 * len(one & other) >= 0.98 * (len(one) + len(other))
    for m in built.rows("mentions"):
        assert texts[m["doc_id"]]["text"][m["start"] : m["end"]] == m["surface"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_characters(name: str, folders: dict[str, Path]) -> None:
    for path in sorted(folders[name].iterdir()):
        (article,) = load(path)
        original = (SAMPLE / f"{path.stem}.txt").read_text("utf-8")
        assert re.sub(r"\s", "", article.text) == re.sub(r"\s", "", original)
