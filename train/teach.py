"""What a bigger model teaches a smaller one: its scores on the treebanks' sentences, its trees for sentences that have none."""
import torch
import torch.nn.functional as F

from batches import in_batches
from decode import tree
from network import UPOS, Reader, Sizes
from treebank import Sentence


def save(path, model, keys):
    torch.save({"state": model.state_dict(), "sizes": model.sizes.__dict__, "labels": model.labels, "xtags": model.xtags, "keys": keys}, path)


def load(path):
    """A saved model, not to be trained further, and the keys of its words."""
    saved = torch.load(path)
    model = Reader(saved["state"]["given"].numpy(), saved["labels"], saved["xtags"], Sizes(**saved["sizes"]))
    model.load_state_dict(saved["state"])
    return model.eval(), saved["keys"]


def taught(teachers, batch):
    """Mean probabilities of tags [n, B, 17], arcs [B, n, n + 1] and labels [B, n, L] under the batch's heads."""
    with torch.no_grad():
        sums = None
        for teacher in teachers:
            tags, _, arcs, ldep, lhead = teacher(batch)
            got = [F.softmax(x, -1) for x in (tags, arcs, teacher.label_scores(ldep, lhead, batch.heads))]
            sums = got if sums is None else [x + y for x, y in zip(sums, got)]
        return [x / len(teachers) for x in sums]


def parsed(teachers, encoder, path):
    """The sentences of a file, one a line, words parted by spaces, with the teachers' trees."""
    with open(path, encoding="utf-8") as lines:
        bare = [line.split() for line in lines]
    bare = [Sentence(f, ["X"] * len(f), [""] * len(f), [0] * len(f), ["root"] * len(f)) for f in bare]
    labels, out = teachers[0].labels, []
    for group in in_batches(bare, 3000):
        b = encoder.batch(group)
        tags, arcs, _ = taught(teachers, b)
        heads = torch.zeros_like(b.heads)
        for i, s in enumerate(group):
            k = len(s.forms)
            heads[i, :k] = torch.tensor(tree(arcs[i, :k, :k + 1].log().clamp(min=-50).tolist()))
        _, _, relations = taught(teachers, b._replace(heads=heads))
        relations[:, :, labels.index("root")] = torch.where(heads == 0, 2.0, -1.0)
        best, tags = relations.argmax(-1), tags.argmax(-1).t()
        for i, s in enumerate(group):
            k = len(s.forms)
            out.append(s._replace(tags=[UPOS[x] for x in tags[i, :k]], heads=heads[i, :k].tolist(), labels=[labels[x] for x in best[i, :k]]))
    return out
