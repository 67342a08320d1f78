/**
 * How much of 1990 to today the lexicon's people cover of four offices of each state: head of state, head of government, foreign and defence minister.
 *
 *     npx tsx scripts/count-offices.ts [STATE…]
 *
 * One line a state, fullest first: its gaps in years by office; named states also with each gap. `fixtures/offices/offices.yaml` says which titles fill an
 * office, and where an office did not exist or nobody held it.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { lexicon } from '../src/lexicon/english.ts'
import type { LexiconData, PersonEntry } from '../src/lexicon/lexicon.ts'

type Register = {
  readonly offices: readonly { readonly office: string; readonly titles: readonly string[] }[]
  readonly without: readonly { readonly office: string; readonly states: readonly string[]; readonly from?: string; readonly to?: string }[]
}
/** Days since 1970, `from` the first, `to` the last. */
type Days = { readonly from: number; readonly to: number }
export type OfficeGap = { readonly office: string; readonly from: string; readonly to: string; readonly days: number }
export type StateOffices = { readonly state: string; readonly days: number; readonly gaps: readonly OfficeGap[] }

const SINCE = '1990-01-01'
const UNTIL = '2026-06-30'
/** Between two holders: shorter is no gap. */
const MONTH = 35
const DAY = 86_400_000

const register: Register = parse(readFileSync(new URL('../fixtures/offices/offices.yaml', import.meta.url), 'utf8'))

/** The gaps of each state that still exists and has a person in at least one of the offices, those with the fewest days first. */
export const countOffices = ({ actors, people }: LexiconData): readonly StateOffices[] =>
  actors
    .filter(({ id, kind, to }) => kind === 'state' && to === undefined && people.some((p) => titlesIn(p, id).length > 0))
    .map((state) => {
      const gaps = register.offices.flatMap(({ office, titles }) =>
        gapsIn(
          [...held(people, state.id, titles), ...excused(office, state.id)],
          span({ from: laterOf(SINCE, state.from), to: UNTIL }),
        ).map((gap) => ({
          office,
          ...gap,
        })),
      )
      return { state: state.id, gaps, days: gaps.reduce((sum, { days }) => sum + days, 0) }
    })
    .sort((a, b) => a.days - b.days || (a.state < b.state ? -1 : 1))

const titlesIn = (person: PersonEntry, state: string) =>
  person.offices
    .filter((o) => o.role === 'GOV' && (o.entity ?? person.entity) === state)
    .map((o) => ({
      office: o,
      titles: o.title.split(' and ').map((title) => title.replace(/^(?:acting|interim|deputy) /, (w) => (w === 'deputy ' ? w : ''))),
    }))

const held = (people: readonly PersonEntry[], state: string, titles: readonly string[]): readonly Days[] =>
  people.flatMap((person) =>
    titlesIn(person, state)
      .filter((o) => o.titles.some((title) => titles.includes(title)))
      .map(({ office }) => span(office)),
  )

const excused = (office: string, state: string): readonly Days[] =>
  register.without.filter((w) => w.office === office && w.states.includes(state)).map(span)

const gapsIn = (holders: readonly Days[], { from, to }: Days): readonly Omit<OfficeGap, 'office'>[] => {
  const gaps: Omit<OfficeGap, 'office'>[] = []
  let reached = from
  for (const next of [...holders, { from: to, to }].sort((a, b) => a.from - b.from)) {
    const days = Math.min(next.from, to) - reached
    if (days > MONTH) gaps.push({ from: month(reached), to: month(reached + days), days })
    reached = Math.max(reached, next.to)
  }
  return gaps
}

/** ISO dates of any precision: a year begins on its first day and ends on its last. */
const span = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): Days => ({
  from: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from) / DAY,
  to: to === undefined ? Number.POSITIVE_INFINITY : lastDay(to),
})

const lastDay = (date: string): number => {
  const [year = 0, month = 12, day] = date.split('-').map(Number)
  return Date.UTC(year, day ? month - 1 : month, day ?? 0) / DAY
}

const month = (days: number): string => new Date(days * DAY).toISOString().slice(0, 7)
const laterOf = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a)
const years = (days: number): string => (days / 365.25).toFixed(1)

const main = (states: readonly string[]): void => {
  const counted = countOffices(lexicon.data)
  for (const { state, days, gaps } of counted.filter((c) => states.length === 0 || states.includes(c.state))) {
    const by = register.offices.map(({ office }) => years(gaps.filter((g) => g.office === office).reduce((sum, g) => sum + g.days, 0)))
    process.stdout.write(`${state}  ${years(days).padStart(5)}  ${by.join('  ')}\n`)
    if (states.length > 0) for (const gap of gaps) process.stdout.write(`     ${gap.office}: ${gap.from} to ${gap.to}\n`)
  }
  process.stdout.write(`${counted.filter(({ days }) => days === 0).length} states without a gap since ${SINCE.slice(0, 4)}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2))
