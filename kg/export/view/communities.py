"""Communities of a graph, by the Louvain method (Blondel et al. 2008), in a fixed order: same graph, same answer."""

from __future__ import annotations

from collections.abc import Sequence

Neighbours = list[dict[int, float]]

MAX_SWEEPS = 12
MAX_LEVELS = 8


def communities(count: int, pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """The community of each node, numbered from the largest (0) to the smallest.

    Args:
        count: nodes, which are the numbers from 0 to count - 1.
        pairs: (node, node, weight) of each connection, undirected; several of one pair add up.
    """
    beside: Neighbours = [{} for _ in range(count)]
    for a, b, weight in pairs:
        if a != b:
            beside[a][b] = beside[a].get(b, 0.0) + weight
            beside[b][a] = beside[b].get(a, 0.0) + weight
    member = list(range(count))
    loops = [0.0] * count
    for _ in range(MAX_LEVELS):
        moved, label = _move(beside, loops)
        if not moved:
            break
        member = [label[m] for m in member]
        beside, loops = _collapse(beside, loops, label)
    sizes: dict[int, int] = {}
    for m in member:
        sizes[m] = sizes.get(m, 0) + 1
    rank = {c: i for i, c in enumerate(sorted(sizes, key=lambda c: (-sizes[c], c)))}
    return [rank[m] for m in member]


def _move(beside: Neighbours, loops: list[float]) -> tuple[bool, list[int]]:
    """Move each node to the neighbouring community that gains most modularity, until none moves; then renumber."""
    degree = [sum(b.values()) + 2 * loop for b, loop in zip(beside, loops, strict=True)]
    total = sum(degree)
    label = list(range(len(beside)))
    if not total:
        return False, label
    weight = list(degree)  # of each community
    any_moved = False
    for _ in range(MAX_SWEEPS):
        moved = 0
        for node, around in enumerate(beside):
            if not around:
                continue
            mine, own = label[node], degree[node]
            links: dict[int, float] = {}
            for other, w in around.items():
                c = label[other]
                links[c] = links.get(c, 0.0) + w
            weight[mine] -= own
            share = own / total
            best, best_gain = mine, links.get(mine, 0.0) - weight[mine] * share
            for c, w in links.items():
                gain = w - weight[c] * share
                if gain > best_gain + 1e-12:
                    best, best_gain = c, gain
            weight[best] += own
            if best != mine:
                label[node] = best
                moved += 1
        any_moved |= moved > 0
        if moved <= len(beside) // 500:
            break
    number: dict[int, int] = {}
    return any_moved, [number.setdefault(c, len(number)) for c in label]


def _collapse(beside: Neighbours, loops: list[float], label: list[int]) -> tuple[Neighbours, list[float]]:
    """One node for each community."""
    count = max(label) + 1
    new: Neighbours = [{} for _ in range(count)]
    inside = [0.0] * count
    for node, around in enumerate(beside):
        mine = label[node]
        inside[mine] += loops[node]
        row = new[mine]
        for other, w in around.items():
            c = label[other]
            if c == mine:
                inside[mine] += w / 2
            else:
                row[c] = row.get(c, 0.0) + w
    return new, inside
