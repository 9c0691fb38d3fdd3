"""What a character means in its sentence: the states of a pretrained network.

The network is the two-layer bidirectional LSTM over characters of the named-entity model in cutword 0.1.1 (see NOTICE
beside the model), run with numpy; it has 128 outputs for a character.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.extract.blas import one_thread
from kg.extract.pieces import abreast
from kg.extract.stored import arrays

MODEL = Path(__file__).resolve().parent / "model" / "encoder.npz"
UNKNOWN, NUMBER, HANZI = 1, 3, 4  # the network's numbers for characters that its list lacks

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoder:
    """A network ready to run: 4 gates (new, forget, enter, leave), 2 directions.

    All gates but the first are scaled by one half, so that one tanh serves all four; what reads a state expects twice
    the state, so that a state is (leave + 1) * tanh(cell) without a factor. Scaling by two rounds nothing.

    Attributes:
        numbers: the row of `table` of each code point that the network knows.
        table: (4, 2 * rows, hidden): what a character adds to the gates of the first layer, ahead and (from `rows` on)
            behind.
        first: (4, 2, hidden, hidden): recurrent weights of the first layer.
        second: (4, 2, 3 * hidden + 1, hidden): of the second layer the weights of its input (the states of the first
            layer in both directions), of its own state, and its bias.
    """

    numbers: Mapping[int, int]
    table: Floats
    first: Floats
    second: Floats

    @property
    def width(self) -> int:
        """Of a state: both directions."""
        return 2 * int(self.first.shape[2])


def states(clean: str, spans: Sequence[tuple[int, int]], encoder: Encoder) -> Floats:
    """(characters, 2 * hidden): the network's output, each span read on its own."""
    with one_thread():
        return _states(clean, spans, encoder)


def _states(clean: str, spans: Sequence[tuple[int, int]], encoder: Encoder) -> Floats:
    numbers, hidden = _numbers(clean, encoder), encoder.width // 2
    out = np.zeros((len(clean), encoder.width), np.float32)
    for ahead, behind, running in abreast(spans):
        places = np.stack([ahead, behind])
        for layer in (_first, _second):
            states = layer(numbers, out, places, running, encoder)
            for half, (at, found) in enumerate(zip(places, states, strict=True)):
                out[at, half * hidden : (half + 1) * hidden] = found
    out *= 0.5
    return out


def _first(numbers: Longs, _: Floats, places: Longs, running: Sequence[int], encoder: Encoder) -> Floats:
    """Twice the states of the first layer, (2, places, hidden)."""
    hidden = encoder.width // 2
    rows = numbers[places] + [[0], [encoder.table.shape[1] // 2]]
    cells = np.zeros((5, 2, running[0], hidden), np.float32)
    more = np.empty((4, 2, running[0], hidden), np.float32)
    out = np.empty((*places.shape, hidden), np.float32)
    state, at = out[:, :0], 0
    for n in running:
        now = cells[:, :, :n]
        entering = encoder.table.take(rows[:, at : at + n], 1)
        if at:
            entering += np.matmul(state[:, :n], encoder.first, out=more[:, :, :n])
        state = out[:, at : at + n]
        np.tanh(entering, out=now[1:])
        _step(now, state)
        at += n
    return out


def _second(_: Longs, below: Floats, places: Longs, running: Sequence[int], encoder: Encoder) -> Floats:
    """Twice the states of the second layer, (2, places, hidden), given twice those of the first."""
    hidden = encoder.width // 2
    cells = np.zeros((5, 2, running[0], hidden), np.float32)
    out = np.empty((*places.shape, hidden), np.float32)
    entering = np.zeros((*places.shape, 3 * hidden + 1), np.float32)
    entering[..., : 2 * hidden] = below[places]
    entering[..., -1] = 1
    state, at = out[:, :0], 0
    for n in running:
        now = cells[:, :, :n]
        if at:
            entering[:, at : at + n, 2 * hidden : -1] = state[:, :n]
        gates = np.matmul(entering[:, at : at + n], encoder.second, out=now[1:])
        state = out[:, at : at + n]
        np.tanh(gates, out=gates)
        _step(now, state)
        at += n
    return out


def _step(now: Floats, state: Floats) -> None:
    """One step of cells: `now` are the cells and the four gates (overwritten); twice the state goes to `state`."""
    cell, new = now[0], now[1]
    now[2:] += 1
    now[:2] *= now[2:4]  # forget the cell, enter the new
    cell += new
    cell *= 0.5
    np.tanh(cell, out=new)
    np.multiply(now[4], new, out=state)


def _numbers(clean: str, encoder: Encoder) -> Longs:
    def number(x: str) -> int:
        lower = x.lower()
        known = encoder.numbers.get(ord(lower if len(lower) == 1 else x))
        if known is not None:
            return known
        if x.isdigit():
            return NUMBER
        return HANZI if "\u4e00" <= x <= "\u9fff" else UNKNOWN

    table = {x: number(x) for x in set(clean)}
    return np.fromiter(map(table.__getitem__, clean), np.int64, len(clean))


@functools.cache
def load_encoder(path: Path = MODEL) -> Encoder:
    """The network of a file.

    Raises:
        SchemaError: the file cannot be read.
    """
    data = arrays(path, "the network", "install the package again")
    hidden = data["second"].shape[1]
    real = {name: value.astype(np.float32) for name, value in data.items() if value.dtype == np.float16}
    table = (real["embedding"] @ real["first_inputs"] + real["first_bias"]).reshape(-1, 2, 4 * hidden)
    inputs = real["second_inputs"].reshape(2 * hidden, 2, -1).transpose(1, 0, 2)
    second = np.concatenate([inputs / 2, real["second"] / 2, real["second_bias"].reshape(2, 1, -1)], 1)
    return Encoder(
        numbers=dict(zip(data["characters"].tolist(), data["numbers"].tolist(), strict=True)),
        table=_by_gate(table.transpose(1, 0, 2)).reshape(4, -1, hidden),
        first=_by_gate(real["first"] / 2),
        second=_by_gate(second),
    )


def _by_gate(weights: Floats) -> Floats:
    """Weights (2, rows, 4 * hidden) of the gates enter, forget, new, leave as those of `Encoder`."""
    two, rows, width = weights.shape
    gates = weights.reshape(two, rows, 4, width // 4).transpose(2, 0, 1, 3)[[2, 1, 0, 3]]
    return np.ascontiguousarray(gates * np.array([1, 0.5, 0.5, 0.5], np.float32)[:, None, None, None])
