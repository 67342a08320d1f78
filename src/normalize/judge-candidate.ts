import type { Document, Event, Party, Reason, Rejection, Trigger } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { preposition } from '../extract/clauses/noun-phrase.ts'
import { dependents, wordAt } from '../extract/clauses/tree.ts'
import type { Candidate, SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'
import { asOf } from './as-of.ts'
import { codeAction } from './code-action.ts'
import { dateEvent, type TimeScene } from './dating/date-event.ts'
import { deepenCode } from './deepen-code.ts'
import { findingId } from './event-id.ts'
import { findContexts, findTitleContexts } from './find-contexts.ts'
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
export const judgeCandidate = (scene: Scene, { clause, acts }: Candidate): Outcome | null => {
  const { document, reading, lexicon, clauses } = scene
  const text = document.article.text
  const at = { reading, text, lexicon, resolutions: scene.resolutions }
  const [act] = acts
  // Only a verb is missed where no entry has it, or the noun that one carries.
  if (!act && clause.kind !== 'verb' && clause.light === null) return null
  const reject = (reason: Reason, detail: string, rule: string | null): Rejection => {
    const trigger = triggerOf(reading, text, act?.words ?? clause.words)
    return {
      id: idOf(scene, trigger, reason),
      document: document.article.id,
      sentence: refOf(reading),
      trigger,
      reason,
      detail,
      rule,
    }
  }
  if (!act) {
    if (clause.kind === 'verb' && carriesNoun(reading, clause)) return reject('duplicate', CARRIED, null)
    return namesAnybody(scene) && knowsSide(at, clause, PLAIN, clauses)
      ? reject('no-code', `no action entry has "${clause.lemma}" with these arguments`, null)
      : null
  }
  const { entry } = act
  const rule = `${act.loose ? 'fallback' : 'actions'}/${entry.id}`
  const elsewhere = toldElsewhere(reading, lexicon, clause, act)
  if (elsewhere !== null) return reject('duplicate', elsewhere, rule)
  if (scene.topic !== null) return reject('not-political', `the paragraph is about ${scene.topic}`, rule)
  const standing = tellStatus(reading.tree, clause, clauses, lexicon)
  const said = scene.said().get(clause.head) ?? findSides(at, clause, entry, clauses)
  if (act.loose && (!(said.source.some(isNamed) || said.target.some(isNamed)) || standing.status === 'hypothetical' || standing.negated))
    return reject('no-code', `no action entry has "${clause.lemma}" with these arguments`, null)
  const { source, target } = completeSides(scene, said, entry, clause)
  const action = codeAction(act.loose ? entry : deepenCode(reading, lexicon, clause, entry), standing, clause, lexicon)
  const between = whyNoPolitics(scene, { clause, act, source, target, root: action.root })
  if (between !== null) return reject(between.reason, between.detail, rule)
  const noAct = whyNoAct({ reading, lexicon, clause, act, action, said })
  if (noAct !== null) return reject('not-an-event', noAct, rule)
  if (action.root === '01' && said.source.length === 0 && isDocument(scene, clause))
    return reject('no-actor', 'what speaks there is no actor', rule)
  if (action.root === '01' && isUnnamed(scene, source))
    return reject('not-an-event', 'unnamed speakers ("officials say") are no actors', rule)
  const date = dateEvent(scene.time, clause)
  const then = (parties: readonly Party[]): readonly Party[] =>
    asOf(lexicon, parties, date, document.article.published?.slice(0, 10) ?? null)
  const trigger = triggerOf(reading, text, act.words)
  return {
    id: idOf(scene, trigger, 'event'),
    document: document.article.id,
    sentence: refOf(reading),
    trigger,
    action,
    contexts: contextsOf(scene, entry),
    magnitude: findMagnitude(reading, clause, action.root, lexicon),
    source: then(source),
    target: then(target),
    date,
    place: resolvePlace(scene, { clause, root: action.root, source, target }),
    confidence: weigh(traitsOf(clause, act, source, action.status, scene.reading.words.length)),
    rule,
  }
}

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

/** "officials said", "a monitor said": a role without name, article or state of its own; rebels, opponents and workers speak for themselves. */
const isUnnamed = ({ reading }: Scene, source: Event['source']): boolean =>
  source.every((party) => {
    if (/^(REB|INS|SEP|UAF|RAD|OPP|LAB|JUD)$/.test(party.role ?? '')) return false
    const mention = reading.mentions.find((m) => m.start === party.start)
    if (party.basis !== 'discourse' && !(party.entity === null && party.basis === 'unresolved')) return false
    if (!mention || mention.name !== null || isNamedBeside(reading, mention.head) || isOfName(reading, mention.head)) return false
    return !dependents(reading.tree, mention.head, 'det', 'nmod:poss').some((at) =>
      /^(the|this|that|these|those|both|its|his|her|their|our|whose)$/i.test(wordAt(reading.tree, at).text),
    )
  })

/** "a police spokesman, Orlando Mudumane, said": the words beside the role tell who. */
const isNamedBeside = ({ tree, mentions }: SentenceReading, head: number): boolean =>
  dependents(tree, head, 'appos').some((at) => mentions.some((m) => m.head === at && /^(name|person|unknown)$/.test(m.kind)))

/** "leaders of the Teachers Alliance", "Norlandia's chairwoman": whose they are is told by a name, though nobody knows it. */
const isOfName = ({ tree }: SentenceReading, head: number): boolean =>
  [...dependents(tree, head, 'nmod:poss'), ...dependents(tree, head, 'nmod').filter((at) => preposition(tree, at) === 'of')].some(
    (at) => /^\p{Lu}/u.test(wordAt(tree, at).text) && /^(PROPN|NOUN)$/.test(wordAt(tree, at).upos),
  )

/** "The document stipulated", "the treaty says": what is written says so, and nobody. */
const isDocument = ({ reading, lexicon }: Scene, { kind, passive, args }: Clause): boolean =>
  kind === 'verb' && !passive && args.some((a) => a.slot === 'subject' && isOf(lexicon, reading.tree, a.head, 'agreement'))

const triggerOf = (reading: SentenceReading, text: string, words: readonly number[]): Trigger => {
  const [first, last] = [words[0] as number, words.at(-1) as number]
  const start = wordAt(reading.tree, first).start
  const end = wordAt(reading.tree, last).end
  const { lemma } = wordAt(reading.tree, first)
  return {
    start,
    end,
    text: text.slice(start, end),
    lemma: words.length === 1 ? lemma : words.map((w) => wordAt(reading.tree, w).lemma).join(' '),
  }
}

const refOf = ({ sentence: { index, start, end } }: SentenceReading): Event['sentence'] => ({ index, start, end })

/** The words of the sentence and the place of the trigger in them: what stands elsewhere in the article doesn't change an id. */
const idOf = ({ document, reading: { sentence }, repeat }: Scene, trigger: Trigger, what: string): string => {
  const { id, text } = document.article
  const words = text.slice(sentence.start, sentence.end)
  return findingId(id, words, repeat, trigger.start - sentence.start, trigger.end - sentence.start, what)
}
