"""Scores to trees: the best head of every word, one root, cycles broken where it costs least. src/syntax/network/decode.ts does the same."""


def tree(scores):
    """Scores [n][n + 1] (column 0: root) → heads, 0 for the root."""
    n = len(scores)
    heads = [max(range(n + 1), key=row.__getitem__) for row in scores]
    roots = [i for i in range(n) if heads[i] == 0]
    if len(roots) != 1:
        among = roots if roots else range(n)
        best = max(among, key=lambda i: scores[i][0] - max(scores[i][1:], default=0))
        heads[best] = 0
        for i in roots:
            if i != best:
                heads[i] = 1 + max(range(n), key=scores[i][1:].__getitem__)
    while True:
        cycle = _cycle(heads)
        if not cycle:
            return heads
        below = _below(heads, cycle)
        gain, at, to = max((scores[i][j + 1] - scores[i][heads[i]], -i, -j) for i in cycle for j in range(n) if not below[j])
        heads[-at] = 1 - to


def _cycle(heads):
    state = [0] * len(heads)
    for start in range(len(heads)):
        path, i = [], start
        while i >= 0 and state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i] - 1
        if i >= 0 and state[i] == 1:
            return path[path.index(i):]
        for j in path:
            state[j] = 2
    return []


def _below(heads, cycle):
    """Which words hang off the cycle, its own included."""
    known = {i: True for i in cycle}
    for start in range(len(heads)):
        path, i = [], start
        while i >= 0 and i not in known:
            path.append(i)
            i = heads[i] - 1
            if i in path:
                break
        value = i >= 0 and known.get(i, False)
        for j in path:
            known[j] = value
    return known
