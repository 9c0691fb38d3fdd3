"""The arrays of a model's file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from kg.errors import SchemaError


def arrays(path: Path, what: str, remedy: str) -> dict[str, Any]:
    """All arrays of a file by their names; nothing but arrays is read.

    Raises:
        SchemaError: the file is missing or damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            return dict(stored)
    except (OSError, ValueError) as error:
        raise SchemaError(f"{path}: {what} cannot be read ({error}); {remedy}.") from None
