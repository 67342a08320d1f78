import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Timex } from '../../../src/document.ts'
import { layOut } from '../../../src/extract/lay-out.ts'
import { lexicon } from '../../../src/lexicon/english.ts'
import { resolveDates } from '../../../src/normalize/dates/resolve-dates.ts'
import { isTown } from '../../../src/normalize/places/is-town.ts'

/** A text and its expressions in order, each as `words|TYPE VALUE MOD`. */
export type Case = {
  readonly file: string
  readonly group: string
  readonly text: string
  readonly published: string
  readonly kind: string
  readonly expected: readonly string[]
}

const FOLDER = new URL('../../../fixtures/dates', import.meta.url).pathname
const MARK = /\{([^{}|]+)\|([^{}]+)\}/g

/** All tables of fixtures/dates. A case is a text in which each expression stands as `{words|TYPE VALUE MOD}`; one without such marks is a negative. */
export const readCases = (): readonly Case[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const { published, kind, ...groups } = parse(readFileSync(join(FOLDER, name), 'utf8'), { schema: 'failsafe' }) as Record<
        string,
        unknown
      >
      return Object.entries(groups).flatMap(([group, cases]) =>
        (cases as readonly (string | { text: string })[]).map((one) => {
          const marked = readMarked(typeof one === 'string' ? one : one.text)
          return { file: name.replace('.yaml', ''), group, published: String(published), kind: String(kind), ...marked }
        }),
      )
    })

/** A text with its expressions marked as `{words|TYPE VALUE MOD}`. */
export const readMarked = (marked: string): { readonly text: string; readonly expected: readonly string[] } => ({
  text: marked.replace(MARK, '$1'),
  expected: [...marked.matchAll(MARK)].map((m) => `${m[1]}|${m[2]}`),
})

export const datesOf = (text: string, published: string | null, kind: string | null): readonly Timex[] =>
  resolveDates(layOut({ id: 'case', text, published, title: null, url: null, kind }, isTown), lexicon)

export const describeTimex = (timex: Timex): string => `${timex.text}|${timex.type} ${timex.value}${timex.mod ? ` ${timex.mod}` : ''}`
