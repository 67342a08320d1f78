"""What several models together teach one: their scores on the treebanks' sentences, their trees for sentences that have none."""
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


def scores(teachers, batch, heads):
    """Mean probabilities of tags [B, n, 17], arcs [B, n, n + 1], and labels [B, n, L] under the heads [B, n] that `heads` makes of the arcs."""
    outs = [teacher(batch) for teacher in teachers]
    mean = lambda all: sum(F.softmax(x, -1) for x in all) / len(teachers)
    arcs = mean(arcs for _, _, arcs, _, _ in outs)
    under = heads(arcs)
    labels = mean(teacher.label_scores(ldep, lhead, under) for teacher, (_, _, _, ldep, lhead) in zip(teachers, outs))
    return mean(tags for tags, *_ in outs).transpose(0, 1), arcs, labels, under


def with_lessons(teachers, encoder, sentences):
    """The sentences, each with what the teachers say of it: probabilities of tags [n, 17], arcs [n, n + 1] and labels [n, L] under its heads."""
    out = []
    with torch.no_grad():
        for group in in_batches(sentences, 3000):
            b = encoder.batch(group)
            *said, _ = scores(teachers, b, lambda _: b.heads)
            out += [s._replace(lesson=_cut(said, i, len(s.forms))) for i, s in enumerate(group)]
    return out


def parsed(teachers, encoder, path):
    """The sentences of a file, one a line, words parted by spaces, with the teachers' trees and what else they say of them."""
    with open(path, encoding="utf-8") as lines:
        bare = [line.split() for line in lines]
    bare = [Sentence(f, ["X"] * len(f), [""] * len(f), [0] * len(f), ["root"] * len(f)) for f in bare]
    names, out = teachers[0].labels, []
    with torch.no_grad():
        for group in in_batches(bare, 3000):
            tags, arcs, labels, heads = scores(teachers, encoder.batch(group), lambda arcs: _trees(arcs, group))
            best = labels.clone()
            best[:, :, names.index("root")] = torch.where(heads == 0, 2.0, -1.0)
            for i, s in enumerate(group):
                k = len(s.forms)
                said = [UPOS[x] for x in tags[i, :k].argmax(-1)], heads[i, :k].tolist(), [names[x] for x in best[i, :k].argmax(-1)]
                out.append(s._replace(tags=said[0], heads=said[1], labels=said[2], lesson=_cut((tags, arcs, labels), i, k)))
    return out


def certain(sentence, labels):
    """The sentence with its own tree as the lesson."""
    one = lambda numbers, size: F.one_hot(torch.tensor(numbers), size).float()
    lesson = one([UPOS.index(x) for x in sentence.tags], len(UPOS)), one(sentence.heads, len(sentence.forms) + 1), one([labels.index(x) for x in sentence.labels], len(labels))
    return sentence._replace(lesson=lesson)


def _trees(arcs, group):
    heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
    for i, s in enumerate(group):
        k = len(s.forms)
        heads[i, :k] = torch.tensor(tree(arcs[i, :k, :k + 1].log().clamp(min=-50).tolist()))
    return heads


def _cut(said, i, k):
    tags, arcs, labels = said
    return tags[i, :k].clone(), arcs[i, :k, :k + 1].clone(), labels[i, :k].clone()


def lesson_on(lesson, kept):
    """What is said of the words at these 1-based places alone."""
    tags, arcs, labels = lesson
    rows = torch.tensor(kept) - 1
    return tags[rows], arcs[rows][:, torch.tensor([0, *kept])], labels[rows]


def learnt(scored, sentences):
    """Summed losses of a batch's tags [n, B, 17], arcs and labels against its sentences' lessons."""
    tags, arcs, labels = scored
    return [-(_lessons(sentences, which, scores.shape) * F.log_softmax(scores, -1)).sum() for which, scores in enumerate((tags.transpose(0, 1), arcs, labels))]


def _lessons(sentences, which, shape):
    out = torch.zeros(shape)
    for row, s in zip(out, sentences):
        said = s.lesson[which]
        row[:said.shape[0], :said.shape[1]] = said
    return out
