/** What a count of people says of them. */
export type Harm = 'dead' | 'injured'

const DEADLY = /^(lose|kill|slay|murder|massacre|execute|assassinate|behead|hang|lynch|slaughter|butcher|gun|decapitate|martyr|incinerate)$/
const DYING = /^(die|perish|drown|suffocate|succumb)$/
const INJURIOUS = /^(wound|injure|hurt|maim)$/

/** What a verb does to its object. */
export const harmOfObject = (lemma: string): Harm | null => (DEADLY.test(lemma) ? 'dead' : INJURIOUS.test(lemma) ? 'injured' : null)

/** What a verb says of its subject. */
export const harmOfSubject = (lemma: string): Harm | null => (DYING.test(lemma) ? 'dead' : null)

/** What a word beside those counted says of them: "12 dead", "30 wounded". */
export const harmOfState = (text: string): Harm | null =>
  /^(dead|killed|slain|murdered)$/.test(text) ? 'dead' : /^(injured|wounded|hurt|maimed)$/.test(text) ? 'injured' : null

/** What is counted: "12 deaths", "no injuries". Casualties are both. */
export const harmsOfNoun = (lemma: string): readonly Harm[] =>
  /^(death|fatality|dead)$/.test(lemma)
    ? ['dead']
    : /^(injury|wounded|injured)$/.test(lemma)
      ? ['injured']
      : lemma === 'casualty'
        ? ['dead', 'injured']
        : []

/** Whether the predicate is itself about the dead or wounded. */
export const isHarm = (lemma: string): boolean => harmOfObject(lemma) !== null || harmOfSubject(lemma) !== null
