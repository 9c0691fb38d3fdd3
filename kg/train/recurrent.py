"""Long short-term memory (Hochreiter and Schmidhuber 1997) over many sequences abreast, with numpy.

It gives the cells too, which learning needs and `kg.extract.recurrent`, quicker, does without.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def recur(gates: Floats, running: Sequence[int], recurrent: Floats) -> tuple[Floats, Floats]:
    """(places, hidden): the cells and the states.

    Args:
        gates: (places, 4 * hidden): what enters the gates enter, forget, new, leave, in the order of `Abreast`. What
            they let through, a share or (new) a value, is written over it.
        running: as in `Abreast`.
        recurrent: (hidden, 4 * hidden): weights from the state before to the gates.
    """
    hidden = len(recurrent)
    cells, states = (np.empty((len(gates), hidden), np.float32) for _ in range(2))
    at = before = 0
    for n in running:
        now, cell, state = gates[at : at + n], cells[at : at + n], states[at : at + n]
        if at:
            now += states[before : before + n] @ recurrent
        shares = now[:, : 2 * hidden], now[:, 3 * hidden :]
        for part in shares:  # the logistic function by way of the hyperbolic tangent
            part *= 0.5
        np.tanh(now, out=now)
        for part in shares:
            part += 1
            part *= 0.5
        np.multiply(now[:, :hidden], now[:, 2 * hidden : 3 * hidden], out=cell)
        if at:
            cell += now[:, hidden : 2 * hidden] * cells[before : before + n]
        np.tanh(cell, out=state)
        state *= now[:, 3 * hidden :]
        before, at = at, at + n
    return cells, states
