import pc from 'picocolors'
import type { Report } from '../run/run.ts'
import type { Count } from '../store/index.ts'

const WIDTH = 30

/** A bar of eighths of blocks, the greatest count full. */
const bar = (count: number, most: number): string => {
  const eighths = Math.max(1, Math.round((count / most) * WIDTH * 8))
  return '█'.repeat(eighths >> 3) + (['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths & 7] ?? '')
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

const plural = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`

/** What a run did and what its database holds, as people read it. `nameOf` gives the name of a CAMEO code. */
export const summarize = (
  report: Report,
  { db, colour, nameOf }: { readonly db: string; readonly colour: boolean; readonly nameOf: (root: string) => string },
): string => {
  const { bold, dim, cyan, green } = pc.createColors(colour)
  const { totals } = report
  const chart = (counts: readonly Count[], label: (name: string) => string, paint: (text: string) => string): readonly string[] => {
    const most = Math.max(...counts.map((c) => c.count))
    const wide = Math.max(...counts.map((c) => label(c.name).length))
    const digits = Math.max(...counts.map((c) => grouped(c.count).length))
    return counts.map((c) => `  ${label(c.name).padEnd(wide)}  ${grouped(c.count).padStart(digits)}  ${paint(bar(c.count, most))}`)
  }
  const did = [
    [report.added, 'new'],
    [report.replaced, 'changed'],
    [report.unchanged, 'unchanged'],
    [report.skipped, 'passed over'],
    [report.quarantined, 'left out'],
    [report.pruned.length, 'pruned'],
  ] as const
  const done = did.flatMap(([count, what]) => (count > 0 ? [`${grouped(count)} ${what}`] : []))
  return [
    `${bold(report.interrupted ? 'Interrupted' : 'Read')}${report.interrupted ? ' after' : ''} ${plural(report.read, 'article')}${done.length > 0 ? ` ${dim(`(${done.join(', ')})`)}` : ''}`,
    '',
    `${bold(plural(totals.events, 'event'))} in ${plural(totals.sentences, 'sentence')} of ${plural(totals.articles, 'article')}`,
    ...(totals.events > 0 ? ['', ...chart(totals.roots, (root) => `${root} ${nameOf(root)}`, cyan)] : []),
    ...(totals.rejections > 0
      ? ['', bold(`${plural(totals.rejections, 'candidate')} rejected`), '', ...chart(totals.reasons, (reason) => reason, dim)]
      : []),
    '',
    `${green('→')} ${db}`,
    `  ${next(report, db)}`,
    '',
  ].join('\n')
}

const next = ({ totals, interrupted, quarantined }: Report, db: string): string => {
  const option = db === 'events.db' ? '' : ` --db ${/^[\w./-]+$/.test(db) ? db : `'${db.replaceAll("'", "'\\''")}'`}`
  if (interrupted) return 'run the same command again to go on where it stopped'
  if (totals.articles === 0)
    return quarantined > 0 ? `next: annalist quarantine${option} tells what was left out, why, and what to do` : 'nothing is in it yet'
  return totals.events > 0
    ? `next: annalist export --format csv${option} > events.csv`
    : 'next: annalist explain FILE tells, sentence by sentence, what was seen and why nothing came of it'
}
