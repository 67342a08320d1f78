/**
 * Derives src/syntax/lemma-data.ts: what the rules of src/syntax/lemma-rules.ts get wrong in the treebanks' training parts, and from WordNet's list of
 * verbs which stems have a silent e.
 *
 *     npx tsx scripts/derive-lemmas.ts TREEBANK_DIR WORDNET_DICT_DIR > src/syntax/lemma-data.ts
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Upos } from '../src/document.ts'
import { readConllu } from '../src/syntax/conllu.ts'
import { IRREGULAR } from '../src/syntax/irregular-forms.ts'
import { silentE } from '../src/syntax/lemma-endings.ts'
import { lemmaByRule } from '../src/syntax/lemma-rules.ts'

const [treebanks, wordnet] = process.argv.slice(2)
if (!treebanks || !wordnet) throw new Error('npx tsx scripts/derive-lemmas.ts TREEBANK_DIR WORDNET_DICT_DIR > src/syntax/lemma-data.ts')

const words = ['ewt-train', 'gum-free'].flatMap((name) =>
  readConllu(gunzipSync(readFileSync(join(treebanks, `${name}.conllu.gz`))).toString('utf8')).flatMap((s) => s.words),
)

/** Lemmas of a part of speech and form, the most frequent first. */
const counts = new Map<string, Map<string, number>>()
for (const { form, lemma, upos } of words) {
  const lower = form.toLowerCase().replace('’', "'")
  const lemmas = counts.get(`${upos} ${lower}`) ?? new Map<string, number>()
  counts.set(`${upos} ${lower}`, lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1))
}
const entries = [...counts]
  .map(([key, lemmas]) => {
    const [upos = '', form = ''] = key.split(' ')
    const [lemma = '', n = 0] = [...lemmas].sort(([a, i], [b, j]) => j - i || (a < b ? -1 : 1))[0] ?? []
    return { upos: upos as Upos, form, lemma, n }
  })
  .sort((a, b) => (`${a.upos} ${a.form}` < `${b.upos} ${b.form}` ? -1 : 1))

/** Endings of stems that decide on a silent e with few exceptions, shorter ones first; then whole stems that they get wrong. */
const endingsOf = (verbs: ReadonlySet<string>, frequent: ReadonlySet<string>): string => {
  const stems = new Map<string, boolean>()
  for (const verb of [...verbs].sort()) {
    const silent = verb.endsWith('e') && !/(?:ee|oe|ye)$/.test(verb)
    const stem = silent ? verb.slice(0, -1) : verb
    if (silent || (!/[aeiou]$/.test(stem) && !stems.has(stem))) stems.set(stem, silent)
  }
  const table = new Map<string, boolean>()
  const asText = (): string =>
    [true, false]
      .map((silent) =>
        [...table]
          .filter(([, s]) => s === silent)
          .map(([e]) => e)
          .sort()
          .join(' '),
      )
      .join('\n')
  for (let length = 1; length < 10; length++) {
    const decide = silentE(asText())
    const votes = new Map<string, [number, number]>()
    for (const [stem, silent] of stems) {
      if (stem.length < length) continue
      const vote = votes.get(stem.slice(-length)) ?? [0, 0]
      vote[silent ? 1 : 0]++
      votes.set(stem.slice(-length), vote)
    }
    for (const [ending, [no, yes]] of votes) {
      if (no + yes >= 3 && Math.abs(yes - no) >= 2 && yes > no !== decide(ending)) table.set(ending, yes > no)
    }
  }
  const decide = silentE(asText())
  for (const [stem, silent] of stems) {
    if (decide(stem) !== silent && (frequent.has(silent ? `${stem}e` : stem) || stem.length < 8)) table.set(`^${stem}`, silent)
  }
  return asText()
}

const listed = readFileSync(join(wordnet, 'index.verb'), 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith(' '))
  .map((line) => line.split(' ')[0] ?? '')
const inTreebanks = entries.filter((e) => e.upos === 'VERB').map((e) => e.lemma)
const table = endingsOf(new Set([...listed, ...inTreebanks].filter((v) => /^[a-z]+$/.test(v))), new Set(inTreebanks))
const dropsE = silentE(table)

const lines = new Map<string, string[]>()
const capital: string[] = []
for (const { upos, form, lemma, n } of entries) {
  if (/^(?:X|SYM|PUNCT|NUM|INTJ)$/.test(upos) || !/^[a-z'.-]+$/.test(form) || /[\s>`\\$_]/.test(lemma)) continue
  if (upos === 'PROPN') {
    // Names are as they are written; only plurals are looked up.
    if (n > 1 && form.endsWith('s') && `${lemma.toLowerCase()}s` === form) lines.set(upos, [...(lines.get(upos) ?? []), `${form}>${lemma}`])
    continue
  }
  if (upos === 'ADJ' && lemma.toLowerCase() === form && /^\p{Lu}\p{Ll}/u.test(lemma)) {
    const all = counts.get(`ADJ ${form}`) as Map<string, number>
    if ((all.get(form) ?? 0) === 0 && /(?:an|i|sh|ese|slim|slem|tch|ab|k|ite|ss|nch|ia)$/.test(form)) capital.push(form)
    continue
  }
  const right = upos === 'PRON' && lemma === 'I' ? 'I' : lemma.toLowerCase()
  const wrong = lemmaByRule(form, upos, dropsE) !== right
  // What was seen once is mostly a slip of the pen; what our own table says holds (`bases` of an army).
  if (wrong && n > 1 && !IRREGULAR.has(`${upos} ${form}`)) lines.set(upos, [...(lines.get(upos) ?? []), `${form}>${right}`])
}

console.log(`// Made by scripts/derive-lemmas.ts from UD English EWT and GUM (CC BY-SA 4.0, CC BY 4.0) and WordNet's list of verbs. Don't edit.
/** Irregular forms, a line a part of speech: \`UPOS form>lemma …\`. */
export const EXCEPTIONS = \`${[...lines].map(([upos, pairs]) => `${upos} ${pairs.join(' ')}`).join('\n')}\`

/** Adjectives that keep their capital. */
export const CAPITAL = \`${capital.join(' ')}\`

/** Endings of verb stems that lost a silent e (first line) and of those that didn't (second); \`^\` marks whole stems. */
export const SILENT_E = \`${table}\``)
