"""The steps by which the tagger's network learns (Loshchilov and Hutter 2019)."""

from __future__ import annotations

import numpy as np

from kg.train.gradients import Weights


class AdamW:
    """AdamW: steps by the running mean of the gradient over the root of that of its square."""

    MEAN, SQUARE, LEAST = 0.9, 0.99, 1e-8

    def __init__(self, weights: Weights, clip: float, decay: float) -> None:
        """`clip` is the greatest length of a gradient, `decay` how much weights shrink in a step."""
        self.weights, self.clip, self.decay, self.count = weights, clip, decay, 0
        self.mean = {name: np.zeros_like(w) for name, w in weights.items()}
        self.square = {name: np.zeros_like(w) for name, w in weights.items()}

    def step(self, gradient: Weights, scale: float, step: float) -> None:
        """A step of a size, along a gradient times `scale`."""
        self.count += 1
        length = scale * float(np.sqrt(sum(float((g.astype(np.float64) ** 2).sum()) for g in gradient.values())))
        scale *= min(1.0, self.clip / (length + 1e-6))
        first, second = 1 - self.MEAN**self.count, (1 - self.SQUARE**self.count) ** 0.5
        for name, weight in self.weights.items():
            g, mean, square = gradient[name], self.mean[name], self.square[name]
            g *= np.float32(scale)
            mean += np.float32(1 - self.MEAN) * (g - mean)
            g *= g
            square += np.float32(1 - self.SQUARE) * (g - square)
            root = np.sqrt(square)
            root /= np.float32(second)
            root += np.float32(self.LEAST)
            weight *= np.float32(1 - step * self.decay)
            weight -= np.float32(step / first) * (mean / root)
