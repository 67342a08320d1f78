import type { Basis, Event, Party } from '../../document.ts'
import type { State } from '../../verdicts/fold-verdicts.ts'
import type { RejectReason } from '../../verdicts/verdict.ts'
import type { CodeEntry } from '../ports.ts'

// The words that pages say things with: one for each thing, the same everywhere.

export const QUADS: Readonly<Record<string, string>> = {
  1: 'verbal cooperation',
  2: 'material cooperation',
  3: 'verbal conflict',
  4: 'material conflict',
}

export const BASES: Readonly<Record<Basis, string>> = {
  name: 'named',
  demonym: 'by its people’s name',
  capital: 'its capital or seat stands for it',
  person: 'a person known to the lexicon',
  role: 'by the role, from what the article named before',
  coreference: 'refers back to an actor named before',
  discourse: 'left unsaid; taken from the passage',
  unresolved: 'not known to the lexicon',
}

export const DATE_BASES = {
  text: 'the clause gives it',
  context: 'the text around gives it',
  publication: 'only the publication date is known',
} as const

export const STATE_WORDS: Readonly<Record<State, string>> = {
  unjudged: 'not judged',
  accepted: 'accepted',
  corrected: 'corrected',
  rejected: 'rejected',
  disputed: 'disputed',
  skipped: 'skipped',
  added: 'added',
}

export const REASON_WORDS: Readonly<Record<RejectReason, string>> = {
  'not-an-event': 'no event',
  'not-political': 'not political',
  'wrong-code': 'wrong act',
  'wrong-actors': 'wrong actors',
  'wrong-date': 'wrong date',
  duplicate: 'told twice',
  garbled: 'garbled text',
  other: 'other',
}

/** The name of a code; where the codebook leaves it empty, that of the code above it. */
export const nameOfCode = (codebook: readonly CodeEntry[], code: string): string => {
  for (let length = code.length; length >= 2; length--) {
    const name = codebook.find((c) => c.code === code.slice(0, length))?.name
    if (name) return name
  }
  return 'unknown code'
}

/** An actor in a word or two. */
export const partyName = ({ entity, text }: Pick<Party, 'entity' | 'text'>): string => entity ?? `“${text}”`
export const sideName = (parties: Event['source']): string => (parties.length === 0 ? 'nobody named' : parties.map(partyName).join(', '))

export const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.0995 ? 1 : 0)} %`
export const count = (number: number): string => number.toLocaleString('en')
/** A noun with its number: 1 event, 2 events. */
export const many = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`
