"""Reads the arrays that prepare.ts wrote."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from model import CONTEXT_FLAGS, LEARNED_ROWS, LEXICON_FLAGS, VECTOR_SIZE, WORD_LETTERS


@dataclass
class Sentence:
    rows: np.ndarray
    letters: np.ndarray
    shapes: np.ndarray
    flags: np.ndarray
    labels: np.ndarray
    weight: float


def load_vectors(folder: Path) -> torch.Tensor:
    scales = np.fromfile(folder / "vector-scales.f32", np.float32)
    packed = np.fromfile(folder / "vector-nibbles.u8", np.uint8).reshape(len(scales), -1)
    vectors = np.zeros((LEARNED_ROWS + len(scales), VECTOR_SIZE), np.float32)
    vectors[LEARNED_ROWS:, 0::2] = ((packed & 15).astype(np.float32) - 8) * scales[:, None]
    vectors[LEARNED_ROWS:, 1::2] = ((packed >> 4).astype(np.float32) - 8) * scales[:, None]
    return torch.from_numpy(vectors)


def load_set(folder: Path, weight: float = 1.0) -> list[Sentence]:
    rows = np.fromfile(folder / "rows.i32", np.int32).astype(np.int64)
    letters = np.fromfile(folder / "characters.u8", np.uint8).reshape(-1, WORD_LETTERS)
    shapes = np.fromfile(folder / "shapes.u8", np.uint8)
    lexicon = np.fromfile(folder / "lexicon.u32", np.uint32)
    context = np.fromfile(folder / "context.u8", np.uint8)
    labels = np.fromfile(folder / "labels.u8", np.uint8)
    starts = np.fromfile(folder / "starts.i32", np.int32)
    flags = np.concatenate([lexicon[:, None] >> np.arange(LEXICON_FLAGS, dtype=np.uint32) & 1,
                            context[:, None] >> np.arange(CONTEXT_FLAGS, dtype=np.uint8) & 1],
                           1).astype(np.float32)
    return [Sentence(rows[a:b], letters[a:b], shapes[a:b], flags[a:b], labels[a:b], weight)
            for a, b in zip(starts[:-1], starts[1:]) if b > a]


def collate(sentences: list[Sentence]):
    def pad(arrays, fill=0):
        length = max(len(a) for a in arrays)
        out = np.full((len(arrays), length) + arrays[0].shape[1:], fill,
                      np.float32 if arrays[0].dtype == np.float32 else np.int64)
        for i, a in enumerate(arrays):
            out[i, : len(a)] = a
        return torch.from_numpy(out)

    return (pad([s.rows for s in sentences]), pad([s.letters for s in sentences]),
            pad([s.shapes for s in sentences]), pad([s.flags for s in sentences]),
            pad([s.labels.astype(np.int64) for s in sentences], -1),
            torch.tensor([s.weight for s in sentences]))
