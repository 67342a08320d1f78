import type { Mention } from '../../document.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { type Discourse, isEmpty, type Pair, type Referent, referentOf, takeNotes } from './discourse.ts'
import { joinedOwners } from './joined-owners.ts'
import { listOf } from './list-of.ts'
import { pairsOf } from './pairs-of.ts'
import type { Resolution, Standing } from './resolution.ts'
import { resolveHomed, resolveMention } from './resolve-mention.ts'
import { type Spot, spotOf, standingOf } from './standing-of.ts'

/** What the mentions of a sentence that their own words leave open were resolved to, by head, and what the article has said after the sentence. */
export type Resolutions = { readonly resolutions: ReadonlyMap<number, Resolution>; readonly discourse: Discourse }

/** Is told of each open mention, with what the article had said before it and what it was resolved to. */
export type Watch = (mention: Mention, discourse: Discourse, standing: Standing, resolution: Resolution | null) => void

/** Resolves the mentions of a sentence in the order of the text, each against what stands before it, and remembers them. */
export const resolveSentence = (reading: SentenceReading, lexicon: Lexicon, before: Discourse, watch?: Watch): Resolutions => {
  const resolutions = new Map<number, Resolution>()
  const notes = takeNotes(before)
  for (const mention of reading.mentions) {
    const { discourse } = notes
    if (watch === undefined && isEmpty(discourse) && isOfBefore(mention)) continue
    const spot = spotOf(reading, lexicon, mention)
    if (mention.entity === null || mention.basis === 'demonym') {
      const standing = standingOf(reading, lexicon, discourse, mention, spot)
      const homed = mention.entity === null ? null : resolveHomed(discourse, mention, standing)
      if (mention.entity === null || homed) {
        const resolution = homed ?? resolveMention(discourse, mention, standing)
        if (resolution) resolutions.set(mention.head, resolution)
        watch?.(mention, discourse, standing, resolution)
      }
    }
    const referents = referentsOf(reading, mention, resolutions.get(mention.head), spot)
    if (referents.length > 0)
      notes.add(
        referents,
        [...pairsOf(reading, mention, discourse, referents, spot), ...meantAgain(resolutions.get(mention.head), referents, spot)],
        listOf(reading, mention, discourse, referents, spot.sentence),
      )
  }
  return { resolutions, discourse: notes.discourse }
}

/** "Both parties": the two are told of together again. */
const meantAgain = (
  resolution: Resolution | undefined,
  [first, second]: readonly Referent[],
  { sentence, section }: Spot,
): readonly Pair[] => (resolution?.by === 'pair' && first && second ? [{ entities: [first, second], sentence, section, bond: null }] : [])

/** Whether only what was named before tells whom it means: crowds and institutions may be of where they are, who holds an office of the town named with it. */
const isOfBefore = ({ entity, kind, rule }: Mention): boolean =>
  entity === null && kind !== 'people' && kind !== 'body' && (kind !== 'person' || rule === null)

const referentsOf = (reading: SentenceReading, mention: Mention, resolution: Resolution | undefined, at: Spot): readonly Referent[] => {
  const { head } = mention
  const { sentence, section, subject, acted, spoke, locative } = at
  const { role, kind } = mention
  if (mention.entity !== null && !resolution)
    return [
      referentOf(mention, at, { ...mention, entity: mention.entity }),
      ...joinedOwners(reading, mention).flatMap(({ entity, name }) =>
        entity === null ? NOBODY : [referentOf(mention, at, { entity, code: null, name })],
      ),
    ]
  // A pronoun keeps its referent near; a role takes the state it was resolved to. What was only guessed from the passage is marked.
  return (resolution?.referents ?? []).map((r) => {
    // The words that a pronoun stands for, with their own place; what only the title names has none in the text.
    const words = kind === 'pronoun' && r.sentence >= 0 ? r : mention
    return {
      entity: r.entity,
      role: role ?? r.role,
      code: r.code,
      name: r.name,
      kind: r.kind,
      rule: r.rule,
      gender: r.gender,
      plural: r.plural || (kind === 'pronoun' && mention.plural && (resolution?.referents.length ?? 0) > 1),
      sentence,
      section,
      subject,
      acted,
      spoke,
      locative,
      guessed: r.guessed || resolution?.basis === 'discourse',
      head,
      text: words.text,
      start: words.start,
      end: words.end,
    }
  })
}

const NOBODY: readonly Referent[] = []
