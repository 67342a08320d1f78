/**
 * The other spelling of a word or phrase, British of American and the other way round, so far as endings tell, and of nouns like "walkout" the one with the
 * hyphen; the phrase alone where there is none.
 */
export const spellings = (phrase: string): readonly string[] => [...new Set([phrase, respell(phrase, AMERICAN), respell(phrase, BRITISH)])]

type Rule = readonly [RegExp, string]

const VERB =
  '(?:bail|black|break|build|buy|call|clamp|cover|crack|draw|fall|flare|hand|hold|lock|pull|push|roll|round|sell|send|shoot|show|shut|sit|stand|stay|take|turn|walk)'
const PARTICLE = String.raw`(?:away|back|down|in|off|out|over|up)s?\b`

const AMERICAN: readonly Rule[] = [
  [/(?<=\p{L}{3})is(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)/gu, 'iz'],
  [/(?<=\p{L}al|ana|para)ys(?=(?:e|ed|es|ing)\b)/gu, 'yz'],
  [/(?<=\b(?:fav|hon|lab|harb|neighb|arm|behavi|endeav|hum|rum|vap|cand|clam|ard|rig|sav|tum))our/gu, 'or'],
  [/(?<=\b(?:def|off|pret))ence\b/gu, 'ense'],
  [/(?<=\bcent|\btheat|\blit|\bmet)re(?=s?\b)/gu, 'er'],
  [/\blicence/gu, 'license'],
  [/(?<=\bprogram)me/gu, ''],
  [/(?<=\b(?:fulfi|enro|insta|wi|ski|instal))l(?=\b|ment\b)/gu, 'll'],
  [/manoeuvr/gu, 'maneuver'],
  [new RegExp(String.raw`(?<=\b${VERB})-(?=${PARTICLE})`, 'gu'), ''],
]
const BRITISH: readonly Rule[] = [
  [/(?<=\p{L}{3})iz(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)/gu, 'is'],
  [/(?<=\p{L}al|ana|para)yz(?=(?:e|ed|es|ing)\b)/gu, 'ys'],
  [/(?<=\b(?:fav|hon|lab|harb|neighb|arm|behavi|endeav|hum|rum|vap|cand|clam|ard|rig|sav|tum))or(?!a|i|t)/gu, 'our'],
  [/(?<=\b(?:def|off|pret))ense\b/gu, 'ence'],
  [/(?<=\bcent|\btheat)er(?=s?\b)/gu, 're'],
  [/(?<=\bprogram)(?=s?\b)/gu, 'me'],
  [/(?<=\b(?:fulfi|enro))ll(?=\b|ment\b)/gu, 'l'],
  [/maneuver/gu, 'manoeuvr'],
  [new RegExp(String.raw`(?<=\b${VERB})(?=${PARTICLE})`, 'gu'), '-'],
]

const respell = (phrase: string, rules: readonly Rule[]): string => rules.reduce((text, [from, to]) => text.replace(from, to), phrase)
