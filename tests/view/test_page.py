"""The page in a real browser."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import ViewOptions, write_view
from kg.export.view.page import LINES
from kg.ontology import load_ontology
from kg.tables import SCHEMAS, Build
from tests.tools import ROOT, missing
from tests.view.builds import FIRST, HOSTILE, SECOND, write_rows
from tests.view.pages import READY, Page, colours


def shown(name: str) -> str:
    """A hostile name as it stands in the page."""
    return re.sub(r"[\n\u2028\u202e]+", " ", name)


def test_opens_alone_and_in_silence(page: Page, small_page: Path) -> None:
    page.open(small_page)
    found = colours(page.tab, page.picture("small"))
    assert page.requests() == []
    assert page.complaints() == []
    for colour in ((0x4E, 0x79, 0xA7), (0xF2, 0x8E, 0x2B), (0xE1, 0x57, 0x59)):  # of regions, enterprises, projects
        assert found.get(colour, 0) > 40
    assert page.run("document.getElementById('status').textContent") == "10 个节点 · 9 条关系"


def test_hostile_names_are_only_text(page: Page, small_page: Path) -> None:
    page.open(small_page)
    for name in HOSTILE:
        page.run(f"kgView.goTo({page.node(shown(name))})")
        assert shown(name).split()[0] in page.panel()
    page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.run("window.hacked") is None
    assert page.run("document.querySelectorAll('#panel img, #panel b b').length") == 0
    assert page.run("document.querySelector('#panel .from a').href") == "https://example.org/a?b=1&c=%3C2%3E"
    assert page.complaints() == []
    assert page.requests() == []


def test_click_on_a_node_shows_its_sentences(page: Page, small_page: Path) -> None:
    page.open(small_page)
    page.click(*page.spot("旗滨玻璃公司"))
    text = page.panel()
    assert "企业" in text and "旗滨玻璃公司" in text and "醴陵市" in text and "2020" in text
    assert FIRST in text and "报告<b>一</b>" in text
    marked = page.run("[...document.querySelectorAll('#panel mark')].map((m) => m.className + m.textContent)")
    assert "head旗滨玻璃" in marked and "tail醴陵市" in marked and "tail电子玻璃一期项目" in marked
    page.key("Escape")  # what is behind the panel is free again
    page.click(*page.spot("电子玻璃一期项目"))
    page.wait("document.querySelector('#panel h2')?.textContent === '电子玻璃一期项目'")
    assert "10.2 亿元" in page.panel()


def test_figures_of_a_region(page: Page, small_page: Path) -> None:
    page.open(small_page)
    page.run(f"kgView.goTo({page.node('株洲市')})")
    page.panel()
    page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert "地区生产总值 3105.8亿元" in page.panel().replace("\n", " ")


def test_click_on_a_line_shows_all_its_evidence(page: Page, small_page: Path) -> None:
    page.open(small_page)
    (ax, ay), (bx, by) = page.spot("醴陵市"), page.spot("株洲市")
    page.click((ax + bx) / 2, (ay + by) / 2)
    text = page.panel()
    assert "醴陵市 — 隶属于 → 株洲市" in text and SECOND in text


@pytest.mark.parametrize("query", ["旗滨", "qibin", "qb", "qbbl", "QIBINBOLI"])
def test_search_finds_by_characters_and_by_sound(page: Page, small_page: Path, query: str) -> None:
    page.open(small_page)
    page.key("/")
    page.type(query)
    page.wait("document.querySelectorAll('#found li').length")
    assert "旗滨玻璃公司" in page.run("document.querySelector('#found li').textContent")
    page.key("Enter")
    assert "旗滨玻璃公司" in page.panel()


def test_search_knows_characters_of_two_sounds(page: Page, small_page: Path) -> None:
    page.open(small_page)
    assert page.run("kgView.find('chongqing').then((f) => f.map((e) => e.name))") == ["重庆路小学"]
    assert page.run("kgView.find('zhuzhou').then((f) => f.map((e) => e.name))") == ["株洲市"]
    assert page.run("kgView.find('没有这个').then((f) => f.length)") == 0


def test_filters_hide_and_show(page: Page, small_page: Path) -> None:
    page.open(small_page)
    assert "旗滨玻璃公司" in page.names()
    page.press("[data-id=Enterprise]")
    assert "旗滨玻璃公司" not in page.names()
    assert page.run("document.querySelector('[data-id=Enterprise]').getAttribute('aria-pressed')") == "false"
    page.press("[data-id=Enterprise]")
    assert "旗滨玻璃公司" in page.names()
    page.press("[data-id=undertakes]")
    assert "电子玻璃一期项目" not in page.names()  # nothing ties it any more
    assert page.run("document.getElementById('status').textContent").startswith("9 个节点 · 8 条关系")


def test_year_slider_changes_what_counts(page: Page, small_page: Path) -> None:
    page.open(small_page)
    page.run("document.querySelector('[data-id=year-to]').focus()")
    page.key("ArrowLeft")
    assert page.run("document.getElementById('status').textContent").startswith("3 个节点 · 2 条关系")
    assert page.names() == {"旗滨玻璃公司", "醴陵市", "电子玻璃一期项目"}
    assert page.run("document.activeElement.dataset.id") == "year-to"
    page.key("ArrowRight")
    assert page.run("document.getElementById('status').textContent").startswith("10 个节点")


def test_surer_facts_only(page: Page, small_page: Path) -> None:
    page.open(small_page)
    status = "document.getElementById('status').textContent"
    slider = "document.querySelector('[data-id=sure]')"
    page.run(f"kgView.goTo({page.node('旗滨玻璃公司')})")
    assert "电子玻璃一期项目" in page.panel()
    page.run(f"{slider}.focus()")
    assert page.run(f"{slider}.getAttribute('aria-valuetext')") == "不限"
    for _ in range(2):
        page.key("ArrowRight")
    assert page.run(f"{slider}.getAttribute('aria-valuetext')") == "≥ 0.6 · 余 89%"
    assert page.run(f"{slider}.getAttribute('aria-label')") == "只看较可靠的"
    assert "可能性" in page.run(f"{slider}.title")
    assert page.run(status).startswith("9 个节点 · 8 条关系")
    assert "电子玻璃一期项目" not in page.names()  # nothing ties it any more
    assert page.run("document.querySelector('[data-id=undertakes]')") is None
    page.wait("document.getElementById('panel').textContent.includes('另有 1 条关系被筛选隐藏')")
    assert page.run("[...document.querySelectorAll('#panel summary')].map((s) => s.innerText).join()").count("→") == 1
    page.press("#language")  # it stays as it is
    assert page.run(f"{slider}.getAttribute('aria-valuetext')") == "≥ 0.6 · 89% left"
    page.run(f"{slider}.focus()")
    page.key("ArrowLeft")
    page.key("ArrowLeft")
    assert page.run(status) == "10 nodes · 9 relations"
    assert "电子玻璃一期项目" in page.names()


def test_what_is_less_sure_is_found_and_leaves_the_panel(page: Page, small_page: Path) -> None:
    page.open(small_page)
    (ax, ay), (bx, by) = page.spot("旗滨玻璃公司"), page.spot("电子玻璃一期项目")
    page.click((ax + bx) / 2, (ay + by) / 2)
    assert "置信度 0.55" in page.panel()
    page.run("document.querySelector('[data-id=sure]').focus()")
    for _ in range(3):
        page.key("ArrowRight")
    assert page.run("document.getElementById('panel').hidden")  # the line is gone
    page.key("/")
    page.type("电子玻璃一期")
    page.wait("document.querySelectorAll('#found li').length")
    page.key("Enter")
    assert "10.2 亿元" in page.panel()
    assert "电子玻璃一期项目" in page.names()
    page.run(f"kgView.goTo({page.node('株洲市')})")
    page.wait("document.querySelector('#panel h2')?.textContent === '株洲市'")
    assert "地区生产总值" not in page.run("document.getElementById('panel').textContent")
    assert page.complaints() == []


def test_surer_facts_of_an_open_community(page: Page, synthetic: Callable[[int], Build], tmp_path: Path) -> None:
    build = synthetic(2000)
    rows = {name: build.rows(name) for name in SCHEMAS}
    rows["relations"] = [r | {"confidence": 0.4 + i % 6 / 10} for i, r in enumerate(rows["relations"])]
    page.open(write_view(write_rows(tmp_path / "build", rows), tmp_path / "page.html", ViewOptions(max_nodes=300)))
    slider = "document.querySelector('[data-id=sure]')"
    left = []
    for community in (0, 1):
        page.run(f"kgView.openCommunity({community})")
        lines = len(page.run("kgView.lines()"))
        page.run(f"{slider}.focus()")
        for _ in range(3):
            page.key("ArrowRight")
        left.append(page.run(f"{slider}.getAttribute('aria-valuetext')"))
        assert 0 < len(page.run("kgView.lines()")) < lines or community
        page.press("#back")
        assert page.run(f"{slider}.getAttribute('aria-valuetext')")[:5] == left[-1][:5]  # the overview has the same
        assert page.run("document.getElementById('status').textContent").endswith("(共 2,000 个)")
    assert left[0].startswith("≥ 0.7 · 余 ") and left[1].startswith("≥ 0.8 · 余 ")  # remembered
    assert page.complaints() == []


def test_the_panel_does_not_cover_what_was_clicked(page: Page, small_page: Path) -> None:
    page.open(small_page)
    place = f"kgView.place({page.node('株洲市')})"
    page.run(f"kgView.network.moveTo({{position: {{x: {place}.x - 500, y: 0}}, scale: 1}})")
    x, y = page.spot("株洲市")
    assert x > 1100
    page.click(x, y)
    page.panel()
    left = "document.getElementById('panel').getBoundingClientRect().left"
    page.wait(f"kgView.network.canvasToDOM({place}).x < {left} - 70")
    assert page.complaints() == []


def test_keyboard_alone(page: Page, small_page: Path) -> None:
    page.open(small_page)
    page.run("document.getElementById('canvas').focus()")
    page.key("n")
    first = page.panel()
    assert "株洲市" in first  # the node with most relations
    page.key("n")
    page.wait("!document.querySelector('#panel h2').textContent.includes('株洲市')")
    before = page.run("kgView.network.getViewPosition().x")
    page.key("ArrowRight")
    assert page.run("kgView.network.getViewPosition().x") > before
    page.key("Enter")
    assert page.run("document.activeElement.id") == "panel"
    page.key("Tab")
    assert page.run("document.activeElement.className") == "close"
    page.key("Escape")
    assert page.run("document.getElementById('panel').hidden")
    assert page.run("document.activeElement.id") == "canvas"


def test_narrow_screen(page: Page, small_page: Path) -> None:
    page.tab.size(390, 844, mobile=True)
    page.open(small_page)
    assert page.run("document.documentElement.scrollWidth") <= 390
    assert page.run("getComputedStyle(document.getElementById('side')).display") == "none"
    page.press("#menu")
    assert page.run("getComputedStyle(document.getElementById('side')).display") == "block"
    page.press("#menu")
    page.run(f"kgView.goTo({page.node('株洲市')})")
    page.panel()
    assert page.run("document.documentElement.scrollWidth") <= 390
    right = "[...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > 391).length"
    assert page.run(right) == 0
    page.picture("phone")


# Where texts are painted from now on: [text, left, right, base line] in pixels of the window.
_RECORD = """(() => {
  const paint = CanvasRenderingContext2D.prototype.fillText;
  window.painted = [];
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const {a, d, e, f} = this.getTransform(), left = (a * x + e) / devicePixelRatio;
    const right = left + (a * this.measureText(text).width) / devicePixelRatio;
    window.painted.push([text, left, right, (d * y + f) / devicePixelRatio]);
    return paint.call(this, text, x, y);
  };
})()"""


@pytest.mark.parametrize("width", [390, 320])
def test_names_are_whole_at_the_edges_of_a_narrow_screen(page: Page, tmp_path: Path, width: int) -> None:
    page.tab.size(width, 844, mobile=True)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    names = ["甲市", *(f"第{i}条很长很长的道路改造工程" for i in range(12))]
    rows["entities"] = [
        {"entity_id": f"x/{i}", "type": "Project" if i else "Region", "name": name, "aliases": [], "properties": "{}"}
        | {"mention_count": 1, "doc_count": 1, "first_year": None, "last_year": None}
        for i, name in enumerate(names)
    ]
    rows["relations"] = [
        {"relation_id": f"r/{i}", "head_id": f"x/{i}", "type": "located_in", "tail_id": "x/0", "properties": "{}"}
        | {"support": 1, "doc_count": 1, "confidence": 0.9, "first_year": None, "last_year": None}
        for i in range(1, len(names))
    ]
    page.open(write_view(write_rows(tmp_path / "build", rows), tmp_path / "page.html", ViewOptions()))
    page.run(_RECORD)
    page.run("kgView.network.redraw()")
    page.wait("painted.length > 5")
    painted = page.run("painted")
    assert [p for p in painted if p[1] < 0 or p[2] > width] == []
    page.run(f"kgView.goTo({page.node(names[3])})")
    page.panel()
    page.wait("painted.some(([text]) => text.includes('第2条'))")
    assert [p for p in page.run("painted") if p[1] < 0 or p[2] > width] == []


def test_no_name_is_half_behind_what_lies_over_the_drawing(
    page: Page, synthetic: Callable[[int], Build], tmp_path: Path
) -> None:
    page.open(write_view(synthetic(100), tmp_path / "page.html", ViewOptions()))
    page.run(_RECORD)
    page.run("kgView.network.moveTo({position: {x: kgView.place(0).x + 400, y: kgView.place(0).y}, scale: 1})")
    page.wait("painted.length > 5")
    found = page.run(
        "(() => { const side = document.getElementById('side').getBoundingClientRect();"
        " return painted.filter(([, left, right, y]) => left < side.right && right > side.left"
        " && y > side.top && y < side.bottom); })()"
    )
    assert found == []


def test_lines_have_the_colours_of_the_legend(page: Page, small_page: Path) -> None:
    page.open(small_page)
    legend = dict(
        page.run(
            "[...document.querySelectorAll('.toggle')].filter((b) => b.querySelector('.dash'))"
            ".map((b) => [b.dataset.id, getComputedStyle(b.querySelector('.dash')).backgroundColor])"
        )
    )
    assert {"located_in", "part_of", "undertakes"} <= legend.keys()
    assert len(set(legend.values())) == len(legend)
    page.run(f"kgView.goTo({page.node('旗滨玻璃公司')})")
    page.panel()
    page.run("document.getElementById('side').hidden = true")  # the legend is not to be counted
    found = colours(page.tab, page.picture("lines"))
    for kind in ("located_in", "undertakes"):
        red, green, blue = map(int, re.findall(r"\d+", legend[kind]))
        assert found.get((red, green, blue), 0) > 10, kind


def test_every_kind_of_line_has_a_colour_of_its_own() -> None:
    assert LINES.keys() == load_ontology().relations.keys()
    assert len(set(LINES.values())) == len(LINES)


def test_dark_and_english(page: Page, small_page: Path) -> None:
    page.open(small_page)
    page.press("#theme")
    page.press("#language")
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 29)"
    assert page.run("document.getElementById('status').textContent") == "10 nodes · 9 relations"
    assert "enterprise" in page.run("document.getElementById('side').textContent")
    assert page.run("document.documentElement.lang") == "en"
    page.picture("dark")
    page.press("#language")
    assert "企业" in page.run("document.getElementById('side').textContent")


def test_physics_only_on_demand(page: Page, small_page: Path) -> None:
    page.open(small_page)
    where = (
        "[...Array(10).keys()].map((i) => Math.round(kgView.place(i).x) + ' ' + Math.round(kgView.place(i).y)).join()"
    )
    before = page.run(where)
    time.sleep(0.3)
    assert page.run(where) == before
    page.press("#physics")
    page.wait(f"{where} !== {before!r}")
    page.press("#physics")
    assert page.run("document.getElementById('physics').getAttribute('aria-pressed')") == "false"


def test_without_network_and_with_one_that_never_answers(page: Page, small_page: Path) -> None:
    page.tab.send("Fetch.enable", patterns=[{"urlPattern": "http*"}])  # paused, and nobody lets them go on
    try:
        page.open(small_page)
        assert page.complaints() == []
    finally:
        page.tab.send("Fetch.disable")
    offline = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.tab.send("Network.emulateNetworkConditions", offline=True, **offline)
    try:
        page.reset()
        page.open(small_page)
        assert page.complaints() == []
    finally:
        page.tab.send("Network.emulateNetworkConditions", offline=False, **offline)


class _Strict(BaseHTTPRequestHandler):
    """Serves one page under the policy that the page itself names, and nothing else."""

    def __init__(self, body: bytes, asked: list[str], *rest: object) -> None:
        self.body, self.asked = body, asked
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        policy = re.search(rb'Security-Policy" content="([^"]*)"', self.body)
        assert policy
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", policy[1].decode().replace("&#39;", "'"))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_served_under_a_strict_policy(page: Page, small_page: Path) -> None:
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, small_page.read_bytes(), asked))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page.tab.open(f"http://127.0.0.1:{server.server_port}/view.html")
        page.wait(READY)
        page.run(f"kgView.goTo({page.node('株洲市')})")
        page.panel()
        assert asked == ["/view.html"]
        assert page.complaints() == []
    finally:
        server.shutdown()
        server.server_close()


def test_expand_draws_what_the_slice_left_out(page: Page, small: Build, tmp_path: Path) -> None:
    page.open(write_view(small, tmp_path / "focus.html", ViewOptions(focus="旗滨玻璃", hops=1)))
    assert page.names() == {"旗滨玻璃公司", "醴陵市", "电子玻璃一期项目"}
    page.run(f"kgView.goTo({page.node('醴陵市')})")
    page.panel()
    page.press("#expand")
    assert "株洲市" in page.names()
    page.wait("document.getElementById('expand')?.disabled")


def test_overview_opens_by_click(page: Page, overview_page: Path) -> None:
    page.open(overview_page)
    assert page.names() == set()
    assert page.run("document.getElementById('status').textContent").startswith("2,000 个节点")
    size = page.run("kgView.CORE.communities[0].size")
    x, y = page.run("Object.values(kgView.network.canvasToDOM(kgView.CORE.communities[0]))")
    page.click(x, y)
    assert "社群" in page.panel()
    page.press("#panel .actions button")
    assert 0 < len(page.names()) <= min(size, 300)
    page.press("#back")
    assert page.names() == set()
    page.key("/")
    name = page.run("kgView.CORE.nodes.name[kgView.CORE.communities[2].top[0]]")
    page.type(name)
    page.wait("document.querySelectorAll('#found li').length")
    page.key("Enter")
    page.panel()
    assert name in page.names()
    assert page.complaints() == []


def test_filters_of_an_overview(page: Page, overview_page: Path) -> None:
    def told() -> tuple[int, int, int]:
        """Nodes and relations by the status, and dots of projects on the screen."""
        nodes, relations = page.run("document.getElementById('status').textContent.match(/[0-9,]+/g).slice(0, 2)")
        dots = colours(page.tab, page.picture("overview-filtered")).get((0xE1, 0x57, 0x59), 0)
        return int(nodes.replace(",", "")), int(relations.replace(",", "")), dots

    page.open(overview_page)
    everything = told()
    page.press("[data-id=Project]")
    without = told()
    assert without[0] < everything[0] == 2000 and without[1] < everything[1] and without[2] < everything[2] / 4
    page.press("[data-id=Project]")
    assert told() == everything
    page.press("[data-id=located_in]")
    fewer = told()
    assert 0 < fewer[0] < everything[0] and 0 < fewer[1] < everything[1]
    names = "kgView.CORE.communities.map((_, c) => c)"
    assert page.run(f"{names}.every((c) => kgView.overview.sizes[c] <= kgView.CORE.communities[c].size)")
    page.run("document.querySelector('[data-id=year-from]').focus()")
    page.key("ArrowRight")
    assert told()[1] < fewer[1]
    page.run("kgView.openCommunity(0)")
    assert page.run("[...kgView.state.kindsOff].length") == 1 and page.run("kgView.state.years !== null")
    assert page.complaints() == []


def test_odd_slices(page: Page, small: Build, tmp_path: Path) -> None:
    page.open(write_view(small, tmp_path / "odd.html", ViewOptions(max_nodes=1)))
    assert page.run("document.getElementById('status').textContent").startswith("10 个节点")
    page.press("#fit")
    page.key("n")
    assert page.complaints() == []


def test_filters_that_leave_nothing(page: Page, small_page: Path) -> None:
    page.open(small_page)
    for kind in ("located_in", "part_of", "undertakes"):
        page.press(f"[data-id={kind}]")
    assert page.run("document.getElementById('status').textContent").startswith("没有可显示的内容")
    page.press("#fit")
    page.key("n")
    assert page.complaints() == []


def test_nodes_without_relations(page: Page, tmp_path: Path) -> None:
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    rows["entities"] = [
        {"entity_id": f"project/{i}", "type": "Project", "name": f"项目{i}", "aliases": [], "properties": "{}"}
        | {"mention_count": 1, "doc_count": 1, "first_year": None, "last_year": None}
        for i in range(40)
    ]
    build = write_rows(tmp_path / "build", rows)
    page.open(write_view(build, tmp_path / "lonely.html", ViewOptions()))
    assert page.run("document.getElementById('status').textContent").startswith("40 个节点")
    page.open(write_view(build, tmp_path / "many.html", ViewOptions(max_nodes=20)))
    page.run(f"kgView.goTo({page.node('项目7')})")
    assert "项目7" in page.panel()
    assert page.complaints() == []


def test_nothing_serious_for_axe(page: Page, small_page: Path) -> None:
    axe = ROOT / ".cache" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        missing("axe-core", "make axe")
    for theme in ("light", "dark"):
        page.reset()
        page.open(small_page)
        page.run(f"document.documentElement.dataset.theme = '{theme}'")
        page.run(f"kgView.goTo({page.node('旗滨玻璃公司')})")
        page.panel()
        page.run(axe.read_text("utf-8") + ";0")
        found = page.run(
            "axe.run(document, {resultTypes: ['violations']}).then((r) => r.violations"
            ".filter((v) => ['serious', 'critical'].includes(v.impact))"
            ".map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120) + n.failureSummary).join(' | ')))"
        )
        assert found == []


@pytest.mark.parametrize("nodes", [100, 2000, 20000])
def test_pictures(page: Page, synthetic: Callable[[int], Build], tmp_path: Path, nodes: int) -> None:
    page.open(write_view(synthetic(nodes), tmp_path / "page.html", ViewOptions()))
    found = colours(page.tab, page.picture(f"{nodes}-nodes"))
    assert found.get((0xE1, 0x57, 0x59), 0) > 60  # projects
    assert page.run("kgView.labelsDrawn()") > 20
    mouse = partial(page.tab.send, "Input.dispatchMouseEvent", button="left", buttons=1, clickCount=1)
    mouse(type="mousePressed", x=640, y=30)
    for x in (600, 560, 520):
        mouse(type="mouseMoved", x=x, y=60)
    assert (
        colours(page.tab, page.picture(f"{nodes}-nodes-moving")).get((0xE1, 0x57, 0x59), 0) > 60
    )  # nothing goes meanwhile
    mouse(type="mouseReleased", x=520, y=60)
    assert page.complaints() == []
