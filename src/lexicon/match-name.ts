import type { Token } from '../document.ts'
import { fold, spellName, unshout } from './fold.ts'
import type { How, Known, Lexicon, NameHit, Sight } from './index-lexicon.ts'
import { isOfClass } from './is-of-class.ts'
import { mapped, NONE } from './mapped.ts'

/** The longest name that begins at a token: how many tokens it takes and what it may stand for, best first. No hits: a known phrase that names no actor. */
export type NameMatch = { readonly length: number; readonly hits: readonly NameHit[] }

/**
 * The longest name, title or word for people that begins at token `at` of a sentence, or null. Names keep their case, but for text in capitals; titles
 * don't. Hyphens may be tokens of their own, parts of a token, or spaces; diacritics, full stops, apostrophes and
 * quotation marks are of no account.
 */
export const matchName = (lexicon: Lexicon, tokens: readonly Token[], at: number): NameMatch | null => {
  const sights = sightsOf(lexicon, tokens)
  let sight = sights[at]
  const most = sight?.most
  if (sight === undefined || most === undefined) return null
  let key = ''
  let gaps = 0
  let best: NameMatch | null = null
  for (let last = at; last < tokens.length && last - at < lexicon.longestName; last++) {
    if (last > at) {
      const [before, token] = [tokens[last - 1] as Token, tokens[last] as Token]
      const dashed = sight.dash
      sight = sights[last] as Sight
      if (sight.breaks) break
      if (token.start > before.end && !sight.dash && !dashed) {
        gaps++
        if (gaps > most || !sight.inside) break
      }
    }
    if (sight.key === '') continue
    key += sight.key
    const known = last === at && sight.alone !== null ? sight.alone : lexicon.known(key)
    // Most stretches are nothing that is known.
    if (!known.blocked && known.exact === undefined && known.roles === undefined && !known.loud) continue
    const found = hitsAt(lexicon, tokens, at, last, known, gaps)
    if (found) best = { length: last - at + 1, hits: found }
  }
  return best
}

/** What the tokens of a sentence look like; names are looked for at every one of them. */
const sightsOf = (lexicon: Lexicon, tokens: readonly Token[]): readonly Sight[] => {
  if (latest?.tokens !== tokens || latest.lexicon !== lexicon)
    latest = { lexicon, tokens, sights: mapped(tokens, ({ text }) => lexicon.sight(text)) }
  return latest.sights
}

let latest: { readonly lexicon: Lexicon; readonly tokens: readonly Token[]; readonly sights: readonly Sight[] } | null = null

const ORDER: readonly How[] = ['name', 'person', 'people', 'demonym', 'capital', 'seat', 'body', 'role', 'description']

const hitsAt = (
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  last: number,
  { blocked, exact, roles, loud }: Known,
  gaps: number,
): readonly NameHit[] | null => {
  if (blocked) return []
  const named = exact ?? (loud ? shoutedNames(lexicon, tokens, at, last) : NONE)
  if (named.length === 0 && roles === undefined) return null
  const all = [...named, ...(roles ?? [])].filter((hit) => gaps <= hit.gaps && !goesOn(hit, tokens[last + 1]))
  if (all.length === 0) return null
  const near = nearest(all, tokens, at)
  if (near.length === 0) return null
  const told = at === last ? near.filter((hit) => !isAnothers(hit, lexicon, tokens, at)) : near
  if (told.length === 0) return []
  if (at === last && told.every((hit) => hit.role === null && hit.person === null) && isPersonsName(lexicon, tokens, at)) return []
  return told.length === 1 ? told : [...told].sort((a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how))
}

/** "the West" isn't all of "the West Wing". */
const goesOn = ({ text }: NameHit, next: Token | undefined): boolean =>
  text.startsWith('the ') && next !== undefined && /^\p{Lu}/u.test(next.text)

const shoutedNames = (lexicon: Lexicon, tokens: readonly Token[], at: number, last: number): readonly NameHit[] => {
  const words = tokens.slice(at, last + 1).map((t) => t.text)
  return lexicon.shouted.get(spellName(words.map((text) => unshout(fold(text))).join('')).toLowerCase()) ?? NONE
}

/** Readings that ask for a word near them hold only beside it, and then alone. */
const nearest = (hits: readonly NameHit[], tokens: readonly Token[], at: number): readonly NameHit[] => {
  if (hits.every((hit) => hit.near.length === 0)) return hits
  // "Guatemala's Congress" is Guatemala's, whatever else the sentence names.
  const owned = /^['’]s$/.test(tokens[at - 1]?.text ?? '') && at > 1
  const words = new Set(owned ? wordsOf(tokens.slice(Math.max(0, at - 3), at - 1)).slice(-2) : wordsOf(tokens))
  const title = tokens[at - 1]?.text.toLowerCase() ?? ''
  const told = hits.filter((hit) => hit.near.some((word) => words.has(word)) || isTitled(hit, title))
  return told.length > 0 ? told : hits.filter((hit) => hit.near.length === 0)
}

/** Each word, after the pair that it ends: "South Africa" tells more than "Africa". `^` stands before the first. */
const wordsOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((t, i) => [`${tokens[i - 1]?.text ?? '^'} ${t.text}`, t.text])

/** "President Arroyo": an office that the person held tells who is meant as well as a country does. */
const isTitled = ({ person }: NameHit, title: string): boolean =>
  person?.offices.some((office) => office.title !== undefined && title !== '' && office.title.split(' ').at(-1) === title) ?? false

/** A surname that belongs to somebody else here, or to a thing: "Hunter Biden" is not Joe, the "Trump Tower" not Donald. */
const isAnothers = ({ person, text }: NameHit, lexicon: Lexicon, tokens: readonly Token[], at: number): boolean => {
  if (!person || text === person.name) return false
  const [before, word, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (after && NAMED_AFTER.test(after.text)) return true
  if (!before || !word || before.end === word.start) return false
  const given = lexicon.givenNames.has(before.text) || /^\p{Lu}\.$/u.test(before.text) || isUnknownName(before.text, lexicon, at)
  return given && fold(before.text).slice(0, 1) !== fold(person.name).slice(0, 1)
}

/** A capitalized word in mid-sentence that begins nothing known, title or name: the given name of somebody ("Betssy Chavez"). */
const isUnknownName = (text: string, lexicon: Lexicon, at: number): boolean =>
  at > 1 && /^\p{Lu}\p{Ll}+$/u.test(text) && !isOfClass(lexicon, text.toLowerCase(), 'honorific') && lexicon.sight(text).most === undefined
const NAMED_AFTER =
  /^(?:Airport|Avenue|Boulevard|Bridge|Building|Cent(?:er|re)|College|Foundation|Hall|Hospital|Hotel|Institute|Library|Memorial|Museum|Organi[sz]ation|Park|Prize|Road|School|Square|Stadium|Street|Towers?|University)$/

/** A place's name that is a person's here: "Michael Jordan", "J. Holland", "Chad Smith", or was once: "Dane County". */
const isPersonsName = (lexicon: Lexicon, tokens: readonly Token[], at: number): boolean => {
  const [before, word, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (before && word && before.end < word.start && (lexicon.givenNames.has(before.text) || /^\p{Lu}\.$/u.test(before.text))) return true
  if (!word || !after || !lexicon.givenNames.has(word.text)) return false
  return after.text === 'County' || (/^\p{Lu}\p{Ll}+$/u.test(after.text) && lexicon.sight(after.text).most === undefined)
}
