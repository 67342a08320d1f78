import { readFileSync } from 'node:fs'
import type { Token } from '../../../src/document.ts'
import { loadSyntaxModel, type SyntaxModel } from '../../../src/syntax/network/model.ts'
import { plainEngine } from '../../../src/syntax/network/plain-engine.ts'

export const englishBytes = (): Uint8Array => readFileSync(new URL('../../../model/english.bin', import.meta.url))

export const loadEnglish = (): SyntaxModel => loadSyntaxModel(englishBytes())

/** The same model run by the twin of the kernel. */
export const inPlainTypeScript = (model: SyntaxModel): SyntaxModel => ({ ...model, engine: plainEngine(model.weights), forms: new Map() })

/** Words parted by single spaces as tokens. */
export const tokensOf = (text: string): readonly Token[] => {
  let start = 0
  return text.split(' ').map((word) => {
    const token = { start, end: start + word.length, text: word }
    start += word.length + 1
    return token
  })
}

export const SENTENCES = [
  'Russian troops crossed the border on Monday , the ministry said .',
  'The agreement was signed by the two foreign ministers in Geneva .',
  'KYIV , Ukraine -',
  'Protesters clash with police',
  'UKRAINE SAYS IT HAS RETAKEN VILLAGES',
  'He did n’t say whether the U.S. would send $ 5 bn in aid — or when …',
  'Having met the envoy who had been expelled , she urged both sides to stop fighting and to return to the talks .',
  'Zxqvv Hrrmpf ‐ 10,000 😀 naïve Ćirković 北京',
  'No',
  '.',
]
