"""Bytes into text: UTF-8 with or without a mark, UTF-16, GB18030 (which includes GBK and GB2312), Big5."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from kg.loaders.file import File, read_file

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Frequent characters of any Chinese prose, simplified and traditional. Bytes of another encoding read as GB18030 or
# Big5 give rare characters instead.
_COMMON = re.compile(r"[的一是在和有了人大中发展年设建工业政为市县区项目全亿元公司]")
_COMMON_BIG5 = re.compile(r"[的一是在和有了人大中發展年設建工業政為市縣區項目全億元公司]")
_HAN = re.compile(r"[\u3400-\u9fff]")
# What programs take for what: UTF-8 for GBK (鍦板尯 for 地区), UTF-8 and GBK for Latin-1 (åœ°åŒº, µØÇø).
_MISTAKEN = (
    ("gb18030", "utf-8"),
    ("cp1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("latin-1", "gb18030"),
    ("cp1252", "gb18030"),
)


def read_text(path: Path) -> str:
    """The text of a file, line ends as they are.

    Raises:
        InputError: the file cannot be read, is empty, is no text, or is in none of the known encodings.
    """
    return decode(read_file(path))


def decode(file: File, declared: str | None = None) -> str:
    """The text of a file's bytes; `declared` is the encoding that the file itself names.

    Raises:
        InputError: the file is empty, is no text, or is in none of the known encodings.
    """
    text = _decode(file, declared)
    if not text.strip():
        raise file.refuse("the file is empty", "remove it or fill it")
    _check(file, text)
    return text


def _decode(file: File, declared: str | None) -> str:
    data = file.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                problem = f"the file is marked as {encoding.upper()} but byte {error.start} is not"
                raise file.refuse(problem, "save it again as UTF-8") from None
    if b"\0" in data[:65536]:
        if wide := _wide(data):
            return wide
        raise file.refuse("the file is binary, not text", "give a text file in UTF-8 or GB18030")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = error.start
    if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
        try:
            return data.decode(declared)
        except (LookupError, ValueError):
            pass
    readings = [(_share(text, common), text) for text, common in _readings(data)]
    if not readings:
        raise file.refuse(
            f"the file is neither UTF-8 nor GB18030 (first fault at byte {fault})", "save it again as UTF-8"
        )
    share, text = max(readings, key=lambda reading: reading[0])
    if share < 0.02:
        raise file.refuse("the file is neither UTF-8 nor Chinese text in GB18030 or Big5", "save it again as UTF-8")
    return text


def _readings(data: bytes) -> list[tuple[str, re.Pattern[str]]]:
    out = []
    for encoding, common in (("gb18030", _COMMON), ("big5hkscs", _COMMON_BIG5)):
        try:
            out.append((data.decode(encoding), common))
        except UnicodeDecodeError as error:
            # Cut in the middle of a character at its very end, as when a download broke off.
            if error.start >= len(data) - 3 and len(data) > 200:
                out.append((data[: error.start].decode(encoding), common))
    return out


def _share(text: str, common: re.Pattern[str]) -> float:
    """How many of the Chinese characters are frequent ones."""
    sample = text[:20000]
    han = len(_HAN.findall(sample))
    return len(common.findall(sample)) / han if han else 0.0


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, if the bytes read so are Chinese."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _share(text, _COMMON) > 0.02 and len(_HAN.findall(text[:2000])) > min(len(text), 2000) * 0.3:
            return text
    return None


def _check(file: File, text: str) -> None:
    """Refuse text that another program has read in a wrong encoding and saved: some of its characters are lost."""
    sample = text[:4000]
    own = _share(sample, _COMMON)
    lost = sample.count("\ufffd") + 3 * sample.count("锟斤拷")
    garbled = own < 0.05 and any(_turned(sample, *pair) > max(0.1, 3 * own) for pair in _MISTAKEN)
    if garbled or lost * 10 > len(sample):
        raise file.refuse(
            "the characters are garbled (a program read them in a wrong encoding and saved the result)",
            "get the original file again",
        )


def _turned(text: str, wrong: str, right: str) -> float:
    """How Chinese a text is when it is taken back to its bytes and read anew."""
    again = text.encode(wrong, "ignore").decode(right, "ignore")
    return _share(again, _COMMON) if len(_HAN.findall(again)) * 6 > len(text) else 0.0
