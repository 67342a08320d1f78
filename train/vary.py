"""News is not weblogs: sentences with an apposition more, in the words of a headline, in other cases, without their full stop."""
from teach import lesson_on
from treebank import Sentence

_SMALL = {
    "det": {"a", "an", "the"},
    "aux": {"has", "have", "had", "is", "are"},
    "aux:pass": {"is", "are", "was", "were", "been", "be", "being"},
}
_NAMED = {"nsubj", "nsubj:pass", "obj", "obl", "nmod"}
_TITLED = {"NOUN", "VERB", "PROPN", "ADJ", "ADV", "PRON"}


def varied(sentence, rng, phrases, share):
    """The sentence as it is, or now and then varied; `share` of them become headlines, `share` get one of `phrases` (those of `noun_phrases`)."""
    kind = rng.random()
    if kind < share:
        sentence = headline(sentence)
    elif kind < 2 * share:
        sentence = with_apposition(sentence, rng, phrases)
    forms, tags = sentence.forms, sentence.tags
    case = rng.random()
    if case < 0.03:
        forms = [f.lower() for f in forms]
    elif case < 0.06:
        forms = [f.upper() for f in forms]
    elif case < 0.10:
        forms = [f[:1].upper() + f[1:] if len(f) > 3 or t in _TITLED else f for f, t in zip(forms, tags)]
    out = sentence._replace(forms=forms)
    return without(out, {len(forms)}) if rng.random() < 0.08 and _ends_in_stop(out) else out


def _ends_in_stop(sentence):
    last = len(sentence.forms)
    return last > 3 and sentence.forms[-1] == "." and last not in sentence.heads and sentence.labels[-1] == "punct"


def headline(sentence):
    """The sentence without its articles, auxiliaries and full stop: "Troops killed in ambush"."""
    gone = {i for i, (f, x) in enumerate(zip(sentence.forms, sentence.labels), 1) if f.lower() in _SMALL.get(x, ()) and i not in sentence.heads}
    if _ends_in_stop(sentence):
        gone.add(len(sentence.forms))
    return without(sentence, gone) if len(sentence.forms) - len(gone) > 2 else sentence


def without(sentence, gone):
    """The sentence without some leaves of its tree, given as 1-based places."""
    kept = [i for i in range(1, len(sentence.forms) + 1) if i not in gone]
    place = {i: k for k, i in enumerate(kept, 1)}
    forms, tags, xtags, heads, labels = ([column[i - 1] for i in kept] for column in sentence[:5])
    lesson = sentence.lesson and lesson_on(sentence.lesson, kept)
    return Sentence([forms[0][:1].upper() + forms[0][1:], *forms[1:]], tags, xtags, [place.get(h, 0) for h in heads], labels, lesson)


def with_apposition(sentence, rng, phrases):
    """The sentence with a noun phrase behind one of its names: "Belgrade, the capital of Serbia, was calm"."""
    names = [i for i, (t, x) in enumerate(zip(sentence.tags, sentence.labels), 1) if t == "PROPN" and x in _NAMED]
    if not names:
        return sentence
    name = rng.choice(names)
    own = _below(sentence, name)
    end = max(own)
    if end - min(own) + 1 != len(own) or end == len(sentence.forms) or any(sentence.labels[i - 1] in ("appos", "conj", "punct") for i in own):
        return sentence
    phrase = rng.choice(phrases)
    top = end + 2 + phrase.heads.index(0)
    heads = [h + end + 1 if h else name for h in phrase.heads]
    labels = [x if h else "appos" for x, h in zip(phrase.labels, phrase.heads)]
    comma = ([","], ["PUNCT"], [","], [top], ["punct"])
    close = comma if sentence.tags[end] != "PUNCT" else ([], [], [], [], [])
    more = 1 + len(phrase.forms) + len(close[0])
    old = sentence._replace(heads=[h + more if h > end else h for h in sentence.heads])
    return Sentence(*(a[:end] + b + c + d + a[end:] for a, b, c, d in zip(old[:5], comma, phrase._replace(heads=heads, labels=labels), close)))


def noun_phrases(sentences):
    """Short noun phrases that begin with an article or a possessive: "the capital of Serbia". Their top has head 0."""
    out = []
    for s in sentences:
        for top, (tag, label) in enumerate(zip(s.tags, s.labels), 1):
            if tag != "NOUN" or label not in ("nsubj", "obj", "obl", "nmod", "appos"):
                continue
            own = sorted(i for i in _below(s, top) if not (s.labels[i - 1] == "case" and s.heads[i - 1] == top))
            first, last = own[0], own[-1]
            if not 2 <= len(own) <= 7 or last - first + 1 != len(own) or s.tags[first - 1] not in ("DET", "PRON"):
                continue
            if any(s.tags[i - 1] == "PUNCT" or s.labels[i - 1] in ("conj", "parataxis", "root") and i != top for i in own):
                continue
            forms, tags, xtags, _, labels = (column[first - 1:last] for column in s[:5])
            out.append(Sentence(forms, tags, xtags, [0 if i == top else s.heads[i - 1] - first + 1 for i in own], labels))
    return out


def _below(sentence, top):
    """The 1-based places of a word and all that hangs off it."""
    found, more = set(), [top]
    while more:
        found.update(more)
        more = [i for i, h in enumerate(sentence.heads, 1) if h in more]
    return found
