/**
 * Scores the reader of src/syntax against a treebank.
 *
 *     npm run score:syntax -- FILE.conllu[.gz] [--raw [--flat]] [--json]
 *
 * On the treebank's own words, or with --raw from its text (sentences and words of our own, aligned as the CoNLL 2018 shared task does).
 * The text is what `rawTextOf` says; --flat makes one paragraph of it.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { Span, Word } from '../src/document.ts'
import { layOut } from '../src/extract/lay-out.ts'
import { type ConlluSentence, readConllu } from '../src/syntax/conllu.ts'
import { loadSyntaxModel } from '../src/syntax/network/model.ts'
import { readSyntax } from '../src/syntax/read-syntax.ts'
import { type PlacedWord, type RawText, rawTextOf } from '../src/syntax/score/raw-text.ts'
import { scoreTrees } from '../src/syntax/score/score-trees.ts'
import { tokenize } from '../src/syntax/tokens.ts'

const USAGE = 'npm run score:syntax -- FILE.conllu[.gz] [--raw [--flat]] [--json] [--model model/english.bin]'

type Reading = { readonly words: readonly PlacedWord[]; readonly sentences: readonly Span[] }

const main = (): void => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      raw: { type: 'boolean' },
      flat: { type: 'boolean', default: false },
      json: { type: 'boolean' },
      model: { type: 'string', default: 'model/english.bin' },
    },
  })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(`one file is wanted: ${USAGE}`)
  const bytes = readFileSync(file)
  const treebank = readConllu((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
  const gold = rawTextOf(treebank, { flat: values.flat })
  const model = loadSyntaxModel(readFileSync(values.model))
  const read = (tokens: readonly Span[] & Parameters<typeof readSyntax>[1]): readonly Word[] => readSyntax(model, tokens)
  const start = process.hrtime.bigint()
  const system = values.raw ? readRaw(gold, read) : readGold(treebank, gold, read)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const { words, tokens, upos, lemma, uas, las, core, coreAndOblique } = scoreTrees(gold.words, system.words)
  const result = {
    file,
    from: values.raw ? (values.flat ? 'raw text in one paragraph' : 'raw text') : 'gold tokens',
    sentences: treebank.length,
    words,
    ...(values.raw ? { tokens, sentenceF1: spansF1(gold.sentences, system.sentences) } : {}),
    upos,
    lemma,
    uas,
    las,
    core,
    coreAndOblique,
    sentencesPerSecond: treebank.length / seconds,
    bytesPerSecond: Buffer.byteLength(gold.text) / seconds,
  }
  for (const [name, value] of Object.entries(result))
    console.log(`${name.padEnd(20)}${typeof value === 'number' ? rounded(name, value) : value}`)
  if (values.json) console.log(JSON.stringify(result, (name, v) => (typeof v === 'number' ? rounded(name, v) : v)))
}

const rounded = (name: string, value: number): number => (name.endsWith('PerSecond') ? Math.round(value) : Math.round(value * 100) / 100)

/** Reads the treebank's own words, one sentence after the other. */
const readGold = (
  treebank: readonly ConlluSentence[],
  gold: RawText,
  read: (tokens: Parameters<typeof readSyntax>[1]) => readonly Word[],
): Reading => {
  const words: PlacedWord[] = []
  for (const { words: own } of treebank) {
    const first = words.length
    const tokens = own.map((w, i) => ({ start: gold.words[first + i]?.start ?? 0, end: gold.words[first + i]?.end ?? 0, text: w.form }))
    for (const [i, w] of read(tokens).entries()) words.push({ ...placed(w, first), joined: gold.words[first + i]?.joined ?? false })
  }
  return { words, sentences: gold.sentences }
}

/** Reads the text that the treebank was cut from. */
const readRaw = ({ text }: RawText, read: (tokens: Parameters<typeof readSyntax>[1]) => readonly Word[]): Reading => {
  const { sentences } = layOut({ id: 'treebank', text, published: null, title: null, url: null, kind: null })
  const words: PlacedWord[] = []
  for (const sentence of sentences) {
    const first = words.length
    for (const w of read(tokenize(text, sentence))) words.push(placed(w, first))
  }
  return { words, sentences }
}

const placed = (w: Word, first: number): PlacedWord => ({
  start: w.start,
  end: w.end,
  form: w.text,
  lemma: w.lemma,
  upos: w.upos,
  head: w.head < 0 ? -1 : first + w.head,
  deprel: w.deprel,
  joined: false,
})

const spansF1 = (gold: readonly Span[], system: readonly Span[]): number => {
  const keys = new Set(gold.map((s) => `${s.start}-${s.end}`))
  return (200 * system.filter((s) => keys.has(`${s.start}-${s.end}`)).length) / (gold.length + system.length)
}

try {
  main()
} catch (error) {
  console.error(`score:syntax: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
