"""The network: word encoder, two gated scans both ways, heads for tags, arcs and labels. Sizes in `Sizes`; run time in src/syntax/network."""
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from features import AFFIX_ROWS, FEATURES_A_WORD

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 18, 28]  # a distance d falls in the last bucket whose step is <= d
BUCKETS = 2 * len(STEPS)


@dataclass(frozen=True)
class Sizes:
    word: int = 64
    affix: int = 48
    form: int = 128
    wide: int = 96
    arc: int = 64
    label: int = 64
    tag: int = 64
    layers: int = 2


class _Product(torch.autograd.Function):
    """x @ w.T by oneDNN, forwards and backwards: Debian's PyTorch has reference BLAS only, fifteen times slower."""

    @staticmethod
    def forward(ctx, x, w):
        ctx.save_for_backward(x, w)
        return fast(x, w)

    @staticmethod
    def backward(ctx, g):
        x, w = ctx.saved_tensors
        return (fast(g, w.t().contiguous()) if ctx.needs_input_grad[0] else None,
                fast(g.t().contiguous(), x.t().contiguous()) if ctx.needs_input_grad[1] else None)


def fast(x, w):
    return torch._C._nn.mkldnn_linear(x.contiguous().to_mkldnn(), w.contiguous().to_mkldnn(), None).to_dense()


def product(x, w):
    flat = x.reshape(-1, x.shape[-1])
    return _Product.apply(flat, w).view(*x.shape[:-1], w.shape[0])


class _Scan(torch.autograd.Function):
    """c[t] = z[t] + g[t] (c[t-1] - z[t]) along the first axis, c[-1] = 0."""

    @staticmethod
    def forward(ctx, z, g):
        out = z * (1 - g)
        for t in range(1, z.shape[0]):
            torch.addcmul(out[t], g[t], out[t - 1], out=out[t])
        ctx.save_for_backward(z, g, out)
        return out

    @staticmethod
    def backward(ctx, grad):
        z, g, out = ctx.saved_tensors
        d = grad.clone()
        for t in range(z.shape[0] - 2, -1, -1):
            torch.addcmul(d[t], d[t + 1], g[t + 1], out=d[t])
        before = torch.cat([torch.zeros_like(out[:1]), out[:-1]])
        return d * (1 - g), d * (before - z)


squash = F.softsign


def gate(x):
    return 0.5 + 0.5 * squash(x)



def scan_both(a, mask):
    """[n, B, 4w] of z forwards, g forwards, z backwards, g backwards, and [n, B, 1] of ones at words → [n, B, 2w]."""
    zf, gf, zb, gb = a.chunk(4, dim=-1)
    z = torch.cat([squash(zf) * mask, (squash(zb) * mask).flip(0)], -1)
    g = gate(torch.cat([gf, gb.flip(0)], -1))
    f, b = _Scan.apply(z, g).chunk(2, dim=-1)
    return torch.cat([f, b.flip(0)], -1)


def locked_dropout(x, p, training):
    """The same values dropped all along the first axis."""
    if not training or p == 0:
        return x
    return x * (torch.rand(1, *x.shape[1:]) >= p).float() / (1 - p)


def uniform(*shape):
    fan = shape[-1]
    return nn.Parameter((torch.rand(*shape) * 2 - 1) * (3.0 / fan) ** 0.5)


class Reader(nn.Module):
    def __init__(self, vectors, labels, xtags, sizes=Sizes()):
        super().__init__()
        s = self.sizes = sizes
        self.labels, self.xtags = labels, xtags
        self.register_buffer("given", torch.as_tensor(vectors) * 2.0)
        self.project = uniform(s.word, vectors.shape[1])
        self.own = nn.Parameter(torch.zeros(len(vectors) + 1, s.word))  # the last row: a word that the table lacks
        self.affix = nn.Parameter(torch.randn(AFFIX_ROWS, s.affix) * 0.01)
        self.form = uniform(s.form, s.word + s.affix)
        self.form_bias = nn.Parameter(torch.zeros(s.form))
        self.edge = nn.Parameter(torch.randn(2, s.form) * 0.3)  # what stands before the first and after the last word
        self.window = uniform(12 * s.wide, s.form)  # rows: of the word before, of the word, of the word after
        self.upper = nn.ParameterList([uniform(4 * s.wide, 2 * s.wide) for _ in range(s.layers - 1)])
        bias = torch.zeros(s.layers, 4, s.wide)
        bias[:, 1::2] = 0.7
        self.scan_bias = nn.Parameter(bias.view(s.layers, 4 * s.wide))
        self.heads = uniform(2 * s.arc + 2 * s.label + s.tag, 2 * s.wide)
        self.heads_bias = nn.Parameter(torch.zeros(2 * s.arc + 2 * s.label + s.tag))
        self.root_arc = nn.Parameter(torch.randn(s.arc) * 0.1)
        self.root_label = nn.Parameter(torch.randn(s.label) * 0.1)
        self.pair = nn.Parameter(torch.eye(s.arc) * 0.5 + torch.randn(s.arc, s.arc) * 0.05)
        self.pair_bias = nn.Parameter(torch.zeros(s.arc))
        self.far = nn.Parameter(torch.zeros(BUCKETS, s.arc))
        self.far_bias = nn.Parameter(torch.zeros(BUCKETS))
        self.label_far = nn.Parameter(torch.zeros(BUCKETS + 1, s.label))
        self.label_out = uniform(len(labels), s.label)
        self.label_bias = nn.Parameter(torch.zeros(len(labels)))
        self.tag_out = uniform(len(UPOS), s.tag)
        self.tag_bias = nn.Parameter(torch.zeros(len(UPOS)))
        self.xtag_out = uniform(len(xtags), s.tag)
        self.xtag_bias = nn.Parameter(torch.zeros(len(xtags)))
        steps = torch.bucketize(torch.arange(0, 4096), torch.tensor(STEPS), right=True) - 1
        self.register_buffer("steps", steps.clamp(min=0))

    def words(self, word, affix, drop_own=None):
        """Word indices and affix rows [...], [..., 8] → encoded forms [..., form]."""
        known = (word < len(self.given)).unsqueeze(-1).float()
        own = F.embedding(word, self.own, sparse=True)
        if drop_own is not None:
            own = own * torch.where(known > 0, drop_own, torch.ones_like(drop_own))
        given = self.given[word.clamp(max=len(self.given) - 1)] * known
        vector = product(given, self.project) + own
        parts = F.embedding(affix, self.affix, sparse=True).sum(-2)
        return vector, parts

    def encode(self, vector, parts):
        return squash(product(torch.cat([vector, parts], -1), self.form) + self.form_bias) * 2

    def bucket(self, n):
        """[n, n]: bucket of head j for word i; the diagonal is never used."""
        d = torch.arange(n).view(1, n) - torch.arange(n).view(n, 1)
        return self.steps[d.abs()] + (d > 0).long() * len(STEPS)

    def forward(self, batch, drop=0.0, drop_own=0.0, drop_parts=0.0):
        """Scores of tags [n, B, 17], arcs [B, n, n + 1] (0: root), and what `label_scores` needs."""
        train = self.training
        n, size = batch.word.shape
        keep = (torch.rand(n, size, 1) >= drop_own).float() if train and drop_own else None
        vector, parts = self.words(batch.word, batch.affix, keep)
        if train and drop_parts:
            parts = parts * (torch.rand(n, size, 1) >= drop_parts).float()
        x = locked_dropout(self.encode(vector, parts), drop, train)
        mask = batch.mask.unsqueeze(-1)
        x = torch.where(mask > 0, x, self.edge[1])
        x = torch.cat([self.edge[0].expand(1, size, -1), x, self.edge[1].expand(1, size, -1)])
        three = torch.cat([x[:-2], x[1:-1], x[2:]], -1)
        window = self.window.view(3, 4 * self.sizes.wide, -1).transpose(0, 1).reshape(4 * self.sizes.wide, -1)
        a = product(three, window) + self.scan_bias[0]
        h = scan_both(a, mask)
        for layer, bias in zip(self.upper, self.scan_bias[1:]):
            h = h + scan_both(product(locked_dropout(h, drop, train), layer) + bias, mask)
        h = locked_dropout(h, drop, train)
        s = self.sizes
        out = product(h, self.heads) + self.heads_bias
        dep, head, ldep, lhead, tag = out.split([s.arc, s.arc, s.label, s.label, s.tag], -1)
        dep, head, tag = F.relu(dep), F.relu(head), F.relu(tag)
        dep, head, tag = (locked_dropout(v, drop, train) for v in (dep, head, tag))
        tags = product(tag, self.tag_out) + self.tag_bias
        xtags = product(tag, self.xtag_out) + self.xtag_bias if train else None
        dep, head = dep.transpose(0, 1), head.transpose(0, 1)
        heads = torch.cat([self.root_arc.expand(size, 1, -1), head], 1)
        q = product(dep, self.pair) + self.pair_bias
        arcs = torch.bmm(q, heads.transpose(1, 2))
        far = product(dep, self.far) + self.far_bias
        near = torch.gather(far, 2, self.bucket(n).expand(size, n, n))
        arcs = torch.cat([arcs[:, :, :1], arcs[:, :, 1:] + near], 2)
        blocked = batch.blocked  # [B, n, n + 1]: padding and the word itself
        return tags, xtags, arcs.masked_fill(blocked, -1e4), ldep.transpose(0, 1), lhead.transpose(0, 1)

    def label_scores(self, ldep, lhead, heads, drop=0.0):
        """Heads [B, n], 0 for the root → scores of labels [B, n, L]."""
        size, n, width = ldep.shape
        lheads = torch.cat([self.root_label.expand(size, 1, -1), lhead], 1)
        chosen = torch.gather(lheads, 1, heads.unsqueeze(-1).expand(size, n, width))
        d = heads - 1 - torch.arange(n)
        bucket = torch.where(heads == 0, torch.full_like(heads, BUCKETS), self.steps[d.abs()] + (d > 0).long() * len(STEPS))
        hidden = F.relu(ldep + chosen + F.embedding(bucket, self.label_far))
        if self.training and drop:
            hidden = F.dropout(hidden, drop)
        return product(hidden, self.label_out) + self.label_bias
