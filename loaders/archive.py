"""Archives (ZIP, TAR, GZ, BZ2, XZ): unpacked into a folder with bounds on size and number, names kept inside of it."""

from __future__ import annotations

import bz2
import dataclasses
import gzip
import io
import lzma
import stat
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, cast
from zipfile import ZipFile, ZipInfo

from kg.errors import InputError
from kg.loaders.container import BROKEN, SMALL, STEEPEST, open_zip
from kg.loaders.discover import survey
from kg.loaders.file import File, printable, read_file
from kg.loaders.sniff import kind_of
from kg.types import Article

_CHUNK = 1 << 20
_DEEPEST = 3  # archives in archives
_LONGEST_NAME = 200  # bytes of one part of a name


@dataclasses.dataclass(slots=True)
class Budget:
    """What may still be unpacked, shared by an archive and those inside of it."""

    size: int = 3_000_000_000
    files: int = 100_000

    def spend(self, file: File, size: int, files: int = 0) -> None:
        """Take from the budget.

        Raises:
            InputError: it is used up, as by an archive bomb.
        """
        self.size -= size
        self.files -= files
        if self.size < 0 or self.files < 0:
            raise file.refuse("the archive unpacks to too much, as an archive bomb does", "unpack it yourself and look")


@dataclasses.dataclass(slots=True)
class Unpacked:
    """Files of an archive with the names they have in it, and members left out with the reason."""

    files: list[tuple[str, Path]] = dataclasses.field(default_factory=list)
    skipped: list[tuple[str, str]] = dataclasses.field(default_factory=list)


def read(file: File) -> list[Article]:
    """The articles of all files in an archive; what cannot be read is told in the notes of the first.

    Raises:
        InputError: the archive is damaged, encrypted or a bomb, or nothing in it can be read.
    """
    from kg.loaders import read as read_any

    articles: list[Article] = []
    notes: list[str] = []
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        found = unpack(file, Path(folder))
        notes += [f"{name}: {reason}" for name, reason in found.skipped]
        for name, path in found.files:
            try:
                articles += read_any(read_file(path, f"{file.name}/{name}"))
            except InputError as error:
                notes.append(str(error))
    if not articles:
        raise file.refuse("the archive holds no file that can be read", "; ".join(notes[:3]) or "put documents into it")
    articles[0] = dataclasses.replace(articles[0], notes=(*articles[0].notes, *notes))
    return articles


def unpack(file: File, folder: Path, budget: Budget | None = None, depth: int = 1) -> Unpacked:
    """Unpack an archive, and those inside of it, into a folder.

    Raises:
        InputError: the archive is damaged, encrypted or would unpack to too much.
    """
    budget = budget or Budget()
    out = Unpacked()
    written: set[str] = set()
    try:
        for name, size, stream, reason in _members(file):
            shown = printable(name)
            inside = _inside(name)
            if reason is None and inside is None:
                reason = "its name leads out of the archive"
            if reason is not None or inside is None:
                out.skipped.append((shown, reason or ""))
                continue
            if any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(inside).parts):
                continue
            budget.spend(file, 0, 1)
            if inside in written:
                out.skipped.append((shown, "the archive holds it twice"))
                continue
            written.add(inside)
            _write(file, folder / inside, stream, size, budget)
    except InputError:
        raise
    except (*BROKEN, RuntimeError, lzma.LZMAError, tarfile.TarError):
        raise file.refuse("the archive is damaged or cut off", "get it again") from None
    _look(file, folder, budget, depth, out)
    return out


def _look(file: File, folder: Path, budget: Budget, depth: int, out: Unpacked) -> None:
    """List what was unpacked; archives in it are unpacked beside themselves."""
    found = survey([str(folder)])
    out.skipped += [(path.relative_to(folder).as_posix(), reason) for path, reason in found.skipped]
    for path in found.files:
        name = path.relative_to(folder).as_posix()
        inner = read_file(path, f"{file.name}/{name}")
        if not inner.data or kind_of(inner) != "archive":
            out.files.append((name, path))
        elif depth >= _DEEPEST:
            out.skipped.append((name, f"archives are opened {_DEEPEST} deep"))
        else:
            beside = path.with_name(f".{path.name}.unpacked")
            beside.mkdir(exist_ok=True)
            try:
                more = unpack(inner, beside, budget, depth + 1)
            except InputError as error:
                out.skipped.append((name, error.problem))
                continue
            out.files += [(f"{name}/{one}", where) for one, where in more.files]
            out.skipped += [(f"{name}/{one}", reason) for one, reason in more.skipped]


def _members(file: File) -> Iterator[tuple[str, int, IO[bytes], str | None]]:
    """(name, size as told, contents, reason to leave it out) of each file in an archive."""
    data = file.data
    if data.startswith(b"PK"):
        with open_zip(file) as box:
            for info in box.infolist():
                if not info.is_dir():
                    yield from _zip_member(box, info)
        return
    stream: IO[bytes] = io.BytesIO(data)
    if data[257:262] != b"ustar":
        opened = _opened(data)
        if opened is None:
            raise file.refuse("it is no archive of a known kind (zip, tar, gz, bz2, xz)", "unpack it yourself")
        head = opened.read(512)
        opened.close()
        if head[257:262] != b"ustar":
            name = PurePosixPath(file.name).name
            plain = name.rsplit(".", 1)[0] if name.lower().endswith((".gz", ".bz2", ".xz")) else name + ".txt"
            again = _opened(data)
            assert again is not None
            yield plain or "contents", 0, again, None
            return
        again = _opened(data)
        assert again is not None
        stream = again
    with tarfile.open(fileobj=stream, mode="r|", encoding="utf-8", errors="surrogateescape") as box:
        for member in box:
            if member.isdir():
                continue
            contents = box.extractfile(member) if member.isfile() else None
            if contents is None:
                yield member.name, 0, io.BytesIO(), "it is a link or a device, no file"
            else:
                yield member.name, member.size, contents, None


def _zip_member(box: ZipFile, info: ZipInfo) -> Iterator[tuple[str, int, IO[bytes], str | None]]:
    name = info.filename if info.flag_bits & 0x800 else _old_name(info.orig_filename)
    if stat.S_ISLNK(info.external_attr >> 16):
        yield name, 0, io.BytesIO(), "it is a link, no file"
        return
    with box.open(info) as stream:
        yield name, info.file_size, stream, None


def _old_name(name: str) -> str:
    """A name from a zip of before UTF-8: its bytes were taken for code page 437, and mean GBK in China."""
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _opened(data: bytes) -> IO[bytes] | None:
    if data.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=io.BytesIO(data)))
    if data.startswith(b"BZh"):
        return bz2.BZ2File(io.BytesIO(data))
    return lzma.LZMAFile(io.BytesIO(data)) if data.startswith(b"\xfd7zXZ\0") else None


def _inside(name: str) -> str | None:
    """The name below the folder, None when it leads out of it."""
    name = name.replace("\\", "/").replace("\0", "")
    if name.startswith("/") or ":" in name.split("/")[0]:
        return None
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if not parts or ".." in parts or len(parts) > 50:
        return None
    return "/".join(_short(part) for part in parts)


def _short(part: str) -> str:
    """A part of a name that file systems take; its suffix stays."""
    if len(part.encode("utf-8", "surrogateescape")) <= _LONGEST_NAME:
        return part
    stem, dot, suffix = part.rpartition(".")
    digest = f"{zlib.crc32(part.encode('utf-8', 'surrogateescape')):08x}"
    return (stem or part)[:40] + digest + (dot + suffix if dot and len(suffix) < 9 else "")


def _write(file: File, path: Path, stream: IO[bytes], size: int, budget: Budget) -> None:
    if size > budget.size:
        budget.spend(file, size)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with path.open("wb") as target:
        while chunk := stream.read(_CHUNK):
            written += len(chunk)
            steep = written > SMALL and written > STEEPEST * len(file.data)
            budget.spend(file, budget.size + 1 if steep else len(chunk))
            target.write(chunk)
