"""Trains the reader: python3 train/train.py --treebanks DIR --vectors PACKAGE --out FILE.pt; see train/README.md."""
import argparse
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

from batches import Encoder, in_batches, varied
from evaluate import evaluate
from network import UPOS, Reader, Sizes
from treebank import read_treebank
from vectors import load_words


def options():
    p = argparse.ArgumentParser()
    p.add_argument("--treebanks", required=True)
    p.add_argument("--vectors", required=True)
    p.add_argument("--train", nargs="+", default=["ewt-train", "gum-free"])
    p.add_argument("--out", required=True)
    p.add_argument("--words", type=int, default=50000)
    p.add_argument("--epochs", type=int, default=20)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--batch", type=int, default=1200)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--tables", type=float, default=3.0, help="how much faster the tables of words and affixes learn")
    p.add_argument("--drop", type=float, default=0.25)
    p.add_argument("--drop-own", type=float, default=0.3)
    p.add_argument("--drop-parts", type=float, default=0.05)
    p.add_argument("--drop-word", type=float, default=0.03)
    p.add_argument("--share", type=float, default=1.0, help="share of the training sentences, for the learning curve")
    p.add_argument("--sizes", default="")
    p.add_argument("--judge", nargs="*", default=[], help="treebanks to report on at the end")
    return p.parse_args()


def main():
    o = options()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    bank = lambda name, training=False: read_treebank(os.path.join(o.treebanks, name + ".conllu.gz"), training)
    train = [s for name in o.train for s in bank(name, True)]
    dev = bank("ewt-dev")
    keys, vectors = load_words(o.vectors, train, o.words, os.path.join(os.path.dirname(__file__), ".cache"))
    if o.share < 1:
        train = rng.sample(train, int(len(train) * o.share))
    labels = sorted({x for s in train for x in s.labels})
    xtags = sorted({x for s in train for x in s.xtags})
    sizes = Sizes(**{k: int(v) for k, v in (x.split("=") for x in o.sizes.split(",") if x)})
    model = Reader(vectors, labels, xtags, sizes)
    encoder = Encoder(keys, labels, UPOS, xtags)
    tables = [model.own, model.affix]
    others = [p for p in model.parameters() if all(p is not t for t in tables)]
    dense = torch.optim.Adam(others, lr=o.rate, betas=(0.9, 0.95))
    sparse = torch.optim.SparseAdam(tables, lr=o.rate * o.tables, betas=(0.9, 0.95))
    steps = o.epochs * len(in_batches(train, o.batch, random.Random(0)))
    step, started = 0, time.time()
    for epoch in range(o.epochs):
        total, count = torch.zeros(3), 0
        groups = in_batches([varied(s, rng) for s in train], o.batch, rng)
        for i, group in enumerate(groups):
            done = step / steps
            rate = o.rate * min(1, step / 200) * max(0.01, 1 - done)
            dense.param_groups[0]["lr"] = rate
            sparse.param_groups[0]["lr"] = rate * o.tables
            losses, words = loss(model, encoder, group, o)
            dense.zero_grad(set_to_none=True)
            sparse.zero_grad(set_to_none=True)
            (losses.sum() / words).backward()
            torch.nn.utils.clip_grad_norm_(others, 5.0)
            dense.step()
            sparse.step()
            total += losses.detach()[:3]
            count += words
            step += 1
            if sys.stderr.isatty():
                print(f"\repoch {epoch + 1} of {o.epochs}: {i + 1} of {len(groups)}", end="", file=sys.stderr)
        last = epoch == o.epochs - 1
        score = evaluate(model, encoder, dev) if last or epoch % 3 == 2 else {}
        print(f"epoch {epoch + 1:3d} {time.time() - started:6.0f} s, loss", *(f"{x / count:.4f}" for x in total.tolist()),
              *(f"{k} {v:.2f}" for k, v in score.items()), flush=True)
    for name in o.judge:
        print(name, *(f"{k} {v:.2f}" for k, v in evaluate(model, encoder, bank(name)).items()), flush=True)
    torch.save({"state": model.state_dict(), "sizes": sizes.__dict__, "labels": labels, "xtags": xtags, "keys": keys}, o.out)


def loss(model, encoder, group, o):
    """Summed losses of tags, arcs, labels and (a help in training only) the treebanks' finer tags."""
    b = encoder.batch(group)
    word = torch.where(torch.rand(b.word.shape) < o.drop_word, encoder.unknown, b.word)
    b = b._replace(word=word)
    tags, xtags, arcs, ldep, lhead = model(b, o.drop, o.drop_own, o.drop_parts)
    flat = lambda scores, gold: F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=-1, reduction="sum")
    words = int(b.mask.sum())
    real = b.mask.t() > 0
    gold = torch.where(real, b.heads, -1)
    labels = model.label_scores(ldep, lhead, b.heads, o.drop)
    return torch.stack([flat(tags.transpose(0, 1), b.tags), flat(arcs, gold), flat(labels, b.labels),
                        0.5 * flat(xtags.transpose(0, 1), b.xtags)]), words


main()
