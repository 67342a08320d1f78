import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { v8Flags } from '../../src/run/tune-v8.ts'

/** V8 tells its flags with their defaults, one a line: `  --name (what it does)`. */
const known = new Set(
  [...execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' }).matchAll(/^ +--(\S+)/gm)].map(([, name]) => name),
)
const nameOf = (flag: string): string => flag.replace(/^--(no-)?/, '').replace(/=.*/, '')

describe('what V8 is told for a run', () => {
  it.each(v8Flags(2, 2))('%s is a flag of the V8 that runs here', (flag) => {
    expect(known).toContain(nameOf(flag))
  })
  it('lets functions run for longer before they are optimized only where no core is spare', () => {
    expect(v8Flags(1, 2)).toHaveLength(v8Flags(2, 2).length - 1)
    expect(v8Flags(3, 2)).toEqual(v8Flags(2, 2))
  })
})
