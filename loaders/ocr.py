"""Characters on pictures of pages, by RapidOCR (PP-OCR models, which lie in its package; nothing is downloaded)."""

from __future__ import annotations

import functools
import importlib.util
import unicodedata
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtraError
from kg.loaders.pdf_lines import Glyph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DPI = 150  # of a page that is drawn to be read; more costs time and reads no better
_SURE = 0.5  # confidence of a line
_THREADS = 2


def installed() -> bool:
    """Whether pictures can be read here."""
    return importlib.util.find_spec("rapidocr") is not None and importlib.util.find_spec("onnxruntime") is not None


def read_picture(image: NDArray[np.uint8], scale: float, name: str) -> list[Glyph]:
    """The characters on a picture, spread evenly over the lines that were found; y grows upwards.

    Args:
        image: height × width × 3, blue, green, red.
        scale: of the result's unit to a pixel (points in a pixel).
        name: of the file, for messages.

    Raises:
        MissingExtraError: RapidOCR is not installed.
    """
    try:
        found = _engine()(image)
    except ImportError:
        raise MissingExtraError("rapidocr", "ocr", f"Reading the pictures in {name}") from None
    if found.boxes is None:
        return []
    height = float(image.shape[0])
    glyphs: list[Glyph] = []
    for box, text in zip(found.boxes, found.txts, strict=True):
        left, right = float(min(p[0] for p in box)), float(max(p[0] for p in box))
        top, bottom = height - float(min(p[1] for p in box)), height - float(max(p[1] for p in box))
        glyphs += _spread(text, left * scale, bottom * scale, right * scale, top * scale)
    return glyphs


def _spread(text: str, left: float, bottom: float, right: float, top: float) -> list[Glyph]:
    """Characters along their line, which runs down when it is much higher than wide."""
    down = top - bottom > 1.8 * (right - left) and len(text) > 2
    # Marks are recognised as narrow ones, but stand as wide as a character in Chinese.
    chinese = sum(1 for c in text if unicodedata.east_asian_width(c) in "WF") * 2 > len(text)
    widths = [2 if unicodedata.east_asian_width(c) in "WF" or (chinese and c in ",:;!?()") else 1 for c in text]
    unit = (top - bottom if down else right - left) / max(sum(widths), 1)
    em = max(2 * unit, 0.1)
    glyphs = []
    at, blank = 0.0, False
    for char, width in zip(text, widths, strict=True):
        end = at + width * unit
        if char.isspace():
            blank = True
        elif down:
            glyphs.append(Glyph(char, left, top - end, right, top - at, em, blank))
        else:
            glyphs.append(Glyph(char, left + at, bottom, left + end, top, em, blank))
        blank = blank and char.isspace()
        at = end
    return glyphs


@functools.cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,  # pages stand upright
            "Global.text_score": _SURE,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
        }
    )
