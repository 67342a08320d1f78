"""Sentences of the treebanks in other words: half of their nouns, names, verbs, adjectives and adverbs make way for one of like meaning and the same fine tag.

Teachers know the treebanks' sentences by heart. What they say of these is what they have learnt from them."""
from collections import defaultdict

import numpy as np

from features import plain, word_key

_CONTENT = {"ADJ", "ADV", "NOUN", "PROPN", "VERB"}
NEAREST = 20


def reworded(sentences, keys, vectors, rng):
    """Each sentence once, with the tree that it has."""
    near = _neighbours(sentences, {int(k): v for k, v in zip(keys, vectors)})
    other = lambda form, tag, xtag: rng.choice(near[xtag, form]) if tag in _CONTENT and (xtag, form) in near and rng.random() < 0.5 else form
    return [s._replace(forms=[other(f, t, x) for f, t, x in zip(s.forms, s.tags, s.xtags)]) for s in sentences]


def _neighbours(sentences, vectors):
    """(xtag, form) → the forms with that tag and case whose vectors are nearest; words without a vector have none and are none's."""
    forms = defaultdict(set)
    for s in sentences:
        for form, tag, xtag in zip(s.forms, s.tags, s.xtags):
            if tag in _CONTENT and plain(form).isalpha() and np.any(vectors.get(word_key(form), 0)):
                forms[xtag, form[0].isupper(), form[1:].isupper()].add(form)
    out = {}
    for kind in sorted(forms):
        xtag, words = kind[0], sorted(forms[kind])
        table = np.array([vectors[word_key(w)] for w in words])
        table /= np.linalg.norm(table, axis=1, keepdims=True)
        if len(words) > NEAREST:
            for start in range(0, len(words), 500):
                like = table[start:start + 500] @ table.T
                best = np.argpartition(-like, NEAREST, axis=1)[:, :NEAREST + 1]
                out.update(((xtag, w), [words[j] for j in sorted(row) if words[j] != w]) for w, row in zip(words[start:start + 500], best))
    return out
