"""Writes a trained model as the one file that src/syntax/network reads: python3 train/export.py MODEL.pt model/english.bin DEV.conllu.gz.

The file: "ANNALIST" in ASCII; format version, length of the description, length of the data, checksum of both (u32, little-endian each);
the description (JSON, padded with spaces to a multiple of 8); the data, each section starting at a multiple of 8.
Matrices are int16 with a float32 scale a row, tables of words and affixes int8 with one scale each."""
import json
import struct
import sys

import numpy as np
import torch

import network
from batches import Encoder, in_batches
from network import STEPS, UPOS
from teach import load
from treebank import read_treebank

VERSION = 1
LIMIT = 4095  # of a weight: with activations up to 2047 a sum of 256 products fits in 31 bits


def checksum(raw):
    """FNV-1a over little-endian 32-bit words."""
    h = 0x811C9DC5
    for word in struct.unpack(f"<{len(raw) // 4}I", raw):
        h = ((h ^ word) * 0x01000193) & 0xFFFFFFFF
    return h


def bytewise(table):
    scale = max(float(np.quantile(np.abs(table), 0.9999)) / 127, 1e-8)
    return np.clip(np.rint(table / scale), -127, 127).astype(np.int8), scale


class File:
    def __init__(self):
        self.sections, self.data = {}, b""

    def add(self, name, values):
        self.data += b"\0" * (-len(self.data) % 8)
        kind = {"int8": "i8", "int16": "i16", "float32": "f32", "uint32": "u32"}[str(values.dtype)]
        self.sections[name] = [kind, len(self.data), int(values.size)]
        self.data += values.tobytes()

    def matrix(self, name, weights, given):
        """Rows of `weights` as int16; `given` is what one step of the int16 input is worth."""
        worth = np.maximum(np.abs(weights).max(1), 1e-8) / LIMIT
        self.add(name, np.rint(weights / worth[:, None]).astype(np.int16))
        self.add(name + "Scale", (worth * given).astype(np.float32))


def activation_steps(model, batches):
    """The largest values seen of the clipped activations, so that int16 steps cover them."""
    top = {"arc": 1.0, "pair": 1.0, "tag": 1.0, "label": 1.0}
    seen = {}
    original = network.product

    def watch(x, w):
        for name, weight in (("arc", model.pair), ("tag", model.tag_out), ("label", model.label_out)):
            if w is weight:
                seen.setdefault(name, []).append(float(x.abs().max()))
        out = original(x, w)
        if w is model.pair:
            seen.setdefault("pair", []).append(float((out + model.pair_bias).abs().max()))
        return out

    network.product = watch
    with torch.no_grad():
        for b in batches:
            _, _, _, ldep, lhead = model(b)
            model.label_scores(ldep, lhead, b.heads)
    network.product = original
    return {k: max(seen.get(k, [1.0])) * 1.1 for k in top}


def main(source, target, dev):
    model, keys = load(source)
    sizes, words = model.sizes, len(keys)
    if sizes.layers != 2:
        raise SystemExit(f"{source} has {sizes.layers} layers: the run time reads models of two")
    encoder = Encoder(keys, model.labels, UPOS, model.xtags)
    steps = activation_steps(model, [encoder.batch(g) for g in in_batches(read_treebank(dev), 3000)])
    p = {k: v.detach().numpy().astype(np.float64) for k, v in model.state_dict().items()}
    f = File()
    f.add("keys", np.asarray(keys, dtype=np.uint32))
    vectors = np.vstack([p["given"] @ p["project"].T, np.zeros((1, sizes.word))]) + p["own"]
    table, word_scale = bytewise(vectors)
    f.add("words", table)
    affix = p["affix"].copy()
    table, affix_scale = bytewise(affix)
    f.add("affixes", table)
    form = p["form"].copy()
    form[:, :sizes.word] *= word_scale
    form[:, sizes.word:] *= affix_scale
    f.matrix("form", form, 1.0)
    f.add("formBias", p["form_bias"].astype(np.float32))
    f.add("edge", np.clip(np.rint(p["edge"] * 1023), -2047, 2047).astype(np.int16))
    f.matrix("window", p["window"], 1 / 1023)
    f.matrix("second", p["upper.0"], 1 / 2047)
    f.add("scanBias", p["scan_bias"].astype(np.float32))
    f.matrix("heads", p["heads"], 1 / 1023)
    f.add("headsBias", p["heads_bias"].astype(np.float32))
    step = {k: v / 2047 for k, v in steps.items()}
    f.matrix("pair", p["pair"], step["arc"])
    f.add("pairBias", p["pair_bias"].astype(np.float32))
    f.add("rootArc", np.clip(np.rint(p["root_arc"] / step["arc"]), -2047, 2047).astype(np.int16))
    f.matrix("far", p["far"], step["arc"])
    f.add("farBias", p["far_bias"].astype(np.float32))
    f.add("rootLabel", p["root_label"].astype(np.float32))
    f.add("labelFar", p["label_far"].astype(np.float32))
    f.matrix("labelOut", p["label_out"], step["label"])
    f.add("labelBias", p["label_bias"].astype(np.float32))
    f.matrix("tagOut", p["tag_out"], step["tag"])
    f.add("tagBias", p["tag_bias"].astype(np.float32))
    description = {"sizes": {k: v for k, v in sizes.__dict__.items() if k != "layers"}, "upos": UPOS, "labels": model.labels, "distances": STEPS, "words": words,
                   "steps": {k: float(np.float32(v)) for k, v in step.items()}, "sections": f.sections}
    text = json.dumps(description, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    data = f.data + b"\0" * (-len(f.data) % 8)
    with open(target, "wb") as out:
        out.write(b"ANNALIST" + struct.pack("<4I", VERSION, len(text), len(data), checksum(text + data)) + text + data)
    print(f"{target}: {24 + len(text) + len(data):,} bytes, {words:,} words")


main(*sys.argv[1:])
