"""Writes what PyTorch makes of parity.txt, for the test of the run-time code.

Usage: write_parity.py WORK_FOLDER CHECKPOINT.pt OUT.json
[{"words": [...], "scores": [13 a word, four decimals], "path": [label ids]}], one document.
"""

import json
import sys
from pathlib import Path

import torch

from data import collate, load_set, load_vectors
from model import TRANSITION_PENALTY, Tagger, best_path

work, checkpoint, out = map(Path, sys.argv[1:])
saved = torch.load(checkpoint)
model = Tagger(load_vectors(work), saved["hidden"], saved["layers"])
model.load_state_dict(saved["state"])
model.eval()
transitions = (model.transitions.detach() + TRANSITION_PENALTY).numpy()
words = json.loads((work / "sets/parity/words.json").read_text())
rows = []
with torch.no_grad():
    for tokens, sentence in zip(words, load_set(work / "sets/parity")):
        *inputs, _, _ = collate([sentence])
        scores = model(*inputs).numpy()[0]
        rows.append({"words": tokens, "scores": [round(float(x), 4) for x in scores.flatten()],
                     "path": best_path(scores, transitions)})
out.write_text(json.dumps(rows))
