import type { Score } from './count.ts'
import type { Miss } from './list-misses.ts'
import type { Level } from './pair-events.ts'
import { LEVELS } from './pair-events.ts'
import type { Difference, Interval } from './resample.ts'

/** All that `annalist score` tells. */
export type Report = {
  readonly articles: number
  readonly levels: Readonly<Record<Level, Score & { readonly interval: Interval }>>
  readonly units: string
  readonly roots: readonly (readonly [string, Score])[]
  readonly actors: readonly (readonly [string, Score])[]
  readonly comparison: Readonly<Record<Level, Difference>> | null
  readonly misses: readonly Miss[]
}

const three = (value: number): string => value.toFixed(3)
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${three(Math.abs(value))}`
const range = ([low, high]: Interval): string => `${three(low)}–${three(high)}`

/** The scores as lines of text. */
export const scoreText = (
  { articles, levels, units, roots, actors, comparison, misses }: Report,
  nameOf: (root: string) => string,
  most: number,
): string => {
  const line = (name: string, { precision, recall, f1, right, wanted, given }: Score, more: string): string =>
    `${name} P ${three(precision)}  R ${three(recall)}  F1 ${three(f1)}${more}  (${right} right, ${wanted} wanted, ${given} given)`
  return [
    ...LEVELS.map((level) => line(level.padEnd(8), levels[level], ` [${range(levels[level].interval)}]`)),
    `${articles} articles; in brackets 95 % intervals of F1, by drawing ${units}`,
    ...(comparison === null
      ? []
      : [
          '',
          'the other less this one:',
          ...LEVELS.map(
            (level) =>
              `${level.padEnd(8)} F1 ${signed(comparison[level].difference)} [${signed(comparison[level].interval[0])} to ${signed(comparison[level].interval[1])}]  p ${comparison[level].p.toFixed(4)}`,
          ),
        ]),
    '',
    ...roots.map(([root, score]) => line(`${root} ${nameOf(root)}`.padEnd(36).slice(0, 36), score, '')),
    '',
    ...actors.slice(0, 15).map(([actor, score]) => line(actor.padEnd(12), score, '')),
    ...(actors.length > 15 ? [`… and ${actors.length - 15} actors more`] : []),
    ...(most === 0
      ? []
      : [
          '',
          ...misses
            .slice(0, most)
            .map(
              ({ kind, document, start, trigger, reason, quote }) =>
                `${kind.padEnd(7)} ${document}:${start} «${trigger}» ${reason}${quote === '' ? '' : `  — ${quote}`}`,
            ),
        ]),
    ...(most > 0 && misses.length > most ? [`… and ${misses.length - most} more`] : []),
    '',
  ].join('\n')
}

/** The scores as tables of Markdown, for docs/accuracy.md. */
export const scoreMarkdown = ({ articles, levels, units, roots, actors }: Report, nameOf: (root: string) => string): string => {
  const row = (name: string, { precision, recall, f1, right, wanted, given }: Score, interval: string): string =>
    `| ${name} | ${three(precision)} | ${three(recall)} | ${three(f1)} |${interval} ${right} | ${wanted} | ${given} |`
  const head = (name: string, interval: boolean): string =>
    `| ${name} | precision | recall | F1 |${interval ? ' 95 % interval |' : ''} right | wanted | given |\n|---|--:|--:|--:|${interval ? '--:|' : ''}--:|--:|--:|`
  return [
    `${articles} articles, ${levels.event.wanted} events wanted. Each level asks for one thing more; intervals are of F1, by drawing ${units}.\n`,
    head('level', true),
    ...LEVELS.map((level) => row(level, levels[level], ` ${range(levels[level].interval)} |`)),
    '',
    head('root', false),
    ...roots.map(([root, score]) => row(`${root} ${nameOf(root)}`, score, '')),
    '',
    head('actor', false),
    ...actors.filter(([, { wanted }]) => wanted >= 5).map(([actor, score]) => row(actor, score, '')),
    '',
  ].join('\n')
}

const [BEGIN, END] = ['<!-- annalist score: begin -->', '<!-- annalist score: end -->']

/** A page with the scores put between its marks, at its end where it has none. */
export const putScores = (page: string, table: string): string => {
  const part = `${BEGIN}\n\n${table}\n${END}`
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  return begin >= 0 && end > begin
    ? `${page.slice(0, begin)}${part}${page.slice(end + END.length)}`
    : `${page.trimEnd()}\n\n${part}\n`.trimStart()
}
