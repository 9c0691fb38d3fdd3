"""The page of the vocabulary reads well and asks no host for anything."""

from __future__ import annotations

from pathlib import Path

from kg.export import export
from kg.export.chromium import chromium as run_chromium
from kg.ontology import load_ontology
from kg.tables import Build
from tests.view.pages import Page


def test_the_page_says_all_in_both_languages_and_asks_nobody(
    chromium: Path, sample_build: Build, tmp_path: Path
) -> None:
    export(sample_build, "owl-html", tmp_path / "kg.html")
    ontology = load_ontology()
    with run_chromium(chromium, seconds=120) as tab:
        page = Page(tab)
        page.reset()
        tab.open((tmp_path / "kg.html").as_uri())
        page.wait("document.readyState === 'complete' && !!document.querySelector('h1')")
        text = str(page.run("document.body.innerText"))
        headings = set(page.run("[...document.querySelectorAll('h3')].map((h) => h.firstChild.textContent.trim())"))
        broken = page.run(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href').slice(1))"
            ".filter((id) => id && !document.getElementById(id))"
        )
        page.picture("vocabulary")
        tab.size(390, 844, mobile=True)
        page.picture("vocabulary-phone")
        wide = page.run("document.documentElement.scrollWidth")
        asked, complaints = page.requests(), page.complaints()
    assert (asked, complaints, broken) == ([], [], [])
    assert wide <= 400
    for term in (*ontology.entities.values(), *ontology.lists.values(), *ontology.relations.values()):
        assert term.definition_zh in text and term.definition_en in text, term.name
        assert any(heading.startswith(term.zh) for heading in headings), term.name
    assert all(value.zh in text for values in ontology.enums.values() for value in values.values())
    assert "目录 Contents" in text and "定义 Definition" in text
