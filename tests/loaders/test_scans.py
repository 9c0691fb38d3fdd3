"""Scanned pages: read by OCR where its extra is installed, named where it is not."""

from __future__ import annotations

import difflib
import io
import re
import sys
from pathlib import Path

import pypdfium2
import pytest

from kg.errors import InputError, MissingExtraError
from kg.loaders import load, ocr, survey
from kg.types import Article
from tests.loaders.producers import page, to_pdf

TITLE = "某县2023年政府工作报告"
LINES = [
    TITLE,
    "各位代表：现在，我代表县人民政府向大会报告工作，请予审议，并请政协委员提出意见。",
    "一、2022年工作回顾",
    "过去一年，我们统筹疫情防控和经济社会发展，地区生产总值完成752.6亿元，增长4.3%，地方一般公共预算收入增长3.8%。"
    "白石新材料产业园一期项目建成投产，总投资6.5亿元，园区新入驻企业23家，标准厂房交付使用。",
    "县第二自来水厂通水，新建农村公路120公里，完成老旧小区改造56个。",
]
ROWS = [("序号", "项目名称", "建设地点", "总投资（万元）")] + [
    (str(n), f"白石{what}项目", f"{where}镇", str(n * 1700 + 300))
    for n, (what, where) in enumerate(
        [("水库加固", "云里"), ("污水处理厂", "青溪"), ("标准厂房", "枫林"), ("公路改建", "石亭")], 1
    )
]


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF of two pictures, as a scanner makes it: a page of prose and a table."""
    folder = tmp_path_factory.mktemp("scan")
    (folder / "a.html").write_text(page(LINES), "utf-8")
    table = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) + "</tr>" for row in ROWS)
    (folder / "b.html").write_text(page(["某县重点建设项目表"]) + f"<table>{table}</table>", "utf-8")
    pictures = []
    for made in to_pdf([folder / "a.html", folder / "b.html"]):
        document = pypdfium2.PdfDocument(made)
        pictures.append(document[0].render(scale=150 / 72).to_pil().convert("L"))
        document.close()
    target = folder / "scan.pdf"
    pictures[0].save(target, save_all=True, append_images=pictures[1:], resolution=150)
    pictures[0].save(folder / "page.png")
    return target


@pytest.fixture(scope="module")
def article(scan: Path) -> Article:
    if not ocr.installed():
        pytest.skip("the extra for OCR is not installed: pip install 'quyu-kg[ocr]'")
    (article,) = load(scan)
    return article


def alike(found: str, wanted: str) -> float:
    """The share of the characters that are right; marks may be half as wide."""
    marks = str.maketrans(",:;()?!", "，：；（）？！")
    found, wanted = (re.sub(r"\s", "", text).translate(marks) for text in (found, wanted))
    return difflib.SequenceMatcher(None, found, wanted, autojunk=False).ratio()


def test_a_scanned_pdf(article: Article) -> None:
    prose = article.text[: article.text.index("某县重点建设项目表")]
    assert alike(prose, "".join(LINES)) > 0.98
    assert [p.translate(str.maketrans(":,", "：，"))[:6] for p in prose.split("\n\n") if p] == [p[:6] for p in LINES]
    assert article.hints["title"] == TITLE
    assert {origin.page for origin in article.origins} == {1, 2}
    assert "OCR" in article.notes[-1]


def test_a_table_on_a_scanned_page(article: Article) -> None:
    (grid,) = article.tables
    found = [[article.text[c.start : c.end] if c else "" for c in row] for row in grid.rows]
    assert alike("".join("".join(row) for row in found), "".join("".join(row) for row in ROWS)) > 0.97
    assert [len(row) for row in found] == [4] * len(ROWS)
    assert [row[-1] for row in found[1:]] == [row[-1] for row in ROWS[1:]]


def test_a_picture_is_read_when_it_is_named(scan: Path, article: Article, tmp_path: Path) -> None:
    picture = scan.with_name("page.png")
    (read,) = load(picture)
    assert alike(read.text, "".join(LINES)) > 0.98 and "OCR" in read.notes[-1]
    (tmp_path / "logo.png").write_bytes(picture.read_bytes())
    assert survey([str(tmp_path)]).skipped == [
        (tmp_path / "logo.png", "it is a picture; name it to have it read by OCR")
    ]
    (tmp_path / "cut.png").write_bytes(picture.read_bytes()[:3000])
    with pytest.raises(InputError, match="damaged"):
        load(tmp_path / "cut.png")


def test_without_ocr_a_scan_is_named(scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    with pytest.raises(
        InputError, match=r"its 2 pages are pictures \(scanned\) and need OCR; install it with: .*\[ocr\]"
    ):
        load(scan)
    with pytest.raises(MissingExtraError, match=r"rapidocr.*quyu-kg\[ocr\]"):
        load(scan.with_name("page.png"))


def test_a_report_with_a_scanned_page(scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    (tmp_path / "a.html").write_text(page(LINES), "utf-8")
    (made,) = to_pdf([tmp_path / "a.html"])
    both, scanned = pypdfium2.PdfDocument(made), pypdfium2.PdfDocument(scan)
    both.import_pages(scanned, [1])
    out = io.BytesIO()
    both.save(out)
    for one in (both, scanned):
        one.close()
    made.write_bytes(out.getvalue())
    (article,) = load(made)
    assert article.text.startswith(TITLE) and "need OCR" in article.notes[0] and article.notes[0].endswith(": 2")


def test_a_missing_package_is_named(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ocr._engine.cache_clear()
    monkeypatch.setattr(ocr, "installed", lambda: True)
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(MissingExtraError, match=r"rapidocr.*quyu-kg\[ocr\]"):
        load(scan)
