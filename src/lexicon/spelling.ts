/**
 * The other spelling of a word or phrase, British of American and the other way round, so far as endings tell, and of nouns like "walkout" the one with the
 * hyphen; the phrase alone where there is none.
 */
export const spellings = (phrase: string): readonly string[] => [...new Set([phrase, respell(phrase, AMERICAN), respell(phrase, BRITISH)])]

/** What stands in every word that a rule is for, the rule, and what it writes. */
type Rule = readonly [core: string, from: RegExp, to: string]

const VERB =
  '(bail|black|break|build|buy|call|clamp|cover|crack|draw|fall|flare|hand|hold|lock|pull|push|roll|round|sell|send|shoot|show|shut|sit|stand|stay|take|turn|walk)'
const PARTICLE = String.raw`((?:away|back|down|in|off|out|over|up)s?)\b`

const AMERICAN: readonly Rule[] = [
  ['is', /(?<=\p{L}{3})is(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)/gu, 'iz'],
  ['ys', /(?<=\p{L}al|ana|para)ys(?=(?:e|ed|es|ing)\b)/gu, 'yz'],
  ['our', /(?<=\b(?:fav|hon|lab|harb|neighb|arm|behavi|endeav|hum|rum|vap|cand|clam|ard|rig|sav|tum))our/gu, 'or'],
  ['ence', /(?<=\b(?:def|off|pret))ence\b/gu, 'ense'],
  ['re', /(?<=\bcent|\btheat|\blit|\bmet)re(?=s?\b)/gu, 'er'],
  ['licence', /\blicence/gu, 'license'],
  ['programme', /(?<=\bprogram)me/gu, ''],
  ['l', /(?<=\b(?:fulfi|enro|insta|wi|ski|instal))l(?=\b|ment\b)/gu, 'll'],
  ['manoeuvr', /manoeuvr/gu, 'maneuver'],
  ['-', new RegExp(String.raw`\b${VERB}-${PARTICLE}`, 'gu'), '$1$2'],
]
const BRITISH: readonly Rule[] = [
  ['iz', /(?<=\p{L}{3})iz(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)/gu, 'is'],
  ['yz', /(?<=\p{L}al|ana|para)yz(?=(?:e|ed|es|ing)\b)/gu, 'ys'],
  ['or', /(?<=\b(?:fav|hon|lab|harb|neighb|arm|behavi|endeav|hum|rum|vap|cand|clam|ard|rig|sav|tum))or(?!a|i|t)/gu, 'our'],
  ['ense', /(?<=\b(?:def|off|pret))ense\b/gu, 'ence'],
  ['er', /(?<=\bcent|\btheat)er(?=s?\b)/gu, 're'],
  ['program', /(?<=\bprogram)(?=s?\b)/gu, 'me'],
  ['ll', /(?<=\b(?:fulfi|enro))ll(?=\b|ment\b)/gu, 'l'],
  ['maneuver', /maneuver/gu, 'manoeuvr'],
  ['', new RegExp(String.raw`\b${VERB}${PARTICLE}`, 'gu'), '$1-$2'],
]

const respell = (phrase: string, rules: readonly Rule[]): string =>
  rules.reduce((text, [core, from, to]) => (text.includes(core) ? text.replace(from, to) : text), phrase)
