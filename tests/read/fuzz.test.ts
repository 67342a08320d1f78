import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORMAT_NAMES, type Format } from '../../src/read/formats.ts'
import { readStream } from '../../src/read/read-source.ts'
import type { Reading } from '../../src/read/reading.ts'

const page =
  '<!doctype html><html><head><title>T</title><meta charset="utf-8"></head><body><article><h1>A</h1><p>Some words, and more of them.</p></article></body></html>'
const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`
const SAMPLES: Readonly<Record<Format, string>> = {
  text: 'MOSCOW (AP) — Text here.\n',
  jsonl: '{"id":"a","text":"B."}\n{"id":"b","text":"C.","published":"2020-01-01"}\n',
  json: '{"articles": [\n  {"id": "a", "body": "One \\"two\\"."},\n  {"url": "b", "text": "C, [d] }", "date": "2020-01-01"}\n]}\n',
  csv: 'id,text,date\na,"One, ""two""",2020-01-01\nb,Two,\n',
  html: page,
  feed: '<rss version="2.0"><channel><title>N</title><item><title>A</title><guid>1</guid><description>D &amp; e &lt;p&gt;x&lt;/p&gt;</description></item></channel></rss>',
  newsml:
    '<nitf><head><docdata><doc-id id-string="1"/></docdata></head><body><body.content><p>One &amp; two.</p></body.content></body></nitf>',
  sgml: '<DOC id="A_20101201.0001" type="story" >\n<TEXT>\n<P>\nOne &amp; two.\n</P>\n</TEXT>\n</DOC>\n<DOC>\n<DOCNO> B </DOCNO>\n<TEXT>\nThree.\n</TEXT>\n</DOC>\n',
  warc: `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.org/\r\nContent-Type: application/http\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`.repeat(
    2,
  ),
  eml: 'From: a@b\r\nSubject: =?utf-8?Q?x?=\r\nContent-Type: multipart/alternative; boundary=z\r\n\r\n--z\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n--z--\r\n',
  mbox: 'From a@b Wed Apr 5 10:30:00 2023\nSubject: x\n\nBody.\n\nFrom a@b Wed Apr 5 10:30:00 2023\nSubject: y\n\nBody.\n',
}
const PIECES = ['<', '"', '\r\n', '&', '\u0000', '--z', '999999', '=', '<!--', ']]>', '\u00ff']

/** Cuts, doubles, overwrites and fills in. */
const edit = fc.record({
  kind: fc.constantFrom('set', 'cut', 'insert', 'double', 'end'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  piece: fc.constantFrom(...PIECES),
  size: fc.nat(20),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

const apply = (bytes: Buffer, { kind, at, piece, size }: Edit): Buffer => {
  const i = Math.floor(at * bytes.length)
  const [before, after] = [bytes.subarray(0, i), bytes.subarray(i)]
  if (kind === 'end') return before
  if (kind === 'double') return Buffer.concat([bytes, after])
  if (kind === 'insert') return Buffer.concat([before, Buffer.from(piece, 'latin1'), after])
  return Buffer.concat([before, kind === 'set' ? Buffer.from([size]) : Buffer.alloc(0), after.subarray(kind === 'set' ? 1 : size)])
}

test.each(FORMAT_NAMES)('whatever befalls a file of %s, it is read or told, and nothing is thrown', { timeout: 60_000 }, async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), fc.boolean(), async (edits, packed, asked) => {
      const edited = edits.reduce(apply, Buffer.from(SAMPLES[format]))
      const bytes = packed ? gzipSync(edited) : edited
      async function* chunks() {
        yield bytes.subarray(0, bytes.length >> 1)
        yield bytes.subarray(bytes.length >> 1)
      }
      const readings: Reading[] = []
      for await (const reading of readStream({ file: `x.${format}`, id: 'x', facts: null }, chunks(), {
        format: asked ? format : undefined,
        published: null,
        columns: {},
      }))
        readings.push(reading)
      for (const reading of readings) {
        if ('article' in reading) expect(reading.article.id.trim() !== '' && reading.article.text.trim() !== '').toBe(true)
        else expect(reading.message !== '' && reading.hint !== '').toBe(true)
      }
      expect(readings.length).toBeGreaterThan(format === 'warc' || format === 'csv' ? -1 : 0)
    }),
    { numRuns: 150 },
  )
})
