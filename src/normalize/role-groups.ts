// CAMEO's roles (docs/codebook.md) by what those who have them do towards a state. None has no role.

/** Those who fight a state. */
export const isArmed = (role: string | null): boolean => ARMED.test(role ?? '')

/** Those who face their own government: they are no part of it. */
export const facesGovernment = (role: string | null): boolean => FACING.test(role ?? '')

/** Those who hold an office of their state: it acts in them. */
export const holdsOffice = (role: string | null): boolean => OFFICES.test(role ?? '')

/** Those whom their state sends or arms: its forces, police and spies. */
export const isStateForce = (role: string | null): boolean => FORCES.test(role ?? '')

/** People who hold no office and bear no arms: their state may be told of for them alone, wherever they are. */
export const isPrivate = (role: string | null): boolean => PRIVATE.test(role ?? '')

const PRIVATE = /^(CVL|LAB|REL|MED|BUS|EDU|HLH|AGR|NGO|HRI|ENV)$/
const ARMED = /^(REB|INS|SEP|UAF)$/
const FACING = /^(OPP|REB|INS|SEP|UAF|CVL|REF|NGO|HRI|LAB|EDU|LEG|ELI)$/
const OFFICES = /^(GOV|MIL|COP|JUD|LEG|SPY|DIP)$/
const FORCES = /^(MIL|COP|SPY)$/
