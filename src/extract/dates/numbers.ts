const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
}

const DOZENS: Readonly<Record<string, number>> = { half: 6, a: 12, two: 24, three: 36 }
const ONES = SMALL.slice(1, 10).join('|')
const WORDED = `(?:${TENS.join('|')})(?:[-\\s](?:${ONES}))?|${SMALL.slice(1).reverse().join('|')}`
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?'

/** Numbers in figures and words, with those that leave the count open ("several", "a few", "many"). */
export const NUMBER = `(?:${DIGITS}|(?:a|one) hundred(?: and (?:${ONES}))?|(?:${WORDED})(?:[-\\s]and[-\\s]a[-\\s]half)?|half an?|a half(?=[\\s-](?:hour|day|year|century|decade))|half(?=[\\s-]hour)(?<!\\b(?:first|second|last|next|final)[\\s-]half)|(?:half a|a|two|three) dozen|(?:a )?couple of|a couple|a few|a number of|an?|several|few|many|some|dozens of|hundreds of|thousands of|countless|numerous)`
export const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|(?:${TENS.join('|')})[-\\s](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|${Object.keys(ORDINALS).join('|')})`

/** The count, or null where the words leave it open. */
export const readNumber = (words: string): number | null => {
  const word = words.toLowerCase().replace(/\s+/g, ' ').trim()
  if (/^\d/.test(word)) return Number(word.replaceAll(',', ''))
  if (word === 'a' || word === 'an') return 1
  if (/couple/.test(word)) return 2
  if (/dozen$/.test(word)) return DOZENS[word.split(' ')[0] ?? ''] ?? null
  if (word.startsWith('half') || word === 'a half') return 0.5
  if (/^(?:a|one) hundred/.test(word)) return 100 + (/and/.test(word) ? (readNumber(word.replace(/.* and /, '')) ?? 0) : 0)
  if (/[-\s]and[-\s]a[-\s]half$/.test(word)) {
    const whole = readNumber(word.slice(0, -' and a half'.length))
    return whole === null ? null : whole + 0.5
  }
  const small = SMALL.indexOf(word)
  if (small >= 0) return small
  const [tens, ones] = word.split(/[-\s]/)
  const ten = TENS.indexOf(tens ?? '')
  if (ten < 0) return null
  return (ten + 2) * 10 + (ones ? Math.max(0, SMALL.indexOf(ones)) : 0)
}

/** "third" → 3, "21st" → 21, "twenty-first" → 21; null for a word that is no ordinal. */
export const readOrdinal = (words: string): number | null => {
  const word = words.toLowerCase()
  if (/^\d/.test(word)) return Number.parseInt(word, 10)
  const whole = ORDINALS[word]
  if (whole !== undefined) return whole
  const [tens, ones] = word.split(/[-\s]+/)
  const ten = TENS.indexOf(tens ?? '')
  const one = ORDINALS[ones ?? '']
  return ten < 0 || one === undefined ? null : (ten + 2) * 10 + one
}
