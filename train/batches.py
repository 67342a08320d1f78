"""Sentences as padded tensors of about the same length."""
from collections import namedtuple

import torch

from features import affix_rows, word_key

Batch = namedtuple("Batch", "word affix mask blocked heads labels tags xtags sentences")


class Encoder:
    """Forms, tags and labels as numbers; remembers every form."""

    def __init__(self, keys, labels, tags, xtags):
        self.rows = {int(k): i for i, k in enumerate(keys)}
        self.unknown = len(keys)
        self.labels = {x: i for i, x in enumerate(labels)}
        self.tags = {x: i for i, x in enumerate(tags)}
        self.xtags = {x: i for i, x in enumerate(xtags)}
        self.forms = {}

    def form(self, form):
        if form not in self.forms:
            self.forms[form] = (self.rows.get(word_key(form), self.unknown), affix_rows(form))
        return self.forms[form]

    def batch(self, sentences):
        n, size = max(len(s.forms) for s in sentences), len(sentences)
        word = torch.full((n, size), self.unknown)
        affix = torch.zeros((n, size, 8), dtype=torch.long)
        mask = torch.zeros(n, size)
        heads, labels = torch.zeros(size, n, dtype=torch.long), torch.full((size, n), -1)
        tags, xtags = torch.full((size, n), -1), torch.full((size, n), -1)
        blocked = torch.zeros(size, n, n + 1, dtype=torch.bool)
        for b, s in enumerate(sentences):
            k = len(s.forms)
            got = [self.form(f) for f in s.forms]
            word[:k, b] = torch.tensor([g[0] for g in got])
            affix[:k, b] = torch.tensor([g[1] for g in got])
            mask[:k, b] = 1
            blocked[b, :, k + 1:] = True
            heads[b, :k] = torch.tensor(s.heads)
            labels[b, :k] = torch.tensor([self.labels.get(x, -1) for x in s.labels])
            tags[b, :k] = torch.tensor([self.tags[x] for x in s.tags])
            xtags[b, :k] = torch.tensor([self.xtags.get(x, -1) for x in s.xtags])
        own = torch.arange(n)
        blocked[:, own, own + 1] = True
        return Batch(word, affix, mask, blocked, heads, labels, tags, xtags, sentences)


def in_batches(sentences, words, rng=None):
    """Lists of sentences of like length, `words` words (padding counted) each; shuffled by `rng`."""
    key = (lambda s: len(s.forms) + rng.random() * 3) if rng else (lambda s: len(s.forms))
    out, current = [], []
    for s in sorted(sentences, key=key):
        if current and max(len(s.forms), len(current[0].forms)) * (len(current) + 1) > words:
            out.append(current)
            current = []
        current.append(s)
    out.append(current)
    if rng:
        rng.shuffle(out)
    return out
