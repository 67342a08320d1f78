import type { Span, Token } from '../document.ts'

// One alternative a kind of token, tried in this order at each place; what none takes is a token of one character.
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]|[\w.+-]+@[\w-]+\.[\w.-]*\w`
const INITIALS = String.raw`(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?`
const ABBREVIATION = String.raw`(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Sen|Rep|Gov|Rev|Hon|Pres|St|Mt|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|vs|etc|Inc|Corp|Co|Ltd|Bros|Art|Amb|Supt|Insp|Det|Ph\.D)\.(?!\p{L})`
const INITIAL = String.raw`\p{Lu}\.(?=\s+\p{Lu})`
const NUMBER = String.raw`\d+(?:[.,:]\d+)*(?:[/]\d+(?:[.,]\d+)*)*(?:st|nd|rd|th|s)?(?![\p{L}])|\d+(?:[.,]\d+)*(?=(?:bn|tn|mn|m|k|km|kg|cm|mm|pm|am|p\.m|a\.m)(?![\p{L}\p{N}]))`
const ELLIPSIS = String.raw`\.{2,}|…+|-{2,}|[!?]+`
// Prefixes that keep their hyphen, as the treebanks do; other hyphens are tokens of their own.
const PREFIXED = String.raw`(?:[Nn]on|[Pp]re|[Pp]ost|[Aa]nti|[Pp]ro|[Cc]o|[Rr]e|[Mm]id|[Ss]emi|[Ss]ub|[Ii]nter|[Ii]ntra|[Mm]ulti|[Ee]|[Ee]x|[Uu]n|[Cc]ounter|[Pp]an|[Nn]eo|[Uu]ltra|[Mm]ini|[Aa]l|[Ee]l|[Aa]d|[Uu]l|[Aa]sh?|[Aa]n|[Aa]t|[Aa]z)[-‐]\p{L}[\p{L}\p{N}\p{M}]*`
const WORD = String.raw`[\p{L}\p{N}\p{M}_]+(?:&[\p{L}\p{N}]+)*`

const TOKEN = new RegExp(
  `(${ADDRESS})|(${INITIALS})|(${ABBREVIATION})|(${INITIAL})|(${NUMBER})|(${ELLIPSIS})|((?<![\\p{L}\\p{N}])${PREFIXED})|(${WORD})|(\\S)`,
  'gu',
)

const CLITICS = ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"]

/**
 * Cuts a stretch of the text into words as the English treebanks of Universal Dependencies do: clitics apart (`do` `n't`, `Russia` `'s`),
 * hyphens apart but for prefixes, currency and per-cent signs apart, abbreviations and initials with their full stop. Offsets are those of the whole
 * text. Linear in its length.
 */
export const tokenize = (text: string, span: Span): readonly Token[] => {
  const tokens: Token[] = []
  const add = (start: number, end: number): void => {
    if (end > start) tokens.push({ start, end, text: text.slice(start, end) })
  }
  const stretch = text.slice(span.start, span.end)
  for (const match of stretch.matchAll(TOKEN)) {
    const start = span.start + (match.index ?? 0)
    const end = start + match[0].length
    if (match[8] === undefined) add(start, end)
    else addWord(text, add, start, end, span)
  }
  return mergeClitics(tokens)
}

const isApostrophe = (c: string): boolean => c === "'" || c === '’'

/** Splits `cannot`, and `n` off before `'t`. */
const addWord = (text: string, add: (start: number, end: number) => void, start: number, end: number, span: Span): void => {
  const word = text.slice(start, end)
  const next = text.slice(end, Math.min(end + 2, span.end))
  if (/^cannot$/i.test(word)) {
    add(start, start + 3)
    add(start + 3, end)
  } else if (/n$/i.test(word) && /^['’]t$/i.test(next) && word.length > 1) {
    add(start, end - 1)
    add(end - 1, end)
  } else add(start, end)
}

/** Joins an apostrophe with the clitic behind it: `'s`, `'ll`, `n't`. */
const mergeClitics = (tokens: readonly Token[]): readonly Token[] => {
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [a, b, c] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]]
    const joined = (last: Token): Token => ({
      start: a.start,
      end: last.end,
      text: a.text + (b as Token).text + (last === b ? '' : last.text),
    })
    if (b && c && /^n$/i.test(a.text) && isApostrophe(b.text) && /^t$/i.test(c.text) && a.end === b.start && b.end === c.start) {
      out.push(joined(c))
      i += 2
    } else if (
      b &&
      isApostrophe(a.text) &&
      a.end === b.start &&
      tokens[i - 1]?.end === a.start &&
      CLITICS.includes(`'${b.text.toLowerCase()}`)
    ) {
      out.push(joined(b))
      i += 1
    } else out.push(a)
  }
  return out
}
