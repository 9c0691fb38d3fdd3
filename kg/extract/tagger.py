"""The trained tagger: a recurrent network over the states of the encoder, words and word lists, run with numpy.

For each character it reads the state of the pretrained network (`kg.extract.encoder`), embeddings of the character, of
its word and of the word's tag, and hints: hits of the word lists, marks, kinds of characters. One bidirectional LSTM
turns these into the energies of a linear-chain conditional random field for each layer (Huang, Xu and Yu 2015), from
which `kg.extract.crf.candidates` reads spans with their marginal probabilities. There are two layers: `outer` labels
the longest names, `inner` the names inside names (a company in a project's name).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kg.errors import SchemaError
from kg.extract.blas import one_thread
from kg.extract.crf import Layer
from kg.extract.encoder import load_encoder, states
from kg.extract.hits import CLASSES, hits
from kg.extract.pieces import abreast, pieces
from kg.extract.recurrent import arranged, both_ways
from kg.extract.stored import arrays
from kg.ontology.lexicon import Lexicon
from kg.types import Text

FORMAT = 3

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint32]

_MARKED = (re.compile(r"“([^“”\n]{1,40})”"), re.compile(r"《([^《》\n]{1,60})》"), re.compile(r"（([^（）\n]{1,60})）"))
_BEHIND = re.compile(r"[”》]([^，。；：、\n“《]{1,8})")
_LONGEST_QUOTED = 12
_PARTS = ("title", "body", "glossary", "furniture")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两")


class Known(NamedTuple):
    """The characters, words and tags that have an embedding: sorted codes; what is not among them has row 0."""

    letters: Codes
    words: Codes
    tags: Codes


class Inputs(NamedTuple):
    """What the network reads of each character: the encoder's state, rows of the embeddings, hints (0 or 1)."""

    states: Floats
    letters: Longs
    words: Longs
    tags: Longs
    hints: Bytes

    def part(self, a: int, b: int) -> Inputs:
        """Of the characters from a to b."""
        return Inputs(self.states[a:b], self.letters[a:b], self.words[a:b], self.tags[a:b], self.hints[a:b])


@dataclass(frozen=True, slots=True)
class Model:
    """The weights, ready to run; gates are enter, forget, new, leave.

    Attributes:
        known: what has an embedding.
        letters, words, tags: the embeddings.
        hints, hint_bias: weights from hints and the tag's embedding to what the recurrent layer reads of them.
        inputs: (2, width, 4 * hidden): of the recurrent layer, for states, letters, words, hints in this order.
        bias: (2, 1, 4 * hidden).
        recurrent: (2, hidden, 4 * hidden).
        out, out_bias: from the states of both directions to the columns of all layers.
        entering, again, above: inputs with bias, recurrent and out, as `kg.extract.recurrent` has them.
        layers: the conditional random fields over the columns.
    """

    known: Known
    letters: Floats
    words: Floats
    tags: Floats
    hints: Floats
    hint_bias: Floats
    inputs: Floats
    bias: Floats
    recurrent: Floats
    out: Floats
    out_bias: Floats
    entering: Floats
    again: Floats
    above: Floats
    layers: tuple[Layer, ...]


def energies(text: Text, lexicon: Lexicon, model: Model) -> Floats:
    """(characters, columns): how much speaks for each tag of each layer."""
    spans = pieces(text)
    out = np.zeros((len(text.clean), len(model.out_bias)), np.float32)
    if spans:
        with one_thread():
            entering = _entering(inputs(text, lexicon, model.known), model)
            for ahead, behind, running in abreast(spans):
                places = np.stack([ahead, behind])
                states = both_ways(entering[places] @ model.entering, running, model.again)
                for at, energy in zip(places, states @ model.above, strict=True):
                    out[at] += energy
            out += model.out_bias
    return out


def _entering(seen: Inputs, model: Model) -> Floats:
    """(characters, width + 1): what the recurrent layer reads, and 1 for its bias."""
    hints = np.concatenate([seen.hints.astype(np.float32), model.tags[seen.tags]], 1)
    hinted = np.tanh(hints @ model.hints + model.hint_bias)
    one = np.ones((len(hinted), 1), np.float32)
    return np.concatenate([seen.states, model.letters[seen.letters], model.words[seen.words], hinted, one], 1)


def inputs(text: Text, lexicon: Lexicon, known: Known) -> Inputs:
    """What the network reads of a text."""
    starts, ends = edges(text)
    lengths = ends - starts
    return Inputs(
        states(text.clean, pieces(text), load_encoder()),
        rows(letter_codes(text), known.letters),
        np.repeat(rows(codes(t.word for t in text.tokens), known.words), lengths),
        np.repeat(rows(codes(t.pos for t in text.tokens), known.tags), lengths),
        hints(text, lexicon),
    )


def edges(text: Text) -> tuple[Longs, Longs]:
    """Where each word begins and ends."""
    words = text.tokens
    starts, ends = (np.fromiter(map(attrgetter(edge), words), np.int64, len(words)) for edge in ("start", "end"))
    return starts, ends


def letter_codes(text: Text) -> Codes:
    """The code point of each character."""
    return np.frombuffer(text.clean.encode("utf-32-le", "surrogatepass"), np.uint32)


def codes(words: Iterable[str]) -> Codes:
    """A number for each word; two words hardly ever have the same."""
    all_ = list(words)
    number = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in set(all_)}
    return np.fromiter(map(number.__getitem__, all_), np.uint32, len(all_))


def rows(values: Codes, known: Codes) -> Longs:
    """1 + the position of each value among the sorted known ones, 0 for others."""
    if not len(known):
        return np.zeros(len(values), np.int64)
    at = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.where(known[at] == values, at + 1, 0)


def hints(text: Text, lexicon: Lexicon) -> Bytes:
    """(characters, hints): 1 where a hint holds."""
    clean, n = text.clean, len(text.clean)
    found = hits(clean, lexicon)
    none = np.zeros(n, np.uint8)
    columns = [found.get(name, none) == code for name in CLASSES for code in (1, 2, 3, 4)]
    table = np.zeros((n, 4 + len(_MARKED) * 3 + _LONGEST_QUOTED + 8 + len(_PARTS) + 2 + 4), np.uint8)
    at = 4
    for k, pattern in enumerate(_MARKED):
        for m in pattern.finditer(clean):
            a, b = m.span(1)
            table[a:b, at] = table[a - 1, at + 1] = table[b, at + 2] = 1
            if k < 2:
                table[a - 1 : b + 1, 4 + 3 * len(_MARKED) + min(b - a, _LONGEST_QUOTED) - 1] = 1
        at += 3
    at += _LONGEST_QUOTED
    for m in _BEHIND.finditer(clean):
        a, b = m.span(1)
        table[np.arange(a, b), at + np.arange(b - a)] = 1
    at += 8
    for s in text.sentences:
        span = slice(s.start, s.end)
        table[span, at + _PARTS.index(s.part)] = 1
        table[span, at + len(_PARTS)] = s.modality == "planned"
        table[span, at + len(_PARTS) + 1] = s.list_item > 0
    at += len(_PARTS) + 2
    kinds = {x: _kind(x) for x in set(clean)}
    kind = np.fromiter(map(kinds.__getitem__, clean), np.int64, n)
    table[np.arange(n), at + np.maximum(kind, 0)] = kind >= 0
    starts, ends = edges(text)
    table[:, 1] = 1  # where in its word a character stands; the words cover the text
    table[starts, 0], table[ends - 1, 2], table[starts, 3] = 1, 1, ends - starts == 1
    return np.concatenate([np.stack(columns, 1).astype(np.uint8), table], 1)


def _kind(x: str) -> int:
    if x in _NUMERALS:
        return 0
    if "\u4e00" <= x <= "\u9fff":
        return 1
    return 2 if x.isdigit() else 3 if x.isalpha() else -1


def load_model(path: Path) -> Model:
    """The model of a file.

    Raises:
        SchemaError: the file is missing, damaged, or made for another version.
    """
    again = "learn one with kg train TEXTS GOLD"
    data = arrays(path, "the tagger's model", again)
    if int(data["format"]) != FORMAT:
        raise SchemaError(f"{path}: the model was made for another version; {again}.")
    return model_of(data)


def model_of(data: dict[str, Any]) -> Model:
    """The model of the arrays that a file holds."""
    offset = 0
    layers = []
    for name in data["layers"].tolist():
        types, transitions = tuple(data[f"{name}.types"].tolist()), data[f"{name}.transitions"]
        layers.append(Layer(types, offset, transitions))
        offset += len(transitions)
    weights = {name: np.ascontiguousarray(value, np.float32) for name, value in data.items() if value.dtype.kind == "f"}
    names = ("letters", "words", "tags", "hints", "hint_bias", "inputs", "bias", "recurrent", "out", "out_bias")
    known = Known(data["known.letters"], data["known.words"], data["known.tags"])
    hidden, half = weights["recurrent"].shape[1], np.float32(0.5)
    return Model(
        known,
        **{name: weights[name] for name in names},
        entering=arranged(np.concatenate([weights["inputs"], weights["bias"]], 1)),
        again=arranged(weights["recurrent"]) * half,
        above=weights["out"].reshape(2, hidden, -1) * half,
        layers=tuple(layers),
    )
