/** Prepositions that say where. */
const WHERE = new Set(
  'in at near outside inside on off around across over along throughout within above beside through between beyond behind amid opposite under past round upon close next north south east west'.split(
    ' ',
  ),
)
export const isWhere = (preposition: string): boolean => WHERE.has(preposition.split(' ')[0] ?? '')

/** Directions and distances, which need no preposition: "north of Quetta", "40 kilometres from Bamenda". */
export const isBearing = (noun: string): boolean =>
  /^((north|south)(-?(east|west))?|east|west|kilomet(re|er)s?|miles?|km|met(re|er)s?|hours?|minutes?|outside|inside|halfway)$/.test(noun)

/** Prepositions that say where something comes from or goes. */
export const isWhither = (preposition: string): boolean => /^(to|into|onto|toward|towards|up to|out of|from)\b/.test(preposition)
