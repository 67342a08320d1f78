import { fold } from '../lexicon/fold.ts'
import type { Draft } from './add-entry.ts'

type Texts = { readonly example?: readonly string[]; readonly counterexample?: readonly string[] }

export type ActionOptions = Texts & {
  readonly id?: string
  readonly cameo: string
  readonly verb?: readonly string[]
  readonly noun?: readonly string[]
  readonly adjective?: readonly string[]
  readonly when?: Conditions
  readonly except?: Conditions
  /** The entities of the example, or none for an empty side. */
  readonly source?: string
  readonly target?: string
  readonly sourceSlot?: string
  readonly targetSlot?: string
  readonly joint?: boolean
  readonly plover?: string
  readonly mode?: readonly string[]
  readonly context?: readonly string[]
}
type Conditions = Readonly<Record<string, readonly string[]>>

export type ActorOptions = Texts & {
  readonly id?: string
  readonly kind: string
  readonly name: string
  readonly also?: readonly string[]
  readonly demonym?: readonly string[]
  readonly capital?: readonly string[]
  readonly describedAs?: readonly string[]
  readonly entity?: string
  readonly home?: string
  readonly role?: string
  readonly code?: string
  readonly from?: string
  readonly to?: string
}

export type PersonOptions = Texts & {
  readonly id?: string
  readonly name: string
  readonly also?: readonly string[]
  readonly entity: string
  readonly office?: readonly Office[]
  readonly before?: string
  readonly after?: string
  readonly female?: boolean
}
export type Office = { readonly role: string; readonly title: string; readonly from?: string; readonly to?: string }

/** An action entry as the command line gives it; `fileOf` says in which file ours keep those of a root. */
export const draftAction = (options: ActionOptions, fileOf: (root: string) => string): Draft => {
  const { cameo, verb, noun, adjective, when = {}, except } = options
  const words = verb?.[0] ?? noun?.[0] ?? adjective?.[0] ?? 'act'
  const id = options.id ?? slug([words, ...Object.values(when).flatMap((list) => list.slice(0, 1))].join(' '))
  const entry = {
    id,
    cameo,
    verbs: verb,
    nouns: noun,
    adjectives: adjective,
    ...when,
    except,
    source: options.sourceSlot,
    target: options.targetSlot,
    joint: options.joint,
    plover: options.plover,
    modes: options.mode,
    contexts: options.context,
    examples: options.example?.map((text) => compact({ text, source: side(options.source), target: side(options.target) })),
    counterexamples: options.counterexample,
  }
  return { file: fileOf(cameo.slice(0, 2)), name: `actions/${id}`, entry: compact(entry) }
}

/** An actor entry. */
export const draftActor = (options: ActorOptions): Draft => {
  const { kind, name, also, demonym, capital, describedAs, entity, home, role, code, from, to } = options
  const id = options.id ?? slug(name).toUpperCase().replaceAll('-', '_')
  const entry = {
    id,
    kind,
    role,
    entity,
    home,
    name,
    names: also,
    demonyms: demonym,
    capitals: capital,
    descriptions: describedAs,
    code,
    from,
    to,
    examples: options.example,
    counterexamples: options.counterexample,
  }
  return { file: FILES[kind] ?? 'actors/actors.yaml', name: `actors/${id}`, entry: compact(entry) }
}

/** A person's entry. */
export const draftPerson = (options: PersonOptions): Draft => {
  const { name, also, entity, office, before, after, female } = options
  const id = options.id ?? slug(name)
  const entry = {
    id,
    kind: 'person',
    name,
    names: also,
    entity,
    offices: office,
    before,
    after,
    female,
    examples: options.example,
    counterexamples: options.counterexample,
  }
  return { file: 'actors/leaders.yaml', name: `actors/${id}`, entry: compact(entry) }
}

const FILES: Readonly<Record<string, string>> = {
  state: 'actors/states.yaml',
  region: 'actors/regions.yaml',
  igo: 'actors/organisations.yaml',
  alliance: 'actors/organisations.yaml',
  group: 'actors/groups.yaml',
  movement: 'actors/groups.yaml',
  party: 'actors/parties.yaml',
  community: 'actors/communities.yaml',
  ngo: 'actors/ngos.yaml',
  company: 'actors/companies.yaml',
  media: 'actors/media.yaml',
  body: 'actors/agencies.yaml',
}

const slug = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => fold(word).toLowerCase())
    .join('-')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '')

const side = (entities: string | undefined): string | readonly string[] | null | undefined => {
  if (entities === undefined) return undefined
  const list = entities.split(',').map((entity) => entity.trim())
  return entities === 'none' ? null : list.length === 1 ? list[0] : list
}

const compact = (entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
