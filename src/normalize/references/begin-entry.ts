import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { asNameAlone, type Discourse } from './discourse.ts'

/**
 * What an entry of a chronology begins with: each stands for itself, so that "the army" of 1989 is nobody's of whom that of 1973 told. What stays is whom the whole
 * of it is about, those at home there, and by what names persons were called, which say nothing of whom an entry is about.
 */
export const beginEntry = (
  { referents, pairs, groups, acts, told }: Discourse,
  main: ReadonlySet<string>,
  { entities }: Pick<Lexicon, 'entities'>,
): Discourse => {
  const isMain = (entity: string): boolean => main.has(entity) || main.has(entities.get(entity)?.home ?? entity)
  return {
    referents: referents.flatMap((r) => (r.sentence < 0 || isMain(r.entity) ? [r] : r.kind === 'person' ? [asNameAlone(r)] : [])),
    pairs: pairs.filter((pair) => pair.entities.every((r) => isMain(r.entity))),
    groups: groups.filter((group) => group.entities.every((r) => isMain(r.entity))),
    acts: acts.filter(({ source, target }) => isMain(source) && isMain(target)),
    told: told.filter(({ sources, targets }) => [...sources, ...targets].every(isMain)),
  }
}

/** Whom the whole of a chronology is about: who is named above it, or often in it. */
export const mainOf = ({ referents }: Discourse, often: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...often, ...referents.flatMap((r) => (r.guessed ? [] : [r.entity]))])
