import { existsSync } from 'node:fs'
import { writeFile } from '../../export/sink.ts'
import type { Store } from '../../store/index.ts'
import type { Carried } from '../../verdicts/carry-verdict.ts'
import { findingKey, foldVerdicts, standing } from '../../verdicts/fold-verdicts.ts'
import { goldLines } from '../../verdicts/gold-lines.ts'
import { mergeVerdicts } from '../../verdicts/merge-verdicts.ts'
import { parseVerdicts, tellFault } from '../../verdicts/parse-verdicts.ts'
import { readVerdictFile } from '../../verdicts/read-verdict-file.ts'
import { measureQuality } from '../../verdicts/stats/quality.ts'
import { type FindingVerdict, hasFinding, type Verdict } from '../../verdicts/verdict.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { type Io, write } from '../io.ts'
import type { Messages } from '../messages.ts'
import { checkOutput } from '../output-path.ts'
import { printable } from '../printable.ts'

export type VerdictsOptions = {
  readonly db: string
  readonly verdicts: string
  readonly gold?: boolean
  readonly require?: boolean
  readonly output?: string
  readonly json?: boolean
}

/** `annalist verdicts`: what became of each verdict in a database; `--gold`, `merge` and `stats` as its page tells. */
export const verdictsCommand = async (
  what: string | undefined,
  files: readonly string[],
  options: VerdictsOptions,
  io: Io,
  messages: Messages,
): Promise<Exit> => {
  const other = what ?? (options.gold ? '--gold' : undefined)
  const idle = what !== undefined && options.gold ? '--gold' : options.require ? '--require' : undefined
  if (other !== undefined && idle !== undefined)
    throw new UsageError(`${idle} has no effect beside ${other}`, 'call annalist verdicts once for each')
  if (what === 'merge') return merge(files, options, io, messages)
  if (files.length > 1) throw new UsageError('one verdict file at a time', 'join them first: annalist verdicts merge A B -o verdicts.jsonl')
  const file = files[0] ?? options.verdicts
  checkOutput(options.output, [file, options.db])
  const { verdicts, faults } = parseVerdicts(readVerdicts(file))
  for (const fault of faults) messages.fault(tellFault(file, fault), 'the line counts for nothing until it is mended')
  const exit = await tell(what, verdicts, options, io, messages)
  return exit === EXIT.done && faults.length > 0 ? EXIT.quarantined : exit
}

const tell = async (
  what: string | undefined,
  verdicts: readonly Verdict[],
  options: VerdictsOptions,
  io: Io,
  messages: Messages,
): Promise<Exit> => {
  if (what === 'stats') return stats(verdicts, options, io)
  const carried = await carryAgainst(options.db, verdicts)
  return options.gold ? gold(verdicts, carried, options, io, messages) : list(verdicts, carried, options, io)
}

const readVerdicts = (file: string): string => {
  if (!existsSync(file)) throw new UsageError(`there is no verdict file ${file}`, 'annalist audit writes one; name it with --verdicts')
  return readVerdictFile(file)
}

const put = async (text: string, output: string | undefined, io: Io): Promise<void> => {
  if (output === undefined) return write(io, text)
  await writeFile(output, [text])
}

const merge = async (files: readonly string[], { db, output }: VerdictsOptions, io: Io, messages: Messages): Promise<Exit> => {
  if (files.length === 0)
    throw new UsageError('there is nothing to merge', 'name the files: annalist verdicts merge ada.jsonl ben.jsonl -o verdicts.jsonl')
  checkOutput(output, [db])
  const merged = mergeVerdicts(files.map(readVerdicts))
  for (const fault of merged.faults) messages.fault(tellFault(files[fault.file] ?? '', fault), 'it is not in what is written')
  await put(merged.text, output, io)
  messages.note(`${merged.verdicts} verdicts of ${files.length} files, ${merged.shared} of them in more than one`)
  return merged.faults.length > 0 ? EXIT.quarantined : EXIT.done
}

const carryAgainst = async (path: string, verdicts: readonly Verdict[]): Promise<ReadonlyMap<string, Carried>> => {
  const [{ openDatabase, closeDatabase }, { eventReader }, { carryAll }] = await Promise.all([
    import('../../store/open-database.ts'),
    import('../../store/read-events.ts'),
    import('../../verdicts/carry-all.ts'),
  ])
  const db = openDatabase(path, { readonly: true, timeout: 5000 })
  try {
    return carryAll(db, eventReader(db), verdicts)
  } finally {
    closeDatabase(db)
  }
}

/** Stale verdicts make no gold: the words they rest on are gone. What is no longer extracted, or otherwise, is gold all the same. */
const gold = async (
  verdicts: readonly Verdict[],
  carried: ReadonlyMap<string, Carried>,
  { db, output }: VerdictsOptions,
  io: Io,
  messages: Messages,
): Promise<Exit> => {
  const there = verdicts.filter((v) => !hasFinding(v) || !GONE.test(carried.get(v.id)?.note ?? ''))
  const judgements = foldVerdicts(there, (v) => carried.get(v.id)?.event ?? findingKey(v))
  const lines = goldLines(judgements.values(), there)
  await put(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), output, io)
  const { openStore } = await import('../../store/index.ts')
  const store = openStore(db, { readonly: true })
  const left = unjudged(new Set(lines.map(({ doc }) => doc)), carried, there, store)
  store.close()
  if (left > 0)
    messages.note(
      `nobody judged ${left} of what was found in these articles, which annalist score will take for wrong: precision holds where articles were read whole`,
    )
  return EXIT.done
}

/** How many events of articles that nobody read whole have no verdict. */
const unjudged = (
  docs: ReadonlySet<string>,
  carried: ReadonlyMap<string, Carried>,
  verdicts: readonly Verdict[],
  store: Pick<Store, 'events'>,
): number => {
  const read = new Set(standing(verdicts).flatMap((v) => (!hasFinding(v) && v.verdict === 'read' ? [v.article] : [])))
  const judged = new Set([...carried.values()].map(({ event }) => event))
  return [...docs]
    .filter((doc) => !read.has(doc))
    .reduce((sum, doc) => sum + [...store.events(doc)].filter(({ id }) => !judged.has(id)).length, 0)
}

const GONE = /no longer (there|in the article)/

const list = async (
  verdicts: readonly Verdict[],
  carried: ReadonlyMap<string, Carried>,
  { output, json, require }: VerdictsOptions,
  io: Io,
): Promise<Exit> => {
  const last = [...foldVerdicts(verdicts).values()].flatMap((j) => [...j.decisions.values()])
  const rows = last.flatMap((v) => {
    const now = carried.get(v.id)
    return now ? [{ verdict: v, now }] : []
  })
  const text = json
    ? rows.map(({ verdict, now }) => `${JSON.stringify({ ...verdict, now })}\n`).join('')
    : printable(
        `${rows.map(({ verdict, now }) => `${now.fate.padEnd(8)}${describe(verdict)}${now.note ? `: ${now.note}` : ''}\n`).join('')}${tally(rows.map((r) => r.now))}`,
      )
  await put(text, output, io)
  const broken = rows.filter(({ verdict, now }) => verdict.verdict === 'accept' && (now.outcome === 'lost' || now.outcome === 'changed'))
  return require && broken.length > 0 ? EXIT.failed : EXIT.done
}

const describe = (v: FindingVerdict): string => `${v.reviewer} ${v.verdict} ${v.finding.cameo} “${v.finding.trigger.text}” in ${v.article}`

const tally = (carried: readonly Carried[]): string => {
  const count = (fate: Carried['fate']): number => carried.filter((c) => c.fate === fate).length
  return `${carried.length} verdicts: ${count('carried')} carried, ${count('moved')} moved, ${count('stale')} stale\n`
}

const stats = async (verdicts: readonly Verdict[], { output, json }: VerdictsOptions, io: Io): Promise<Exit> => {
  const quality = measureQuality([...foldVerdicts(verdicts).values()], verdicts)
  const share = (e: { readonly share: number; readonly low: number; readonly high: number }): string =>
    `${(100 * e.share).toFixed(1)} % (${(100 * e.low).toFixed(1)} to ${(100 * e.high).toFixed(1)})`
  const { sample, recall, agreement, states } = quality
  const lines = [
    `judged      ${quality.judged} events: ${Object.entries(states)
      .filter(([, n]) => n > 0)
      .map(([state, n]) => `${n} ${state}`)
      .join(', ')}`,
    `reviewers   ${quality.reviewers.map((r) => `${r.name} ${r.decisions}`).join(', ') || 'none'}`,
    `precision   ${sample.precision ? `${share(sample.precision)} of all events, from a sample of ${sample.size}` : 'no sample was judged'}`,
    ...quality.fields.map((f) => `  ${f.name.padEnd(10)}${share(f)}`),
    `recall      ${recall.estimate ? `${share(recall.estimate)} in ${recall.articles} articles read whole` : 'no article was read whole'}`,
    `agreement   ${agreement.alpha === null ? 'not measured' : `α ${agreement.alpha.toFixed(3)} over ${agreement.units} events`}`,
    ...agreement.pairs.map((p) => `  ${p.a} and ${p.b}: κ ${p.kappa === null ? '—' : p.kappa.toFixed(3)} over ${p.units} events`),
  ]
  await put(json ? `${JSON.stringify(quality)}\n` : `${lines.join('\n')}\n`, output, io)
  return EXIT.done
}
