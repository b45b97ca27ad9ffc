"""Trains the tagger. Usage: train.py WORK_FOLDER OUT.pt [--epochs N] [--hidden N] [--sets name:weight,...]"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

import torch
from torch import nn

from data import collate, load_set, load_vectors
from model import TAGS, TRANSITION_PENALTY, Tagger, best_path, names_of

SETS = ("current_events.train:1,current_events.swap:0.8,current_events.case:0.8,"
        "wikigold.train:2,wikigold.swap:1.5,wikigold.case:1.5,gum_strict.train:0.6,"
        "ewt_dev.train:1.2,ewt_dev.case:1,ewt_test.train:1.2,ewt_test.case:1,templates.train:0.6")
HELD = ["current_events.dev", "wikigold.dev", "gum_strict.dev", "ewt_dev.dev", "ewt_test.dev"]
BATCH, RATE = 32, 2e-3


def measure(model, sentences) -> str:
    """Strict scores of a held-out set, over all names and a type."""
    model.eval()
    hit, wrong, missed = Counter(), Counter(), Counter()
    transitions = (model.transitions.detach() + TRANSITION_PENALTY).numpy()
    ordered = sorted(sentences, key=lambda s: len(s.rows))
    with torch.no_grad():
        for k in range(0, len(ordered), 64):
            group = ordered[k : k + 64]
            *inputs, _, _ = collate(group)
            for sentence, scores in zip(group, model(*inputs).numpy()):
                found = names_of(best_path(scores[: len(sentence.rows)], transitions))
                gold = names_of(sentence.labels)
                hit.update(n[2] for n in found & gold)
                wrong.update(n[2] for n in found - gold)
                missed.update(n[2] for n in gold - found)
    f1 = lambda h, w, m: 200 * h / (2 * h + w + m) if h else 0.0
    h, w, m = (sum(c.values()) for c in (hit, wrong, missed))
    parts = [f"F {f1(h, w, m):.2f} P {100 * h / max(1, h + w):.1f} R {100 * h / max(1, h + m):.1f}"]
    return " ".join(parts + [f"{t} {f1(hit[t], wrong[t], missed[t]):.1f}" for t in TAGS])


def batches(sentences):
    """Shuffled, but of like length within a batch."""
    random.shuffle(sentences)
    out = []
    for k in range(0, len(sentences), BATCH * 50):
        run = sorted(sentences[k : k + BATCH * 50], key=lambda s: len(s.rows))
        out += [run[j : j + BATCH] for j in range(0, len(run), BATCH)]
    random.shuffle(out)
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--layers", type=int, default=1)
    parser.add_argument("--sets", default=SETS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint")
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    torch.manual_seed(args.seed)

    train = []
    for part in args.sets.split(","):
        name, weight = part.split(":")
        train += load_set(args.work / "sets" / name, float(weight))
    held = {name: load_set(args.work / "sets" / name) for name in HELD}
    model = Tagger(load_vectors(args.work), args.hidden, args.layers)
    if args.start:
        model.load_state_dict(torch.load(args.start)["state"])
    count = sum(p.numel() for p in model.parameters())
    print(f"{count} parameters, {len(train)} sentences, {sum(len(s.rows) for s in train)} tokens", flush=True)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=1e-3)
    steps = args.epochs * (len(train) // BATCH + 2)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, s / 200) * max(0.005, 1 - s / steps))
    for epoch in range(args.epochs):
        model.train()
        began, total, groups = time.time(), 0.0, batches(train)
        for group in groups:
            *inputs, labels, weights = collate(group)
            loss = model.loss(model(*inputs), labels, weights)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch} loss {total / len(groups):.4f} {time.time() - began:.0f} s", flush=True)
        if epoch % 3 == 2 or epoch == args.epochs - 1:
            for name, sentences in held.items():
                print(f"  {name} {measure(model, sentences)}", flush=True)
            torch.save({"state": model.state_dict(), "hidden": args.hidden, "layers": args.layers}, args.out)


if __name__ == "__main__":
    main()
