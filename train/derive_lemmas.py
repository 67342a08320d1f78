"""Derives src/syntax/lemma-data.ts: irregular forms from the treebanks' training parts, and from WordNet's list of verbs which stems have a silent e.

    python3 derive_lemmas.py TREEBANK_DIR WORDNET_DICT_DIR > ../src/syntax/lemma-data.ts
"""
import collections
import gzip
import re
import sys

treebank, wordnet = sys.argv[1:3]
counts = collections.defaultdict(collections.Counter)
for name in ("ewt-train", "gum-free"):
    for line in gzip.open(f"{treebank}/{name}.conllu.gz", "rt", encoding="utf8"):
        cell = line.split("\t")
        if len(cell) > 7 and cell[0].isdigit():
            counts[cell[3], cell[1].lower().replace("’", "'")][cell[2]] += 1

verbs = {line.split(" ")[0] for line in open(f"{wordnet}/index.verb") if not line.startswith(" ")}
verbs = {v for v in verbs if re.fullmatch(r"[a-z]+", v)} | {l for (u, f), c in counts.items() if u == "VERB" for l in c if re.fullmatch("[a-z]+", l)}
endings = {}
for verb in sorted(verbs):
    silent = verb.endswith("e") and not re.search(r"(ee|oe|ye)$", verb)
    stem = verb[:-1] if silent else verb
    if not silent and re.search(r"[aeiou]$", stem):
        continue
    endings.setdefault(stem, silent) if not silent else endings.__setitem__(stem, True)


def decide(stem, table):
    for length in range(min(len(stem), 9), 0, -1):
        for key in ([f"^{stem}"] if length == len(stem) else []) + [stem[-length:]]:
            if key in table:
                return table[key]
    return False


table = {}
for length in range(1, 10):
    votes = collections.defaultdict(collections.Counter)
    for stem, silent in endings.items():
        if len(stem) >= length:
            votes[stem[-length:]][silent] += 1
    new = {}
    for suffix, vote in votes.items():
        winner = vote[True] > vote[False]
        if sum(vote.values()) >= 3 and winner != decide(suffix, table) and vote[winner] - vote[not winner] >= 2:
            new[suffix] = winner
    table.update(new)
frequent = {l for (u, f), c in counts.items() if u == "VERB" for l, n in c.items() if n}
for stem, silent in sorted(endings.items()):
    if decide(stem, table) != silent and ((stem + "e" if silent else stem) in frequent or len(stem) < 8):
        table[f"^{stem}"] = silent


def mend(stem):
    if re.search(r"([bdgmnprtkv])\1$", stem):
        return stem if stem in ("add", "err", "ebb", "egg", "butt", "putt", "purr", "boycott", "odd", "redd", "inn") else stem[:-1]
    if stem.endswith("ll"):
        single = re.search(r"[aeiouy][^aeiou]+[aeiouy]ll$", stem) and not re.search(r"(call|fall|stall|roll|fill|still|spell|sell|tell|kill|pall|thrall|mill|drill|sill)$", stem)
        return stem[:-1] if single else stem
    return stem + "e" if decide(stem, table) else stem


def rule(form, upos):
    if upos == "NOUN":
        if len(form) < 4 or not form.endswith("s") or re.search(r"(ss|us|is)$", form):
            return form
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        return form[:-2] if re.search(r"(ches|shes|sses|xes|zzes)$", form) else form[:-1]
    if upos in ("VERB", "AUX"):
        if len(form) < 4:
            return form
        if form.endswith(("ies", "ied")):
            return form[:-3] + "y"
        if re.search(r"(ches|shes|sses|xes|zzes|oes)$", form):
            return form[:-2]
        if form.endswith("s") and not form.endswith("ss"):
            return form[:-1]
        stem = form[:-3] if form.endswith("ing") else form[:-2] if form.endswith("ed") else None
        return form if stem is None or len(stem) < 2 or not re.search("[aeiouy]", stem) else mend(stem)
    return form


lines = collections.defaultdict(list)
right = total = 0
for (upos, form), lemmas in sorted(counts.items()):
    lemma, n = lemmas.most_common(1)[0]
    if upos in ("PROPN", "X", "PUNCT", "SYM", "NUM", "INTJ") or re.search(r"[\s>`\\$]", form + lemma):
        continue
    lemma = lemma.lower() if upos != "PRON" else lemma
    if rule(form, upos) != lemma and (n > 1 or upos in ("NOUN", "VERB")) and re.fullmatch(r"[a-z'’.-]+", form):
        lines[upos].append(f"{form}>{lemma}")

print("// Derived by train/derive_lemmas.py from UD English EWT and GUM (CC BY-SA 4.0, CC BY 4.0) and WordNet's list of verbs. Don't edit.")
print("/** Irregular forms, a line a part of speech: `UPOS form>lemma …`. */")
print("export const EXCEPTIONS = `" + "\n".join(f"{upos} {' '.join(pairs)}" for upos, pairs in sorted(lines.items())) + "`\n")
print("/** Endings of verb stems that lost a silent e (first line) and of those that didn't (second); `^` marks whole stems. */")
print("export const SILENT_E = `" + " ".join(sorted(k for k, v in table.items() if v)) + "\n" + " ".join(sorted(k for k, v in table.items() if not v)) + "`")
