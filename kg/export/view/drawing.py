"""The drawing of a slice: its nodes as numbers, one line for each related pair, communities and positions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.export.view.communities import communities
from kg.export.view.layout import SPACING, Ints, Points, force_layout, pack, separate, spiral
from kg.export.view.slices import Slice

Floats = NDArray[np.float64]

SMALLEST = 6  # nodes of a community that an overview shows by itself
LABEL_ROOM = 7.0  # units kept free around a node


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes are numbered as in `Slice.entities`.

    Attributes:
        ends: (relations, 2) node numbers of head and tail of each relation.
        pairs: (pairs, 2) node numbers, the smaller first: each related pair once.
        pair_of: the pair of each relation.
        degree: the pairs of each node.
        radius: of each node, in units of the drawing.
        group: the community of each node, from the largest.
        at: the position of each node.
        centres, reaches: of each community its middle and the radius of its disc.
        scattered: in an overview the community in which all small ones are gathered, or -1.
    """

    ends: Ints
    pairs: Ints
    pair_of: Ints
    degree: Ints
    radius: Floats
    group: Ints
    at: Points
    centres: Points
    reaches: Floats
    scattered: int = -1


def draw(part: Slice, *, overview: bool) -> Drawing:
    """Compute a drawing.

    Args:
        part: what to draw.
        overview: keep communities in discs of their own that do not overlap, for drawings that show them as one thing.
    """
    count = len(part.entities)
    number = {e["entity_id"]: i for i, e in enumerate(part.entities)}
    ends = np.array([(number[r["head_id"]], number[r["tail_id"]]) for r in part.relations], np.int64).reshape(-1, 2)
    straight = np.sort(ends, axis=1)
    pairs, pair_of = np.unique(straight, axis=0, return_inverse=True)
    pair_of = pair_of.reshape(-1)
    loose = pairs[:, 0] != pairs[:, 1]
    degree = np.bincount(pairs[loose].ravel(), minlength=count)
    mentions = np.array([e["mention_count"] for e in part.entities], float)
    radius = np.clip(5 + 1.9 * np.sqrt(degree) + 0.5 * np.log1p(mentions), 6, 34)
    weight = np.bincount(pair_of, minlength=len(pairs)).astype(float)
    group = np.array(
        communities(count, [(int(a), int(b), float(w)) for (a, b), w in zip(pairs, weight, strict=True)]), np.int64
    )
    scattered = -1
    if overview:
        group, scattered = _gathered(group)
        at = _overview(pairs[loose], group, radius, scattered)
    else:
        at = _whole(count, pairs[loose], group, radius)
    groups = int(group.max()) + 1 if count else 0
    sizes = np.bincount(group, minlength=groups)
    centres = np.stack([np.bincount(group, at[:, k], groups) / np.maximum(sizes, 1) for k in (0, 1)], axis=1)
    reaches = np.zeros(groups)
    np.maximum.at(reaches, group, np.linalg.norm(at - centres[group], axis=1) + radius)
    return Drawing(ends, pairs, pair_of, degree, radius, group, at, centres, reaches, scattered)


def _whole(count: int, pairs: Ints, group: Ints, radius: Floats) -> Points:
    """Components one by one, communities apart in each, then packed around the largest."""
    component = _components(count, pairs)
    at = force_layout(component, pairs, _start(group), 220) * _airy(count)
    room = radius + LABEL_ROOM
    groups = int(component.max()) + 1 if count else 0
    single = np.bincount(component, minlength=groups) == 1
    extent = np.zeros(groups)
    members: dict[int, list[int]] = defaultdict(list)
    for node, c in enumerate(component.tolist()):
        members[c].append(node)
    alone = [nodes[0] for c, nodes in members.items() if single[c]]
    for c, nodes in members.items():
        if not single[c]:
            at[nodes] = separate(at[nodes], room[nodes])
            low, high = at[nodes].min(axis=0), at[nodes].max(axis=0)
            at[nodes] -= (low + high) / 2
            extent[c] = np.linalg.norm(at[nodes], axis=1).max() + SPACING * 0.6
    blocks = [c for c in np.argsort(-extent, kind="stable").tolist() if extent[c] > 0]
    discs = [float(extent[c]) for c in blocks]
    if alone:
        at[alone] = spiral(len(alone)) * SPACING * 1.1
        discs.append(float(np.linalg.norm(at[alone], axis=1).max()) + SPACING)
    centres = pack(np.array(discs))
    for centre, c in zip(centres, blocks, strict=False):
        at[members[c]] += centre
    if alone:
        at[alone] += centres[-1]
    return at


def _overview(pairs: Ints, group: Ints, radius: Floats, scattered: int) -> Points:
    """Each community laid out in its own disc, the discs laid out as one graph."""
    inside = group[pairs[:, 0]] == group[pairs[:, 1]]
    at = force_layout(group, pairs[inside], _start(group), 70)
    groups = int(group.max()) + 1
    at, limit = _filled(at, group, groups, scattered)
    reach = limit + SPACING
    links, _ = community_links(group, pairs)
    blocks = _components(groups, links)
    main = np.flatnonzero(blocks == 0)
    rest = np.flatnonzero(blocks != 0)
    centres = np.zeros((groups, 2))
    local = np.full(groups, -1)
    local[main] = np.arange(len(main))
    kept = links[(local[links[:, 0]] >= 0)] if len(links) else links
    middle = force_layout(np.zeros(len(main), np.int64), local[kept], spiral(len(main)), 200)
    size = np.sqrt((middle**2).sum(axis=1).mean()) if len(main) > 1 else 1.0
    wide = np.sqrt((reach[main] ** 2).sum()) * 0.75
    centres[main] = separate(middle / max(size, 1e-9) * wide, reach[main], 200)
    if len(rest):
        ring = float((np.linalg.norm(centres[main], axis=1) + reach[main]).max())
        packed = pack(np.concatenate([[ring], np.sort(reach[rest])[::-1]]))
        centres[rest[np.argsort(-reach[rest], kind="stable")]] = packed[1:]
    return separate(at + centres[group], radius + LABEL_ROOM / 2, 25)


def _airy(count: int) -> float:
    """Few nodes stand wider apart: their names have room then."""
    return 1 + 1.4 * max(0.0, 1 - count / 150) ** 2


def community_links(group: Ints, pairs: Ints) -> tuple[Ints, Ints]:
    """The pairs of communities that are tied, and by how many pairs of nodes."""
    ends = np.sort(group[pairs], axis=1).reshape(-1, 2)
    links, weight = np.unique(ends[ends[:, 0] != ends[:, 1]], axis=0, return_counts=True)
    return links, weight


def _filled(at: Points, group: Ints, groups: int, scattered: int) -> tuple[Points, Floats]:
    """Every group spread over its disc, directions and the order outwards kept; and the radius of each disc."""
    sizes = np.bincount(group, minlength=groups)
    limit = SPACING * 0.72 * np.sqrt(sizes)
    if scattered >= 0:
        limit[scattered] *= 0.55  # nothing is between these nodes that would need room
    far = np.linalg.norm(at, axis=1)
    order = np.lexsort((far, group))
    rank = np.empty(len(group))
    rank[order] = np.arange(len(group)) - np.concatenate([[0], np.cumsum(sizes)[:-1]])[group[order]]
    even = limit[group] * np.sqrt((rank + 0.5) / sizes[group])
    own = np.minimum(far, limit[group])
    filled: Points = at * ((0.75 * even + 0.25 * own) / np.maximum(far, 1e-9))[:, None]
    return filled, limit


def _gathered(group: Ints) -> tuple[Ints, int]:
    """Communities of fewer than `SMALLEST` nodes become one, the last; its number, or -1 where there are none."""
    sizes = np.bincount(group)
    large = int((sizes >= SMALLEST).sum())
    return np.minimum(group, large), large if large < len(sizes) else -1


def _start(group: Ints) -> Points:
    """Communities along a wide spiral, each one's nodes around its place."""
    sizes = np.bincount(group)
    before = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    order = np.argsort(group, kind="stable")
    rank = np.empty(len(group), np.int64)
    rank[order] = np.arange(len(group))
    within = rank - before[group]
    middle = spiral(len(group))[np.minimum(before + sizes // 2, len(group) - 1)] if len(group) else np.zeros((0, 2))
    start: Points = middle[group] + spiral(int(sizes.max(initial=0)))[within] * 0.5
    return start


def _components(count: int, pairs: Ints) -> Ints:
    """The connected component of each node, numbered from the largest."""
    parent = list(range(count))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in pairs.tolist():
        parent[root(a)] = root(b)
    roots = np.array([root(x) for x in range(count)], np.int64)
    _, first, label, sizes = np.unique(roots, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return rank[label.reshape(-1)]
