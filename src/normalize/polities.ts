import type { Article, Party } from '../document.ts'
import type { Act } from '../extract/acts/find-act.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { isOfClass } from '../lexicon/is-of-class.ts'
import { keepsLast } from '../lexicon/remembered.ts'
import type { Scene } from './judge-candidate.ts'
import { placesNamed } from './places/gazetteer.ts'
import { placeKey } from './places/place-key.ts'

/**
 * Tells of a party whether it is a state or land that the lexicon lacks: a name, and no person's, of which the article tells what only such have ("Ruritania's border", "the
 * ambassador to Ruritania", "Ruritania recalled its envoy"), whose people it names, too ("Ruritanian"), or that stands beside another such name.
 */
export const landsIn = ({ document: { article }, reading, lexicon }: Place, { entry, loose }: Act): ((party: Party) => boolean) => {
  const isSaid = loose || entry.cameo.startsWith('01')
  return ({ entity, role, text, start }) => {
    if (entity !== null || role !== null || !NAME.test(text)) return false
    if (!reading.mentions.some((m) => m.start === start && m.kind === 'unknown')) return false
    const { lands, persons, isOfStates } = told(article, lexicon)
    return !persons.has(text) && (lands.has(text) || (!isSaid && isBesideAnother(reading, text, isOfStates, persons)))
  }
}

type Place = Pick<Scene, 'document' | 'reading' | 'lexicon'>

/**
 * Whether the sentence names another that nobody knows, and no town, or the people of one: where the article has a word of politics, or one of the two is called as lands are. Two
 * neighbours and two firms are such names, too.
 */
const isBesideAnother = (
  { mentions, words, pieces }: Scene['reading'],
  name: string,
  isOfStates: boolean,
  persons: ReadonlySet<string>,
): boolean =>
  mentions.some(
    ({ kind, text }) =>
      kind === 'unknown' &&
      text !== name &&
      NAME.test(text) &&
      (isOfStates || CALLED_AS_LANDS.test(name) || CALLED_AS_LANDS.test(text)) &&
      !persons.has(text) &&
      placesNamed(placeKey(text)).length === 0,
  ) || words.some(({ text }, at) => text !== name && PEOPLE.test(text) && !pieces.some((p) => p.first <= at && at <= p.last))

const CALLED_AS_LANDS = /(?:ia|land|stan)$/
const NAME = /^\p{Lu}[\p{L}-]*\p{Ll}$/u
const PEOPLE = /^\p{Lu}\p{L}+(?:ian|ean|ese|ish)$/u

/** Names, nouns and what parts sentences: of the text as it stands, for what the sift passes over is never made words of. */
const TOKEN = /\p{L}[\p{L}-]*|['’]s?(?!\p{L})|[^\p{L}\s]|\n{2,}/gu
const BINDS = /^(?:of|to|in|with|from|on|against|over|into)$/

/** The names of an article that stand with what only states and lands have, and those behind a given name. */
const told = keepsLast(
  (
    article: Article,
    lexicon: Lexicon,
  ): { readonly lands: ReadonlySet<string>; readonly persons: ReadonlySet<string>; readonly isOfStates: boolean } => {
    const tokens = article.text.match(TOKEN) ?? []
    const lands = new Set<string>()
    const persons = new Set<string>()
    const names = new Set<string>()
    for (const [at, token] of tokens.entries()) {
      if (!NAME.test(token)) continue
      names.add(token)
      if (lexicon.givenNames.has(tokens[at - 1] ?? '')) persons.add(token)
      else if (!lands.has(token) && hasWhatLandsHave(tokens, at, lexicon)) lands.add(token)
    }
    for (const name of names) if (peopleOf(name).some((people) => names.has(people) || names.has(`${people}s`))) lands.add(name)
    const isOfStates = tokens.some((token) => lexicon.topics.get(token.toLowerCase())?.includes('politics') || isTheirs(token, lexicon))
    return { lands, persons, isOfStates }
  },
)

const isTheirs = (token: string, lexicon: Lexicon): boolean =>
  [token, token.replace(/s$/, ''), token.replace(/ies$/, 'y')].some((word) => isOfClass(lexicon, word, 'of-polities'))

const hasWhatLandsHave = (tokens: readonly string[], name: number, lexicon: Lexicon): boolean => {
  const within = (from: number, most: number): boolean => {
    for (let at = from; at < from + most && /^\p{L}/u.test(tokens[at] ?? ''); at += 1) if (isTheirs(tokens[at] ?? '', lexicon)) return true
    return false
  }
  const isOwner = /^['’]/.test(tokens[name + 1] ?? '')
  if (within(name + (isOwner ? 2 : 1), isOwner ? 3 : 2)) return true
  if (BINDS.test(tokens[name - 1] ?? '') && isTheirs(tokens[name - 2] ?? '', lexicon)) return true
  for (let at = name + 1; at < name + 16 && !/^[.;:!?\n]/.test(tokens[at] ?? '.'); at += 1)
    if (tokens[at] === 'its' && within(at + 1, 3)) return true
  return false
}

/** What the people of a land could be called, or what is theirs. */
const peopleOf = (name: string): readonly string[] => {
  const stem = name.replace(/[aeiouy]+$/, '')
  if (stem.length < 3) return []
  const own = ['n', 'an', 'ian', 'ese'].map((ending) => stem + ending)
  return [...own, ...['n', 'i', 'ese', 'ian', 'ish', 'an'].map((ending) => name + ending)].filter((people) => people !== name)
}
