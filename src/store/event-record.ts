import type { Event, Magnitude, Party } from '../document.ts'

/** An event with its fields in the order of the contract, so that its JSON is the same from the extraction and from the database. */
export const eventRecord = (event: Event): Event => {
  const { sentence, trigger, action, magnitude, date, place } = event
  return {
    id: event.id,
    document: event.document,
    sentence: { index: sentence.index, start: sentence.start, end: sentence.end },
    trigger: { start: trigger.start, end: trigger.end, text: trigger.text, lemma: trigger.lemma },
    action: {
      cameo: action.cameo,
      root: action.root,
      plover: action.plover,
      modes: action.modes,
      quad: action.quad,
      goldstein: action.goldstein,
      status: action.status,
      negated: action.negated,
    },
    contexts: event.contexts,
    magnitude: {
      ...(magnitude.dead && { dead: numberRecord(magnitude.dead) }),
      ...(magnitude.injured && { injured: numberRecord(magnitude.injured) }),
      ...(magnitude.size && { size: numberRecord(magnitude.size) }),
    },
    source: event.source.map(partyRecord),
    target: event.target.map(partyRecord),
    date: date && {
      value: date.value,
      start: date.start,
      end: date.end,
      precision: date.precision,
      basis: date.basis,
      span: date.span && { start: date.span.start, end: date.span.end },
    },
    place: place && {
      name: place.name,
      country: place.country,
      start: place.start,
      end: place.end,
      ...(place.latitude !== undefined && { latitude: place.latitude }),
      ...(place.longitude !== undefined && { longitude: place.longitude }),
    },
    confidence: event.confidence,
    rule: event.rule,
  }
}

const numberRecord = ({ min, max, start, end }: Magnitude): Magnitude => ({ min, max, start, end })

const partyRecord = ({ entity, role, code, name, start, end, text, basis }: Party): Party => ({
  entity,
  role,
  code,
  name,
  start,
  end,
  text,
  basis,
})
