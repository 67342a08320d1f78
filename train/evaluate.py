"""UPOS, UAS, LAS and F1 of core arguments of a model on sentences with gold tokens."""
import torch

from batches import in_batches
from decode import tree
from network import UPOS

CORE = {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"}


def evaluate(model, encoder, sentences):
    model.eval()
    right = dict(words=0, upos=0, uas=0, las=0, found=0, core=0, hit=0)
    with torch.no_grad():
        for group in in_batches(sentences, 3000):
            b = encoder.batch(group)
            tags, _, arcs, ldep, lhead = model(b)
            tags = tags.argmax(-1).t()
            heads = torch.zeros_like(b.heads)
            for i, s in enumerate(group):
                k = len(s.forms)
                heads[i, :k] = torch.tensor(tree(arcs[i, :k, :k + 1].tolist()))
            labels = model.label_scores(ldep, lhead, heads)
            root = model.labels.index("root")
            labels[:, :, root] = torch.where(heads == 0, 1e4, -1e4)
            labels = labels.argmax(-1)
            for i, s in enumerate(group):
                for k in range(len(s.forms)):
                    label, head = model.labels[labels[i, k]], int(heads[i, k])
                    right["words"] += 1
                    right["upos"] += UPOS[tags[i, k]] == s.tags[k]
                    right["uas"] += head == s.heads[k]
                    both = head == s.heads[k] and label == s.labels[k]
                    right["las"] += both
                    right["found"] += label in CORE
                    right["core"] += s.labels[k] in CORE
                    right["hit"] += both and label in CORE
    model.train()
    n = right["words"]
    return {"upos": 100 * right["upos"] / n, "uas": 100 * right["uas"] / n, "las": 100 * right["las"] / n,
            "core": 200 * right["hit"] / (right["found"] + right["core"])}
