import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { extract } from '../../src/index.ts'

type Example = { readonly text: string }
type Entry = {
  readonly id: string
  readonly cameo: string
  readonly examples: readonly Example[]
  readonly counterexamples?: readonly (string | { readonly text: string; readonly instead?: string })[]
}

const actions = new URL('../../lexicon/en/actions/', import.meta.url)

/** Examples that are known to fail, "entry: text" a line: mended ones are to be taken out. */
const known = new Set(
  readFileSync(new URL('known-examples.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
)

// Only rises: examples and counterexamples that hold.
const FLOOR = 3137

const rulesOf = (text: string): readonly { readonly rule: string; readonly root: string }[] =>
  extract({ id: 'example', text, published: '2024-05-20', title: null, url: null, kind: null }).events.map(({ rule, action }) => ({
    rule: rule.slice(rule.indexOf('/') + 1),
    root: action.root,
  }))

const entries = readdirSync(actions).flatMap((file) => {
  const { entries } = parse(readFileSync(new URL(file, actions), 'utf8')) as { readonly entries: readonly Entry[] }
  return entries
})

/** What an entry says of itself and doesn't keep: an example without its event, a counterexample with one, or without that of the entry named instead. */
const broken = ({ id, cameo, examples, counterexamples = [] }: Entry): readonly string[] => [
  ...examples
    .filter(({ text }) => !rulesOf(text).some(({ rule, root }) => rule === id && root === cameo.slice(0, 2)))
    .map(({ text }) => text),
  ...counterexamples.flatMap((given) => {
    const { text, instead = null } = typeof given === 'string' ? { text: given } : given
    const rules = rulesOf(text).map(({ rule }) => rule)
    return rules.includes(id) || (instead !== null && !rules.includes(instead)) ? [text] : []
  }),
]

test('every example of every action entry fires it with its root, and no counterexample does', () => {
  const all = entries.reduce((sum, entry) => sum + entry.examples.length + (entry.counterexamples?.length ?? 0), 0)
  const failed = entries.flatMap((entry) => broken(entry).map((text) => `${entry.id}: ${text}`))
  console.log(`examples: ${all - failed.length} of ${all} hold`)
  if (process.env.FAILED) writeFileSync(process.env.FAILED, `${failed.join('\n')}\n`)
  const fresh = failed.filter((line) => !known.has(line))
  if (fresh.length > 0) console.log(`not among the known failures:\n${fresh.join('\n')}`)
  expect(all - failed.length).toBeGreaterThanOrEqual(FLOOR)
}, 120_000)
