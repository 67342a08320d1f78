import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

const sourceOf = (text: string, trigger: string): string =>
  extract({ id: 'x', text, published: '2024-05-14' })
    .events.find((e) => e.trigger.text === trigger)
    ?.source.map((p) => p.entity ?? '?')
    .join('+') ?? 'none'

test.each([
  ['Armenia and Azerbaijan clashed on Thursday. Putin telephoned Macron. Both sides shelled towns.', 'shelled', 'ARM+AZE'],
  ['Armenia and Azerbaijan clashed on Thursday. Putin telephoned Macron. The two sides agreed to a tax treaty.', 'agreed to', 'RUS+FRA'],
  ['India and Pakistan clashed on Tuesday. China praised Nepal. The nuclear-armed neighbours agreed to a truce.', 'agreed to', 'IND+PAK'],
])('who fights is who was told to fight: %s', (text, trigger, expected) => expect(sourceOf(text, trigger)).toBe(expected))
