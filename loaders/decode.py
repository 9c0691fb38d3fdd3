"""Bytes into text: UTF-8 with or without a mark, UTF-16 with a mark, GB18030 (which includes GBK and GB2312)."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from kg.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Frequent characters of any Chinese prose. Bytes of another encoding read as GB18030 give rare characters instead.
_COMMON = re.compile(r"[的一是在和有了人大中发展年设建工业政为市县区项目全]")
_HAN = re.compile(r"[\u3400-\u9fff]")


def read_text(path: Path) -> str:
    """The text of a file, line ends as they are.

    Raises:
        InputError: the file cannot be read, is empty, is no text, or is in none of the known encodings.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(str(path), "no such file", "check the spelling of the path") from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise InputError(str(path), f"the file cannot be read ({reason})", "allow reading it or leave it out") from None
    text = _decode(path, data)
    if not text.strip():
        raise InputError(str(path), "the file is empty", "remove it or fill it")
    return text


def _decode(path: Path, data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                problem = f"the file is marked as {encoding.upper()} but byte {error.start} is not"
                raise InputError(str(path), problem, "save it again as UTF-8") from None
    if b"\0" in data[:65536]:
        raise InputError(str(path), "the file is binary, not text", "give a text file in UTF-8 or GB18030")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = error.start
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        problem = f"the file is neither UTF-8 nor GB18030 (first fault at byte {fault})"
        raise InputError(str(path), problem, "save it again as UTF-8") from None
    sample = text[:20000]
    han = len(_HAN.findall(sample))
    if han == 0 or len(_COMMON.findall(sample)) < han * 0.02:
        problem = "the file is neither UTF-8 nor Chinese text in GB18030"
        raise InputError(str(path), problem, "save it again as UTF-8")
    return text
