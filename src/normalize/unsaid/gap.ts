import type { Clause } from '../../extract/clauses/clause.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import type { Discourse } from '../references/discourse.ts'
import type { Beside } from './besides.ts'

/** A side whose entity the sentence leaves open: who stands on the other side, the act's root, and the role that its words give ("soldiers"), if any. */
export type Gap = {
  readonly side: 'source' | 'target'
  readonly known: readonly string[]
  /** The roles in which those stand there ("" for a state itself). */
  readonly roles: readonly string[]
  readonly root: string
  /** Whether it is done together. */
  readonly joint: boolean
  readonly role: string | null
  /** Whether the words of the role are of what states alone have ("the army"). */
  readonly ofState: boolean
  /** Whom the words of the role were taken to mean before the rest of the sentence was read. */
  readonly guess: string | null
}

/** What a gap stands in: all that the article has said up to the sentence's end, and who acts in the sentence besides. */
export type GapScene = {
  readonly discourse: Discourse
  readonly lexicon: Lexicon
  readonly reading: Pick<SentenceReading, 'tree' | 'sentence'>
  readonly clause: Clause
  /** The entities that the sentence's other acts name for their sides. */
  readonly beside: Beside
}

/** The roles of a state and its public, who arrests, and whom a crowd marches against. */
export const isOfState = ({ side, root, role }: Gap): boolean =>
  role === null ? (side === 'source' && root === '17') || (side === 'target' && root === '14') : UNARMED.test(role)

const UNARMED = /^(GOV|COP|JUD|LEG|DIP|SPY|ELI|OPP|PTY|CVL|CRM|REF|MED|EDU|BUS|LAB|AGR|HLH|HRI|ENV)$/
