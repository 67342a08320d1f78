import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import pc from 'picocolors'
import type { LexiconError } from '../../lexicon/lexicon-error.ts'
import { isPostgres } from '../../postgres/address.ts'
import { abortsCompiled, DRIVER_REMEDY, whyNoDriver } from '../driver.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, takesColour, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'

export type DoctorOptions = { readonly db: string; readonly json?: boolean }

/** One thing looked at: how it is, and what to do where it is not well. */
export type Finding = {
  readonly name: string
  readonly state: 'ok' | 'warning' | 'fault'
  readonly message: string
  readonly remedy: string | null
  readonly exit?: Exit
}

const LEAST = [20, 19] as const

const ok = (name: string, message: string): Finding => ({ name, state: 'ok', message, remedy: null })
const fault = (name: string, message: string, remedy: string, exit: Exit = EXIT.failed): Finding => ({
  name,
  state: 'fault',
  message,
  remedy,
  exit,
})
const reason = (error: unknown): string => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))

const isLexiconError = (error: unknown): error is LexiconError => error instanceof Error && error.name === 'LexiconError'

/** The first fault, and how many there are: `annalist lexicon check` lists them. */
const faultsOf = ({ problems: [first = '', ...others] }: LexiconError): string =>
  others.length === 0 ? first : `${first} (and ${others.length} more; annalist lexicon check lists them)`

/** Whether this Node is new enough. */
export const checkNode = (version: string): Finding => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])
    ? ok('node', version)
    : fault('node', `${version} is too old: annalist needs ${LEAST.join('.')} or newer`, 'install a newer Node: https://nodejs.org')
}

const checkNative = async (): Promise<Finding> => {
  try {
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(':memory:')
    const version = String(db.prepare('SELECT sqlite_version()').pluck().get())
    db.close()
    const message = `${version}, by better-sqlite3`
    // node-gyp leaves a Makefile; what is fetched has none.
    const compiled = existsSync(join(dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json')), 'build/Makefile'))
    return compiled && abortsCompiled(process.version)
      ? {
          name: 'sqlite',
          state: 'warning',
          message: `${message}, compiled here: Node ${process.version} may abort at the end of a run (nodejs/node#65446)`,
          remedy: 'take Node 22 or 26',
        }
      : ok('sqlite', message)
  } catch (error) {
    const why = error instanceof Error ? whyNoDriver(error) : null
    return fault('sqlite', why ?? `better-sqlite3 does not load: ${reason(error)}`, DRIVER_REMEDY)
  }
}

const checkLibrary = async (load: LoadLibrary): Promise<readonly Finding[]> => {
  try {
    const { settings, extract } = await load()
    const { events } = extract({
      id: 'doctor',
      text: 'Russia attacked Ukraine on Thursday.',
      published: '2022-02-25',
      title: null,
      url: null,
      kind: null,
    })
    const [event] = events
    return [
      ok('lexicon', settings.lexicon),
      ok('model', settings.model),
      event?.source[0]?.entity === 'RUS' && event.target[0]?.entity === 'UKR'
        ? ok('extraction', `"Russia attacked Ukraine" is ${event.action.cameo}, RUS → UKR`)
        : fault(
            'extraction',
            'nothing was found in "Russia attacked Ukraine"',
            'check the lexicon given by --lexicon, or install annalist again',
          ),
    ]
  } catch (error) {
    return [
      fault(
        'lexicon',
        isLexiconError(error) ? faultsOf(error) : reason(error),
        'correct what is named, or install annalist again: npm install annalist',
      ),
    ]
  }
}

const checkDatabase = async (path: string): Promise<Finding> => {
  if (!isPostgres(path) && !existsSync(path)) {
    const folder = dirname(resolve(path))
    const writable = await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    )
    if (!writable) return fault('database', `there is none at ${path}, and ${folder} may not be written`, 'name another place with --db')
    return { name: 'database', state: 'warning', message: `there is none at ${path} yet`, remedy: 'annalist run makes it' }
  }
  const { openStore, StoreError } = await import('../../store/index.ts')
  try {
    const store = openStore(path, { readonly: true })
    try {
      const faults = store.check()
      if (faults.length > 0)
        return fault(
          'database',
          `${path} is damaged: ${faults[0]}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`,
          'keep a copy, then bring back a backup or build it anew from the articles',
          EXIT.database,
        )
      const { articles, events } = store.totals()
      return ok('database', `${path}: ${events} events in ${articles} articles, whole`)
    } finally {
      store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return fault('database', error.message, error.hint, error.fault === 'damaged' || error.fault === 'busy' ? EXIT.database : EXIT.failed)
  }
}

/** `annalist doctor`: whether all that annalist needs is there and well, and what to do where it isn't. */
export const doctorCommand = async ({ db, json }: DoctorOptions, io: Io, load: LoadLibrary): Promise<Exit> => {
  const native = await checkNative()
  const findings = [
    checkNode(process.version),
    native,
    ...(await checkLibrary(load)),
    ...(native.state === 'ok' ? [await checkDatabase(db)] : []),
  ]
  if (json) await write(io, `${JSON.stringify(findings.map(({ exit: _, ...finding }) => finding))}\n`)
  else {
    const colour = pc.createColors(takesColour(io, io.stdout))
    const marks = { ok: colour.green('ok     '), warning: colour.yellow('warning'), fault: colour.red('fault  ') }
    for (const { name, state, message, remedy } of findings)
      await write(io, `${marks[state]} ${name.padEnd(10)} ${message}\n${remedy ? `${' '.repeat(19)}${colour.dim(`→ ${remedy}`)}\n` : ''}`)
  }
  const exits = findings.flatMap((finding) => (finding.exit ? [finding.exit] : []))
  return exits.includes(EXIT.failed) ? EXIT.failed : (exits[0] ?? EXIT.done)
}
