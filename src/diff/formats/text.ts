import { describeEvent, eventOf } from '../describe.ts'
import type { Change } from '../diff.ts'
import { quote } from '../quote.ts'
import { actorsOf, groupsOf, rootsOf, type Summary, totalOf } from '../summarize.ts'
import { countsLine, headline, type Look, SIGNS } from './format.ts'

/** A diff for people at a terminal. */
export const diffText = (summary: Summary, look: Look): string => {
  const { bold, dim, kind } = look.paint
  const one = (change: Change): readonly string[] => {
    const event = eventOf(change)
    const words = quote(change)
      .map(({ text, marked }) => (marked ? bold(`[${text}]`) : text))
      .join('')
      .trim()
    return [
      `  ${kind(change.kind, SIGNS[change.kind])} ${describeEvent(event, look.nameOf)} ${dim(`· ${change.article.id}, sentence ${event.sentence.index}, ${event.rule}`)}`,
      ...change.fields.map(({ field, before, after }) => `      ${field}: ${kind('removed', before)} → ${kind('added', after)}`),
      ...(words === '' ? [] : [`      ${words}`]),
    ]
  }
  const roots = (root: string): string => `${root} ${look.nameOf(root)}`
  const width = Math.max(28, ...rootsOf(summary).map(([root]) => roots(root).length))
  const table = (rows: readonly (readonly [string, Summary['counts']])[], label: (name: string) => string): readonly string[] =>
    rows.map(([name, counts]) => `  ${label(name).padEnd(width)} ${countsLine(counts)}`)
  return [
    bold(headline(summary)),
    ...(totalOf(summary.counts) === 0
      ? []
      : [
          '',
          ...table(rootsOf(summary), roots),
          '',
          ...table(actorsOf(summary, 10), (actor) => actor),
          ...groupsOf(summary).flatMap(([name, group]) => {
            const left = totalOf(group.counts) - group.shown.length
            return [
              '',
              `${bold(name)} ${dim(`(${countsLine(group.counts)})`)}`,
              ...group.shown.flatMap(one),
              ...(left > 0 ? [dim(`  … and ${left} more`)] : []),
            ]
          }),
        ]),
    '',
  ].join('\n')
}
