import type { Mention } from '../../document.ts'
import { remembered } from '../../lexicon/remembered.ts'
import { isArmed } from '../role-groups.ts'
import type { Referent } from './discourse.ts'
import type { Standing } from './resolution.ts'

/** What an antecedent must be, and what is said of one that isn't. */
export type Demand = { readonly fits: (r: Referent, mention: Mention, at: Standing) => boolean; readonly otherwise: string }

/** How the antecedent of a kind of reference is looked for: what it must be, how many sentences back it may stand, and what the one found is to the mention. */
export type Search = {
  readonly demands: readonly Demand[]
  readonly reach: number
  readonly because: (mention: Mention, at: Standing, found: Referent) => string
}

const lastName = remembered((text: string): string => (/\S+$/.exec(text)?.[0] ?? text).replace(/['’]s$/, ''))

const PERSON: Demand = { fits: (r) => r.kind === 'person', otherwise: 'no person' }
const BODY: Demand = { fits: (r) => r.kind === 'name' || r.kind === 'body' || r.kind === 'description', otherwise: 'no institution' }
/** "in Chad"; but "lashed out at Chad over its raid", where the grammar tells that it is meant. */
const ACTING: Demand = {
  fits: (r, _, at) => !r.locative || (at.bound >= 0 && r.head === at.bound && r.sentence === at.sentence),
  otherwise: 'only says where it was',
}
const ONE: Demand = { fits: (r) => !r.plural, otherwise: 'several' }
const SEVERAL: Demand = {
  // "The Houthis said they …".
  fits: (r, _, at) => r.plural || r.kind === 'people' || (r.kind === 'name' && at.armed.has(r.entity) && MANY.test(r.text)),
  otherwise: 'not several',
}
const MANY = /s$|^the taliban$/i

/**
 * "asked him", "a threat to it": somebody else than the subject; and "denied it", of another sentence than what was told before, is what was said there, unless it
 * is done to actors alone ("accused it of spying").
 */
const OTHER: Demand = {
  fits: (r, { text }, at) =>
    at.subject ||
    !isObject(text, at) ||
    (text.toLowerCase() !== 'it'
      ? !isSubject(r, at)
      : at.addressedBy !== null
        ? !at.addressedBy.includes(r.entity)
        : r.sentence === at.sentence && !isSubject(r, at)),
  otherwise: 'the subject itself, or nothing that is done to a thing',
}
const OBJECT = /^(it|him)$/i
/** "urged her", not "her envoy". */
const isObject = (text: string, at: Standing): boolean => OBJECT.test(text) || (at.object && /^her$/i.test(text))

/** "Rubio met Lavrov, an official said, and thanked him": who tells it in an aside, by no name, has no part in it. */
const NO_ASIDE: Demand = {
  fits: (r, { text }, at) =>
    !r.spoke ||
    at.subject ||
    r.sentence !== at.sentence ||
    r.head <= (at.clauseSubjects[0] ?? r.head) ||
    !isObject(text, at) ||
    !UNNAMED.test(r.text),
  otherwise: 'who tells it in an aside',
}
const UNNAMED = /(?:^|\s)\p{Ll}+$/u

/** Whether it is the subject of the clause that something stands in, or one of several. */
export const isSubject = (r: Referent, at: Standing): boolean => r.sentence === at.sentence && at.clauseSubjects.includes(r.head)

/** "Questioned by the judge, he apologised": not the judge. */
const NO_AGENT: Demand = {
  fits: (r, _, at) => r.sentence !== at.sentence || !at.agents.includes(r.head),
  otherwise: 'who does something to the subject',
}

/** "he", "her". */
export const HE_OR_SHE: Search = {
  demands: [
    PERSON,
    ONE,
    OTHER,
    NO_AGENT,
    NO_ASIDE,
    { fits: (r, _, at) => !at.isApart(r), otherwise: 'who speaks, or told of by who speaks' },
    { fits: (r, mention) => r.gender === null || r.gender === mention.gender, otherwise: 'a person of the other gender' },
  ],
  reach: 6,
  because: (mention) => `nearest person before "${mention.text}"`,
}

/** "the 41-year-old": somebody, man or woman. */
export const SOMEBODY: Search = {
  demands: [PERSON, ONE, { fits: (r, _, at) => at.subject || !isSubject(r, at), otherwise: 'the subject itself' }, NO_AGENT, NO_ASIDE],
  reach: 6,
  because: (mention) => `nearest person before "${mention.text}"`,
}

/** "he" after "a French journalist", "the opposition leader", where no person is named. */
export const HE_OF_SOME: Search = {
  demands: [{ fits: (r) => r.kind === 'people' && !r.locative, otherwise: 'nobody who is one person' }, ...HE_OR_SHE.demands.slice(1)],
  reach: 2,
  because: (mention) => `nearest before "${mention.text}" who is told of as one, where nobody is named`,
}

/** "told Reuters. It said …": who is told a story has no part in it. */
const SPOKEN_OF: Demand = { fits: (r) => r.role !== 'MED' || r.subject || r.spoke, otherwise: 'only told of it' }

/** "it", "its". */
export const IT: Search = {
  demands: [BODY, ACTING, ONE, OTHER, NO_AGENT, SPOKEN_OF],
  reach: 3,
  because: (mention) => `nearest institution before "${mention.text}"`,
}

/** "Chad condemned the Malian minister's words and summoned its ambassador": of the other state told of. */
export const OF_ENVOY: Search = {
  demands: [
    { fits: (r, _, at) => at.states.has(r.entity), otherwise: 'no state' },
    ACTING,
    { fits: (r, _, at) => at.hosts?.includes(r.entity) !== true, otherwise: 'who summons or expels the envoy' },
  ],
  reach: 3,
  because: (mention) => `the other state before "${mention.text}", whose envoy is summoned or expelled`,
}

/** "Moscow accused them", "Norwegian officials thanked them": not themselves. */
const NO_ADDRESSER: Demand = {
  fits: (r, { text }, at) => at.addressedBy?.includes(r.entity) !== true && !(at.object && /^them$/i.test(text) && isSubject(r, at)),
  otherwise: 'who does it to them',
}

/** "Police detained six students. They were released": not who detained them. */
const NO_CAPTOR: Demand = {
  fits: (r) => r.plural && !(r.subject && r.acted && /^(COP|MIL|JUD)$/.test(r.role ?? '')),
  otherwise: 'who arrests, not who is arrested',
}

/** "they" of who is arrested, charged or freed. */
export const CAPTIVES: Search = {
  demands: [SEVERAL, NO_CAPTOR],
  reach: 1,
  because: (mention) => `those who are held, by what is done to "${mention.text}"`,
}

/** "they", "their": of people, else of an institution. */
export const THEY: Search = { demands: [SEVERAL, NO_ADDRESSER], reach: 3, because: (mention) => `nearest plural before "${mention.text}"` }
export const THEY_OF_ONE: Search = {
  demands: [BODY, ACTING, NO_ADDRESSER],
  reach: 2,
  because: (mention) => `nearest institution before "${mention.text}", where no plural is`,
}

/** "Yemen blamed the republic": not itself. */
const NO_SUBJECT: Demand = {
  fits: (r, _, at) => at.subject || !isSubject(r, at),
  otherwise: 'the subject itself',
}

/** "the group" after "Abu Sayyaf militants": an armed group is meant by its people, too. */
const BODY_OR_FIGHTERS: Demand = {
  fits: (r, m, at) => BODY.fits(r, m, at) || (r.kind === 'people' && at.armed.has(r.entity) && at.isOf(at.lemma, 'called-of-fighters')),
  otherwise: BODY.otherwise,
}

/** "the alliance", "the organization". */
export const CALLED_SO: Search = {
  demands: [
    BODY_OR_FIGHTERS,
    ACTING,
    NO_SUBJECT,
    { fits: (r, _, at) => at.described.has(r.entity), otherwise: 'nothing that this word describes' },
  ],
  reach: 40,
  because: (_, at) => `last named that "${at.lemma}" describes`,
}

/** "the joint council" after the Permanent Joint Council: a word of its name stands before the word that describes it. */
export const NAMED_SO: Search = {
  demands: [...CALLED_SO.demands, { fits: (r, _, at) => isNamedBy(r, at.before), otherwise: 'not called so' }],
  reach: 40,
  because: (_, at) => `last named with "${at.before}" that "${at.lemma}" describes`,
}

const isNamedBy = (r: Referent, before: string): boolean => {
  const name = (r.name ?? r.text).toLowerCase().split(/\s+/)
  return before.split(' ').some((word) => word.length > 3 && !DETERMINERS.test(word) && name.includes(word))
}

const DETERMINERS = /^(this|that|these|those|both|either|neither|their|other|same|whole|entire)$/

/** "the Palestinian group": the last named that is at home there and described so. */
export const HOMED: Search = {
  demands: [
    { fits: (r) => r.kind === 'name', otherwise: 'no name' },
    { fits: (r, { entity }, at) => at.homeOf(r.entity) === entity, otherwise: 'at home elsewhere' },
    { fits: (_, __, { before }) => /\bthe\b/.test(before), otherwise: 'not told of before' },
    ...CALLED_SO.demands,
  ],
  reach: 12,
  because: (mention, _, found) => `the last named that "${mention.text}" describes: "${found.text}"`,
}

/** "Hemedti", "Burhan" after the full name. */
export const SURNAME: Search = {
  demands: [
    PERSON,
    { fits: (_, { text }) => CAPITAL.test(lastName(text)), otherwise: 'no name' },
    {
      fits: (r, mention) => {
        const last = lastName(mention.text)
        return r.text.includes(last) && r.text !== mention.text && r.text.split(/[\s-]+/).includes(last)
      },
      otherwise: 'a person of another name',
    },
  ],
  reach: 400,
  because: (_, __, found) => `the name was given in full before: "${found.text}"`,
}

const CAPITAL = /^\p{Lu}/u

/** "the Tigers", "the Front" after the whole name: the last of an organisation or group with that word in it. */
export const PART_OF_NAME: Search = {
  demands: [
    { fits: (r, _, at) => r.kind === 'name' && !at.states.has(r.entity), otherwise: 'no organisation' },
    { fits: (r, { text }) => r.text !== text && r.text.split(' ').includes(text), otherwise: 'of another name' },
  ],
  reach: 400,
  because: (_, __, found) => `the name was given in full before: "${found.text}"`,
}

/** "the ministry", "police", "the president": who had that role before. */
export const HOLDER: Search = {
  demands: [
    {
      fits: (r, mention, at) =>
        (r.rule !== null && r.rule === mention.rule) ||
        (r.kind === 'person' && at.subject && isTitled(r, mention, at) && at.sentence - r.sentence <= 2),
      otherwise: 'another role',
    },
    { fits: (r, mention) => r.plural === mention.plural, otherwise: 'of another number' },
    { fits: (r) => !r.guessed, otherwise: 'itself only guessed from the passage' },
    { fits: (_, { plural }, { before }) => DEFINITE.test(before) || !(plural || INDEFINITE.test(before)), otherwise: 'not told of before' },
  ],
  reach: 60,
  because: (mention) => `the last "${mention.text}" named`,
}

/** "The ministry added" behind "the foreign ministry said": the same, whosever the passage told it to be. */
export const SAME_OFFICE: Search = {
  demands: [
    { fits: (r, mention) => r.rule !== null && r.rule === mention.rule && mention.kind === 'body', otherwise: 'another role' },
    { fits: (r, mention) => r.plural === mention.plural, otherwise: 'of another number' },
    { fits: (_, __, { before }) => /^(the|its)\b/.test(before), otherwise: 'not told of before' },
  ],
  reach: 1,
  because: (mention) => `the last "${mention.text}" told of`,
}

/** "Spokesman Ali Hassan said": of the body that spoke before. */
export const SPOKE: Search = {
  demands: [
    BODY,
    ACTING,
    { fits: (r) => r.spoke && !r.guessed, otherwise: 'it did not speak' },
    { fits: (r, _, at) => !at.states.has(r.entity) || r.kind === 'body', otherwise: 'no body that speaks' },
  ],
  reach: 2,
  because: (mention, _, found) => `"${found.text}" spoke before "${mention.text}"`,
}

/** "soldiers", "the army" as a subject right behind a sentence whose subject were soldiers: the same. */
export const TROOPS: Search = {
  demands: [
    { fits: (r) => r.role === 'MIL' && r.subject && r.kind !== 'person', otherwise: 'no soldiers that act' },
    { fits: (r, _, at) => r.sentence < at.sentence, otherwise: 'in the same sentence' },
    // "French soldiers killed two men in Mali. The army condemned the attack."
    { fits: (_, __, at) => !at.reacts, otherwise: 'who takes up what they did is another' },
  ],
  reach: 1,
  because: (mention) => `the soldiers told of right before "${mention.text}"`,
}

/** "Cyprus President Ann Lee": named with the word for the office; but a vice president is no president, and a former one none of today. */
const isTitled = ({ text }: Referent, { text: office }: Mention, at: Standing): boolean => {
  const [name, title] = [` ${text} `.toLowerCase(), ` ${office.toLowerCase().replace(/^the /, '')} `]
  const place = name.indexOf(title)
  return place >= 0 && isLesser(name.slice(0, place) + title, at) === isLesser(at.before + title, at)
}

/** Whether words of a title say that it is not, or no longer, the office itself; "ex-president" counts as both its parts. */
const isLesser = (title: string, { isOf }: Standing): boolean =>
  title
    .split(' ')
    .flatMap((word) => [word, ...word.split('-').slice(0, 1)])
    .some((word) => isOf(word, 'beneath-office') || isOf(word, 'out-of-office'))

const DEFINITE = /\b(the|these|those|both|all|its|his|their|her)\b/
const INDEFINITE = /\b(an?|another|one|no|any|some)\b/

/** "The insurgents", "the militia": the rebels told of last, by whatever word, also where only the passage told whose they are. */
export const REBELS: Search = {
  demands: [
    { fits: (r) => isArmed(r.role) && r.kind !== 'person', otherwise: 'no rebels' },
    { fits: (_, __, at) => /\b(the|these|those)\b/.test(at.before), otherwise: 'rebels not told of before' },
  ],
  reach: 60,
  because: (mention) => `the rebels told of before "${mention.text}"`,
}
