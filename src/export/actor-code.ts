import type { Party } from '../document.ts'

const ROLES: Readonly<Record<string, string>> = {
  AGR: 'Agriculture',
  BUS: 'Business',
  COP: 'Police',
  CRM: 'Criminals',
  CVL: 'Civilians',
  DEV: 'Development',
  DIP: 'Diplomats',
  EDU: 'Education',
  ELI: 'Elites',
  ENV: 'Environment',
  GOV: 'Government',
  HLH: 'Health',
  HRI: 'Human Rights',
  IGO: 'International Government Organization',
  IMG: 'International Militarized Group',
  INS: 'Insurgents',
  INT: 'International',
  JUD: 'Judicial',
  LAB: 'Labor',
  LEG: 'Legislative',
  MED: 'Media',
  MIL: 'Military',
  MNC: 'Multinational Corporation',
  MOD: 'Moderates',
  NGM: 'Nongovernmental Movement',
  NGO: 'Nongovernmental Organization',
  OPP: 'Opposition',
  PTY: 'Parties',
  RAD: 'Radicals',
  REB: 'Rebels',
  REF: 'Refugees',
  REL: 'Religion',
  SEP: 'Separatists',
  SET: 'Settlers',
  SPY: 'Intelligence',
  UAF: 'Unaffiliated Armed Forces',
  UIS: 'Unidentified State Actors',
}

/** The name of a CAMEO role. */
export const nameOfRole = (role: string): string => ROLES[role] ?? role

/** A CAMEO actor code taken apart: its country, its roles in order, and what names a group. */
export type ActorCode = { readonly country: string | null; readonly roles: readonly string[]; readonly group: string | null }

/** Takes an actor's code apart: `LBNREBHEZ` is Lebanon, rebels, HEZ; `IGOWSTNAT` no country, IGO, WSTNAT. */
export const actorCode = ({ code, role }: Pick<Party, 'code' | 'role'>): ActorCode => {
  const pieces = code?.match(/.{1,3}/g) ?? []
  const country = pieces[0] !== undefined && ROLES[pieces[0]] === undefined ? pieces[0] : null
  const rest = country === null ? pieces : pieces.slice(1)
  const roles = rest.filter((piece) => ROLES[piece] !== undefined)
  const group = rest.filter((piece) => ROLES[piece] === undefined).join('')
  return { country, roles: roles.length > 0 || role === null ? roles : [role], group: group === '' ? null : group }
}
