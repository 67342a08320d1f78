import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPublished } from '../../src/read/check-published.ts'
import { decodeLoosely } from '../../src/read/decode-loosely.ts'
import { firstBadByte } from '../../src/read/decode-text.ts'
import { looseDate } from '../../src/read/loose-date.ts'
import { splitLines } from '../../src/read/split-lines.ts'

describe('firstBadByte', () => {
  test('agrees with the platform on what is UTF-8', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 12 }),
          fc.string({ unit: 'binary', maxLength: 6 }).map((s) => new TextEncoder().encode(s)),
        ),
        (bytes) => {
          const at = firstBadByte(bytes)
          const decode = (part: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(part)
          if (at === bytes.length) decode(bytes)
          else expect(() => decode(bytes)).toThrow()
          decode(bytes.subarray(0, at))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('decodeLoosely', () => {
  const latin = 'text/html; charset=iso-8859-1'
  test.each<[string, Buffer, string, string]>([
    ['by its server', Buffer.from('Café', 'latin1'), latin, 'Café'],
    ['by itself', Buffer.from('<meta charset="windows-1252">Café', 'latin1'), '', '<meta charset="windows-1252">Café'],
    ['not at all', Buffer.from('Café'), '', 'Café'],
    ['wrongly by its server: it is UTF-8', Buffer.from('Café'), latin, 'Café'],
    ['wrongly by itself: it is UTF-8', Buffer.from('<meta charset="iso-8859-15">Café'), '', '<meta charset="iso-8859-15">Café'],
    ['wrongly: it is no UTF-8', Buffer.from('Le café est fermé', 'latin1'), 'text/html; charset=utf-8', 'Le café est fermé'],
    [
      'rightly, but for a character',
      Buffer.concat([Buffer.from('Übergriffe in Kärnten, „schärfer“ '), Buffer.from([0x93, 0xff]), Buffer.from(' geahndet')]),
      '',
      'Übergriffe in Kärnten, „schärfer“ \ufffd\ufffd geahndet',
    ],
    ['as Latin-1, and is what Windows makes of it', Buffer.from('\x93Caf\xe9\x94 \x96 it\x92s\x85', 'latin1'), latin, '“Café” – it’s…'],
    ['not at all, and is what Windows writes', Buffer.from('\x93Le caf\xe9 est ferm\xe9\x94', 'latin1'), '', '“Le café est fermé”'],
    ['by a name that nobody knows', Buffer.from('Café'), 'text/html; charset=bogus', 'Café'],
  ])('a page whose character set is told %s', async (_, bytes, type, text) => expect(await decodeLoosely(bytes, type)).toBe(text))
})

describe('looseDate', () => {
  test.each<[string, string | null]>([
    ['Wed, 05 Apr 2023 10:30:00 +0200 (CEST)', '2023-04-05T10:30:00+02:00'],
    ['5 Apr 2023', '2023-04-05'],
    ['5 April 2023 10:30', '2023-04-05T10:30:00'],
    ['Wednesday, 5th April 2023', '2023-04-05'],
    ['Wed, 5 Apr 95 10:30 EST', '1995-04-05T10:30:00-05:00'],
    ['Wed, 5 Apr 23 10:30:00 GMT', '2023-04-05T10:30:00Z'],
    ['05-Apr-2023', '2023-04-05'],
    ['Wed, 5 Apr 2023 10:30:00 GMT+02:00', '2023-04-05T10:30:00+02:00'],
    ['Wed, 5 Apr 2023 10:30:00 CEST', '2023-04-05T10:30:00'],
    ['April 5, 2023', '2023-04-05'],
    ['Wednesday, April 5, 2023', '2023-04-05'],
    ['Apr. 5, 2023 at 10:30 p.m. EDT', '2023-04-05T22:30:00-04:00'],
    ['April 5, 2023 12:05 AM', '2023-04-05T00:05:00'],
    ['Wed Apr  5 10:30:00 2023', '2023-04-05T10:30:00'],
    ['Wed Apr 05 10:30:00 +0000 2023', '2023-04-05T10:30:00+00:00'],
    ['2023-04-05 10:30:00 UTC', '2023-04-05T10:30:00Z'],
    ['2023/4/5', '2023-04-05'],
    ['2023/04/05 10:30:00', '2023-04-05T10:30:00'],
    ['20230405T103000Z', '2023-04-05T10:30:00Z'],
    ['20230405103000', '2023-04-05T10:30:00'],
    ['20230405T103000.000Z', '2023-04-05T10:30:00Z'],
    ['Wed Apr 05 2023 10:30:00 GMT+0200 (Central European Summer Time)', '2023-04-05T10:30:00+02:00'],
    ['2023-04-05T10:30:00-07:00[America/Los_Angeles]', '2023-04-05T10:30:00-07:00'],
    ['Wednesday 5 April 2023 10.30 BST', '2023-04-05T10:30:00'],
    ['2023-04-05 10:30 PM', '2023-04-05T22:30:00'],
    ['2023-04-05 10:30:00 EDT', '2023-04-05T10:30:00-04:00'],
    ['20231305103000', null],
    ['202304051', null],
    ['1680690600000', null],
    ['5 Apr 23', null],
    ['05/04/2023', null],
    ['31 April 2023', null],
    ['5 Smarch 2023', null],
    ['April 2023', null],
    ['1680690600', null],
    ['Wed, 5 Apr 2023 25:30:00 +0000', null],
  ])('%s', (text, expected) => expect(looseDate(text)).toBe(expected))
})

describe('checkPublished', () => {
  test.each([
    ['2023-04-05', '2023-04-05'],
    [' 2023-04-05 ', '2023-04-05'],
    ['2023-04-05T10:30:00Z', '2023-04-05T10:30:00Z'],
    ['2023-04-05 10:30', '2023-04-05T10:30'],
    ['2023-04-05t10:30:00.123+02:00', '2023-04-05T10:30:00.123+02:00'],
    ['2024-02-29', '2024-02-29'],
    ['0099-12-31', '0099-12-31'],
  ])('%s', (text, date) => expect(checkPublished(text)).toBe(date))

  test.each([
    '',
    'yesterday',
    '2023',
    '2023-4-5',
    '05/04/2023',
    '2023-02-29',
    '0000-01-01',
    '2023-13-01',
    '2023-00-10',
    '2023-04-05T25:00',
    '2023-04-05T10:61',
    '20230405',
    'April 5, 2023',
  ])('no date: %s', (text) => expect(checkPublished(text)).toBeNull())
})

test('lines are the same however the bytes are cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', 'é') }), fc.array(fc.nat(5)), async (text, cuts) => {
      const bytes = Buffer.from(text)
      async function* chunks() {
        let at = 0
        for (const cut of cuts) {
          yield bytes.subarray(at, at + cut)
          at += cut
        }
        yield bytes.subarray(at)
      }
      const lines: string[] = []
      for await (const { bytes: part } of splitLines(chunks(), 1000)) lines.push(String(part))
      const expected = text.split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect(lines).toEqual(expected.map((l) => l.replace(/\r$/, '')))
    }),
  )
})
