import { describe, expect, test } from 'vitest'
import { loadedBy } from './loaded-modules.ts'

/** The folders that modules are from. */
const foldersOf = (modules: readonly string[]): readonly string[] => [...new Set(modules.map((name) => name.replace(/\/.*/, '')))]
const commandsIn = (modules: readonly string[]): readonly string[] => modules.filter((name) => name.startsWith('cli/commands/'))
const extract = (text: string) => loadedBy(['extract', '-', '--published', '2023-04-05'], text)

describe('a cold start loads what is asked for, and nothing else', () => {
  test.each([[['--version']], [['--help']], [['extract', '--help']]])('%j: what the commands are called, none of them', (args) => {
    const { ours, packages, out } = loadedBy(args)
    expect(out).toMatch(/^\d|Usage/)
    expect(packages).toEqual(['commander', 'picocolors'])
    expect(commandsIn(ours)).toEqual([])
    expect(foldersOf(ours)).toEqual(['cli', 'config', 'postgres', 'read'])
    expect(ours.length).toBeLessThan(30)
  })
  test('extract: neither other commands nor anything of databases, workers, schemas or formats that are not read', () => {
    const { ours, packages, out } = extract('Finland joined NATO on Tuesday.')
    expect(JSON.parse(out)).toMatchObject({ action: { root: '05' }, source: [{ entity: 'FIN' }], target: [{ entity: 'NATO' }] })
    expect(packages).toEqual(['@noble/hashes', 'chrono-node', 'commander', 'p-limit', 'picocolors', 'yocto-queue'])
    expect(commandsIn(ours)).toEqual(['cli/commands/extract'])
    expect(ours.filter((name) => name.startsWith('store/'))).toEqual(['store/event-record'])
    expect(foldersOf(ours).filter((name) => /^(audit|check|diff|export|lexicography|queue|run|score|verdicts)$/.test(name))).toEqual([])
    expect(ours.filter((name) => /schema|compiled-entries|read-(csv|feed|html|mail|newsml|warc)/.test(name))).toEqual([])
  })
  test('extract: compromise for a name that the lexicon lacks, and only then', () => {
    const [known, unknown] = [extract('Finland joined NATO on Tuesday.'), extract('Zebedee Quilverton met Olaf Scholz on Tuesday.')]
    expect(known.packages).not.toContain('compromise')
    expect(unknown.packages.filter((name) => !known.packages.includes(name))).toEqual(['compromise'])
  })
})
