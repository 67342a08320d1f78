import { checkFindings, type Findings } from './check-extraction.ts'
import { digestOf } from './digest.ts'
import { textBands } from './text-bands.ts'

/** Findings that were checked, with the hash of what is kept of them and the bands of the text: ready to be written. */
export type Prepared = Findings & { readonly digest: string; readonly bands: readonly number[] }

/** Checks findings and reckons what is stored beside them, so that the one writer only writes. Throws `StoreError` where they break the contract. */
export const prepareFindings = (findings: Findings): Prepared => {
  if ('digest' in findings && 'bands' in findings) return findings as Prepared
  checkFindings(findings)
  const { document, events, rejections } = findings
  return { document, events, rejections, digest: digestOf(findings), bands: textBands(document.article.text) }
}
