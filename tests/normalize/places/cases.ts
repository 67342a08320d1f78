import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { lexicon } from '../../../src/lexicon/english.ts'
import { resolvePlace } from '../../../src/normalize/places/resolve-place.ts'
import { surveyArticle } from '../../../src/normalize/places/survey-article.ts'
import { readCase } from '../read-case.ts'

export type PlaceCase = { readonly group: string; readonly text: string; readonly trigger?: string; readonly place: string | null }

const FILE = new URL('../../../fixtures/places/places.yaml', import.meta.url)

export const placeCases = (): readonly PlaceCase[] =>
  Object.entries(parse(readFileSync(FILE, 'utf8')) as Record<string, readonly Omit<PlaceCase, 'group'>[]>).flatMap(([group, cases]) =>
    cases.map((one) => ({ group, ...one })),
  )

/** The place of the marked act as "name country", or null; an act that the grammar doesn't find has none. */
export const placeOf = ({ text: marked, trigger }: PlaceCase): string | null => {
  const read = readCase(marked, trigger ?? null)
  const place = resolvePlace(
    { ...read, lexicon, survey: () => surveyArticle(read.text, lexicon), whereabouts: null, time: { timexes: [] } },
    { ...read, clause: read.candidate.clause },
  )
  return place === null ? null : `${place.name} ${place.country ?? '-'}`
}
