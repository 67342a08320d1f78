import type { Article, Telling } from '../document.ts'
import { checkFindings, type Findings } from './check-extraction.ts'
import { digestOf } from './digest.ts'
import { type FindingRows, findingRows } from './finding-rows.ts'
import { textBands } from './text-bands.ts'

/** Findings that were checked, as rows, with the hash of what is kept of them and the bands of the text: ready to be written. */
export type Prepared = {
  readonly article: Article
  readonly telling: Telling
  readonly rows: FindingRows
  readonly digest: string
  readonly bands: readonly number[]
}

/** Checks findings and reckons what is stored of them, so that the one writer only writes. Throws `StoreError` where they break the contract. */
export const prepareFindings = (findings: Findings): Prepared => {
  checkFindings(findings)
  const { article, telling } = findings.document
  return { article, telling, rows: findingRows(findings), digest: digestOf(findings), bands: textBands(article.text) }
}
