/** Whether a verb, by its lemma, is one of saying: what is told by it stands beside what happened. */
export const isSpeech = (lemma: string): boolean => SPEECH.has(lemma.toLowerCase())

const SPEECH = new Set(
  'acknowledge admit allege apologise apologize caution encourage reaffirm reiterate remind reply retort say tell add warn state declare announce note write comment explain urge call ask insist stress argue describe quote report claim accuse appeal assure blame charge condemn congratulate criticise criticize decline demand denounce deny dismiss express hail offer pledge praise promise propose protest reject refuse summon thank threaten vow welcome'.split(
    ' ',
  ),
)
