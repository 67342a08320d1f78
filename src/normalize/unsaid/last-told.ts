import type { Party } from '../../document.ts'
import { NONE } from '../../lexicon/mapped.ts'
import type { Scene } from '../judge-candidate.ts'
import { lastNamed, type Told } from '../references/discourse.ts'
import { partyOf, stateOf } from './party-of.ts'

/** Who acted on whom in the acts told in the sentences just before. */
export type LastTold = { readonly source: Party; readonly target: Party }

/** The two of the last acts of a kind, told at most so many sentences ago; null where none was told with both, or one of others. */
export const lastTold = (
  scene: Pick<Scene, 'discourse' | 'lexicon' | 'reading'>,
  isKind: (told: Told) => boolean,
  reach = REACH,
): LastTold | null => {
  const { discourse, reading } = scene
  const before = discourse.told.filter((t) => reading.sentence.index - t.sentence <= reach && isKind(t))
  const last = before.findLast(isSure)
  if (!last || before.some((t) => isSure(t) && !isSame(t, last))) return null
  const [source, target] = [lastParty(scene, last.sources[0]), lastParty(scene, last.targets[0])]
  return source && target ? { source, target } : null
}

const REACH = 2

/** The two who did the last thing together that was told so far back; nobody where none did, or others as well. */
export const lastTogether = (scene: Pick<Scene, 'discourse' | 'lexicon' | 'reading'>, reach = REACH): readonly Party[] => {
  const { discourse, reading } = scene
  const before = discourse.told.filter((t) => reading.sentence.index - t.sentence <= reach && isTogether(t))
  const [last] = before
  if (!last || before.some((t) => t.sources.some((entity) => !last.sources.includes(entity)))) return NONE
  return last.sources.flatMap((entity) => lastParty(scene, entity) ?? [])
}

const isTogether = ({ sources, targets }: Told): boolean => sources.length === 2 && sources.every((entity) => targets.includes(entity))

/** Somebody as last named in what was told. */
export const lastParty = ({ discourse, lexicon }: Pick<Scene, 'discourse' | 'lexicon'>, id: string | undefined): Party | null => {
  if (id === undefined) return null
  const referents = discourse.referents.filter((r) => r.sentence >= 0)
  const last = lastNamed(referents, id)
  if (last) return partyOf(last, lexicon)
  // "shelled Afghan villages": nobody by himself.
  const told = discourse.told.findLast((t) => t.parties.some((p) => p.entity === id))?.parties.find((p) => p.entity === id)
  return told ? stateOf(told, lexicon) : null
}

const isSure = ({ sources, targets }: Told): boolean => sources.length === 1 && targets.length === 1 && sources[0] !== targets[0]
const isSame = (a: Told, b: Told): boolean => a.sources[0] === b.sources[0] && a.targets[0] === b.targets[0]
