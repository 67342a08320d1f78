import { type FindingVerdict, hasFinding, type Verdict } from './verdict.ts'

/** A verdict that decides, or says that it can't. */
export type Decision = Extract<FindingVerdict, { readonly verdict: 'accept' | 'reject' | 'correct' | 'skip' | 'add' }>

export const STATES = ['unjudged', 'accepted', 'corrected', 'rejected', 'disputed', 'skipped', 'added'] as const
/** What the reviewers together say of a finding. */
export type State = (typeof STATES)[number]

/** All that was said of one finding. */
export type Judgement = {
  readonly key: string
  readonly state: State
  /** The last decision of each reviewer that still stands, by name. */
  readonly decisions: ReadonlyMap<string, Decision>
  readonly comments: readonly FindingVerdict[]
  readonly flagged: boolean
  /** Everything, undone lines left out, in the order of time. */
  readonly history: readonly FindingVerdict[]
}

/** Which finding a verdict speaks of, by the verdict alone. After a rebuild the carrying gives better keys. */
export const findingKey = ({ article, finding }: FindingVerdict): string =>
  finding.event ?? `${article}#${finding.trigger.start}-${finding.trigger.end}`

/** The verdicts without those that their own reviewer has taken back. */
export const standing = (verdicts: readonly Verdict[]): readonly Verdict[] => {
  const authors = new Map(verdicts.map((v) => [v.id, v.reviewer]))
  const undone = new Set(verdicts.flatMap((v) => (v.verdict === 'undo' && authors.get(v.of) === v.reviewer ? [v.of] : [])))
  return verdicts.filter((v) => !undone.has(v.id) && v.verdict !== 'undo')
}

/** What stands of the verdicts, finding by finding. They come in the order of time; a reviewer's last decision counts. */
export const foldVerdicts = (
  verdicts: readonly Verdict[],
  keyOf: (verdict: FindingVerdict) => string = findingKey,
): ReadonlyMap<string, Judgement> => {
  const groups = new Map<string, FindingVerdict[]>()
  for (const verdict of standing(verdicts)) {
    if (!hasFinding(verdict)) continue
    const key = keyOf(verdict)
    const group = groups.get(key)
    if (group) group.push(verdict)
    else groups.set(key, [verdict])
  }
  return new Map([...groups].map(([key, history]) => [key, judge(key, history)]))
}

const isDecision = (verdict: FindingVerdict): verdict is Decision => verdict.verdict !== 'flag' && verdict.verdict !== 'comment'

const judge = (key: string, history: readonly FindingVerdict[]): Judgement => {
  const decisions = new Map(history.filter(isDecision).map((v) => [v.reviewer, v]))
  return {
    key,
    state: stateOf([...decisions.values()]),
    decisions,
    comments: history.filter((v) => v.comment !== undefined && v.comment !== ''),
    flagged: history.some((v) => v.verdict === 'flag'),
    history,
  }
}

const STATE_OF = { accept: 'accepted', correct: 'corrected', reject: 'rejected', skip: 'skipped', add: 'added' } as const

const stateOf = (decisions: readonly Decision[]): State => {
  const [first, ...others] = decisions.filter((d) => d.verdict !== 'skip')
  if (first === undefined) return decisions.length > 0 ? 'skipped' : 'unjudged'
  if (others.some((d) => !agrees(first, d))) return 'disputed'
  return STATE_OF[first.verdict]
}

const agrees = (a: Decision, b: Decision): boolean =>
  a.verdict === b.verdict &&
  (a.verdict !== 'correct' || b.verdict !== 'correct' || JSON.stringify(a.correction) === JSON.stringify(b.correction))
