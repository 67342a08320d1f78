import type { Lexicon } from '../../lexicon/index-lexicon.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const PEOPLE = set(
  'people person man woman child boy girl baby infant teenager adult adolescent pensioner villager resident inhabitant citizen civilian victim survivor passenger pedestrian worshipper worshiper pilgrim shopper passer-by passerby bystander onlooker hostage captive detainee prisoner inmate suspect defendant accused protester protestor demonstrator marcher rioter striker picket looter attendee participant supporter activist dissident opponent member worker employee staff miner farmer fisherman driver teacher pupil student schoolchild schoolgirl schoolboy doctor nurse medic rescuer aid-worker journalist reporter photographer cameraman editor blogger lawyer judge lawmaker legislator deputy mp senator politician official minister delegate diplomat ambassador envoy expert adviser advisor observer monitor inspector soldier troop serviceman servicewoman personnel recruit conscript reservist marine sailor airman pilot paratrooper commando officer policeman policewoman guard gendarme agent spy fighter militant insurgent rebel guerrilla gunman attacker assailant bomber militiaman combatant mercenary terrorist extremist jihadist separatist bandit gangster criminal peacekeeper migrant refugee asylum-seeker evacuee settler immigrant deportee exile tourist foreigner national local monk priest nun cleric imam bishop christian muslim jew hindu sunni shiite kurd family relative father mother son daughter brother sister husband wife body corpse life soul crew crewman volunteer veteran reinforcement force leader commander',
)
const GROUPS = set('family crowd group team total contingent force convoy crew gang band mob unit squad party delegation number column')

/** Whether the noun (a lemma in small letters) is one for people. */
export const isPeople = (noun: string, lexicon: Lexicon): boolean =>
  PEOPLE.has(noun) ||
  (lexicon.roles.get(noun)?.some(({ role }) => role?.kind !== 'body' && role?.id !== THINGS) ?? false) ||
  /(men|women|sman|goer|seeker)$/.test(noun)

/** Whether one of them is many people: "an offshoot community". */
export const isMany = (noun: string): boolean =>
  isGroup(noun) ||
  /^(community|public|population|minority|majority|opposition|diaspora|tribe|clan|nation|people|electorate|youth|personnel|staff)$/.test(
    noun,
  )

/** The role of ships and drones, which act but are no people. */
export const THINGS = 'military-hardware'

/** Whether people are counted by it: "a crowd of 5,000", "a family of five". */
export const isGroup = (noun: string): boolean => GROUPS.has(noun)
