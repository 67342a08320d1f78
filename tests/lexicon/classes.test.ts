import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { readOver } from '../../src/lexicography/read-over.ts'

const SOURCE = join(import.meta.dirname, '../../src')
const code = globSync(['extract/**/*.ts', 'lexicon/match-name.ts', 'normalize/**/*.ts', '!**/compiled.ts'], { cwd: SOURCE })
  .map((path) => readFileSync(join(SOURCE, path), 'utf8'))
  .join('\n')
const { classes } = readOver().entries

test('every class of grammar.yaml and places.yaml is asked by a rule in code', () => {
  const own = classes.filter(({ raw }) => /^classes\/(grammar|places)\.yaml$/.test(raw.file)).map(({ value }) => value.id)
  expect(own.length).toBeGreaterThan(40)
  expect(own.filter((id) => !code.includes(`'${id}'`))).toEqual([])
})

test('every class that a rule in code asks is there', () => {
  const asked = [
    ...code.matchAll(
      /\b(?:isAbove|isClassed|isDoing|isNamed|isNamedOf|isOf|isIngOf|isPastOf|isPresentOf|isOfClass)\((?:[^()']|\([^()]*\))*, '([a-z-]+)'\)/g,
    ),
  ]
  const known = new Set<string | undefined>(classes.map(({ value }) => value.id))
  expect(asked.length).toBeGreaterThan(30)
  expect(asked.flatMap(([, id]) => (known.has(id) ? [] : [id]))).toEqual([])
})
