import type { Span, TimexMod } from '../../document.ts'

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

/** TIMEX3's times of day: morning, daytime, afternoon, evening, night. */
export type DayPart = 'MO' | 'DT' | 'AF' | 'EV' | 'NI'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type Holiday =
  | { readonly month: number; readonly day: number }
  | 'easter'
  | 'easter-monday'
  | 'good-friday'
  | 'thanksgiving'
  | 'labor-day'
  | 'memorial-day'

/**
 * What the words themselves say of the calendar. Years are astronomical (1 BC is 0, 44 BC is -43); `decade` is the year divided by ten, `century` by a
 * hundred (196, 19), BC ones negative and counted as they are said (the 470s BC is -47, the fourth century BC -4).
 */
export type Fields = {
  readonly century?: number
  readonly decade?: number
  readonly year?: number
  readonly fiscal?: boolean
  readonly half?: number
  readonly quarter?: number
  readonly season?: Season
  readonly month?: number
  readonly week?: number
  readonly weekend?: boolean
  readonly day?: number
  readonly weekday?: number
  readonly holiday?: Holiday
  readonly part?: DayPart
  /** Any night at all: "night raids", "at night". */
  readonly anyDay?: true
  /** `14:30`, with a zone as it is written in TIMEX3 (`Z`, `+02:00`) where the text gives an offset. */
  readonly time?: string
  /** A year 0, which no calendar has. */
  readonly yearZero?: true
  /** The year was written with two figures or none of an era ("1954-57", "499-493 BC"). */
  readonly short?: boolean
}

/** What a step starts from: the moment of writing, the moment that the story has reached, or whichever the telling prefers. */
export type From = 'speech' | 'story' | 'either'

/** So many units before or after: `amount` is null where the words leave it open ("a few days later"), and `way` says the direction. */
export type Step = {
  readonly from: From
  readonly unit: Unit
  readonly amount: number | null
  readonly way: -1 | 0 | 1
  /** "At the time": whatever the story's last date is, fine or coarse. */
  readonly asTold?: true
  /** The quarter that is reported on: the last one named, else the last one that has ended; `orYear` a year where none is named. */
  readonly reported?: 'quarter' | 'or-year'
}

export type Meaning =
  /** Calendar fields; `within` steps to the period that holds them ("of that year"), `pick` chooses one by name ("last Friday", "the following May"). */
  | {
      readonly kind: 'calendar'
      readonly fields: Fields
      readonly within: Step | null
      /** `weeks` more in the way of a weekday: "two Sundays ago". */
      readonly pick: { readonly from: From; readonly way: -1 | 0 | 1; readonly weeks?: number } | null
    }
  /** A period by its distance: "yesterday", "two weeks later", "that month". */
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'duration'; readonly amount: number | null; readonly unit: Unit }
  /** A set says its value itself: XXXX-WXX-1, P1D; `freq` is TIMEX3's ("twice a week" is 2X). */
  | { readonly kind: 'set'; readonly value: string; readonly quant?: 'EVERY'; readonly freq?: string }
  /** `MA65` is 65 million years ago, as TIDES writes it. */
  | { readonly kind: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' | `${string}A${number}` }
  /** A time that only the story's course could date: "that period", "at the same time". */
  | { readonly kind: 'open' }

/** An expression before it is reckoned; offsets are those of the text that the rule was given. */
export type Found = Span & {
  readonly meaning: Meaning
  readonly mod: TimexMod | null
  readonly rule: string
}

/** What the whole article shows of how it writes dates. */
export type Traits = {
  readonly dayFirst: boolean
  /** Four figures that open a line are hours and minutes. */
  readonly byClock: boolean
  /** It counts years before Christ, and a bare "256" is one. */
  readonly beforeChrist: boolean
}

/** `hint` is a cheap look, without flags g or y: where it finds nothing the parser won't either, and is left out. */
export type Parser = {
  readonly name: string
  readonly hint?: RegExp
  readonly find: (text: string, traits: Traits) => readonly Found[]
}
export type Refiner = { readonly name: string; readonly refine: (text: string, found: readonly Found[]) => readonly Found[] }

/** A calendar meaning of its own fields, with nothing to step to. */
export const calendar = (fields: Fields): Meaning => ({ kind: 'calendar', fields, within: null, pick: null })
