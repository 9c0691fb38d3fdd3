"""The same article as TXT, HTML, DOCX and PDF gives the same entities and relations, evidence found in each."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.loaders import load
from kg.tables import Build
from tests.loaders.producers import by_libreoffice, page, portal, to_docx, to_pdf

SAMPLE = Path(kg.__file__).parent / "sample" / "texts"
FORMATS = ("html", "portal", "docx", "odt", "rtf", "doc", "pdf", "columns")
CHOSEN = ("liling-2021", "news-qibin", "paper-page", "zhuzhou-2021")
Facts = set[tuple[str, ...]]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One folder for each format, each with all texts of the sample."""
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


def facts(build: Build) -> Facts:
    """Mentions and relations of each file, without positions."""
    documents = {d["doc_id"]: Path(d["source"]).stem for d in build.rows("documents")}
    found: Facts = {("mention", documents[m["doc_id"]], m["entity_id"]) for m in build.rows("mentions")}
    relations = {r["relation_id"]: r for r in build.rows("relations")}
    for e in build.rows("evidence"):
        r = relations[e["relation_id"]]
        found.add(("relation", documents[e["doc_id"]], r["head_id"], r["type"], r["tail_id"]))
    return found


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Callable[[frozenset[str]], Facts]:
    """The facts of some texts of the sample as they are."""

    @functools.cache
    def build(stems: frozenset[str]) -> Facts:
        texts = [SAMPLE / f"{stem}.txt" for stem in sorted(stems)]
        return facts(kg.build(texts, tmp_path_factory.mktemp("plain") / "build").tables)

    return build


@pytest.mark.parametrize("name", ["html", "docx", "doc", "pdf", "columns"])
def test_every_format_gives_the_same_facts(
    name: str, folders: dict[str, Path], plain: Callable[[frozenset[str]], Facts], tmp_path: Path
) -> None:
    built = kg.build([folders[name]], tmp_path / "build").tables
    stems = frozenset(Path(d["source"]).stem for d in built.rows("documents"))
    expected, got = plain(stems), facts(built)
    f1 = 2 * len(expected & got) / (len(expected) + len(got))
    print(f"{name}: F1 {f1:.4f} over {len(stems)} documents, {len(expected)} facts")
    assert f1 >= 0.98, sorted(expected ^ got)
    texts = {d["doc_id"]: d["text"] for d in built.rows("documents")}
    for m in built.rows("mentions"):
        assert texts[m["doc_id"]][m["start"] : m["end"]] == m["surface"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_characters(name: str, folders: dict[str, Path]) -> None:
    for path in sorted(folders[name].iterdir()):
        (article,) = load(path)
        original = (SAMPLE / f"{path.stem}.txt").read_text("utf-8")
        assert re.sub(r"\s", "", article.text) == re.sub(r"\s", "", original)
