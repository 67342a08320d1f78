const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Nouns through which a name tells where something is: "the city of", "the border with", "north of", "Kabul airport", "Helmand province". */
const LOCAL = set(
  'air nuclear power refugee military naval city town village hamlet settlement province region state district area suburb outskirts border frontier north south east west northeast northwest southeast southwest north-east north-west south-east south-west capital centre center downtown heart coast port harbor harbour part parts street streets neighborhood neighbourhood quarter island islands peninsula side edge gate gates vicinity hill hills mountain mountains valley camp airport airfield airbase base oblast governorate prefecture county municipality territory enclave exclave zone strip corridor plant dam bridge river sea strait gulf bay canal lake crossing checkpoint square palace prison jail hospital university mosque cathedral church temple market mall stadium station road highway cemetery embassy headquarters barracks stronghold hub resort commune kilometres kilometers miles km metres meters hours minutes waters shore shores slum township locality department community basilica monastery convent shrine synagogue villa compound runway tarmac pier hotel mine factory refinery depot warehouse garrison outpost courthouse reef shoal atoll desert forest jungle countryside periphery suburbs districts provinces regions cities towns villages areas',
)

const TOWNS = set('city town village hamlet settlement township')
const REGIONS = set('province region oblast governorate prefecture county department state territory peninsula')
/** What kind of place a noun beside a name makes of it. */
export const kindOfPlace = (noun = ''): 'town' | 'region' | null => {
  const low = noun.toLowerCase()
  return TOWNS.has(low) ? 'town' : REGIONS.has(low) ? 'region' : null
}

/** Whether the noun (in small letters) tells a kind of place or building. */
export const isLocal = (noun: string): boolean => LOCAL.has(noun)

/** Those who act where they are: "Nairobi police", "residents of Kharkiv", "a court in Minsk". */
const PEOPLE_THERE = set(
  'police court courts prosecutor prosecutors residents resident inhabitants civilians protesters protests rally hospital mayor crowd students airport shop market mosque school church hotel',
)
export const isOfTheirTown = (noun: string): boolean => PEOPLE_THERE.has(noun)

/** Where people come together: who speaks or acts at one is where it is held. */
const GATHERINGS = set(
  'summit meeting conference talk negotiation ceremony rally session gathering forum congress funeral briefing reception dinner parade commemoration inauguration convention assembly seminar celebration protest demonstration hearing trial',
)
export const isGathering = (noun: string): boolean => GATHERINGS.has(noun)

/** Prepositions that say where. */
const WHERE = set(
  'in at near outside inside on off around across over along throughout within above beside through between beyond behind amid opposite under past round upon close next north south east west',
)
export const isWhere = (preposition: string): boolean => WHERE.has(preposition.split(' ')[0] ?? '')

/** Directions and distances, which need no preposition: "north of Quetta", "40 kilometres from Bamenda". */
export const isBearing = (noun: string): boolean =>
  /^((north|south)(-?(east|west))?|east|west|kilomet(re|er)s?|miles?|km|met(re|er)s?|hours?|minutes?|outside|inside|halfway)$/.test(noun)

/** Prepositions that say whence or whither. */
export const isWhither = (preposition: string): boolean => /^(to|into|onto|toward|towards|up to|out of|from)\b/.test(preposition)

/** Nouns that are in a state only as a manner of speaking: "confidence in Iran". */
export const isFigure = (noun: string): boolean =>
  /^(confidence|interest|trust|faith|stake|investment|belief|role|involvement|ambassador|envoy|representative|adviser|correspondent|partner|ally|policy|hand)$/.test(
    noun,
  )
