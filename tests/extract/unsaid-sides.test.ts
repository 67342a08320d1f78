import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Event, extract, type Party } from '../../src/index.ts'

// Sides that a sentence leaves unsaid: openings that tell an act with both, and what may follow them, with what stands between.

type Opening = { readonly k: string; readonly text: string; readonly source?: string; readonly target?: string }
type FollowUp = { readonly after: readonly string[]; readonly text: string; readonly trigger: readonly string[]; readonly sides: string }

const { openings, followUps, elsewhere, between } = parse(
  readFileSync(new URL('../../fixtures/unsaid/passages.yaml', import.meta.url), 'utf8'),
) as {
  readonly openings: readonly Opening[]
  readonly followUps: readonly FollowUp[]
  readonly elsewhere: readonly string[]
  readonly between: readonly string[]
}

type State = { readonly id: string; readonly name: string; readonly adjective: string; readonly capital: string }
const state = (id: string, name: string, adjective: string, capital: string): State => ({ id, name, adjective, capital })

const PAIRS: readonly (readonly [State, State])[] = [
  [state('TCD', 'Chad', 'Chadian', "N'Djamena"), state('NER', 'Niger', 'Nigerien', 'Niamey')],
  [state('TUR', 'Turkey', 'Turkish', 'Ankara'), state('SYR', 'Syria', 'Syrian', 'Damascus')],
  [state('KEN', 'Kenya', 'Kenyan', 'Nairobi'), state('SOM', 'Somalia', 'Somali', 'Mogadishu')],
  [state('THA', 'Thailand', 'Thai', 'Bangkok'), state('KHM', 'Cambodia', 'Cambodian', 'Phnom Penh')],
  [state('RWA', 'Rwanda', 'Rwandan', 'Kigali'), state('BDI', 'Burundi', 'Burundian', 'Bujumbura')],
  [state('PAK', 'Pakistan', 'Pakistani', 'Islamabad'), state('AFG', 'Afghanistan', 'Afghan', 'Kabul')],
  // No lexicon knows them.
  [state('Zendia', 'Zendia', 'Zendian', 'Zendia'), state('Karvia', 'Karvia', 'Karvian', 'Karvia')],
]
const INVENTED = PAIRS.length - 1
/** Openings that tell of both by what only a state has, or that both do together. */
const TELLS_BOTH = /^(clash|talks|deal|sanction|cut|accuse|demand|aid|leave|free|mass)$/
const OTHERS: readonly State[] = [
  state('GHA', 'Ghana', 'Ghanaian', 'Accra'),
  state('NOR', 'Norway', 'Norwegian', 'Oslo'),
  state('JPN', 'Japan', 'Japanese', 'Tokyo'),
]

type Cast = { readonly A: State; readonly B: State; readonly C: State }

const told = (text: string, cast: Cast): string =>
  text.replace(/\{(a?)([ABC])(adj|cap)?\}/g, (_, article: string, who: keyof Cast, form: string | undefined) => {
    const { name, adjective, capital } = cast[who]
    if (article) return /^[AEIOU]/.test(adjective) ? 'An' : 'A'
    return form === 'adj' ? adjective : form === 'cap' ? capital : name
  })

const castOf = (n: number, { k, source }: Opening): Cast => {
  const [A, B] = PAIRS[n % (TELLS_BOTH.test(k) && !source ? PAIRS.length : INVENTED)] as readonly [State, State]
  return { A, B, C: OTHERS[n % OTHERS.length] as State }
}

/** The entities of a side; of invented states their name. */
const idsOf = (side: readonly Party[]): readonly string[] => [
  ...new Set(side.map(({ entity, name }) => entity ?? name?.replace(/n$/, '') ?? '?')),
]

const eventsBehind = (first: string, last: string): readonly Event[] => {
  const text = `${first} ${last}`
  return extract({ id: 'passage', text, published: '2024-05-10' }).events.filter((e) => e.sentence.start > first.length)
}

const isRight = (event: Event, [source, target]: readonly (readonly string[])[], both: readonly string[]): boolean => {
  const sides = [idsOf(event.source), idsOf(event.target)]
  const isJoint = source === both && target === both
  return [source, target].every((wanted, i) => {
    const side = sides[i] ?? []
    return side.length > 0 && side.every((id) => wanted?.includes(id)) && (!isJoint || side.length === 2)
  })
}

/** How many of the passages with such a sentence between tell both sides right, and those that don't. */
const tell = (middle: string, shift: number): { readonly share: number; readonly wrong: readonly string[]; readonly all: number } => {
  const wrong: string[] = []
  let all = 0
  openings.forEach((opening, o) => {
    followUps.forEach(({ after, text, trigger, sides }, f) => {
      // "It" and "they" behind another's words are his.
      if (!after.includes(opening.k) || (opening.source && /\{B/.test(text)) || (middle && /^(It|They) /.test(text))) return
      if ((o + f + shift) % 6 !== 0) return
      const cast = castOf(o * 31 + f * 17 + shift, opening)
      const [S, T] = [opening.source ?? cast.A.id, opening.target === 'A' ? cast.A.id : (opening.target ?? cast.B.id)]
      const both = [S, T]
      const wanted = sides.split(' > ').map((side) => (side === 'B' ? both : [{ S, T, C: cast.C.id }[side] ?? side]))
      const [first, last] = [[told(opening.text, cast), middle].filter(Boolean).join(' '), told(text, cast)]
      all++
      const hits = eventsBehind(first, last).filter((e) => trigger.some((word) => e.trigger.text.toLowerCase().includes(word)))
      if (!hits.some((e) => isRight(e, wanted, both))) wrong.push(`${sides}: ${first} ${last}`)
    })
  })
  return { share: 1 - wrong.length / all, wrong, all }
}

/** What stands between, and the share of passages whose sides must be right: only rises. */
const FLOORS = [0.92, 0.88, 0.75, 0.95]

test.each(between.map((middle, i) => [middle || 'nothing between', middle, i] as const))('%s', (name, middle, i) => {
  const { share, wrong, all } = tell(middle, i)
  console.log(`${name} both sides right in ${(share * 100).toFixed(1)} % of ${all}`)
  expect(all).toBeGreaterThan(85)
  expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(FLOORS[i] ?? 1)
})

test('what is told of others takes nobody from the opening', () => {
  const wrong: string[] = []
  let all = 0
  openings.forEach((opening, o) => {
    elsewhere.forEach((last, f) => {
      if ((o + f) % 3 !== 0) return
      const cast = castOf(o * 31 + f, opening)
      const own = [opening.source ?? cast.A.id, opening.target ?? cast.B.id, cast.A.id]
      const first = told(opening.text, cast)
      all++
      if (eventsBehind(first, last).some((e) => [...idsOf(e.source), ...idsOf(e.target)].some((id) => own.includes(id))))
        wrong.push(`${first} ${last}`)
    })
  })
  const share = 1 - wrong.length / all
  console.log(`nobody taken in ${(share * 100).toFixed(1)} %`)
  expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(0.945)
})
