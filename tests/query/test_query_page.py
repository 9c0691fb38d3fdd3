"""The query page in a real browser: a query is typed, rows come, no other host is asked."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from kg.export.chromium import chromium as run_chromium
from kg.query.serve_sparql import serve
from kg.tables import Build
from tests.view.pages import Page

ROWS = "[...document.querySelectorAll('.yasr table.dataTable tbody tr')].map((row) => row.innerText)"


def ask(page: Page, query: str) -> None:
    """Type a query in place of what is there, and press the button."""
    page.press(".yasqe .CodeMirror-lines")
    page.tab.send(
        "Input.dispatchKeyEvent",
        type="keyDown",
        key="a",
        code="KeyA",
        windowsVirtualKeyCode=65,
        modifiers=2,
        commands=["selectAll"],
    )
    page.tab.send("Input.dispatchKeyEvent", type="keyUp", key="a", code="KeyA", windowsVirtualKeyCode=65, modifiers=2)
    page.type(query)
    page.press(".yasqe_queryButton")


def test_a_query_is_typed_and_answered_here(chromium: Path, sample_build: Build) -> None:
    zones = {e["name"] for e in sample_build.rows("entities") if e["type"] == "Zone"}
    query = (
        "PREFIX kg: <https://w3id.org/quyu-kg/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "SELECT ?园区 { ?x a kg:Zone ; rdfs:label ?园区 } ORDER BY ?园区"
    )
    with serve(sample_build, 0) as address, run_chromium(chromium, seconds=120) as tab:
        page = Page(tab)
        page.reset()
        tab.open(address)
        page.wait("!!document.querySelector('.yasqe .CodeMirror') && !!document.querySelector('.yasqe_queryButton')")
        page.press(".yasqe_queryButton")  # the query that stands there at first
        page.wait(f"{ROWS}.length > 0")
        ask(page, query)
        page.wait(f"{ROWS}.length === {min(len(zones), 50)}")
        rows = [str(row) for row in page.run(ROWS)]
        page.picture("query-page")
        ask(page, "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
        page.wait("document.body.innerText.includes('only reads')")
        ask(page, "SELEC")
        page.wait("document.querySelector('.yasqe .parseErrorIcon') !== null")
        asked = [p["request"]["url"] for m, p in tab.events if m == "Network.requestWillBeSent"]
        thrown = [p for m, p in tab.events if m == "Runtime.exceptionThrown"]
    assert all(any(zone in row for row in rows) for zone in sorted(zones)[:50])
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {urlsplit(address).netloc}
    assert any(url.endswith("/sparql") for url in asked)
    assert thrown == []
