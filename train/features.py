"""What the network sees of a word. src/syntax/network/features.ts says the same in TypeScript; tests/syntax/network/features.test.ts compares them."""

import json

AFFIX_ROWS = 16384
FEATURES_A_WORD = 8

_PLAIN = {"‘": "'", "’": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
          "‐": "-", "‑": "-", "–": "-", "−": "-", "—": "--", "…": "...", "\u00a0": " "}


def plain(form: str) -> str:
    """Typographic quotes, dashes and dots as the word vectors spell them."""
    return "".join(_PLAIN.get(c, c) for c in form)


def _units(text: str):
    raw = text.encode("utf-16-le", "surrogatepass")
    return [raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2)]


def fnv(units, seed: int = 0) -> int:
    """32-bit FNV-1a over UTF-16 code units, then mixed so that its low bits depend on all of them."""
    h = (0x811C9DC5 ^ seed) & 0xFFFFFFFF
    for u in units:
        h = ((h ^ u) * 0x01000193) & 0xFFFFFFFF
    h ^= h >> 15
    h = (h * 0x2C1B3C6D) & 0xFFFFFFFF
    h ^= h >> 13
    return h


def word_key(form: str) -> int:
    """The key of a word in the table of words: its plain lower-cased form, hashed; 0 is kept for an empty slot."""
    return fnv(_units(plain(form).lower())) or 1


def shape(form: str) -> str:
    """`Xxx` for Russia, `XX` for US, `X.X.` for U.S., `$dx` for $5m: runs longer than two are cut to two, all to ten."""
    out = ""
    for c in form:
        s = "X" if c.lower() != c else "x" if c.upper() != c else "d" if "0" <= c <= "9" else c
        if not out.endswith(s + s):
            out += s
        if len(_units(out)) >= 10:
            break
    return out[:10]


def affix_rows(form: str):
    """Rows of the affix table that make up a word: suffixes of 1 to 4, prefixes of 1 to 3, shape. Row 0 means none."""
    flat = plain(form)
    low = "".join("0" if "0" <= c <= "9" else c for c in flat.lower())
    low = _units(low)
    n = len(low)
    rows = []
    for k in (1, 2, 3, 4):
        rows.append(_row(low[n - k:], k) if n >= k else 0)
    for k in (1, 2, 3):
        rows.append(_row(low[:k], 4 + k) if n >= k else 0)
    rows.append(_row(_units(shape(flat)), 8))
    return rows


def _row(units, kind: int) -> int:
    return 1 + fnv(units, kind * 0x9E3779B1 & 0xFFFFFFFF) % (AFFIX_ROWS - 1)


def main():
    """Prints the cases that tests/syntax/network/features.test.ts compares."""
    forms = ("Russia nato NATO U.S. n't n’t 's don 1997 10,000 $ 5bn al-Assad Al-Shabaab co‐operation – — … “ ” É école Straße İstanbul "
             "ΑΘΗΝΑ 北京 😀 😀😀x x😀 McDonald's a I ab abc http://example.org/a?b=1 AT&T x1y2 AAAAAAAAAAAbbbbbbbbbb1111 a.b.c.d.e.f.g.h").split()
    rows = [json.dumps({"form": f, "key": word_key(f), "rows": affix_rows(f)}, ensure_ascii=False) for f in forms]
    print("[\n  " + ",\n  ".join(rows) + "\n]")


if __name__ == "__main__":
    main()
