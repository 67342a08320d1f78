import type { Mention } from '../../document.ts'
import type { Search } from './antecedents.ts'
import type { Discourse } from './discourse.ts'
import { referBack } from './find-antecedent.ts'
import type { Resolution, Standing } from './resolution.ts'

// Bodies of several states, and those who act for them without naming them.

const lastWord = (text: string): string => /\S+$/.exec(text)?.[0] ?? text

/** "the council" after the Security Council, "the council members": the last named whose name ends in that word. */
export const IN_SHORT: Search = {
  demands: [
    { fits: (_, { plural }, { lemma, before }) => SHORT.test(plural ? before : `${before} ${lemma}`), otherwise: 'not told of before' },
    { fits: (r) => r.kind === 'name' || r.kind === 'body', otherwise: 'no institution' },
    {
      fits: (r, { plural }, { lemma, before }) => {
        const word = plural ? lastWord(before) : lemma
        return lastWord(r.text).toLowerCase() === word && CAPITALS.test(r.text)
      },
      otherwise: 'of another name',
    },
  ],
  reach: 40,
  because: (mention, _, found) => `the last whose name "${mention.text}" is short for: "${found.text}"`,
}

const SHORT = /^the ((\d+|other|remaining|permanent) )?(council|assembly|commission|committee|forum)$/
const CAPITALS = /\p{Lu}\S+ \p{Lu}\S+$/u

/** "Foreign ministers met in Luxembourg", "the leaders agreed": of the union of states that was told of. */
const UNION: Search = {
  demands: [
    { fits: (r, _, at) => at.unions.has(r.entity), otherwise: 'no union of states' },
    { fits: (r, _, at) => r.subject || OFFICE_OF_EACH.test(at.before), otherwise: 'no subject' },
  ],
  reach: 3,
  because: (mention, _, found) => `"${mention.text}": of the union of states told of before, "${found.text}"`,
}

/** "Foreign ministers" are of several states, "ministers" may be a cabinet, "the foreign ministers" two that met. */
const OFFICE_OF_EACH = /^(foreign|finance|defence|defense|interior|trade|prime)$/

/** "Russia and Ukraine met. The leaders signed": of the states told of behind the union; but bare "foreign ministers" are hardly theirs. */
export const ofUnion = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const union = referBack(discourse, mention, at, UNION)
  const since = union?.referents[0]?.sentence ?? at.sentence
  const isNearest =
    OFFICE_OF_EACH.test(at.before) || discourse.referents.every((r) => r.sentence <= since || r.guessed || !at.states.has(r.entity))
  return isNearest ? union : null
}

/** "Foreign ministers", "the ministers": several of an office that each state has once, and nobody's. */
export const areMembers = ({ plural, role }: Mention, { lemma, before, whose, isOf }: Standing): boolean =>
  plural && role === 'GOV' && !whose && isOf(lemma, 'office-of-each') && OF_ALL.test(before)

const OF_ALL =
  /^(the|all|most|all the)? ?(regional ?)?(foreign|finance|defence|defense|interior|justice|trade|energy|economy|agriculture|environment|health|prime)?$/
