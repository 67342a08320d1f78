import type { Document, Event, Party, Reason, Rejection } from '../document.ts'
import type { Act } from '../extract/acts/find-act.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import type { Candidate, SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'
import { asOf } from './as-of.ts'
import { codeAction } from './code-action.ts'
import { dateEvent, type TimeScene } from './dating/date-event.ts'
import { deepenCode } from './deepen-code.ts'
import { findContexts, findTitleContexts } from './find-contexts.ts'
import { findingOf } from './finding-of.ts'
import { isOf } from './is-of.ts'
import { findMagnitude } from './magnitude/find-magnitude.ts'
import { CARRIED, carriesNoun, toldElsewhere } from './no-act/told-elsewhere.ts'
import { whyNoAct } from './no-act/why-no-act.ts'
import { whyNoPolitics } from './no-act/why-no-politics.ts'
import { resolvePlace } from './places/resolve-place.ts'
import type { Whereabouts } from './places/whereabouts.ts'
import type { Discourse } from './references/discourse.ts'
import type { Resolution } from './references/resolution.ts'
import { findSides, knowsSide, type Sides } from './sides/find-sides.ts'
import type { Resolved } from './sides/found.ts'
import { speaksUnnamed } from './speaks-unnamed.ts'
import { tellStatus } from './tell-status.ts'
import { completeSides } from './unsaid/complete-sides.ts'
import { traitsOf, weigh } from './weigh.ts'

export type Outcome = Event | Rejection

/** What a candidate is judged in: its sentence, read and resolved, in its document. */
export type Scene = {
  readonly document: Document
  readonly reading: SentenceReading
  readonly lexicon: Lexicon
  readonly resolutions: ReadonlyMap<number, Resolution>
  readonly clauses: ReadonlyMap<number, Clause>
  /** Who acts on whom by the sentence's own words, by the head of the act. */
  readonly said: () => ReadonlyMap<number, Sides>
  readonly time: TimeScene
  /** What the article has said up to this sentence's end. */
  readonly discourse: Discourse
  /** The shares of the states that the article names. */
  readonly survey: () => ReadonlyMap<string, number>
  /** Where the article was before this sentence. */
  readonly whereabouts: Whereabouts | null
  /** What the paragraph is about where that isn't politics. */
  readonly topic: string | null
  /** How often the same sentence stood before in the article. */
  readonly repeat: number
}

/** Makes an event of a candidate, or a rejection with its reason; null where nothing in it is an actor's or an act's. */
export const judgeCandidate = (scene: Scene, { clause, acts: [act] }: Candidate): Outcome | null => {
  if (!act) {
    const ground = judgeWithoutAct(scene, clause)
    return ground && reject(scene, clause.words, ground, null)
  }
  const rule = `${act.loose ? 'fallback' : 'actions'}/${act.entry.id}`
  const judged = judgeAct(scene, clause, act)
  return 'reason' in judged
    ? reject(scene, act.words, judged, judged.reason === 'no-code' ? null : rule)
    : makeEvent(scene, clause, act, judged, rule)
}

/** Why a candidate becomes no event. */
type Ground = Pick<Rejection, 'reason' | 'detail'>

/** What an event is made of: an act that is coded, and whose it is. */
type Deed = Sides & { readonly action: Event['action'] }

const because = (reason: Reason, detail: string): Ground => ({ reason, detail })

/** Only a verb is missed where no entry has it, or the noun that one carries. */
const judgeWithoutAct = (scene: Scene, clause: Clause): Ground | null => {
  const isVerb = clause.kind === 'verb'
  if (!isVerb && clause.light === null) return null
  if (isVerb && carriesNoun(scene.reading, clause)) return because('duplicate', CARRIED)
  return namesAnybody(scene) && knowsSide(resolvedOf(scene), clause, PLAIN, scene.clauses) ? uncoded(clause) : null
}

const uncoded = ({ lemma }: Clause): Ground => because('no-code', `no action entry has "${lemma}" with these arguments`)

/** The act with its sides and code, or why it makes no event: first what is told elsewhere, last who only speaks. */
const judgeAct = (scene: Scene, clause: Clause, act: Act): Deed | Ground => {
  const { reading, lexicon, clauses } = scene
  const { entry } = act
  const elsewhere = toldElsewhere(reading, lexicon, clause, act)
  if (elsewhere !== null) return because('duplicate', elsewhere)
  if (scene.topic !== null) return because('not-political', `the paragraph is about ${scene.topic}`)
  const standing = tellStatus(reading.tree, clause, clauses, lexicon)
  const said = scene.said().get(clause.head) ?? findSides(resolvedOf(scene), clause, entry, clauses)
  if (act.loose && (!(said.source.some(isNamed) || said.target.some(isNamed)) || standing.status === 'hypothetical' || standing.negated))
    return uncoded(clause)
  const { source, target } = completeSides(scene, said, entry, clause)
  const action = codeAction(act.loose ? entry : deepenCode(reading, lexicon, clause, entry), standing, clause, lexicon)
  const between = whyNoPolitics(scene, { clause, act, source, target, root: action.root })
  if (between !== null) return between
  const noAct = whyNoAct({ reading, lexicon, clause, act, action, said })
  if (noAct !== null) return because('not-an-event', noAct)
  if (action.root === '01' && said.source.length === 0 && isDocument(scene, clause))
    return because('no-actor', 'what speaks there is no actor')
  if (action.root === '01' && speaksUnnamed(reading, source))
    return because('not-an-event', 'unnamed speakers ("officials say") are no actors')
  return { source, target, action }
}

const reject = (scene: Scene, words: readonly number[], { reason, detail }: Ground, rule: string | null): Rejection => {
  const { id, document, sentence, trigger } = findingOf(scene, words, reason)
  return { id, document, sentence, trigger, reason, detail, rule }
}

const makeEvent = (scene: Scene, clause: Clause, act: Act, { source, target, action }: Deed, rule: string): Event => {
  const { reading, lexicon } = scene
  const { id, document, sentence, trigger } = findingOf(scene, act.words, 'event')
  const date = dateEvent(scene.time, clause)
  const then = (parties: readonly Party[]): readonly Party[] =>
    asOf(lexicon, parties, date, scene.document.article.published?.slice(0, 10) ?? null)
  return {
    id,
    document,
    sentence,
    trigger,
    action,
    contexts: contextsOf(scene, act.entry),
    magnitude: findMagnitude(reading, clause, action.root, lexicon),
    source: then(source),
    target: then(target),
    date,
    place: resolvePlace(scene, { clause, root: action.root, source, target }),
    confidence: weigh(traitsOf(clause, act, source, action.status, reading.words.length)),
    rule,
  }
}

const resolvedOf = ({ document, reading, lexicon, resolutions }: Scene): Resolved => ({
  reading,
  text: document.article.text,
  lexicon,
  resolutions,
})

const isNamed = ({ entity }: Party): boolean => entity !== null

/** The themes of the sentence; where its words tell of none, the title's. */
const contextsOf = ({ document, reading, lexicon }: Scene, entry: ActionEntry): readonly string[] => {
  const own = findContexts(reading.words, lexicon, entry.contexts)
  return own.length > 0 ? own : findTitleContexts(document.article.title, lexicon)
}

/** Whether any word of the sentence can stand for an actor that is known. */
const namesAnybody = ({ reading: { mentions, pieces }, resolutions }: Scene): boolean =>
  resolutions.size > 0 || pieces.some((p) => p.entity !== null) || mentions.some((m) => m.entity !== null)

const PLAIN = { source: null, target: null, joint: false }

/** "The document stipulated", "the treaty says": what is written says so, and nobody. */
const isDocument = ({ reading, lexicon }: Scene, { kind, passive, args }: Clause): boolean =>
  kind === 'verb' && !passive && args.some((a) => a.slot === 'subject' && isOf(lexicon, reading.tree, a.head, 'agreement'))
