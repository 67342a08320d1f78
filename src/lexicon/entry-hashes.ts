import { sha256 } from '../sha256.ts'
import type { LexiconData } from './lexicon.ts'

/** The SHA-256 of a text in hexadecimal digits. This one runs anywhere; Node has one that takes a quarter of the time. */
type Hash = (text: string) => string
const portable: Hash = (text) => sha256('', text)

/**
 * Every entry of a lexicon with the hash of its content, called as events call it in `rule`: `actions/expel-diplomats`, `actors/RUS`, `classes/diplomat`,
 * `codebook/161` … Two lexicons that differ differ here, and this tells where.
 */
export const entryHashes = (data: LexiconData, hash: Hash = portable): ReadonlyMap<string, string> => {
  const named = <T>(kind: string, entries: readonly T[], nameOf: (entry: T) => string): readonly (readonly [string, string])[] =>
    entries.map((entry) => [`${kind}/${nameOf(entry)}`, hash(JSON.stringify(entry)).slice(0, 16)])
  return new Map([
    ...named('actions', data.actions, (e) => e.id),
    ...named('actors', data.actors, (e) => e.id),
    ...named('actors', data.people, (e) => e.id),
    ...named('roles', data.roles, (e) => e.id),
    ...named('contexts', data.contexts, (e) => e.id),
    ...named('topics', data.topics, (e) => e.id),
    ...named('classes', data.classes, (e) => e.id),
    ...named('codebook', data.codebook, (e) => e.code),
    ...named('operators', data.operators, (e) => e.verbs.join(', ')),
    ...named('light-verbs', data.lightVerbs, (e) => e.verb),
    ...named('nominalizations', data.nominalizations, (e) => e.verb),
    ...named('given-names', data.givenNames, (e) => e.gender),
    ...named('not-actors', data.notActors, (e) => e),
  ])
}

/** The entry that an event's `rule` names: `fallback/attack` is `actions/attack`, which fired though not all of its conditions held. */
export const entryOfRule = (rule: string): string => rule.replace(/^fallback\//, 'actions/')
