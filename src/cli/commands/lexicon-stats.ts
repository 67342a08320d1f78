import type { CodeCoverage, Coverage } from '../../lexicography/count-coverage.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, pauser, write } from '../io.ts'
import { table } from '../table.ts'

export type StatsOptions = { readonly lexicon?: readonly string[]; readonly codes?: boolean; readonly json?: boolean }

/** `annalist lexicon stats`: what the lexicon covers, and of the codebook what it doesn't. */
export const lexiconStats = async ({ lexicon = [], codes, json }: StatsOptions, io: Io): Promise<Exit> => {
  const [{ readOver }, { countCoverage }] = await Promise.all([
    import('../../lexicography/read-over.ts'),
    import('../../lexicography/count-coverage.ts'),
  ])
  const pause = pauser(io)
  await pause()
  const whole = readOver(...lexicon)
  await pause()
  const coverage = countCoverage(whole)
  await pause()
  await write(io, json ? `${JSON.stringify(coverage)}\n` : asText(coverage, codes ?? false))
  return EXIT.done
}

const HEAD = ['code', 'name', 'entries', 'verbs', 'nouns', 'adjectives', 'examples', 'counter']
const RIGHT = [2, 3, 4, 5, 6, 7]

const asText = ({ codes, actors, people, roles, classes, contexts, others, hash }: Coverage, all: boolean): string => {
  const roots = codes
    .filter(({ code }) => code.length === 2)
    .map((root) =>
      sumOf(
        root,
        codes.filter(({ code }) => code.startsWith(root.code)),
      ),
    )
  const idle = classes.filter((c) => c.entries === 0)
  return [
    `lexicon ${hash}\n\n`,
    table([HEAD, ...(all ? codes : roots).map(row), row(sumOf({ code: '', name: 'all' }, codes))], RIGHT),
    `\n${told(codes)}`,
    `\nactors      ${list(actors)}\n`,
    `people      ${people.people} of ${people.states} states and organisations, with ${people.offices} offices\n`,
    `roles       ${list(roles)}\n`,
    `classes     ${classes.length} with ${sum(classes.map((c) => c.words))} words${idle.length > 0 ? `; no action names ${idle.map((c) => c.id).join(', ')}` : ''}\n`,
    `contexts    ${Object.keys(contexts).length} with ${sum(Object.values(contexts))} phrases\n`,
    `others      ${others.operators} operators, ${others.synonyms} synonyms, ${others.lightVerbs} light verbs, ${others.nominalizations} nominalizations, ${others.givenNames} given names, ${others.notActors} names that are no actor\n`,
  ].join('')
}

/** A code counts as covered when it or a finer one has an entry. */
const told = (codes: readonly CodeCoverage[]): string => {
  const bare = codes.filter(({ code }) => !codes.some((c) => c.code.startsWith(code) && c.entries > 0))
  const covered = `${codes.length - bare.length} of ${codes.length} codes have an entry, their own or a finer one's`
  return bare.length === 0 ? `${covered}\n` : `${covered}; none:\n${bare.map(({ code, name }) => `  ${code.padEnd(5)} ${name}\n`).join('')}`
}

const row = (c: CodeCoverage): readonly string[] => [
  c.code,
  c.name,
  ...[c.entries, c.verbs, c.nouns, c.adjectives, c.examples, c.counterexamples].map(String),
]

const sumOf = ({ code, name }: Pick<CodeCoverage, 'code' | 'name'>, own: readonly CodeCoverage[]): CodeCoverage => ({
  code,
  name,
  entries: sum(own.map((c) => c.entries)),
  verbs: sum(own.map((c) => c.verbs)),
  nouns: sum(own.map((c) => c.nouns)),
  adjectives: sum(own.map((c) => c.adjectives)),
  examples: sum(own.map((c) => c.examples)),
  counterexamples: sum(own.map((c) => c.counterexamples)),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, n]) => `${n} ${name}`)
    .join(', ')
