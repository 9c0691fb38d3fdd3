"""Files that are broken or made to harm: each ends in a clear outcome, and the build goes on with the others."""

from __future__ import annotations

import io
import os
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

import kg
from kg.errors import InputError, KgError
from kg.loaders import load, survey
from kg.loaders.archive import Budget, unpack
from kg.loaders.file import File
from kg.pipeline import build
from kg.pipeline.crew import Limits
from kg.pipeline.sources import find_sources
from tests.loaders.producers import workbook

BODY = "8月2日，甲县举行重点项目集中签约仪式，现场签约项目十二个，总投资三十亿元，涉及新材料、装备制造等产业。"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _zip(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as box:
        for name, data in parts.items():
            box.writestr(name, data)
    return out.getvalue()


def _word(text: str) -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def _bomb() -> bytes:
    return _zip({"word/document.xml": b"<w>" + b"\0" * 400_000_000})


def _entities() -> bytes:
    xml = f'<!DOCTYPE d [<!ENTITY l0 "ha">{_LAUGHS}]><w:document xmlns:w="x">&l9;</w:document>'
    return _zip({"word/document.xml": xml})


def _lying_gzip() -> bytes:
    # 400 MB of zeros in 400 kB
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(b"\0" * 10_000_000) for _ in range(40)) + packer.flush()


def _encrypted_zip() -> bytes:
    data = bytearray(_zip({"a.txt": BODY}))
    for at in (6, data.index(b"PK\1\2") + 8):
        data[at] |= 1
    return bytes(data)


def _deep_json() -> bytes:
    return b"[" * 100_000 + b"]" * 100_000


def _truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _wide_table() -> bytes:
    return b"<table><tr><td colspan=99999999 rowspan=99999999>x<td>y<tr><td>1<td>2</table><p>" + BODY.encode()


def _repeated_cells() -> bytes:
    """A spreadsheet of a hundred bytes with ten thousand million cells."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    cell = '<table:table-cell table:number-columns-repeated="99999"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="999999">{cell}</table:table-row>'
    body = f'<office:body><office:spreadsheet><table:table table:name="a">{row}</table:table></office:spreadsheet>'
    xml = f"<office:document-content {names}>{body}</office:body></office:document-content>"
    return _zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": xml}, zipfile.ZIP_STORED)


# name → (bytes, what the refusal says; "" where the file is read)
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (_bomb, "zip bomb"),
    "entities.docx": (_entities, "XML entities"),
    "cut.docx": (lambda: _truncated(_word(BODY)), "damaged"),
    "not.docx": (lambda: b"PK\3\4 nothing", "damaged"),
    "empty.docx": (lambda: _word(""), "no text"),
    "other.docx": (lambda: _zip({"word/document.xml": "no xml"}), "no XML"),
    "cut.pdf": (lambda: b"%PDF-1.7\n1 0 obj <<", "damaged"),
    "noise.pdf": (lambda: b"%PDF-1.4\n" + bytes(range(256)) * 50, "damaged"),
    "cut.xlsx": (lambda: _truncated(_workbook()), "damaged"),
    "noise.xls": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 20, "damaged"),
    "encrypted.xlsx": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
        "encrypted",
    ),
    "encrypted.zip": (_encrypted_zip, "encrypted"),
    "bomb.gz": (_lying_gzip, "bomb"),
    "cut.zip": (lambda: _truncated(_zip({"a.txt": BODY})), "damaged"),
    "cut.tar.gz": (lambda: b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"junk", "damaged"),
    "climbs.zip": (lambda: _zip({"../../evil.txt": BODY, "/etc/evil.txt": BODY}), "no file that can be read"),
    "repeated.ods": (_repeated_cells, "too many cells"),
    "deep.json": (_deep_json, "no JSON"),
    "wrong.json": (lambda: b'{"a": ', "no JSON"),
    "numbers.json": (lambda: b"[1, 2, 3]", "no record"),
    "garbage.jsonl": (lambda: b"x\ny\nz\n", "no record"),
    "wide.html": (_wide_table, ""),
    "deep.html": (lambda: b"<div>" * 50_000 + BODY.encode(), ""),
    "menus.html": (lambda: b"<html><body><nav><a href=/>x</a></nav></body></html>", "no text"),
    "nul.html": (lambda: b"<html>\0<p>" + BODY.encode(), ""),
    "quotes.csv": (lambda: b'a,b\n"x' + b"y" * 300_000, "no row"),
    # found by fuzzing
    "control.html": (lambda: b"<p>a&#1;</p><script>x</script>\x0b&#2;" + BODY.encode(), ""),
    "nul.mht": (
        lambda: b'MIME-Version: 1.0\nContent-Type: text/html; charset="a\0b"\n\n<p>' + BODY.encode("gb18030"),
        "",
    ),
    "overflow.rtf": (lambda: b"{\\rtf1 \\u99999999999999999999? text of it}", "damaged"),
    "nothing.mht": (lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "no web page"),
    "cut.warc": (lambda: b"WARC/1.0\r\nWARC-Type: response\r\n", ""),
    "cut.rtf": (lambda: b"{\\rtf1\\ansi\\uc", "damaged"),
    "slides.pptx": (lambda: _zip({"ppt/presentation.xml": "<x/>"}), "missing"),
    "macro.docm": (lambda: _word(BODY), ""),
}


def _workbook() -> bytes:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file(name: str, tmp_path: Path) -> None:
    make, words = FILES[name]
    (tmp_path / name).write_bytes(make())
    began = time.monotonic()
    if words:
        with pytest.raises(InputError) as caught:
            load(tmp_path / name)
        assert words in str(caught.value)
        assert str(caught.value).endswith(".")
    else:
        try:
            load(tmp_path / name)
        except InputError as error:
            assert str(error).endswith(".")
    assert time.monotonic() - began < 20
    assert not (tmp_path.parent / "evil.txt").exists()


def test_a_build_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("cut.docx", "entities.docx", "cut.pdf", "encrypted.zip", "deep.json", "wide.html"):
        (folder / name).write_bytes(FILES[name][0]())
    (folder / "good.txt").write_text(f"甲县签约\n{BODY}\n", "utf-8")
    (folder / "photo.jpg").write_bytes(b"x")
    (folder / "loop").symlink_to(folder)
    with pytest.raises(KgError, match="--skip-errors"):
        kg.build([folder], tmp_path / "build")
    graph = kg.build([folder], tmp_path / "build", skip_errors=True)
    manifest = graph.tables.manifest
    assert [p["source"] for p in manifest["problems"]] == [
        "in/cut.docx", "in/cut.pdf", "in/deep.json", "in/encrypted.zip", "in/entities.docx",
    ]  # fmt: skip
    assert [s["source"] for s in manifest["skipped"]] == ["in/loop", "in/photo.jpg"]
    assert len(graph.tables.rows("documents")) == 2


def test_a_file_that_takes_too_long_or_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that hangs or eats memory is ended; the others are read."""
    package = tmp_path / "sitecustomize.py"
    package.write_text(
        "import kg.loaders as l\nreal = l.read\n"
        "def read(file):\n"
        "    while 'hang' in file.name: pass\n"
        "    hog = bytearray(60_000_000_000) if 'hog' in file.name else None\n"
        "    if 'die' in file.name: import os; os._exit(9)\n"
        "    return real(file)\n"
        "l.read = read\n",
        "utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{Path(kg.__file__).parent.parent}")
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("die.html", "good.html", "hang.html", "hog.html"):
        (folder / name).write_text(f"<h1>甲县签约{name}</h1><p>{BODY}</p>", "utf-8")
    summary = build([folder], tmp_path / "build", skip_errors=True, limits=Limits(seconds=15, memory=3_000_000_000))
    found = {Path(p.source).stem: p.message for p in summary.problems}
    assert sorted(found) == ["die", "hang", "hog"]
    assert "--time-limit" in found["hang"] and "--memory-limit" in found["hog"] and "ended the worker" in found["die"]
    assert summary.counts["documents"]


def test_names_that_are_no_utf_8(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xb1\xa8\xb8\xe6.txt"  # 报告 in GBK
    with open(raw, "wb") as stream:  # noqa: PTH123
        stream.write(f"甲县签约\n{BODY}".encode())
    graph = kg.build([tmp_path], tmp_path / "build")
    assert graph.tables.rows("documents")[0]["source"].endswith("/报告.txt")


def test_a_file_of_a_gigabyte(tmp_path: Path) -> None:
    """Sparse, so that it takes no room on the disk; its length is asked before a byte of it is read."""
    for name in ("dump.txt", "dump.pdf", "dump.zip"):
        path = tmp_path / name
        with path.open("wb") as stream:
            stream.truncate(1 << 30)
        began = time.monotonic()
        with pytest.raises(InputError, match=r"1,073 MB.*split it"):
            load(path)
        assert time.monotonic() - began < 2
    (tmp_path / "good.txt").write_text(f"甲县签约\n{BODY}\n", "utf-8")
    graph = kg.build([tmp_path], tmp_path / "build", skip_errors=True)
    assert len(graph.tables.manifest["problems"]) == 3 and len(graph.tables.rows("documents")) == 1


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written to once, it is read again; written to on and on, it is refused; gone, it is named."""
    path = tmp_path / "log.txt"
    real = os.fstat
    writes = 1
    asked = 0

    def fstat(handle: int) -> os.stat_result:
        nonlocal asked
        asked += 1
        if asked % 2 == 0 and asked // 2 <= writes:
            with path.open("a", encoding="utf-8") as stream:
                stream.write(BODY)
        return real(handle)

    monkeypatch.setattr("kg.loaders.file.os.fstat", fstat)
    path.write_text(f"甲县签约\n{BODY}\n", "utf-8")
    assert load(path)[0].text.count(BODY) == 2
    asked, writes = 0, 9
    with pytest.raises(InputError, match="changes while it is read; wait"):
        load(path)
    monkeypatch.undo()
    path.write_bytes(b"x" * 100)
    monkeypatch.setattr("kg.loaders.file.os.fstat", lambda handle: os.stat_result((*real(handle)[:6], 50, 0, 0, 0)))
    with pytest.raises(InputError, match="changes while it is read"):  # shorter or longer than it says
        load(path)


def test_a_file_that_goes_away_during_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.html"):
        (folder / name).write_text(f"<p>甲县签约{name}</p>{BODY}", "utf-8")
    listed = find_sources

    def then_gone(*given: Any) -> Any:
        found = listed(*given)
        (folder / "a.txt").unlink()
        (folder / "c.html").unlink()
        return found

    monkeypatch.setattr("kg.pipeline.find_sources", then_gone)
    summary = build([folder], tmp_path / "build", skip_errors=True)
    assert [(p.source, "no such file" in p.message) for p in summary.problems] == [
        ("in/a.txt", True),
        ("in/c.html", True),
    ]
    assert sum(summary.counts["documents"].values()) == 1


def test_links_in_circles(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(f"甲县签约\n{BODY}\n", "utf-8")
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    found = survey([str(tmp_path)])
    assert found.files == [tmp_path / "good.txt"]
    assert [path.name for path, _ in found.skipped] == ["a.txt", "b.txt", "up"]
    for name in ("a.txt", "b.txt"):
        with pytest.raises(InputError):
            load(tmp_path / name)
        with pytest.raises(InputError, match="no such file or folder"):
            survey([str(tmp_path / name)])


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file and a folder without permission: named, and the build goes on with the others."""
    folder = tmp_path / "in"
    (folder / "closed").mkdir(parents=True)
    for name in ("good.txt", "secret.txt", "secret.dat", "closed/inside.txt"):
        (folder / name).write_text(f"甲县签约\n{BODY}\n", "utf-8")
    for parent in (tmp_path, *list(tmp_path.parents)[:2]):
        parent.chmod(0o755)
    for name in ("secret.txt", "secret.dat", "closed"):
        (folder / name).chmod(0)
    superuser = os.geteuid() == 0
    if superuser:  # who may read everything: try as nobody
        os.seteuid(65534)
    try:
        with pytest.raises(InputError, match="permission denied"):
            load(folder / "secret.txt")
        found = survey([str(folder)])
        with pytest.raises(InputError, match="cannot be listed"):
            survey([str(folder / "closed")])
    finally:
        if superuser:
            os.seteuid(0)
        (folder / "closed").chmod(0o755)
    assert [path.name for path in found.files] == ["good.txt", "secret.txt"]
    assert [(path.name, reason) for path, reason in found.skipped] == [
        ("closed", "the folder cannot be listed (permission denied)"),
        ("secret.dat", "it cannot be read (permission denied)"),
    ]


def test_names_of_every_kind(tmp_path: Path) -> None:
    """Names with blanks, quotes, line breaks, bytes that are no text, and as long as a name may be."""
    folder = os.fsencode(tmp_path / "in")
    Path(os.fsdecode(folder)).mkdir()
    names = [
        b"a b.txt",
        b"a'\"b.txt",
        b"a\nb.txt",
        b"\xff\xfe.txt",
        b"-rf.txt",
        ("报" * 80).encode() + b".txt",
        b"%2e.txt",
    ]
    for n, name in enumerate(names):
        Path(os.fsdecode(folder + b"/" + name)).write_text(f"甲县签约{n}\n{BODY}第{n}次。", "utf-8")
    graph = kg.build([os.fsdecode(folder)], tmp_path / "build")
    sources = [row["source"] for row in graph.tables.rows("documents")]
    assert len(sources) == len(names) and all(source.encode("utf-8") for source in sources)


def test_a_budget_for_archives(tmp_path: Path) -> None:
    many = File("a.zip", _zip({f"{n}.txt": "x" for n in range(50)}))
    with pytest.raises(InputError, match="bomb"):
        unpack(many, tmp_path, Budget(files=20))
    nested = _zip({"a.txt": BODY})
    for _ in range(6):
        nested = _zip({"in.zip": nested})
    assert "3 deep" in str(unpack(File("n.zip", nested), tmp_path / "n").skipped)


def test_a_folder_of_many_files(tmp_path: Path) -> None:
    """Listing costs 25 µs and 1 kB a file (100,000 files: 2.4 s, 119 MB), so that a tenth of that tells."""
    for n in range(5000):
        (tmp_path / f"{n}.png").touch()
        (tmp_path / f"{n}.txt").touch()
    began = time.process_time()
    found = survey([str(tmp_path)])
    assert (len(found.files), len(found.skipped)) == (5000, 5000)
    assert time.process_time() - began < 5


def test_no_loader_opens_a_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = f"<link rel=stylesheet href=http://example.org/a.css><img src=http://example.org/b.png><p>{BODY}</p>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    xml = '<!DOCTYPE w SYSTEM "http://example.org/x.dtd"><w:document xmlns:w="x"/>'
    (tmp_path / "b.docx").write_bytes(_zip({"word/document.xml": xml}))
    workbook(tmp_path / "c.xlsx")
    assert load(tmp_path / "a.html") and load(tmp_path / "c.xlsx")
    with pytest.raises(InputError):
        load(tmp_path / "b.docx")
