import type { Upos } from '../document.ts'
import { IRREGULAR } from './irregular-forms.ts'

/** Whether a verb's stem, as `-ing` and `-ed` leave it, has lost a silent e: `invad`, not `attack`. */
export type DropsE = (stem: string) => boolean

/** The lemma by irregular forms and the rules of inflection, for a form in small letters but for proper nouns. */
export const lemmaByRule = (form: string, upos: Upos, dropsE: DropsE): string => {
  const irregular = IRREGULAR.get(`${upos} ${form}`) ?? (upos === 'NOUN' || upos === 'VERB' ? compounded(form, upos) : undefined)
  if (irregular !== undefined) return irregular
  switch (upos) {
    case 'NOUN':
      return singular(form)
    case 'PROPN':
      return PEOPLE.test(form) ? form.slice(0, -1) : form
    case 'VERB':
    case 'AUX':
      return base(form, dropsE)
    case 'ADJ':
      return positive(form, dropsE)
    case 'NUM':
      return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(form) ? form.replaceAll(',', '') : form
    default:
      return form
  }
}

// Horsemen and policewomen, not a specimen.
const MEN = /^(?:\p{L}+wo|(?!(?:o|speci|regi|se|abdo|sta|hy|acu|a|cycla|ra|tali|foramina?|catechu|turk)men$)[\p{L}-]+)men$/u

/** `overran`, `counter-drew`, `servicemen`, `grandchildren`: an irregular form behind a prefix or another noun. */
const compounded = (form: string, upos: Upos): string | undefined => {
  const split =
    upos === 'VERB'
      ? /^(over|under|out|up|re|mis|fore|un|with|inter|counter|co|pre)-?(?=\p{L}{3})/u.exec(form)?.[0]
      : /^.*?(?=(?:children|teeth|wives|midwives|selves)$)/u.exec(form)?.[0]
  const rest = split ? IRREGULAR.get(`${upos} ${form.slice(split.length)}`) : undefined
  if (split && rest !== undefined) return split + rest
  return upos === 'NOUN' && MEN.test(form) ? `${form.slice(0, -3)}man` : undefined
}

// Names of peoples and adherents in the plural: a name as such may end in s (Hamas, Athens, Orleans).
const PEOPLE =
  /^(?:\p{Lu}\p{Ll}+(?:(?<!Orl)(?:[cdgilnrtvx]i|[ckn]e|r[it]|[cg])ans|[dl]ists|iites|[hk]ites|crats)|(?:Iraq|Israel|Pakistan|Saud|Yemen|Kuwait|Emirat|Qatar|Oman|Azer|Bangladesh|Naz|Somal|Houth|Sunn|Iraq|Tuts|Pashtun|Uighur|Uyghur|Kurd|Serb|Croat|Turk|Arab|Jew|Greek|Swede|Dane|Finn|Pole|Czech|Slovak|Slovene|Briton|Scot|Afghan|Chechen|Tatar|Hutu|Muslim|Marine|Republican|Democrat|Islamist)i?s)$/u

const singular = (form: string): string => {
  if (form.length < 4 || !form.endsWith('s') || /(?:ss|us|is|\d0s|(?:tear|bio)gas)$/.test(form)) return form
  if (form.endsWith('ies') && form.length > 4) return `${form.slice(0, -3)}y`
  if (/(?:ches|shes|sses|xes|zzes)$/.test(form)) return form.slice(0, -2)
  return form.slice(0, -1)
}

const base = (form: string, dropsE: DropsE): string => {
  if (form.length < 4) return form
  if (/i(?:es|ed)$/.test(form)) return `${form.slice(0, -3)}y`
  const gassed = /^(\p{L}*gas)s(?:ed|es|ing)$/u.exec(form)?.[1]
  if (gassed !== undefined) return gassed
  if (/(?:ches|shes|sses|xes|zzes|oes)$/.test(form)) return form.slice(0, -2)
  if (form.endsWith('s') && !form.endsWith('ss')) return form.slice(0, -1)
  if (form.endsWith('eed')) return /(?:need|feed|ceed|speed|breed|seed|heed|bleed|weed|deed)$/.test(form) ? form : form.slice(0, -1)
  const stem = form.endsWith('ing') ? form.slice(0, -3) : form.endsWith('ed') ? form.slice(0, -2) : null
  return stem === null || stem.length < 2 || !/[aeiouy]/.test(stem) ? form : mend(stem, dropsE)
}

const positive = (form: string, dropsE: DropsE): string => {
  if (form.length < 6 || /(?:hon|mod|earn|inter|manif|dishon|immod|prot|mid)est$/.test(form)) return form
  if (/i(?:er|est)$/.test(form)) return `${form.replace(/i(?:er|est)$/, '')}y`
  return form.endsWith('est') ? mend(form.slice(0, -3), dropsE) : form
}

/** Takes back a doubled consonant, or gives back a silent e. */
const mend = (stem: string, dropsE: DropsE): string => {
  if (/([bdgmnprtkv])\1$/.test(stem)) {
    return /^(?:add|err|ebb|egg|butt|putt|purr|boycott|odd|redd|inn)$/.test(stem) ? stem : stem.slice(0, -1)
  }
  if (stem.endsWith('ll')) {
    const doubled =
      /(?:[aeiouy][^aeiou]+(?:[aeiouy]|ia)|^(?:fue|due|dia|tria|crue))ll$/.test(stem) &&
      !/(?:call|fall|stall|roll|fill|still|spell|sell|tell|kill|pall|thrall|mill|drill|sill)$/.test(stem)
    return doubled ? stem.slice(0, -1) : stem
  }
  return dropsE(stem) ? `${stem}e` : stem
}
