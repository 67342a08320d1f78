import { type Fit, fitting } from '../fit.ts'
import { bothAsked, bothDone, called, goalOfMotion, leftSo, march, particle, setFree } from './of-complements.ts'
import {
  afterModal,
  aimOfVerb,
  aimOfVerbless,
  behindTry,
  crowdWeapon,
  gerund,
  infinitive,
  laying,
  markOfGerund,
  ofAccused,
  passiveOfCopula,
  perfect,
  phraseOfVerb,
  subjectOfActive,
  subjectOfCopula,
  verbOfAim,
} from './of-verbs.ts'
import type { Relabel } from './relabel.ts'

/** The first that finds something wrong with a word has it. */
const RELABELS: readonly Fit<Relabel>[] = [
  { mend: infinitive, upos: /^VERB$/, relation: /^obl$/ },
  { mend: goalOfMotion, upos: /^ADP$/, relation: /^mark$/ },
  { mend: setFree, relation: /^amod$/ },
  { mend: bothDone, upos: /^CCONJ$/, relation: /^(obj|nsubj|obl)/ },
  { mend: bothAsked, relation: /^advmod$/ },
  { mend: crowdWeapon, upos: /^VERB$/ },
  { mend: leftSo, relation: /^(amod|acl|advmod)$/ },
  { mend: behindTry, relation: /^conj$/ },
  { mend: march, upos: /^PROPN$/ },
  { mend: particle, relation: /^(compound|amod|advmod)$/ },
  { mend: ofAccused, upos: /^VERB$/, relation: /^acl$/ },
  { mend: gerund, upos: /^(VERB|ADJ|NOUN)$/, relation: /^(obl|advcl)$/ },
  { mend: markOfGerund, upos: /^(ADP|SCONJ)$/ },
  { mend: called, upos: /^PROPN$/, relation: /^xcomp$/ },
  { mend: laying },
  { mend: phraseOfVerb, relation: /^nmod$/ },
  { mend: passiveOfCopula, relation: /^cop$/ },
  { mend: subjectOfCopula, relation: /^nsubj$/ },
  { mend: subjectOfActive, relation: /^nsubj:pass$/ },
  { mend: perfect, relation: /^aux:pass$/ },
  { mend: afterModal, upos: /^(ADV|ADP|ADJ)$/ },
  { mend: aimOfVerb, upos: /^VERB$/, relation: /^acl$/ },
  { mend: verbOfAim, upos: /^NOUN$/ },
  { mend: aimOfVerbless, relation: /^acl$/ },
]

export const relabelsFor = fitting(RELABELS)
