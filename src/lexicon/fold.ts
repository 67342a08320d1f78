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
 * Mohammed, Muhammad and Mohamed; Aliyev and Aliev; St and Saint; Organisation and Organization. Names in the lexicon and in text go through it alike, so
 * what it does to other words is of no account.
 */
export const foldName = (text: string): string => {
  const plain = fold(text)
  if (plain.length < 4 || !ANY_RULE.test(plain)) return plain
  return RULES.reduce((name, [pattern, spelling]) => name.replace(pattern, spelling), plain)
}

/** The end of a word inside a key that has no spaces. */
const END = "(?=[A-Z']|$)"
const RULES: readonly (readonly [RegExp, string])[] = [
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

/** Whether any rule applies at all: to most words none does. */
const ANY_RULE = new RegExp(RULES.map(([pattern]) => `(?:${pattern.source})`).join('|'))

/** "KYIV" and "VOLODYMYR" as they are written among small letters. */
export const unshout = (word: string): string =>
  word.length > 1 && word === word.toUpperCase() ? word.slice(0, 1) + word.slice(1).toLowerCase() : word

/** What a token that may begin a name folds to: its first word up to a space or hyphen, in small letters, without a possessive ending. */
export const firstWord = (text: string): string => {
  const first = fold(/^[^\s\p{Pd}]+/u.exec(text)?.[0] ?? text).toLowerCase()
  return first.endsWith("'s") ? first.slice(0, -2) : first
}
