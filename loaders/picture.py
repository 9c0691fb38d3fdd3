"""Pictures of pages (PNG, JPEG, TIFF, WebP), read by OCR. A user names them: most pictures in folders are ornaments."""

from __future__ import annotations

import io
import warnings

from kg.errors import MissingExtraError
from kg.loaders import ocr
from kg.loaders.file import File
from kg.loaders.pdf import article_of
from kg.loaders.pdf_pages import Page, page_of_picture
from kg.types import Article

_MOST_PIXELS = 60_000_000
_WIDEST = 4000
_MOST_FRAMES = 200
_READ_BY = "read by OCR (characters may be wrong)"


def read(file: File) -> list[Article]:
    """The text on a picture as one article, each frame a page.

    Raises:
        InputError: the picture is damaged or too large, or holds no text.
        MissingExtraError: the extra for OCR is not installed.
    """
    if not ocr.installed():
        raise MissingExtraError("rapidocr", "ocr", f"Reading the picture {file.name}")
    import numpy as np
    from PIL import Image, ImageOps, ImageSequence

    pages: list[Page] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pictures that are large: the bound below decides
            picture = Image.open(io.BytesIO(file.data))
            for frame in ImageSequence.Iterator(picture):
                if frame.width * frame.height > _MOST_PIXELS:
                    raise file.refuse(f"the picture has {frame.width} × {frame.height} points", "make it smaller")
                shown = ImageOps.exif_transpose(frame).convert("RGB")
                shown.thumbnail((_WIDEST, _WIDEST))
                pages.append(page_of_picture(file, np.asarray(shown)[:, :, ::-1], len(pages) + 1, 72 / ocr.DPI))
                if len(pages) >= _MOST_FRAMES:
                    break
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise file.refuse("the picture is damaged or cut off", "save it again") from None
    return [article_of(file, pages, [_READ_BY])]
