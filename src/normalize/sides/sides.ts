import type { Argument, Clause } from '../../extract/clauses/clause.ts'
import { NONE } from '../../lexicon/mapped.ts'

/** How an action entry fills its sides, as far as it departs from the usual. */
export type SideRule = {
  readonly source: string | null
  readonly target: string | null
  readonly joint: boolean
  readonly cameo?: string
  readonly modes?: readonly string[]
}

// Where the other party stands when it isn't the object, best first. Places that only locate the act ("in Paris") come last.
const TARGET_SLOTS = [
  'indirect',
  'against',
  'with',
  'to',
  'on',
  'upon',
  'at',
  'from',
  'for',
  'over',
  'toward',
  'towards',
  'into',
  'onto',
  'between',
  'among',
  'of',
  'about',
  'in',
  'inside',
  'outside',
  'near',
  'across',
]
const NOUN_TARGETS = [
  'against',
  'on',
  'upon',
  'with',
  'of',
  'to',
  'at',
  'into',
  'over',
  'for',
  'from',
  'toward',
  'towards',
  'between',
  'among',
  'in',
  'inside',
  'outside',
  'near',
  'about',
]

/**
 * The slots to look into for the source, in order; the first with a party wins. A noun's possessor, `by` phrase and adjective of nationality come
 * before the subject of a light verb only where they stand beside it.
 */
export const sourceSlots = (clause: Clause, rule: SideRule): readonly string[] => {
  // "were killed in attacks by rebels", but "rebels killed six in attacks".
  if (rule.source === 'in' && ['subject', 'object'].every((slot) => inSlot(clause, slot).length > 0)) return ['subject']
  if (rule.source !== null) return [rule.source]
  // Who tells of a deed has not done it.
  if (clause.kind !== 'noun') return SAID.test(rule.cameo ?? '') ? ['subject', 'according to'] : ['subject']
  if (clause.light !== null) return ['subject', 'by', 'poss', 'modifier']
  const slots = ['by', 'poss', 'between', 'modifier', 'from']
  // "the request of the ambassador", but "the condemnation of Russia".
  const of = SPOKEN.test(rule.cameo ?? '') ? ['of'] : []
  // "Following the poisoning of the spy, NATO expelled …": what only tells when or why says nothing of who acts.
  // But "retook the bridge after fighting with rebels": with whom one does something is told of the subject.
  const isApart = CIRCUMSTANCE.test(clause.marker) && !(rule.joint && clause.args.some((a) => a.slot === 'with'))
  if (isApart) return [...slots, ...of, 'subject']
  return STRIKES.test(rule.cameo ?? '') ? [...slots, ...of, 'subject', 'outer'] : [...slots, ...of, 'subject', 'outer', 'teller']
}

const CIRCUMSTANCE =
  /^(after|before|following|amid|amidst|since|during|despite|because of|due to|until|because|ahead of|against|about|over|on|regarding|concerning)$/

/** The slots to look into for the target, in order. */
export const targetSlots = (clause: Clause, rule: SideRule): readonly string[] => {
  // "urged the envoy to leave": whom is an indirect object where a clause is the direct one.
  if (rule.target !== null) return rule.target === 'object' ? ['object', 'indirect'] : [rule.target]
  const cameo = rule.cameo ?? ''
  // "the extradition of the general to Chad": the court is Chad's, whoever the general is.
  if (HANDS_OVER.test(cameo) && inSlot(clause, 'to').length > 0) return TARGETS.ofHandover
  if (clause.kind === 'noun' && SPOKEN.test(cameo)) return ASKED.test(cameo) ? TARGETS.ofAsking : TARGETS.ofSpeech
  if (PROTESTS.test(cameo)) return clause.kind === 'noun' ? TARGETS.ofRally : TARGETS.ofCrowd
  const slots = clause.kind === 'noun' ? TARGETS.ofNoun : isTelling(clause.lemma) ? TARGETS.ofTelling : TARGETS.ofVerb
  return ON_THE_GROUND.test(cameo) || MEANT_FOR.test(cameo) ? slots.anywhere : slots.elsewhere
}

/** All arguments in one of the slots, in the order of the slots. */
export const inSlots = (clause: Clause, slots: readonly string[]): readonly Argument[] => {
  if (slots.length === 1) return inSlot(clause, slots[0] as string)
  let found: Argument[] | null = null
  for (const slot of slots)
    for (const argument of clause.args) {
      if (argument.slot !== slot) continue
      found ??= []
      found.push(argument)
    }
  return found ?? NONE
}

/** The arguments in a slot. */
export const inSlot = ({ args }: Clause, slot: string): readonly Argument[] => {
  let found: Argument[] | null = null
  for (const argument of args) {
    if (argument.slot !== slot) continue
    found ??= []
    found.push(argument)
  }
  // Most slots that are asked for are empty.
  return found ?? NONE
}

const PROTESTS = /^14/

/** Judicial cooperation: extradition above all. */
const HANDS_OVER = /^063/

/** Acts of speech and visits, whose noun has its speaker or visitor after "of". */
const SAID = /^(01|11[012])/
const SPOKEN = /^(01|02|03|10|042)/

/** "ignored pleas from Paris": who is asked may be who answers. */
const ASKED = /^(02|10)/

/** Whether the act strikes whoever is where it happens: only for such is "in Sudan" the other side. */
export const isOnTheGround = ({ cameo }: SideRule): boolean => ON_THE_GROUND.test(cameo ?? '')

const ON_THE_GROUND = /^(07|081|14|15|17|18|19|20)/

/** Whether the act may be meant for a country that it stands "in" behind its words: "suspended aid in Yemen", "a ceasefire in Sudan", "closed its embassy in Chad". */
export const isMeantFor = ({ cameo }: SideRule): boolean => MEANT_FOR.test(cameo ?? '')

const MEANT_FOR = /^(033|087|161|162|166)/

/** Whether the act is mostly done for or with another state: whose are the people in its words is then not who acts. */
export const isForOthers = ({ cameo }: SideRule): boolean => FOR_OTHERS.test(cameo ?? '')

const FOR_OTHERS = /^(02|03|06|07|09|10|12|16)/

/** Whether the act is about what goes on in a country: what is asked for, looked into or deplored there. */
export const isMeantThere = ({ cameo }: SideRule): boolean => MEANT_THERE.test(cameo ?? '')

const MEANT_THERE = /^(02|03|09|10|11)/
/** The prepositions of where something is. */
export const PLACES = new Set(['in', 'inside', 'outside', 'near', 'across'])

/** Whether a verb, by its lemma, passes on what one knows: "shared intelligence on Iran" is about it, and not with it. */
export const isTelling = (lemma: string): boolean => /^(share|exchange|swap)$/.test(lemma)

const targets = (slots: readonly string[]) => ({ anywhere: slots, elsewhere: slots.filter((slot) => !PLACES.has(slot)) })
const ofNoun = targets([...NOUN_TARGETS, 'modifier', 'object', 'indirect'])
const ofSpeech = ofNoun.elsewhere.filter((slot) => slot !== 'of')
const verbSlots = ['object', ...TARGET_SLOTS]
/** "protested outside the embassy over the war": whom a crowd besets, not what it is about. */
const outsideFirst = (slots: readonly string[]): readonly string[] => {
  const others = slots.filter((slot) => slot !== 'outside')
  return others.toSpliced(others.indexOf('against') + 1, 0, 'outside')
}
const TARGETS = {
  ofCrowd: outsideFirst(verbSlots),
  ofRally: outsideFirst(ofNoun.anywhere),
  ofNoun,
  ofVerb: targets(verbSlots),
  ofTelling: targets(verbSlots.filter((slot) => !/^(on|upon|about|over)$/.test(slot))),
  ofHandover: ['to', ...verbSlots],
  ofSpeech,
  ofAsking: [...ofSpeech, 'reactor', 'outer', 'teller'],
}

/** CAMEO codes, and roots, of acts of force: they strike whoever is where they happen. */
export const STRIKES = /^(18|19|20)/
/** CAMEO codes of force and of what it leads to: riots, things destroyed and looted, people killed and hurt. */
export const HARMS = /^(145|171|18|19|20)/
