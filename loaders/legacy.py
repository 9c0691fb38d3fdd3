"""Old Word and PowerPoint files and those of WPS: turned into today's formats by LibreOffice when it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from kg.errors import InputError, MissingProgramError
from kg.loaders import docx, pptx
from kg.loaders.file import File
from kg.types import Article

SECONDS = 90
_SLIDES = (".ppt", ".dps", ".pps")
# No macro runs, nothing that a document links to is fetched, no question is asked.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
    "</item>"
)
_VALUES = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "2"),
)


def read(file: File) -> list[Article]:
    """The document as one article.

    Raises:
        InputError: LibreOffice cannot open the file, or it holds no text.
        MissingProgramError: LibreOffice is not installed.
    """
    if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" in file.data:
        raise file.refuse("the file is encrypted", "save it without a password")
    slides = file.suffix in _SLIDES or b"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0" in file.data
    data = convert(file, "pptx" if slides else "docx")
    made = File(file.name, data)
    return pptx.read(made) if slides else docx.read(made)


def convert(file: File, target: str) -> bytes:
    """The file in another format, made by LibreOffice in a folder of its own without macros and network.

    Raises:
        InputError: LibreOffice cannot open the file or takes too long.
        MissingProgramError: LibreOffice is not installed.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise MissingProgramError("LibreOffice", f"Reading {file.name}", "save it as .docx, .pptx or .xlsx")
    with tempfile.TemporaryDirectory(prefix="kg-office-") as name:
        folder = Path(name)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        items = "\n".join(_ITEM.format(path=path, name=key, value=value) for path, key, value in _VALUES)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), "utf-8")
        source = folder / f"in{file.suffix if file.suffix.isascii() else ''}"
        source.write_bytes(file.data)
        command = [
            program,
            f"-env:UserInstallation=file://{profile.parent}",
            "--headless",
            "--norestore",
            "--nolockcheck",
        ]
        command += ["--convert-to", target, "--outdir", str(folder / "out"), str(source)]
        _run(file, command, folder)
        made = folder / "out" / f"in.{target}"
        if not made.is_file():
            raise file.refuse("LibreOffice cannot open it", "open it in a word processor and save it as .docx")
        return made.read_bytes()


def _run(file: File, command: list[str], home: Path) -> None:
    # A proxy that nobody listens at keeps what the settings do not cover from the network.
    nowhere = "http://127.0.0.1:9"
    if guard := shutil.which("timeout"):  # ends it too when this process is killed
        command = [guard, "-k", "1", str(SECONDS + 5), *command]
    environment = os.environ | {"HOME": str(home), "http_proxy": nowhere, "https_proxy": nowhere}
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        process_group=0,
    )  # fmt: skip
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise _slow(file) from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _slow(file: File) -> InputError:
    return file.refuse(f"LibreOffice took more than {SECONDS} seconds", "save it as .docx, .pptx or .xlsx")
