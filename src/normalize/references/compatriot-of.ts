import type { Mention } from '../../document.ts'
import { ancestors, dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import type { Discourse } from './discourse.ts'

/** The state at home whose people a sentence tells of on both sides; `sure` where those who act do so at home alone, `tells` where they tell what it did itself. */
export type Compatriot = { readonly entity: string; readonly text: string; readonly sure: boolean; readonly tells: boolean }

/**
 * "Venezuelan students battled police", "Bulgaria's opposition tabled a motion against the government": whom people at home act against is of their own state, where
 * nothing beside says otherwise; null where those who act may well act abroad.
 */
export const compatriotOf = (
  reading: SentenceReading,
  lexicon: Lexicon,
  discourse: Discourse,
  mention: Mention,
  there: boolean,
): Compatriot | null => {
  if (mention.entity !== null || !/^(people|body|person)$/.test(mention.kind) || AWAY.test(mention.role ?? '')) return null
  const teller = tellsOfHome(reading, lexicon, discourse, mention)
  if (teller !== null) return teller
  const path = phraseOf(reading, mention)
  for (const { clause, acts } of reading.candidates) {
    const root = acts[0]?.entry.cameo.slice(0, 2) ?? ''
    if (!AGAINST.test(root) || !clause.args.some(({ slot, head }) => slot !== 'subject' && path.includes(head))) continue
    const doers = clause.args.filter(({ slot }) => slot === 'subject')
    const doer = doers.length === 1 ? reading.mentions.find(({ head }) => head === doers[0]?.head) : undefined
    if (!doer || doer.head === mention.head) continue
    const { referents } = discourse
    const entity = doer.entity ?? referents.find((r) => r.sentence === reading.sentence.index && r.head === doer.head)?.entity ?? null
    if (entity === null || !lexicon.described.get('country')?.has(entity)) continue
    const isOfficial = OFFICIAL.test(doer.role ?? '')
    if (
      isOfficial
        ? there || COERCED.test(root)
        : there &&
          ((CIVIL.test(doer.role ?? '') && (doer.plural || doer.kind === 'body')) || (COERCED.test(root) && STATE.test(doer.role ?? '')))
    )
      return { entity, text: doer.text, sure: isOfficial, tells: false }
  }
  return null
}

/** "Germany arrested three Ukrainians, prosecutors said": police and courts tell what their own state did to those it rules; null where they tell of no such. */
const tellsOfHome = (
  { tree, candidates, mentions, sentence }: SentenceReading,
  lexicon: Lexicon,
  { referents }: Discourse,
  { head, role, kind, plural }: Mention,
): Compatriot | null => {
  if ((kind === 'person' && !plural) || !/^(COP|JUD)$/.test(role ?? '') || !hangsBy(tree, head, 'nsubj')) return null
  const told = dependents(tree, wordAt(tree, head).head, 'ccomp', 'parataxis')[0]
  const telling = candidates.find(({ clause }) => clause.head === told)
  if (!telling || !COERCED.test(telling.acts[0]?.entry.cameo.slice(0, 2) ?? '')) return null
  const [doer, other] = telling.clause.args.filter(({ slot }) => slot === 'subject')
  if (doer === undefined || other !== undefined) return null
  const text = mentions.find((m) => m.head === doer.head)
  const entity = text?.entity ?? referents.find((r) => r.sentence === sentence.index && r.head === doer.head)?.entity ?? null
  return text === undefined || entity === null || !lexicon.described.get('country')?.has(entity)
    ? null
    : { entity, text: text.text, sure: true, tells: true }
}

/** The mention with the nouns whose phrase it is in ("the demand of the strikers"). */
const phraseOf = ({ tree }: SentenceReading, { head }: Mention): readonly number[] => {
  const path = [head]
  for (const up of ancestors(tree, head)) {
    if (!hangsBy(tree, path.at(-1) as number, 'nmod', 'conj')) break
    path.push(up)
  }
  return path
}

/** CAMEO roots of what one demands of others, inquires into or does against them. */
const AGAINST = /^(08|09|1[0-9])$/
const COERCED = /^(08|17)$/
/** CAMEO roles: of those who judge and police at home, of people without office, of the state itself. */
const OFFICIAL = /^(COP|JUD|LEG)$/
const CIVIL = /^(OPP|PTY|EDU|LAB|CVL|REL|AGR|HLH)$/
const STATE = /^(GOV)?$/
/** Who is of another state than where he is, or of none. */
const AWAY = /^(MIL|DIP|IGO|NGO|REF|MED|REB|INS|SEP|UAF|IMG)$/
