import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadedBy } from './loaded-modules.ts'

/** The folders that modules are from. */
const foldersOf = (modules: readonly string[]): readonly string[] => [...new Set(modules.map((name) => name.replace(/\/.*/, '')))]
const commandsIn = (modules: readonly string[]): readonly string[] => modules.filter((name) => name.startsWith('cli/commands/'))
const extract = (text: string) => loadedBy(['extract', '-', '--published', '2023-04-05'], text)

const dir = mkdtempSync(join(tmpdir(), 'annalist-cold-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

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
    expect(packages).toEqual(['commander', 'p-limit', 'picocolors', 'yocto-queue'])
    expect(commandsIn(ours)).toEqual(['cli/commands/extract'])
    expect(ours.filter((name) => /^(create-extract|disk|extract|lexicon|normalize|syntax)/.test(name))).toEqual([
      'create-extract',
      'disk/lexicon',
      'disk/packed-text',
      'disk/places',
      'lexicon/sorted-lines',
      'lexicon/unpack',
    ])
    expect(ours.filter((name) => name.startsWith('store/'))).toEqual(['store/event-record'])
    expect(foldersOf(ours).filter((name) => /^(audit|check|diff|export|lexicography|queue|run|score|verdicts)$/.test(name))).toEqual([])
    expect(
      ours.filter((name) => /schema|compiled-entries|read-address|html|page|linked-data|read-(csv|feed|mail|newsml|sgml|warc)/.test(name)),
    ).toEqual([])
  })
  test('extract: compromise for a name that the lexicon lacks, and only then', () => {
    const [known, unknown] = [extract('Finland joined NATO on Tuesday.'), extract('Zebedee Quilverton met Olaf Scholz on Tuesday.')]
    expect(known.packages).not.toContain('compromise')
    expect(unknown.packages.filter((name) => !known.packages.includes(name))).toEqual(['compromise'])
  })
  test('run: what it stores with and how, its schemas in one file, and no other command', () => {
    const { ours, packages } = loadedBy(['run', '-', '--db', join(dir, 'e.db'), '--workers', '0'], 'Finland joined NATO on Tuesday.')
    // `runs` tells the summary of one.
    expect(commandsIn(ours)).toEqual(['cli/commands/run', 'cli/commands/runs'])
    expect(packages.filter((name) => !/^(bindings|file-uri-to-path)$/.test(name))).toEqual([
      'better-sqlite3',
      'commander',
      'p-limit',
      'picocolors',
      'yocto-queue',
    ])
    expect(foldersOf(ours).filter((name) => /^(audit|check|diff|export|lexicography|queue|score|verdicts)$/.test(name))).toEqual([])
  })
})
