"""Long short-term memory (Hochreiter and Schmidhuber 1997) over many sequences abreast, in both directions at once.

All gates but `new` are scaled by one half, so that one tanh serves all four, and what reads a state is given twice the
state, so that a state is (leave + 1) * tanh(cell) without a factor. Scaling by two rounds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def arranged(weights: Floats) -> Floats:
    """Weights (2, rows, 4 * hidden) of the gates enter, forget, new, leave as those that `both_ways` reads."""
    enter, forget, new, leave = np.split(weights, 4, 2)
    return np.concatenate([new, forget / 2, enter / 2, leave / 2], 2)


def both_ways(gates: Floats, running: Sequence[int], recurrent: Floats) -> Floats:
    """Twice the states, (2, places, hidden), of sequences read ahead and behind.

    Args:
        gates: (2, places, 4 * hidden): what enters the gates, `arranged`, in the order of `Abreast`. Overwritten.
        running: as in `Abreast`.
        recurrent: (2, hidden, 4 * hidden): half the weights from the state before to the gates, `arranged`.
    """
    two, places, _ = gates.shape
    hidden = recurrent.shape[1]
    states = np.empty((two, places, hidden), np.float32)
    cells = np.zeros((two, running[0], hidden), np.float32)
    more = np.empty((two, running[0], 4 * hidden), np.float32)
    state, at = states[:, :0], 0
    for n in running:
        now, cell = gates[:, at : at + n], cells[:, :n]
        if at:
            now += np.matmul(state[:, :n], recurrent, out=more[:, :n])
        np.tanh(now, out=now)
        now[..., hidden:] += 1
        new = now[..., :hidden]
        new *= now[..., 2 * hidden : 3 * hidden]
        cell *= now[..., hidden : 2 * hidden]
        cell += new
        cell *= 0.5
        np.tanh(cell, out=new)
        state = np.multiply(new, now[..., 3 * hidden :], out=states[:, at : at + n])
        at += n
    return states
