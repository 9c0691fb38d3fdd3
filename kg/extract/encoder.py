"""What a character means in its sentence: states of a pretrained network, cut into classes that features can name.

The network is the two-layer bidirectional LSTM over characters of the named-entity model in cutword 0.1.1 (see NOTICE
beside the model), run with numpy. Its 128 outputs for a character fall into the nearest of several sets of centres
(k-means), coarse and fine, of the whole vector and of slices of it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from kg.errors import SchemaError

MODEL = Path(__file__).resolve().parent / "model" / "encoder.npz"
BATCH = 128
TOGETHER = 512  # characters whose classes are looked up in one go
UNKNOWN, NUMBER, HANZI = 1, 3, 4  # the network's numbers for characters that its list lacks

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoder:
    """A network ready to run. Gates i, f, o are scaled by one half so that one tanh serves all four.

    Attributes:
        characters: sorted code points that the network knows.
        numbers: the row of `table` of each of them.
        table: (rows, 2, 4 * hidden): what a character adds to the gates of both directions of the first layer.
        first: (2, hidden, 4 * hidden): recurrent weights of the first layer.
        inputs: (2, 2 * hidden, 4 * hidden): input weights of the second layer.
        bias: (2, 1, 4 * hidden): of the second layer.
        second: (2, hidden, 4 * hidden): recurrent weights of the second layer.
        centres: for each set of classes the slice of the state that it looks at and the centres (classes, width).
    """

    characters: npt.NDArray[np.uint32]
    numbers: Longs
    table: Floats
    first: Floats
    inputs: Floats
    bias: Floats
    second: Floats
    centres: tuple[tuple[slice, Floats], ...]


def classes(clean: str, spans: Sequence[tuple[int, int]], encoder: Encoder) -> Longs:
    """(sets, characters): the class of each character in each set, from 1; 0 outside the spans."""
    out = np.zeros((len(encoder.centres), len(clean)), np.int64)
    if not spans:
        return out
    state = states(clean, spans, encoder)
    where = np.concatenate([np.arange(a, b) for a, b in sorted(spans)])
    for k, (part, centres) in enumerate(encoder.centres):
        half = (centres * centres).sum(1) / 2
        for i in range(0, len(where), TOGETHER):
            at = where[i : i + TOGETHER]
            out[k, at] = (half - state[at, part] @ centres.T).argmin(1) + 1
    return out


def states(clean: str, spans: Sequence[tuple[int, int]], encoder: Encoder) -> Floats:
    """(characters, 2 * hidden): the network's output, each span read on its own."""
    with _blas().limit(limits=1):  # the matrices are small: threads that wait for one another take longer than one
        return _states(clean, spans, encoder)


@functools.cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


def _states(clean: str, spans: Sequence[tuple[int, int]], encoder: Encoder) -> Floats:
    numbers = _numbers(clean, encoder)
    width = encoder.inputs.shape[1]
    out = np.zeros((len(clean), width), np.float32)
    order = sorted(spans, key=lambda s: (s[1] - s[0], s))
    for k in range(0, len(order), BATCH):
        batch = order[k : k + BATCH]
        begin, length = np.array([a for a, _ in batch]), np.array([b - a for a, b in batch])
        steps = np.arange(int(length.max()))[:, None]
        live = steps < length  # (steps, batch)
        turn = np.where(live, length - 1 - steps, 0)  # the step at which the backward direction reads a position
        at = np.where(live, begin + steps, begin)
        rows = np.arange(len(batch))
        forward, backward = numbers[at], numbers[at[turn, rows]]

        def one(t: int, ahead: Longs = forward, behind: Longs = backward) -> Floats:
            return np.stack([encoder.table[ahead[t], 0], encoder.table[behind[t], 1]])

        state = _run(one, len(steps), encoder.first)
        joined = np.concatenate([state[:, 0], state[turn, 1, rows]], 2)

        def two(t: int, below: Floats = joined, turn: Longs = turn, rows: Longs = rows) -> Floats:
            return np.stack([below[t], below[turn[t], rows]]) @ encoder.inputs + encoder.bias

        state = _run(two, len(steps), encoder.second)
        joined = np.concatenate([state[:, 0], state[turn, 1, rows]], 2)
        out[at[live]] = joined[live]
    return out


def _run(gates: Callable[[int], Floats], steps: int, recurrent: Floats) -> Floats:
    """States (steps, 2, batch, hidden) from what enters the gates at each step: (2, batch, 4 * hidden)."""
    n = recurrent.shape[1]
    out: list[Floats] = []
    cell = state = np.zeros((), np.float32)
    for t in range(steps):
        g = gates(t)
        if t:
            g += state @ recurrent
        np.tanh(g, out=g)
        enter, forget, leave = (0.5 * g[..., k * n : (k + 1) * n] + 0.5 for k in (0, 1, 3))
        cell = forget * cell + enter * g[..., 2 * n : 3 * n]
        state = leave * np.tanh(cell)
        out.append(state)
    return np.stack(out)


def _numbers(clean: str, encoder: Encoder) -> Longs:
    def number(x: str) -> int:
        code = ord(x.lower()) if len(x.lower()) == 1 else ord(x)
        at = int(np.searchsorted(encoder.characters, code))
        if at < len(encoder.characters) and encoder.characters[at] == code:
            return int(encoder.numbers[at])
        if x.isdigit():
            return NUMBER
        return HANZI if "\u4e00" <= x <= "\u9fff" else UNKNOWN

    table = {x: number(x) for x in sorted(set(clean))}
    return np.fromiter((table[x] for x in clean), np.int64, len(clean))


@functools.cache
def load_encoder(path: Path = MODEL) -> Encoder:
    """The network of a file.

    Raises:
        SchemaError: the file cannot be read.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            data = {name: stored[name] for name in stored.files}
    except (OSError, ValueError) as error:
        raise SchemaError(f"{path}: the network cannot be read ({error}); install the package again.") from None
    hidden = data["second"].shape[1]
    scale = np.repeat(np.array([0.5, 0.5, 1, 0.5], np.float32), hidden)
    real = {name: value.astype(np.float32) for name, value in data.items() if value.dtype == np.float16}
    table = (real["embedding"] @ real["first_inputs"] + real["first_bias"]).reshape(-1, 2, 4 * hidden) * scale
    parts = [slice(a, b) for a, b in data["parts"].tolist()]
    return Encoder(
        characters=data["characters"],
        numbers=data["numbers"].astype(np.int64),
        table=table,
        first=real["first"] * scale,
        inputs=np.ascontiguousarray(real["second_inputs"].reshape(2 * hidden, 2, -1).transpose(1, 0, 2) * scale),
        bias=real["second_bias"].reshape(2, 1, -1) * scale,
        second=real["second"] * scale,
        centres=tuple((part, real[f"centres{k}"]) for k, part in enumerate(parts)),
    )
