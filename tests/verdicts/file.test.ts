import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeVerdicts } from '../../src/verdicts/merge-verdicts.ts'
import { parseVerdicts } from '../../src/verdicts/parse-verdicts.ts'
import { verdictJsonSchema, verdictLine } from '../../src/verdicts/verdict.ts'
import { openVerdictLog } from '../../src/verdicts/verdict-log.ts'
import { say, undo } from './make.ts'

const dir = mkdtempSync(join(tmpdir(), 'annalist-verdicts-'))
let files = 0
const fresh = (): string => join(dir, `${++files}.jsonl`)

describe('a line', () => {
  test('reads back as it was written, its fields always in the same order', () => {
    const verdict = say({ verdict: 'reject', reason: 'wrong-code' })
    const line = verdictLine(Object.fromEntries(Object.entries(verdict).reverse()) as never)
    expect(line).toBe(verdictLine(verdict))
    expect(line.split('\n')).toHaveLength(2)
    expect(parseVerdicts(line)).toEqual({ verdicts: [verdict], faults: [] })
  })
  test.each<[string, string, RegExp]>([
    ['no JSON', '{"id":', /is not JSON/],
    ['left over from a merge', '<<<<<<< HEAD', /left over from a git merge/],
    ['of an unknown kind', verdictLine(say({ verdict: 'accept' })).replace('"accept"', '"approve"'), /verdict/],
    ['of an unknown kind, with those that there are', '{"verdict":"approve"}', /^verdict: must be one of accept, reject, correct, /],
    [
      'without a reason',
      verdictLine(say({ verdict: 'reject', reason: 'wrong-code' })).replace('"reason":"wrong-code",', ''),
      /^reason: is missing: write one of not-an-event, /,
    ],
    [
      'of no time',
      verdictLine(say({ verdict: 'accept' })).replace(/"at":"[^"]*"/, '"at":"May"'),
      /^at: must be a time in UTC: 2023-04-05T10:30:00Z, not "May"$/,
    ],
    ['of a short id', verdictLine(say({ verdict: 'accept' })).replace(/"id":"[^"]*"/, '"id":"x"'), /^id: must have 8 characters at least$/],
    ['with an unknown field', verdictLine(say({ verdict: 'accept' })).replace('{"id"', '{"extra":1,"id"'), /extra/],
    ['with a code beyond CAMEO', verdictLine(say({ verdict: 'accept' })).replace('"190"', '"99"'), /finding\.cameo: must be a CAMEO code/],
    [
      'that corrects nothing',
      verdictLine(say({ verdict: 'correct', correction: { date: null } })).replace('{"date":null}', '{}'),
      /must correct at least one field/,
    ],
  ])('%s is told with its number, and the others stand', (_, line, message) => {
    const good = say({ verdict: 'accept' })
    const { verdicts, faults } = parseVerdicts(`\ufeff${verdictLine(good)}\r\n\n${line.trim()}\n${verdictLine(say({ verdict: 'skip' }))}`)
    expect(verdicts.map((v) => v.verdict)).toEqual(['accept', 'skip'])
    expect(faults).toEqual([{ line: 4, message: expect.stringMatching(message), text: line.trim() }])
  })
  test('docs/verdicts.schema.json is its schema', () => {
    expect(JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/verdicts.schema.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(verdictJsonSchema())),
    )
  })
})

describe('merging', () => {
  test('any files, in any order, cut anywhere, give the same one; every verdict is in it once', () => {
    const all = Array.from({ length: 12 }, (_, i) => say({ verdict: i % 3 === 0 ? 'accept' : 'skip' }, { reviewer: i % 2 ? 'ada' : 'ben' }))
    const whole = mergeVerdicts([all.map(verdictLine).join('')]).text
    fc.assert(
      fc.property(fc.array(fc.subarray(all), { minLength: 1, maxLength: 4 }), (parts) => {
        const texts = [...parts, all].map((part) => part.map(verdictLine).join(''))
        expect(mergeVerdicts(texts).text).toBe(whole)
        expect(mergeVerdicts(texts.toReversed()).text).toBe(whole)
        expect(mergeVerdicts([mergeVerdicts(texts).text, ...texts]).text).toBe(whole)
      }),
      { numRuns: 25 },
    )
  })
  test('one id with two contents is told', () => {
    const [a, b] = [say({ verdict: 'accept' }, { id: 'the-same-id' }), say({ verdict: 'skip' }, { id: 'the-same-id' })]
    const merged = mergeVerdicts([verdictLine(a), verdictLine(b)])
    expect(merged).toMatchObject({ verdicts: 1, faults: [{ message: expect.stringMatching(/stands above with another content/) }] })
  })
})

describe('the file', () => {
  test('need not be there; an id counts once, however often it is sent', () => {
    const log = openVerdictLog(fresh())
    expect(log.read()).toMatchObject({ verdicts: [], faults: [] })
    const verdict = say({ verdict: 'accept' })
    expect([log.append(verdict), log.append(verdict)]).toEqual(['added', 'there'])
    expect(readFileSync(log.path, 'utf8')).toBe(verdictLine(verdict))
  })
  test('two windows, two servers: each sees what the other wrote, nothing is lost or doubled', () => {
    const path = fresh()
    const [one, two] = [openVerdictLog(path), openVerdictLog(path)]
    const said = Array.from({ length: 20 }, () => say({ verdict: 'accept' }))
    for (const [i, verdict] of said.entries()) {
      ;(i % 2 ? one : two).append(verdict)
      ;(i % 3 ? one : two).append(verdict)
      expect(one.read().verdicts).toHaveLength(i + 1)
      expect(two.read().verdicts).toHaveLength(i + 1)
    }
    expect(parseVerdicts(readFileSync(path, 'utf8')).verdicts).toEqual(said)
  })
  test('edited by hand, replaced by git, emptied and deleted while it is open', () => {
    const log = openVerdictLog(fresh())
    const [a, b, c] = [say({ verdict: 'accept' }), say({ verdict: 'skip' }), say({ verdict: 'flag' })]
    log.append(a)
    log.append(b)
    writeFileSync(log.path, readFileSync(log.path, 'utf8').replace('"skip"', '"accept"'))
    expect(log.read().verdicts.map((v) => v.verdict)).toEqual(['accept', 'accept'])
    writeFileSync(`${log.path}.new`, verdictLine(c))
    renameSync(`${log.path}.new`, log.path)
    expect(log.read().verdicts).toEqual([c])
    log.append(a)
    expect(log.read().verdicts).toEqual([a, c])
    truncateSync(log.path, 0)
    expect(log.read().verdicts).toEqual([])
    rmSync(log.path)
    expect(log.read().verdicts).toEqual([])
    log.append(b)
    expect(log.read().verdicts).toEqual([b])
  })
  test('a last line torn off by a power cut spoils no other', () => {
    const log = openVerdictLog(fresh())
    const [a, b, c] = [say({ verdict: 'accept' }), say({ verdict: 'skip' }), say({ verdict: 'flag' })]
    log.append(a)
    appendFileSync(log.path, verdictLine(b).slice(0, 40))
    log.append(c)
    expect(log.read()).toMatchObject({ verdicts: [a, c], faults: [{ line: 2 }] })
    expect(readFileSync(log.path, 'utf8')).toContain(verdictLine(b).slice(0, 40))
  })
  test('what is there stays, byte for byte', () => {
    const log = openVerdictLog(fresh())
    writeFileSync(log.path, `# a note\n${verdictLine(say({ verdict: 'accept' }))}`)
    const before = readFileSync(log.path, 'utf8')
    log.append(undo(say({ verdict: 'accept' })))
    expect(readFileSync(log.path, 'utf8').startsWith(before)).toBe(true)
  })
  test('several processes append at once: every line is whole', async () => {
    const path = fresh()
    const script = `
      import { openVerdictLog } from ${JSON.stringify(join(import.meta.dirname, '../../src/verdicts/verdict-log.ts'))}
      import { say } from ${JSON.stringify(join(import.meta.dirname, 'make.ts'))}
      const log = openVerdictLog(process.argv[1])
      for (let i = 0; i < 40; i++) log.append(say({ verdict: 'comment', comment: 'x'.repeat(2000) }, { id: process.argv[2] + '-' + i + '-id' }))`
    const children = ['one', 'two'].map((name) =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, path, name], {
        stdio: 'inherit',
        cwd: join(import.meta.dirname, '../..'),
      }),
    )
    await Promise.all(children.map((child) => once(child, 'close')))
    expect(existsSync(path)).toBe(true)
    expect(parseVerdicts(readFileSync(path, 'utf8'))).toMatchObject({ faults: [], verdicts: { length: 80 } })
  })
})
