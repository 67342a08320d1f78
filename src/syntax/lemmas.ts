import type { Upos } from '../document.ts'
import { EXCEPTIONS, SILENT_E } from './lemma-data.ts'

/**
 * The lemma of a form with its part of speech, as UD English writes it: lower case but for proper nouns. Irregular forms are looked up, the rest
 * follows the rules of inflection. Both lists are derived by train/derive_lemmas.py.
 */
export const lemmaOf = (form: string, upos: Upos): string => {
  const lower = form.toLowerCase().replace('’', "'")
  const known = exceptions.get(`${upos} ${lower}`)
  if (known !== undefined) return known
  switch (upos) {
    case 'PROPN':
      return form
    case 'NOUN':
      return singular(lower)
    case 'VERB':
    case 'AUX':
      return base(lower)
    default:
      return lower
  }
}

const exceptions: ReadonlyMap<string, string> = new Map(
  EXCEPTIONS.split('\n').flatMap((line) => {
    const [upos, ...pairs] = line.split(' ')
    return pairs.map((pair): [string, string] => {
      const [form = '', lemma = ''] = pair.split('>')
      return [`${upos} ${form}`, lemma]
    })
  }),
)

const singular = (form: string): string => {
  if (form.length < 4 || !form.endsWith('s') || /(ss|us|is)$/.test(form)) return form
  if (form.endsWith('ies') && form.length > 4) return `${form.slice(0, -3)}y`
  if (/(ches|shes|sses|xes|zzes)$/.test(form)) return form.slice(0, -2)
  return form.slice(0, -1)
}

const base = (form: string): string => {
  if (form.length < 4) return form
  if (form.endsWith('ies') || form.endsWith('ied')) return `${form.slice(0, -3)}y`
  if (/(ches|shes|sses|xes|zzes|oes)$/.test(form)) return form.slice(0, -2)
  if (form.endsWith('s') && !form.endsWith('ss')) return form.slice(0, -1)
  if (form.endsWith('eed')) return /^(?:\w*(?:need|feed|ceed|speed|breed|seed|heed|bleed|weed|deed))$/.test(form) ? form : form.slice(0, -1)
  const stem = form.endsWith('ing') ? form.slice(0, -3) : form.endsWith('ed') ? form.slice(0, -2) : null
  return stem === null || stem.length < 2 || !/[aeiouy]/.test(stem) ? form : mend(stem)
}

/** Takes back a doubled consonant, or gives back a silent e. */
const mend = (stem: string): string => {
  if (/([bdgmnprtkv])\1$/.test(stem)) return /^(add|err|ebb|egg|butt|putt|purr|boycott|odd|redd|inn)$/.test(stem) ? stem : stem.slice(0, -1)
  if (/ll$/.test(stem))
    return /[aeiouy][^aeiou]+[aeiouy]ll$/.test(stem) &&
      !/(call|fall|stall|roll|fill|still|spell|sell|tell|kill|pall|thrall|mill|drill|sill)$/.test(stem)
      ? stem.slice(0, -1)
      : stem
  return dropsE(stem) ? `${stem}e` : stem
}

const silentE: ReadonlyMap<string, boolean> = new Map(
  SILENT_E.split('\n').flatMap((line, at) => line.split(' ').map((suffix): [string, boolean] => [suffix, at === 0])),
)

/** The longest ending of the stem that is listed decides. */
const dropsE = (stem: string): boolean => {
  for (let length = Math.min(stem.length, 9); length > 0; length--) {
    const known = silentE.get(length === stem.length ? `^${stem}` : stem.slice(-length)) ?? silentE.get(stem.slice(-length))
    if (known !== undefined) return known
  }
  return false
}
