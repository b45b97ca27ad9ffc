"""Writes the model file. Usage: export.py WORK_FOLDER CHECKPOINT.pt OUT.bin

Layout, little-endian: "DLNER001"; u32 length of the header; header (JSON: hidden, tensors as
{name: {dtype, shape, offset}}), padded with spaces so that the data starts at a multiple of 16; then the
tensors, each at its offset from there, each offset a multiple of 16.
"""

import json
import struct
import sys
from pathlib import Path

import numpy as np
import torch

from data import load_vectors
from model import END_PENALTY, LEXICON_FLAGS, START_PENALTY, TRANSITION_PENALTY, Tagger, VECTOR_SIZE, LETTER_FILTERS, SHAPE_SIZE

work, checkpoint, out = map(Path, sys.argv[1:])
saved = torch.load(checkpoint)
model = Tagger(load_vectors(work), saved["hidden"], saved["layers"])
model.load_state_dict(saved["state"])
state = {k: v.detach() for k, v in model.state_dict().items()}

# Both directions as one input matrix; the projection, the shape table and the flags folded into it.
weights = torch.cat([state["lstm.weight_ih_l0"], state["lstm.weight_ih_l0_reverse"]])
bias = sum(torch.cat([state[f"lstm.{b}_l0"], state[f"lstm.{b}_l0_reverse"]]) for b in ("bias_ih", "bias_hh"))
ends = np.cumsum([0, VECTOR_SIZE, LETTER_FILTERS, SHAPE_SIZE])
of_vector, of_letters, of_shape = (weights[:, a:b] for a, b in zip(ends[:-1], ends[1:]))
of_flags = weights[:, ends[-1]:]
# Filters as [filter][position][letter size], so that three letters side by side are one input.
filters = state["filters.weight"].permute(0, 2, 1).reshape(LETTER_FILTERS, -1)
tensors = {
    "learned": state["learned"],
    "inputWeights": torch.cat([of_vector @ state["project.weight"], of_letters], 1),
    "inputBias": bias + of_vector @ state["project.bias"],
    "shapeInputs": state["shapes.weight"] @ of_shape.T,
    "flagInputs": of_flags.T,
    "letters": state["letters.weight"],
    "filterWeights": filters,
    "filterBias": state["filters.bias"],
    "forwardWeights": state["lstm.weight_hh_l0"],
    "backwardWeights": state["lstm.weight_hh_l0_reverse"],
    "narrowWeights": state["narrow.weight"],
    "narrowBias": state["narrow.bias"],
    "scoreWeights": state["score.weight"],
    "scoreBias": state["score.bias"],
    "transitions": state["transitions"] + TRANSITION_PENALTY,
    "startScores": START_PENALTY,
    "endScores": END_PENALTY,
}
arrays = {name: tensor.contiguous().numpy().astype("<f4") for name, tensor in tensors.items()}
# Scales as multiples of one step: half the size, and as exact as the rows of four bits can use.
scales = np.fromfile(work / "vector-scales.f32", "<f4")
step = scales.max() / 65535
arrays["vectorScaleStep"] = np.array([step], "<f4")
arrays["vectorScales"] = np.rint(scales / step).astype("<u2")
for name, file, dtype in [("vectorHashes", "vector-hashes.u32", "<u4"),
                          ("vectorNibbles", "vector-nibbles.u8", "u1"), ("lexiconHashes", "lexicon-hashes.u32", "<u4"),
                          ("lexiconKinds", "lexicon-kinds.u16", "<u2")]:
    arrays[name] = np.fromfile(work / file, dtype)

entries, blob = {}, bytearray()
for name, array in arrays.items():
    blob += bytes(-len(blob) % 16)
    entries[name] = {"dtype": array.dtype.str.lstrip("<|"), "shape": list(array.shape), "offset": len(blob)}
    blob += array.tobytes()
header = json.dumps({"hidden": saved["hidden"], "tensors": entries}).encode()
header += b" " * (-(len(header) + 12) % 16)
out.write_bytes(b"DLNER001" + struct.pack("<I", len(header)) + header + blob)
print(f"{out}: {out.stat().st_size / 1e6:.2f} MB")
