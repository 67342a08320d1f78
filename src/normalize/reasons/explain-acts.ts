import { whyUnfit } from '../../extract/acts/find-act.ts'
import type { Candidate, SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'

/** An action entry that a predicate's words lead to and that did not code it. */
export type LostAct = { readonly rule: string; readonly cameo: string; readonly why: string }

/** The entries that were considered for a predicate beside the one that won: first those that fit it too, best first, then those whose words stand there, then the
 * rest. */
export const explainActs = ({ tree, mentions }: SentenceReading, lexicon: Lexicon, { clause, acts }: Candidate): readonly LostAct[] => {
  const [won, ...beaten] = acts
  const scene = { tree, lexicon, mentions: new Map(mentions.map((m) => [m.head, m])) }
  const fitting = new Set(won?.loose ? [won.entry.id] : acts.map(({ entry }) => entry.id))
  const patterns = (lexicon.actions.get(clause.lemma) ?? []).filter(({ part, entry }) => part === clause.kind && !fitting.has(entry.id))
  const unfit = new Map(patterns.map((pattern) => [pattern.entry.id, { entry: pattern.entry, why: whyUnfit(scene, clause, pattern) }]))
  return [
    ...(won?.loose ? [] : beaten).map(({ entry, score }) => ({
      rule: entry.id,
      cameo: entry.cameo,
      why: score === won?.score ? `as good (${score}), and behind it by name` : `less specific (${score} against ${won?.score})`,
    })),
    ...[...unfit.values()]
      .flatMap(({ entry, why }) => (why === null ? [] : [{ rule: entry.id, cameo: entry.cameo, why }]))
      .sort((a, b) => Number(a.why.startsWith('"')) - Number(b.why.startsWith('"'))),
  ]
}
