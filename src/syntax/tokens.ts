import type { Span, Token } from '../document.ts'
import { remembered } from '../lexicon/remembered.ts'
import { isAbbreviation } from './abbreviations.ts'
import { spanIn, visible } from './visible.ts'

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

// Affixes that keep their hyphen in the treebanks; all other hyphens are words of their own.
const PREFIXES = set(
  'a ante anti arch bi bio co counter cross cyber de e ex extra hyper inter intra macro mega micro mid mini mis mono multi neo non over para post pre pro pseudo re semi socio sub super trans tri ultra un under uni vice',
)
const SUFFIXES = set('esque ette fold less most wise')
// Nouns of a verb and its particle ("a sit-in", "the build-ups"), which the treebanks cut and no parser finds its way in.
const PARTICLED = set(
  'bail black break brown build buy call carve clamp climb cover crack draw fall flare go hand hold lay lie lock pay pull push roll round run sell send shake shoot show shut sit sleep speed spin stand stay step sting stop sweep take talk teach throw turn walk',
)
const PARTICLE = /^(?:away|back|down|in|off|on|out|over|up)s?$/

// Written as one word, read as two: where the second begins.
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['lemme', 3],
  ['gimme', 3],
  ['dunno', 2],
  ['dont', 2],
  ['cant', 2],
  ['wont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['wasnt', 3],
  ['havent', 4],
  ['hasnt', 3],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['im', 1],
  ['ive', 1],
  ['youre', 3],
  ['thats', 4],
])

const LETTER = String.raw`[\p{L}\p{M}\p{N}_\u200C\u200D]`
const PLAIN = /^\p{L}+$/u
const WORD = new RegExp(String.raw`${LETTER}+(?:&\p{Lu}+)*(?:['’]${LETTER}+)*`, 'uy')
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
const LOOSE_CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m|em|til|cause|\d\ds))(?![\p{L}\p{N}])/iuy

// Bounded repetitions keep the scan linear on one endless word.
const PATH = String.raw`[^\s<>"“”]`
const LAST = String.raw`[^\s<>"“”.,;:!?)\]'’]`
const LABEL = String.raw`[\p{L}\p{N}_-]{1,63}`
const DOMAIN_END = `(?:com|org|net|edu|gov|mil|int|info|biz|eu|uk|ru|ua|cn|ca|au|de|fr|il|ir|tv|pdf|docx?|xlsx?|pptx?|html?|jpe?g|png|gif|txt|zip|mp[34])`
const ADDRESS = new RegExp(
  [
    String.raw`(?:https?:\/\/|ftp:\/\/|www\.)${PATH}*${LAST}`,
    String.raw`[\p{L}\p{N}_.+-]{1,64}@${LABEL}(?:\.${LABEL}){0,6}`,
    String.raw`${LABEL}(?:\.${LABEL}){0,6}\.${DOMAIN_END}(?![\p{L}\p{N}])(?:\/(?:${PATH}*${LAST})?)?`,
    String.raw`[a-z]{2,30}(?:\.[a-z][a-z-]{1,30}){2,6}(?![\p{L}\p{N}])`,
    String.raw`[@#]\p{L}[\p{L}\p{N}_]*`,
  ].join('|'),
  'iuy',
)
const HAS_ADDRESS = /[@#]|:\/\/|[\p{L}\p{N}]\.\p{L}/u

const UNIT = String.raw`(?:bn|tn|mn|m|k|km|kg|cm|mm|ft|mph|kph|pm|am|hrs?|min|sec|lbs?|oz|ml|tons?|[ap]\.m)(?![\p{L}\p{N}])`
// A comma groups digits by threes (and by twos before them, as in India); any other is a word of its own.
const NUMBER = String.raw`\d+(?:[.:/]\d+|,\d{3}(?!\d)|,\d\d(?=,\d))*`
const PIECE = new RegExp(
  [
    String.raw`(?:\+?\d[-/])?\d{3}[-/]\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d)`,
    String.raw`\d+0['’]s(?!\p{L})`,
    `${NUMBER}(?=${UNIT})`,
    String.raw`${NUMBER}(?:st|nd|rd|th|s)?(?!\p{L})|\d+(?:[.:/,]\d+)+`,
    String.raw`\.\d+(?![\p{L}\p{N}])`,
    String.raw`(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])`,
    String.raw`(?:Ph\.D|M\.Sc|B\.Sc)(?!\p{L})`,
    String.raw`US\$|(?:AU|HK|NZ|[ACS])\$(?=\d)`,
    String.raw`(?:w\/o|b\/c|w\/)(?!\p{L})`,
    String.raw`[.!?…]+|[-=]{2,}|–{2,}|—{2,}|\*{2,}|_{2,}|~{2,}|#{2,}|\${2,}|<{2,}|>{2,}|\+{2,}|''|\x60\x60`,
    String.raw`[:;=]-?[()DP](?![\p{L}\p{N}])`,
  ].join('|'),
  'uy',
)

/**
 * Cuts a stretch of the text into words as the English treebanks of Universal Dependencies do: clitics apart (`do` `n't`, `Russia` `'s`), hyphens apart
 * but after prefixes (`U.S.` `-` `led`, `al` `-` `Assad`, `pro-Russian`), currency, units and per-cent signs apart, abbreviations with their full stop
 * but at the end of the stretch (`U.S` `.`). Every character that is no white space and can be seen is in one token; offsets are those of the whole text,
 * the words are without what nobody sees (`Tur\u00adkey` is `Turkey`). Linear in its length.
 */
export const tokenize = (text: string, span: Span): readonly Token[] => {
  const tokens: Token[] = []
  const stretch = text.slice(span.start, span.end)
  const stop = finalStop(stretch)
  for (let from = 0; from < stretch.length; ) {
    if (isBlank(stretch.charCodeAt(from))) {
      from++
      continue
    }
    let to = from
    let letters = true
    for (let code = stretch.charCodeAt(to); to < stretch.length && !isBlank(code); code = stretch.charCodeAt(++to))
      letters &&= isLetter(code)
    const chunk = stretch.slice(from, to)
    if (letters || PLAIN.test(chunk)) addFused(tokens, chunk, span.start + from)
    else cutVisible(tokens, chunk, span.start + from, stop - from)
    from = to
  }
  return tokens
}

/** White space, as `\s` has it, but for the blank of no width (U+FEFF), which parts no word. */
const isBlank = (code: number): boolean => (code < 256 ? code === 32 || (code > 8 && code < 14) || code === 0xa0 : BLANKS.has(code))
const BLANKS = new Set(
  Array.from('\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000', (c) =>
    c.charCodeAt(0),
  ),
)

/** Of ASCII. */
const isLetter = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91)

/** The place of the full stop that ends the stretch, quotes and brackets behind it apart; -1 where there is none. */
const finalStop = (stretch: string): number => {
  let at = stretch.length - 1
  while (at >= 0 && /[\s"”’'»)\]\u061c\u200b\u200e\u200f\u202c\u2060\u2069]/.test(stretch[at] as string)) at--
  return stretch[at] === '.' && stretch[at - 1] !== '.' ? at : -1
}

const add = (tokens: Token[], text: string, start: number): void => {
  tokens.push({ start, end: start + text.length, text: formOf(text).text })
}

/** One string for all that read alike: whatever is looked up by a word finds it by its address, and hashes it once. `cut`: where the second of two words begins, 0 of one. */
const formOf = remembered((text) => ({ text, cut: FUSED.get(text.toLowerCase()) ?? 0 }))

const addFused = (tokens: Token[], word: string, start: number): void => {
  const { text, cut } = formOf(word)
  if (cut === 0) tokens.push({ start, end: start + text.length, text })
  else {
    add(tokens, text.slice(0, cut), start)
    add(tokens, text.slice(cut), start + cut)
  }
}

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** Cuts what is seen of what stands between white space. */
const cutVisible = (tokens: Token[], chunk: string, offset: number, stop: number): void => {
  const seen = visible(chunk)
  if (seen === null) {
    cutChunk(tokens, chunk, offset, stop)
    return
  }
  const words: Token[] = []
  cutChunk(words, seen.text, 0, seen.at.indexOf(stop))
  for (const { start, end, text } of words) {
    const span = spanIn(seen, start, end)
    tokens.push({ start: offset + span.start, end: offset + span.end, text })
  }
}

/** Cuts what stands between white space. `stop` is the place of the sentence's last full stop in it. */
const cutChunk = (tokens: Token[], chunk: string, offset: number, stop: number): void => {
  const hasAddress = HAS_ADDRESS.test(chunk)
  for (let at = 0; at < chunk.length; ) {
    const address = hasAddress ? matchAt(ADDRESS, chunk, at) : -1
    let end = address > 0 ? address : matchAt(LOOSE_CLITIC, chunk, at)
    if (end < 0) {
      end = matchAt(PIECE, chunk, at)
      if (end > 0) end = withStop(chunk, at, end, stop)
    }
    if (end < 0) {
      end = matchAt(WORD, chunk, at)
      if (end > 0) {
        end = withStop(chunk, at, withHyphen(chunk, at, end), stop)
        addWord(tokens, chunk.slice(at, end), offset + at)
        at = end
        continue
      }
    }
    if (end < 0) end = at + ((chunk.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    add(tokens, chunk.slice(at, end), offset + at)
    at = end
  }
}

/** Takes an abbreviation's full stop in, unless it ends the sentence. */
const withStop = (chunk: string, at: number, end: number, stop: number): number =>
  chunk[end] === '.' &&
  end !== stop &&
  (chunk[end + 1] !== '.' || chunk.slice(end + 2).search(/[^"”’'»)\]]/) < 0) &&
  isAbbreviation(chunk.slice(at, end))
    ? end + 1
    : end

const HYPHEN = /[-‐‑]/

/** Takes in the word behind a prefix's hyphen, or the suffix behind a word's. */
const withHyphen = (chunk: string, at: number, end: number): number => {
  if (!HYPHEN.test(chunk[end] ?? '')) return end
  const next = matchAt(WORD, chunk, end + 1)
  if (next < 0) return end
  const first = chunk.slice(at, end).toLowerCase()
  if (end - at <= 7 && (PREFIXES.has(first) || (PARTICLED.has(first) && PARTICLE.test(chunk.slice(end + 1, next))))) return next
  return next - end <= 6 && SUFFIXES.has(chunk.slice(end + 1, next)) ? next : end
}

/** Splits clitics off, the last first. */
const addWord = (tokens: Token[], word: string, start: number): void => {
  const clitics: number[] = []
  let stem = word
  for (let match = CLITIC.exec(stem); match && match.index > 0; match = CLITIC.exec(stem)) {
    clitics.unshift(match.index)
    stem = stem.slice(0, match.index)
  }
  addFused(tokens, stem, start)
  for (const [i, from] of clitics.entries()) add(tokens, word.slice(from, clitics[i + 1] ?? word.length), start + from)
}
