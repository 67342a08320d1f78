import type { Party } from '../document.ts'
import { actorCode } from './actor-code.ts'
import { dyadsOf } from './dyads.ts'
import type { Writer } from './exported.ts'
import { xml } from './xml.ts'

type Node = { readonly id: string; readonly label: string; readonly country: string | null; readonly role: string | null; degree: number }
type Edge = {
  readonly source: string
  readonly target: string
  readonly root: string
  readonly quad: number
  count: number
  goldstein: number
  first: string | null
  last: string | null
}

const KEYS: readonly (readonly [id: string, on: 'node' | 'edge', type: string])[] = [
  ['label', 'node', 'string'],
  ['country', 'node', 'string'],
  ['role', 'node', 'string'],
  ['events', 'node', 'int'],
  ['weight', 'edge', 'double'],
  ['root', 'edge', 'string'],
  ['act', 'edge', 'string'],
  ['quad', 'edge', 'int'],
  ['goldstein', 'edge', 'double'],
  ['first', 'edge', 'string'],
  ['last', 'edge', 'string'],
]

/** An actor by its code; one that the lexicon doesn't know by its words. */
const idOf = ({ code, entity, text }: Party): string => code ?? entity ?? `"${text.toLowerCase()}"`

const data = (key: string, value: string | number | null): string =>
  value === null ? '' : `<data key="${key}">${typeof value === 'number' ? value : xml(value)}</data>`

/** The network of actors: a node an actor, an edge for each source, target and CAMEO root, with the number of its events as weight (graphml.graphdrawing.org). */
export const writeGraphml: Writer = function* (events, about) {
  const nodes = new Map<string, Node>()
  const edges = new Map<string, Edge>()
  const node = (party: Party): Node => {
    const id = idOf(party)
    const known = nodes.get(id)
    if (known) return known
    const { country, roles } = actorCode(party)
    // A code stands for many people and bodies: it is called by its country or organisation.
    const name = (party.entity === null ? null : about.nameOfEntity(party.entity)) ?? party.name ?? party.text
    const made = {
      id,
      label: party.code === null || party.code === party.entity ? name : `${name} (${party.code})`,
      country,
      role: roles[0] ?? null,
      degree: 0,
    }
    nodes.set(id, made)
    return made
  }
  for (const exported of events)
    for (const { source, target, event } of dyadsOf(exported, { unsaid: false })) {
      if (source === null || target === null) continue
      const { root, quad, goldstein } = event.action
      const [from, to] = [node(source), node(target)]
      const key = JSON.stringify([from.id, to.id, root])
      const edge = edges.get(key) ?? { source: from.id, target: to.id, root, quad, count: 0, goldstein: 0, first: null, last: null }
      edges.set(key, edge)
      from.degree++
      to.degree++
      edge.count++
      edge.goldstein += goldstein
      if (event.date && (edge.first === null || event.date.start < edge.first)) edge.first = event.date.start
      if (event.date && (edge.last === null || event.date.end > edge.last)) edge.last = event.date.end
    }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  for (const [id, on, type] of KEYS) yield `  <key id="${id}" for="${on}" attr.name="${id}" attr.type="${type}"/>\n`
  yield '  <graph id="actors" edgedefault="directed">\n'
  for (const { id, label, country, role, degree } of inOrder(nodes))
    yield `    <node id="${xml(id)}">${data('label', label)}${data('country', country)}${data('role', role)}${data('events', degree)}</node>\n`
  for (const [i, { source, target, root, quad, count, goldstein, first, last }] of [...inOrder(edges)].entries())
    yield `    <edge id="e${i}" source="${xml(source)}" target="${xml(target)}">${data('weight', count)}${data('root', root)}${data('act', about.nameOf(root))}${data('quad', quad)}${data('goldstein', Math.round((goldstein / count) * 100) / 100)}${data('first', first)}${data('last', last)}</edge>\n`
  yield '  </graph>\n</graphml>\n'
}

const inOrder = <T>(map: ReadonlyMap<string, T>): readonly T[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
