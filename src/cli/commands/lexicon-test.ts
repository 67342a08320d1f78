import pc from 'picocolors'
import type { Trial } from '../../lexicography/trial.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { breather, type Io, takesColour, write } from '../io.ts'
import type { Messages } from '../messages.ts'

export type TestLexiconOptions = { readonly entry?: string; readonly all?: boolean; readonly known?: boolean; readonly json?: boolean }

/** `annalist lexicon test`: runs the examples and counterexamples of a lexicon, or of ours; fails where one doesn't hold that is not known for it. */
export const lexiconTest = async (
  dirs: readonly string[],
  { entry, all, known: listKnown, json }: TestLexiconOptions,
  io: Io,
  messages: Messages,
): Promise<Exit> => {
  const [{ readOver }, { tryExamples }, { keyOf, knownFailures }, { readModel }, { loadNlp }, { loadSyntaxModel }] = await Promise.all([
    import('../../lexicography/read-over.ts'),
    import('../../lexicography/try-examples.ts'),
    import('../../lexicography/known-failures.ts'),
    import('../../index.ts'),
    import('../../load-nlp.ts'),
    import('../../syntax/network/model.ts'),
  ])
  const known = knownFailures(dirs)
  const theirs = dirs.length > 0 && !all
  const picks = (name: string, { layer }: { readonly layer: number }): boolean =>
    (!theirs || layer > 0) && (entry === undefined || name === entry || name.slice(name.indexOf('/') + 1) === entry)
  const colour = pc.createColors(takesColour(io, io.stdout))
  const breathe = breather()
  let tried = 0
  const [failed, excused, mended]: [Trial[], Trial[], Trial[]] = [[], [], []]
  for (const trial of tryExamples(readOver(...dirs), { model: loadSyntaxModel(readModel()), nlp: loadNlp }, picks)) {
    await breathe()
    if (io.signal.aborted) return EXIT.interrupted
    if (++tried % 50 === 0) messages.progress(`${tried} examples`)
    const isKnown = known.has(keyOf(trial))
    if (trial.holds && isKnown) mended.push(trial)
    if (trial.holds) continue
    ;(isKnown ? excused : failed).push(trial)
    if (isKnown && !listKnown) continue
    await write(io, json ? `${JSON.stringify({ ...trial, known: isKnown })}\n` : asText(trial, isKnown, colour))
  }
  messages.progress('')
  if (tried === 0 && entry !== undefined)
    throw new UsageError(`no entry with examples is called "${entry}"`, 'annalist lexicon show WORD tells what entries are called')
  if (!json) {
    for (const trial of mended) await write(io, `${colour.yellow('holds now')} ${keyOf(trial)}\n`)
    await write(io, `${summary(tried, failed.length, excused.length, mended.length)}\n`)
  }
  return failed.length > 0 ? EXIT.failed : EXIT.done
}

const asText = (
  { entry, kind, text, path, line, wanted, got }: Trial,
  known: boolean,
  { bold, red, dim }: ReturnType<typeof pc.createColors>,
): string =>
  [
    `${known ? dim('known') : red('fails')} ${bold(entry)} ${dim(`${path}:${line}`)}`,
    `      ${text}`,
    `      ${kind === 'example' ? 'wanted' : 'wanted no event:'} ${wanted}`,
    `      got    ${got}`,
    '',
  ].join('\n')

const summary = (tried: number, failed: number, excused: number, mended: number): string =>
  [
    `${tried - failed - excused} of ${tried} examples and counterexamples hold`,
    ...(failed > 0 ? [`${failed} fail`] : []),
    ...(excused > 0 ? [`${excused} are known not to yet`] : []),
    ...(mended > 0 ? [`${mended} are listed in known-failures.txt and hold now: take them out`] : []),
  ].join('; ')
