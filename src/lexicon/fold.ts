/**
 * A key without diacritics, white space, hyphens, apostrophes and full stops: "Guinea-Bissau", "Côte d’Ivoire" and "U.S." are "GuineaBissau",
 * "CotedIvoire" and "US". A possessive ending stays, so that "Thai's" isn't "Thais".
 */
export const fold = (text: string): string => {
  if (/^[A-Za-z0-9]+$/.test(text)) return text
  return text
    .replace(/^&$|(?<=\s)&(?=\s)/g, 'and')
    .replace(/['’ʼ]([sS])(?![\p{L}\p{N}])/gu, 'ʼ$1')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}&ʼ]/gu, '')
    .replace(/[ıŁłØøĐđßÆæŒœ]/g, (c) => PLAIN[c] ?? c)
    .replaceAll('ʼ', "'")
}

const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  Ł: 'L',
  ł: 'l',
  Ø: 'O',
  ø: 'o',
  Đ: 'D',
  đ: 'd',
  ß: 'ss',
  Æ: 'Ae',
  æ: 'ae',
  Œ: 'Oe',
  œ: 'oe',
}

/**
 * Spellings of one name that a rule can tell, brought to one: Zelensky, Zelenskyy and Zelenskiy, Sergei and Sergey; al-Sisi, Al-Sisi and el-Sisi;
 * Mohammed, Muhammad and Mohamed; Hassan and Hasan, Rafik and Rafiq, Mahmoud and Mahmud; Yulia and Yuliya; Schroeder and Schröder; Aliyev and Aliev; St
 * and Saint; Organisation and Organization. Names in the lexicon and in text go through it alike, so what it does to other words is of no account.
 */
export const foldName = (text: string): string => spellName(fold(text))

/** The same of what is folded already. */
export const spellName = (folded: string): string => {
  const place = spellPlace(folded)
  return place.length < 4 || !ANY_NAME.test(place) ? place : respell(place, NAMES)
}

/** As `foldName`, of a place, whose spelling varies less: what people's names may share parts places. */
export const foldPlace = (text: string): string => spellPlace(fold(text))

const spellPlace = (folded: string): string => (folded.length < 4 || !ANY_RULE.test(folded) ? folded : respell(folded, RULES))

type Rule = readonly [RegExp, string]

const respell = (name: string, rules: readonly Rule[]): string =>
  rules.reduce((text, [pattern, spelling]) => text.replace(pattern, spelling), name)

/** The end of a word inside a key that has no spaces. */
const END = "(?=[A-Z']|$)"
const RULES: readonly Rule[] = [
  [/(?<![A-Z])(?:[AE]l|el)(?=[A-Z])/g, 'al'],
  [/^St(?=[A-Z])/, 'Saint'],
  [/M[ou]hamm?[ae]d/g, 'Mohammed'],
  [/H[ou]ss?[aei]+y?n(?=[A-Z']|$)/g, 'Hussein'],
  [/Ahm[ae]d/g, 'Ahmed'],
  [/Abd(?:[aeou]l|al)-?/g, 'Abdal'],
  [/Y(?:o|ou|u)ss?[eu]f/g, 'Yusuf'],
  [/Al[ey](?:ks|x)(?:[ae]nd[ae]?r)/g, 'Alexander'],
  [/Ale(?:ks|x)(?=e)/g, 'Alex'],
  [/([ai])yev/g, '$1ev'],
  [/isation/g, 'ization'],
  [/([Dd])efence/g, '$1efense'],
  [/([Cc])entre/g, '$1enter'],
  [/([Ll])abour/g, '$1abor'],
  [/([Pp])rogramme/g, '$1rogram'],
  [new RegExp(`(?:iy|yi|ii|ij|yy|i)${END}`, 'g'), 'y'],
]

const NAMES: readonly Rule[] = [
  [/^Evg(?=en)/, 'Yevg'],
  [/q(?!u)/g, 'k'],
  [/Q(?!u)(?=[a-z])/g, 'K'],
  // "Four people" aren't the Fur people, and Douma isn't the Duma.
  [/(?<!^F(?=our)|^D(?=ouma$))ou/g, 'u'],
  [/(?<=[aeiou])ss(?=[aeiou])/g, 's'],
  [/(?<=[bcdfghjklmnprstvwz])([aou])e(?=[a-z])/g, '$1'],
  [/(?<=[a-z])iy?a/g, 'ya'],
  [/(?<=[aeo])y(?=[bcdfghjklmnpqrstvwxz])/g, 'i'],
]

/** Whether any rule applies at all: to most words none does. */
const anyOf = (rules: readonly Rule[]): RegExp => new RegExp(rules.map(([pattern]) => `(?:${pattern.source})`).join('|'))
const [ANY_RULE, ANY_NAME] = [anyOf(RULES), anyOf(NAMES)]

/** "KYIV" and "VOLODYMYR" as they are written among small letters. */
export const unshout = (word: string): string =>
  word.length > 1 && word === word.toUpperCase() ? word.slice(0, 1) + word.slice(1).toLowerCase() : word

/**
 * What a token that may begin a name folds to: its first word up to a space or hyphen, with its spellings brought to one, in small letters, without a
 * possessive ending.
 */
export const firstWord = (text: string): string => {
  const first = foldName(unshout(fold(/^[^\s\p{Pd}]+/u.exec(text)?.[0] ?? text))).toLowerCase()
  return first === 'el' ? 'al' : first.endsWith("'s") ? first.slice(0, -2) : first
}

/** What the words behind the first of a name fold to, as tokens of a text do: "Party" of "Workers' Party", "AKP" and "MHP" of "the AKP/MHP". */
export const wordsBehind = (name: string): readonly string[] =>
  name
    .trim()
    .split(/[\s\p{Pd}]+/u)
    .slice(1)
    .flatMap((word) => [word, ...word.split(/[^\p{L}\p{M}\p{N}.'’&]+/u)])
    .filter((word) => word !== '')
    .map(firstWord)

/** "I ran" isn't Iran, nor "Thai land" Thailand: words may run together where the lexicon parts them, not the other way round. */
export const gapsIn = (text: string): number => text.trim().split(/[\s\p{Pd}]+/u).length - 1
