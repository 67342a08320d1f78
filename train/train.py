"""Trains the reader: python3 train/train.py --treebanks DIR --vectors PACKAGE --out FILE.pt; train/make-model.sh has the options that count."""
import argparse
import copy
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

from batches import Encoder, in_batches
from drills import drills
from evaluate import evaluate
from network import UPOS, Reader, Sizes
from reword import reworded
from teach import certain, learnt, load, parsed, save, with_lessons
from treebank import read_treebank
from vary import noun_phrases, varied
from vectors import load_words

AVERAGED = 4  # steps from one averaging of the weights to the next


def options():
    p = argparse.ArgumentParser()
    p.add_argument("--treebanks", required=True)
    p.add_argument("--vectors", required=True)
    p.add_argument("--train", nargs="+", default=["ewt-train", "gum-free"])
    p.add_argument("--only", nargs="+", help="those of them to learn from now; words and labels are still those of all")
    p.add_argument("--out", required=True, help="written every third epoch, and at the end")
    p.add_argument("--words", type=int, default=50000)
    p.add_argument("--epochs", type=int, default=20)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--batch", type=int, default=600, help="words, padding counted")
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--tables", type=float, default=3.0, help="how much faster the tables of words and affixes learn")
    p.add_argument("--drop", type=float, default=0.25)
    p.add_argument("--drop-own", type=float, default=0.3)
    p.add_argument("--drop-parts", type=float, default=0.05)
    p.add_argument("--drop-word", type=float, default=0.03)
    p.add_argument("--vary", type=float, default=0.04, help="share of the sentences made headlines, and of those given an apposition")
    p.add_argument("--average", type=float, default=0.999, help="share of the running average of the weights that a step keeps")
    p.add_argument("--teachers", nargs="*", default=[], help="trained models whose scores are learnt beside the treebanks' trees")
    p.add_argument("--taught", type=float, default=0.7, help="weight of the teachers' scores")
    p.add_argument("--own", nargs="*", default=[], help="files of sentences without trees, one a line, to be learnt from the teachers alone")
    p.add_argument("--reworded", action="store_true", help="to those, add the treebanks' sentences in other words (reword.py)")
    p.add_argument("--own-share", type=float, default=1.0, help="share of those sentences in an epoch, others every time")
    p.add_argument("--drills", type=int, default=0, help="plain sentences of news with their trees, made by a grammar (drills.py)")
    p.add_argument("--share", type=float, default=1.0, help="share of the training sentences, for the learning curve")
    p.add_argument("--start", help="a trained model of the same sizes to go on from")
    p.add_argument("--sizes", default="", help="word=64,wide=96,…")
    p.add_argument("--judge", nargs="*", default=[], help="treebanks to report on at the end")
    return p.parse_args()


def main():
    o = options()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    bank = lambda name, training=False: read_treebank(os.path.join(o.treebanks, name + ".conllu.gz"), training)
    banks = {name: bank(name, True) for name in o.train}
    train = [s for name in o.train for s in banks[name]]
    dev = bank("ewt-dev")
    keys, vectors = load_words(o.vectors, train, o.words, os.path.join(os.path.dirname(__file__), ".cache"))
    if o.share < 1:
        train = rng.sample(train, int(len(train) * o.share))
    labels, xtags = (sorted({x for s in train for x in column(s)}) for column in (lambda s: s.labels, lambda s: s.xtags))
    train = [s for name in o.only for s in banks[name]] if o.only else train
    sizes = Sizes(**{k: int(v) for k, v in (x.split("=") for x in o.sizes.split(",") if x)})
    model = Reader(vectors, labels, xtags, sizes)
    if o.start:
        model.load_state_dict(load(o.start)[0].state_dict())
    encoder = Encoder(keys, labels, UPOS, xtags)
    tables = [model.own, model.affix]
    others = [p for p in model.parameters() if all(p is not t for t in tables)]
    dense = torch.optim.Adam(others, lr=o.rate, betas=(0.9, 0.95))
    sparse = torch.optim.SparseAdam(tables, lr=o.rate * o.tables, betas=(0.9, 0.95))
    average = copy.deepcopy(model)
    teachers = [load(path)[0] for path in o.teachers]
    plainly, train = train, with_lessons(teachers, encoder, train) if teachers else train
    own = [s for path in o.own for s in parsed(teachers, encoder, path)]
    own += with_lessons(teachers, encoder, reworded(plainly, keys, vectors, rng)) if o.reworded else []
    drilled = drills(o.drills, o.seed)
    train += [certain(s, labels) for s in drilled] if teachers else drilled
    of_own = int(len(own) * o.own_share)
    steps = o.epochs * len(in_batches(train + own[:of_own], o.batch, random.Random(0)))
    phrases = noun_phrases(train)
    step, started = 0, time.time()
    for epoch in range(o.epochs):
        total, count = torch.zeros(3), 0
        groups = in_batches([varied(s, rng, phrases, o.vary) for s in train + rng.sample(own, of_own)], o.batch, rng)
        for i, group in enumerate(groups):
            rate = o.rate * min(1, step / 200) * max(0.01, 1 - step / steps)
            dense.param_groups[0]["lr"] = rate
            sparse.param_groups[0]["lr"] = rate * o.tables
            losses, words = loss(model, encoder, group, o)
            dense.zero_grad(set_to_none=True)
            sparse.zero_grad(set_to_none=True)
            (losses.sum() / words).backward()
            torch.nn.utils.clip_grad_norm_(others, 5.0)
            dense.step()
            sparse.step()
            if step % AVERAGED == 0:
                follow(average, model, min(o.average, step / (step + 10)) ** AVERAGED)
            total += losses.detach()[:3]
            count += words
            step += 1
            if sys.stderr.isatty():
                print(f"\repoch {epoch + 1} of {o.epochs}: {i + 1} of {len(groups)}", end="", file=sys.stderr)
        judged = epoch % 3 == 2 or epoch == o.epochs - 1
        score = evaluate(average, encoder, dev) if judged else {}
        print(f"epoch {epoch + 1:3d} {time.time() - started:6.0f} s, loss", *(f"{x / count:.4f}" for x in total.tolist()),
              *(f"{k} {v:.2f}" for k, v in score.items()), flush=True)
        if judged:
            save(o.out, average, keys)
    for name in o.judge:
        print(name, *(f"{k} {v:.2f}" for k, v in evaluate(average, encoder, bank(name)).items()), flush=True)


def follow(average, model, keep):
    """Moves the running average of the weights towards the model's."""
    with torch.no_grad():
        for mean, now in zip(average.parameters(), model.parameters()):
            mean.lerp_(now, 1 - keep)


def loss(model, encoder, group, o):
    """Summed losses of tags, arcs, labels and (a help in training only) the treebanks' finer tags; and how many words they are of."""
    b = encoder.batch(group)
    b = b._replace(word=torch.where(torch.rand(b.word.shape) < o.drop_word, encoder.unknown, b.word))
    tags, xtags, arcs, ldep, lhead = model(b, o.drop, o.drop_own, o.drop_parts)
    labels = model.label_scores(ldep, lhead, b.heads, o.drop)
    real = b.mask.t() > 0
    flat = lambda scores, gold: F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=-1, reduction="sum")
    hard = [flat(tags.transpose(0, 1), b.tags), flat(arcs, torch.where(real, b.heads, -1)), flat(labels, b.labels)]
    if o.teachers:
        hard = [(1 - o.taught) * h + o.taught * s for h, s in zip(hard, learnt((tags, arcs, labels), group))]
    return torch.stack([*hard, 0.5 * flat(xtags.transpose(0, 1), b.xtags)]), int(b.mask.sum())


if __name__ == "__main__":
    main()
