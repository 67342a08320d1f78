import type { EventDate, Party, Span } from '../document.ts'
import { actorCode } from './actor-code.ts'
import type { About, Exported, Writer } from './exported.ts'

const CONTEXT = {
  '@vocab': 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  annalist: 'urn:annalist:term:',
}

const urn = (kind: string, id: string): string => `urn:annalist:${kind}:${encodeURIComponent(id)}`

/** `2022-02-24`; a year before Christ as ISO 8601 has it. */
const days = ({ start, end }: EventDate) => ({ startDate: start, endDate: end })

const actor = (party: Party) => {
  const { country } = actorCode(party)
  return {
    '@type': country !== null && party.role === null ? 'Country' : party.basis === 'person' ? 'Person' : 'Organization',
    ...(party.code !== null && { '@id': urn('actor', party.code) }),
    name: party.name ?? party.text,
    ...(party.entity !== null && { identifier: party.entity }),
    ...(party.role !== null && { 'annalist:role': party.role }),
    'annalist:basis': party.basis,
  }
}

const quote = (field: string, { start, end }: Span, text: string) => ({
  '@type': 'oa:SpecificResource',
  'annalist:field': field,
  'oa:hasSelector': [
    { '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end },
    { '@type': 'oa:TextQuoteSelector', 'oa:exact': text },
  ],
})

const names = (parties: readonly Party[]): string => parties.map((p) => p.name ?? p.text).join(', ') || '—'

const node = ({ event, article, words }: Exported, about: About): unknown => {
  const { action, date, place, source, target, trigger, sentence } = event
  const origin = article.url ?? urn('article', article.id)
  return {
    '@id': urn('event', event.id),
    '@type': ['Event', 'prov:Entity'],
    name: `${names(source)} → ${names(target)}: ${about.nameOf(action.cameo)}`,
    description: words.trim(),
    ...(date && days(date)),
    ...(action.status === 'future' && { eventStatus: 'https://schema.org/EventScheduled' }),
    additionalType: [urn('cameo', action.cameo), ...(action.plover === null ? [] : [urn('plover', action.plover)])],
    actor: source.map(actor),
    about: target.map(actor),
    ...(place && {
      location: {
        '@type': 'Place',
        name: place.name,
        ...(place.country !== null && { address: { '@type': 'PostalAddress', addressCountry: place.country } }),
        ...(place.latitude !== undefined && { geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude } }),
      },
    }),
    ...(about.licence !== null && { license: about.licence }),
    'annalist:quad': action.quad,
    'annalist:goldstein': action.goldstein,
    'annalist:status': action.status,
    'annalist:negated': action.negated,
    'annalist:confidence': event.confidence,
    'annalist:rule': event.rule,
    subjectOf: {
      '@id': origin,
      '@type': ['NewsArticle', 'prov:Entity'],
      identifier: article.id,
      ...(article.title !== null && { headline: article.title }),
      ...(article.published !== null && { datePublished: article.published }),
    },
    'prov:wasDerivedFrom': { '@id': origin },
    'prov:wasGeneratedBy': { '@id': urn('run', article.run) },
    'annalist:evidence': [
      quote('sentence', sentence, words),
      quote('trigger', trigger, trigger.text),
      ...source.map((p) => quote('source', p, p.text)),
      ...target.map((p) => quote('target', p, p.text)),
    ],
  }
}

const activity = ({ id, version, lexicon, model }: About['runs'][number]): unknown => ({
  '@id': urn('run', id),
  '@type': 'prov:Activity',
  'prov:wasAssociatedWith': { '@type': ['SoftwareApplication', 'prov:SoftwareAgent'], name: 'Annalist', softwareVersion: version },
  'annalist:lexicon': lexicon,
  'annalist:model': model,
})

/** Events as schema.org has them, each with the article that it is from, the words that it rests on (Web Annotation) and the run that made it (PROV-O). */
export const writeJsonld: Writer = function* (events, about) {
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[\n${about.runs.map((run) => JSON.stringify(activity(run))).join(',\n')}`
  let first = about.runs.length === 0
  for (const exported of events) {
    yield `${first ? '' : ',\n'}${JSON.stringify(node(exported, about))}`
    first = false
  }
  yield '\n]}\n'
}
