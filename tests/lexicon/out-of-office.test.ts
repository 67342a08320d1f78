import { describe, expect, test } from 'vitest'
import { readPhrase } from './read-phrase.ts'

/** The role of the first mention that has one. */
const CASES: readonly (readonly [text: string, entity: string | null, role: string])[] = [
  ['The former Peruvian president left prison.', 'PER', 'ELI'],
  ['Peru’s ousted interior minister fled.', 'PER', 'ELI'],
  ['The deposed Tunisian prime minister spoke.', 'TUN', 'ELI'],
  ['The retired Pakistani general spoke.', 'PAK', 'ELI'],
  ['The former president of Chad died.', 'TCD', 'ELI'],
  ['The onetime Kenyan finance minister resigned.', 'KEN', 'ELI'],
  // In office, or of people that hold none.
  ['The Peruvian president left Lima.', 'PER', 'GOV'],
  ['The new Peruvian president left Lima.', 'PER', 'GOV'],
  ['Former Soviet troops attacked.', 'SUN', 'MIL'],
  ['In former times the Malian president travelled.', 'MLI', 'GOV'],
]

describe('who held an office is of the elite', () => {
  test.each(CASES)('%s', (text, entity, role) => {
    const mention = readPhrase(text).mentions.find((m) => m.role !== null)
    expect([mention?.entity, mention?.role]).toEqual([entity, role])
  })
})
