import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

const PARAGRAPHS = [
  'LONDON, May 15 (Reuters) - Britain expelled a Russian diplomat on Thursday.',
  'Agents of Russia poisoned a defector in Salisbury in 2018. Britain threw out 23 diplomats.',
  'Police in Norway detained a guard of the embassy of Ghana.',
]

const dayOf = (text: string, trigger: string): string | undefined =>
  extract({ id: 'title', text, published: '2025-05-15' }).events.find((e) => e.trigger.text === trigger)?.date?.value

test('a title above the text opens no section in which the days of the background go on', () => {
  const titled = ['Britain expels Russian diplomat', ...PARAGRAPHS].join('\n\n')
  expect(dayOf(titled, 'detained')).toBe('2025-05-15')
  expect(dayOf(PARAGRAPHS.join('\n\n'), 'detained')).toBe('2025-05-15')
})

test('under a heading within the text they do', () => {
  const [lead, background, last] = PARAGRAPHS
  expect(dayOf(['Britain expels Russian diplomat', lead, 'How it began', background, last].join('\n\n'), 'detained')).not.toBe('2025-05-15')
})
