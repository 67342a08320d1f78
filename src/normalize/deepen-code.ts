import type { Act } from '../extract/acts/find-act.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { preposition } from '../extract/clauses/noun-phrase.ts'
import { dependents, type Tree, wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { isOfClass } from '../lexicon/is-of-class.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'

/**
 * An entry with the code of what is asked, meant, demanded, refused or threatened: "urged Chad to free the crew" is 0253, "threatened to recall its envoy" 1313. The verb
 * says the root, the act below it the rest, in the order of CAMEO's own lists. What an entry's object tells already ("demanded the release") stands.
 */
export const deepenCode = (reading: SentenceReading, lexicon: Lexicon, clause: Clause, entry: ActionEntry): ActionEntry => {
  const threat = entry.cameo === '010' ? threatIf(reading, lexicon, clause) : null
  if (threat !== null) return { ...entry, cameo: `13${threat}`, plover: null, modes: modesOf('13', threat) }
  const root = entry.cameo.slice(0, 2)
  const suffixes = SUFFIXES[root]
  if (suffixes === undefined || entry.plover !== null) return entry
  const ofObject = root === '12' && (entry.cameo === '127' || entry.cameo === '120')
  if (clause.complements.length === 0 && !ofObject) return entry
  if (entry.cameo !== `${root}0` && entry.when.complement === undefined && !ofObject) return entry
  if (/^(02|10)/.test(root) && isDenied(reading.tree, clause.complements[0]?.head ?? -1))
    return entry.cameo === `${root}0` ? entry : { ...entry, cameo: `${root}0`, modes: ['change'] }
  const below = actBelow(reading, lexicon, clause)
  const suffix = below === null ? undefined : suffixOf(suffixes, below)
  if (suffix === undefined) return entry
  const cameo = root + suffix
  return isDeeper(root, entry.cameo, cameo) || isOfMission(entry.cameo, below) ? { ...entry, cameo, modes: modesOf(root, suffix) } : entry
}

/** Talks, settlements and mediation that the verb's entry tells stand, and so does a longer code than the act below tells. Of two as long the act's is the nearer one. */
const isDeeper = (root: string, told: string, cameo: string): boolean => {
  if (told === `${root}0`) return cameo !== told
  if (told === '139' || (root !== '13' && told !== '127' && /^..[6-9]/.test(told))) return false
  return root === '13' ? cameo.length > told.length : cameo.length >= told.length && cameo !== told
}

/** "threatened to expel the inspectors": more than relations with one state. */
const isOfMission = (told: string, below: string | null): boolean => told === '1313' && /^166[1-3]/.test(below ?? '')

/** The codes of the act below, the nearest that any entry tells, unless it shall not be done. */
const actBelow = ({ candidates, tree }: SentenceReading, lexicon: Lexicon, clause: Clause): string | null => {
  const isOf = (at: number, id: string): boolean => isOfClass(lexicon, wordAt(tree, at).lemma.toLowerCase(), id)
  for (const head of headsBelow(tree, clause, isOf)) {
    if (isDenied(tree, head)) return null
    const told = candidates.find(
      ({ clause: { head: at, light, kind }, acts: [act] }) => act?.loose === false && (at === head || (kind === 'noun' && light === head)),
    )
    // CAMEO tells settling apart from other agreement.
    if (told) return isOf(head, 'settling') ? 'settle' : (told.acts[0] as Act).entry.cameo
    // "to speed up deliveries", "to resume talks": what is done is the noun's.
    const carried = isOf(head, 'carrying-on')
      ? candidates.find(
          ({ clause: { link, governor, kind }, acts: [act] }) => act && kind === 'noun' && governor === head && link === 'obj',
        )
      : undefined
    if (carried) return (carried.acts[0] as Act).entry.cameo
  }
  return null
}

/** "said it would break off relations if the base stayed": who says what he himself will do to another on a condition threatens; the rest of that code, else null. */
const threatIf = (reading: SentenceReading, lexicon: Lexicon, clause: Clause): string | null => {
  const { tree, mentions } = reading
  const [said] = clause.complements
  const speaker = clause.args.find(({ slot }) => slot === 'subject')?.head
  if (said === undefined || speaker === undefined || isDenied(tree, said.head)) return null
  const isOnCondition = (condition: RegExp): boolean =>
    dependents(tree, said.head, 'advcl').some(
      (at) =>
        !/^(ask|invite|request|need)$/.test(wordAt(tree, at).lemma) &&
        dependents(tree, at, 'mark').some((mark) => condition.test(wordAt(tree, mark).text)),
    )
  const may = (auxiliary: RegExp): boolean => dependents(tree, said.head, 'aux').some((at) => auxiliary.test(wordAt(tree, at).text))
  // "might unless" threatens as "will if" does; "might if" only wonders.
  if (
    !(isOnCondition(/^(if|unless)$/i) && may(/^(will|would|shall|'ll|’ll)$/i)) &&
    !(isOnCondition(/^unless$/i) && may(/^(could|may|might)$/i))
  )
    return null
  const entityAt = (at: number): string | null => mentions.find((m) => m.head === at)?.entity ?? null
  const isSame = dependents(tree, said.head, 'nsubj').some(
    (at) => /^(it|they|he|she|we|i)$/i.test(wordAt(tree, at).text) || (entityAt(at) !== null && entityAt(at) === entityAt(speaker)),
  )
  const act = isSame ? actBelow(reading, lexicon, clause) : null
  return act !== null && /^(1[4-9]|20)/.test(act) ? (suffixOf(SUFFIXES['13'] ?? {}, act) ?? null) : null
}

/** "not to free the crew". */
const isDenied = (tree: Tree, head: number): boolean =>
  head >= 0 && dependents(tree, head, 'advmod').some((at) => /^(not|never|n't|n’t)$/i.test(wordAt(tree, at).text))

/** What is asked or meant; of a plea or an offer that is turned down what it is for ("rejected a request for talks"). */
const headsBelow = (tree: Tree, { complements, args }: Clause, isOf: (at: number, id: string) => boolean): readonly number[] => {
  const heads = complements.flatMap(({ head }) => {
    const due = /^(need|have|ought)$/.test(wordAt(tree, head).lemma) ? dependents(tree, head, 'xcomp') : []
    return due.length > 0 ? due : [head]
  })
  const asked = args.filter(({ slot, head }) => slot === 'object' && isOf(head, 'asked-for'))
  if (asked.length === 0) return heads
  for (const { head } of asked) {
    heads.push(...dependents(tree, head, 'acl'))
    heads.push(...dependents(tree, head, 'nmod').filter((at) => /^(for|of|to)$/.test(preposition(tree, at) ?? '')))
  }
  for (const { slot, head } of args) if (slot === 'for') heads.push(head)
  return heads
}

/** The code of refusing an act: "would not lift sanctions" is 1244, "will not talk" 125. */
export const refusalOf = (cameo: string): { readonly cameo: string; readonly modes: readonly string[] } => {
  const suffix = suffixOf(SUFFIXES['12'] ?? {}, cameo) ?? '0'
  return { cameo: `12${suffix}`, modes: modesOf('12', suffix) }
}

/** The suffix of the longest beginning of a code that stands in the table. */
const suffixOf = (suffixes: Readonly<Record<string, string>>, cameo: string): string | undefined => {
  for (let end = cameo.length; end > 1; end--) {
    const suffix = suffixes[cameo.slice(0, end)]
    if (suffix !== undefined) return suffix
  }
  return undefined
}

const GIVEN = { '061': '11', '062': '12', '063': '13', '064': '14' }
const YIELDED = { '08': '5', '081': '51', '082': '52', '084': '53', '085': '54', '086': '55', '087': '56' }
const REFORMED = { '083': '4', '0831': '41', '0832': '42', '0833': '43', '0834': '44' }
const ASKED = {
  ...{ '05': '2', '06': '1', ...GIVEN, '07': '3', '071': '31', '072': '32', '073': '33', '074': '34' },
  ...{ ...REFORMED, ...YIELDED, '04': '6', '045': '8', settle: '7' },
}

/** By the root of the verb: the rest of its code by the code of the act below it. */
const SUFFIXES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '02': ASKED,
  '03': { ...ASKED, '045': '9' },
  '10': ASKED,
  '12': {
    ...{ '06': '1', ...GIVEN, '07': '2', '071': '21', '072': '22', '073': '23', '074': '24', '083': '3', '0831': '31', '0832': '32' },
    ...{ '0833': '33', '0834': '34', '08': '4', '081': '41', '082': '42', '084': '43', '085': '44', '086': '45', '087': '46' },
    ...{ '04': '5', '045': '6' },
  },
  '13': {
    ...{ '14': '3', '15': '8', '160': '1', '161': '13', '162': '11', '163': '12', '164': '4', '165': '5', '166': '6' },
    ...{ '172': '2', '1721': '21', '1722': '22', '1723': '23', '1724': '24', '173': '7', '174': '7', '175': '7' },
    ...{ '18': '8', '183': '83', '19': '84', '191': '81', '192': '82', '20': '85' },
  },
}

/** PLOVER's modes of a request, a rejection and a threat, by the third digit of their code. */
const modesOf = (root: string, suffix: string): readonly string[] => {
  const mode = MODES[root]?.[suffix[0] as string]
  return mode === undefined ? [] : [mode]
}

const WANTED = { '1': 'assist', '2': 'assist', '3': 'assist', '4': 'change', '5': 'yield', '6': 'meet', '8': 'meet' }
const MODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '02': WANTED,
  '10': WANTED,
  '12': { '1': 'assist', '2': 'assist', '3': 'change', '4': 'yield', '5': 'meet', '6': 'meet' },
  '13': { '1': 'relations', '2': 'restrict', '4': 'relations', '5': 'relations', '6': 'relations', '7': 'arrest', '8': 'violence' },
}
