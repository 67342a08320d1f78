"""CoNLL-U in, sentences out."""
import gzip
from collections import namedtuple

Sentence = namedtuple("Sentence", "forms tags xtags heads labels lesson", defaults=[None])  # `lesson`: what teachers say of it (teach.py)


def read_treebank(path, training=False):
    """Sentences of a CoNLL-U file, gzipped or not: heads are 0 for the root, else 1-based. Refuses ewt-test as training data."""
    if training and "ewt-test" in str(path):
        raise SystemExit("ewt-test judges the model: it cannot be trained on")
    opener = gzip.open if str(path).endswith(".gz") else open
    out, rows = [], []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    out.append(_sentence(rows))
                rows = []
            elif line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    if rows:
        out.append(_sentence(rows))
    return out


def _sentence(rows):
    return Sentence([r[1] for r in rows], [r[3] for r in rows], [r[4] for r in rows], [int(r[6]) for r in rows], [r[7] for r in rows])
