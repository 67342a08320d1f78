import type { Mention, Party } from '../../document.ts'

/** An actor that the article has named, as the discourse remembers it. */
export type Referent = {
  readonly entity: string
  readonly role: string | null
  readonly code: string | null
  readonly name: string | null
  readonly kind: Mention['kind']
  readonly rule: string | null
  readonly gender: Mention['gender']
  readonly plural: boolean
  readonly sentence: number
  readonly section: number
  /** Whether it only says where something was ("in Havana"): then no pronoun stands for it. */
  readonly locative: boolean
  /** Whether only the passage told who it is: no weight when the passage is asked again. */
  readonly guessed: boolean
  /** Whether it was the subject of its clause. */
  readonly subject: boolean
  /** Whether it did something: no subject of a passive, and nobody who died. */
  readonly acted: boolean
  /** Whether it was the subject of a verb of saying. */
  readonly spoke: boolean
  /** The head of its phrase in its sentence, to tell what stood before. */
  readonly head: number
  readonly text: string
  /** Where it stands in the article's text; in the title (sentence -1) these are no offsets of the text. */
  readonly start: number
  readonly end: number
}

/** A mention as a referent of an entity: its own, or one that stands beside it. */
export const referentOf = (
  { role, kind, rule, gender, plural, head, text, start, end }: Mention,
  {
    sentence,
    section,
    subject,
    acted,
    spoke,
    locative,
  }: Pick<Referent, 'sentence' | 'section' | 'subject' | 'acted' | 'spoke' | 'locative'>,
  { entity, code, name }: Pick<Referent, 'entity' | 'code' | 'name'>,
): Referent => ({
  entity,
  role,
  code,
  name,
  kind,
  rule,
  gender,
  plural,
  sentence,
  section,
  subject,
  acted,
  spoke,
  locative,
  guessed: false,
  head,
  text,
  start,
  end,
})

/** Whom a referent is taken for in another role: of "the ministry" its state. */
export const withRole = (
  referent: Referent,
  { role, kind, rule }: Pick<Referent, 'role' | 'kind' | 'rule'>,
  { gender, plural }: Pick<Referent, 'gender' | 'plural'> = referent,
): Referent => recast(referent, { role, code: referent.code, kind, rule, gender, plural })

/** The entity itself, though it was named in a role: of "the people of Chad" the country. */
export const withoutRole = (referent: Referent): Referent => {
  const { role, kind, rule, gender, plural } = referent
  return role === null ? referent : recast(referent, { role: null, code: null, kind, rule, gender, plural })
}

/** Whom a name is known by, who neither acts nor weighs in what follows. */
export const asNameAlone = (referent: Referent): Referent => recast(referent, referent, true)

const recast = (
  { entity, name, sentence, section, subject, acted, spoke, locative, guessed, head, text, start, end }: Referent,
  { role, code, kind, rule, gender, plural }: Pick<Referent, 'role' | 'code' | 'kind' | 'rule' | 'gender' | 'plural'>,
  alone = false,
): Referent => ({
  entity,
  role,
  code,
  name,
  kind,
  rule,
  gender,
  plural,
  sentence,
  section,
  subject,
  acted,
  spoke,
  locative: alone || locative,
  guessed: alone || guessed,
  head,
  text,
  start,
  end,
})

/** Two parties that were named together, in order: what "both sides" means. */
export type Pair = {
  readonly entities: readonly [Referent, Referent]
  readonly sentence: number
  readonly section: number
  /** In a list with a third, joined by "and", or by an act that is both's ("Mali met Chad"). */
  readonly bond: 'list' | 'and' | 'act' | null
}

/** Three or more that were named in one list ("Mali, Chad and Niger"): what "they" and "the three countries" mean. `head` is that of the first. */
export type Group = { readonly entities: readonly Referent[]; readonly head: number; readonly sentence: number }

/** That one acted on the other, as a sentence itself says it. */
export type Deed = { readonly source: string; readonly target: string; readonly root: string; readonly sentence: number }

/** An act that was told, with those on its sides of whom its own sentence tells, if only by where it was. */
export type Told = {
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly root: string
  readonly sentence: number
  /** Both sides as the act told them, also of whom only a thing's adjective tells ("Afghan villages"). */
  readonly parties: readonly Party[]
}

/** What an article has said so far. Only what comes before is ever looked at; the title and dateline stand at the front. */
export type Discourse = {
  readonly referents: readonly Referent[]
  readonly pairs: readonly Pair[]
  readonly groups: readonly Group[]
  readonly acts: readonly Deed[]
  readonly told: readonly Told[]
}

export const emptyDiscourse: Discourse = { referents: [], pairs: [], groups: [], acts: [], told: [] }

/** Whether nobody was named yet. */
export const isEmpty = ({ referents, pairs }: Discourse): boolean => referents.length === 0 && pairs.length === 0

const MEMORY = 160
const PAIRS = 24
const GROUPS = 12
const ACTS = 64
const TOLD = 24

/** Adds referents and pairs; the oldest fall out of memory so that cost stays linear. */
export const remember = (
  discourse: Discourse,
  referents: readonly Referent[],
  pairs: readonly Pair[] = [],
  acts: readonly Deed[] = [],
  told: readonly Told[] = [],
): Discourse =>
  referents.length === 0 && pairs.length === 0 && acts.length === 0 && told.length === 0
    ? discourse
    : {
        referents: append(discourse.referents, referents, MEMORY),
        pairs: append(discourse.pairs, pairs, PAIRS),
        groups: discourse.groups,
        acts: append(discourse.acts, acts, ACTS),
        told: append(discourse.told, told, TOLD),
      }

/** A discourse that grows mention by mention: `discourse` is what was said so far, and changes with every note that is added. */
export const takeNotes = (
  before: Discourse,
): {
  readonly discourse: Discourse
  readonly add: (referents: readonly Referent[], pairs: readonly Pair[], group: Group | null) => void
} => {
  const [referents, pairs, groups] = [[...before.referents], [...before.pairs], [...before.groups]]
  return {
    discourse: { referents, pairs, groups, acts: before.acts, told: before.told },
    add: (more, told, group) => {
      grow(referents, more, MEMORY)
      grow(pairs, told, PAIRS)
      if (group === null) return
      // A list grows member by member.
      const last = groups.at(-1)
      if (last?.sentence === group.sentence && last.head === group.head) groups.pop()
      grow(groups, [group], GROUPS)
    },
  }
}

const grow = <Item>(list: Item[], more: readonly Item[], most: number): void => {
  for (const item of more) list.push(item)
  if (list.length > most) list.splice(0, list.length - most)
}

const append = <Item>(list: readonly Item[], more: readonly Item[], most: number): readonly Item[] =>
  more.length === 0 ? list : list.slice(Math.max(0, list.length + more.length - most)).concat(more.slice(-most))

/** How an entity was last named: by itself rather than by a part of it ("additional troops"), by what was said rather than guessed. */
export const lastNamed = (referents: readonly Referent[], entity: string | null): Referent | undefined =>
  referents.findLast((r) => r.entity === entity && r.role === null && !r.guessed && !r.locative) ??
  referents.findLast((r) => r.entity === entity && !r.guessed) ??
  referents.findLast((r) => r.entity === entity)

/** How much what was said so many sentences ago still weighs: a quarter less with each. */
export const nearness = (sentences: number): number => NEARNESS[Math.min(24, Math.max(0, sentences))] as number

const NEARNESS = Array.from({ length: 25 }, (_, sentences) => 0.75 ** sentences)

/** The pairs that an article has told of up to a sentence, weightiest first: how often, how near, and how much it is about both. Each stands once, as last named. */
export const weighPairs = (discourse: Discourse, sentence: number): readonly { readonly pair: Pair; readonly weight: number }[] => {
  const named = new Map<string, number>()
  for (const r of discourse.referents) if (!r.guessed) named.set(r.entity, (named.get(r.entity) ?? 0) + 1)
  const most = Math.max(1, ...named.values())
  const found = new Map<string, { readonly pair: Pair; readonly weight: number }>()
  for (const pair of discourse.pairs) {
    const [a, b] = pair.entities.map((r) => named.get(r.entity) ?? 0) as [number, number]
    const key = pair.entities
      .map((r) => r.entity)
      .sort()
      .join(' ')
    const weight = (0.2 + nearness(sentence - pair.sentence)) * (0.3 + Math.min(a, b) / most)
    found.set(key, { pair, weight: (found.get(key)?.weight ?? 0) + weight })
  }
  return [...found].sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1)).map(([, value]) => value)
}
