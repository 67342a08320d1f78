import { once } from 'node:events'
import { accessSync, constants, existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Ports } from '../../audit/ports.ts'
import { writeFile } from '../../export/sink.ts'
import type { LineFault } from '../../verdicts/parse-verdicts.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { type Io, write } from '../io.ts'
import type { Library, LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { checkOutput } from '../output-path.ts'

export type AuditOptions = {
  readonly db: string
  readonly verdicts: string
  readonly port: number
  readonly host: string
  readonly reviewer?: string
  readonly readOnly?: boolean
  readonly lexicon?: readonly string[]
  readonly output?: string
}

/** `annalist audit`: serves the desk until it is interrupted; `annalist audit report`: writes the quality report. */
export const auditCommand = async (
  what: string | undefined,
  options: AuditOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
  version: string,
): Promise<Exit> => {
  checkAddress(options)
  if (what !== 'report' && options.output !== undefined)
    throw new UsageError('-o is where a report goes, and the desk writes none', 'annalist audit report -o report.html')
  checkOutput(options.output, [options.db, options.verdicts])
  const ports = await portsFrom(await load(), options.lexicon ?? [], version)
  return what === 'report' ? report(options, io, messages, ports) : serve(options, io, messages, ports)
}

const checkAddress = ({ host, port }: AuditOptions): void => {
  if (['0.0.0.0', '::', '*'].includes(host))
    throw new UsageError(
      `--host ${host} is no name that a browser can ask for`,
      'name the address of this machine that others use, such as 192.168.1.20',
    )
  if (port > 65535) throw new UsageError(`--port ${port} is no port`, 'write a number from 0 to 65535')
}

const report = async ({ db, verdicts, output }: AuditOptions, io: Io, messages: Messages, ports: Ports): Promise<Exit> => {
  const [{ openDesk }, { makeReport, reportPage }] = await Promise.all([
    import('../../audit/desk.ts'),
    import('../../audit/make-report.ts'),
  ])
  if (!existsSync(verdicts)) messages.note(`there is no verdict file ${verdicts}: the report tells of nothing judged`)
  const desk = openDesk({ db, verdicts, readOnly: true, ports, say: messages.note })
  try {
    const page = reportPage(makeReport(desk, { linked: false }), 'inside')
    if (output === undefined) await write(io, page)
    else await writeFile(output, [page])
    return EXIT.done
  } finally {
    desk.close()
  }
}

const serve = async (
  { db, verdicts, port, host, reviewer = userName(), readOnly = false }: AuditOptions,
  io: Io,
  messages: Messages,
  ports: Ports,
): Promise<Exit> => {
  if (!readOnly) await checkVerdicts(verdicts, messages)
  const { serveAudit } = await import('../../audit/serve.ts')
  const link = (url: string): void => {
    io.stdout.write(`${url}\n`)
  }
  const served = await serveAudit({ db, verdicts, port, host, reviewer, readOnly, ports, say: messages.note, link }).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
        throw new UsageError(
          `port ${port} is taken by another program`,
          'end that one, or name another port with --port; 0 takes any that is free',
        )
      if (error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL')
        throw new UsageError(`this machine has no address ${host}`, 'name one that it has, or leave --host out')
      if (error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN'))
        throw new UsageError(`there is no machine called ${host}`, 'name an address that this machine has, or leave --host out')
      throw error
    },
  )
  messages.note('Open the link: it works once, and a new one follows here. Ctrl-C ends the audit.')
  if (!io.signal.aborted) await once(io.signal, 'abort')
  await served.close()
  return EXIT.interrupted
}

/** Verdicts are written behind what is there: behind a database or an article they would spoil it. */
const checkVerdicts = async (path: string, messages: Messages): Promise<void> => {
  const [{ openVerdictLog }, { tellFault }] = await Promise.all([
    import('../../verdicts/verdict-log.ts'),
    import('../../verdicts/parse-verdicts.ts'),
  ])
  const { verdicts, faults } = openVerdictLog(path).read()
  if (verdicts.length === 0 && faults.length > 0 && !isBegun(faults))
    throw new UsageError(
      `${path} holds no verdict, but something else`,
      'name another file with --verdicts, or look without judging: --read-only',
    )
  checkWritable(path)
  for (const fault of faults) messages.fault(tellFault(path, fault), 'the line counts for nothing until it is mended')
}

/** The first verdict is too late to be told that none can be kept. */
const checkWritable = (path: string): void => {
  try {
    accessSync(existsSync(path) ? path : dirname(resolve(path)), constants.W_OK)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new UsageError(
      `no verdict could be saved in ${path}: ${missing ? 'its folder is not there' : 'it may not be written here'}`,
      `${missing ? 'make the folder' : 'check the permissions'}, name another file with --verdicts, or look without judging: --read-only`,
    )
  }
}

const isBegun = (lines: readonly LineFault[]): boolean =>
  lines.some(({ text }) => BEGUN.test(text)) && lines.every(({ text }) => !text.includes('\0'))

/** How the line of a verdict begins, also of one that was cut off on its way to the disk; that of an article goes on otherwise. */
const BEGUN = /^\{\s*"id"\s*:\s*"[^"]*("?,?"?(at?)?$|"\s*,\s*"(at|reviewer|verdict)\b)/

const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    return 'reviewer'
  }
}

/** What the desk needs of the library. The extraction itself is loaded when a sentence is first looked into. */
const portsFrom = async (library: Library, lexicon: readonly string[], version: string): Promise<Ports> => {
  const [{ readRuleBook }, { newVerdictId }] = await Promise.all([import('../../audit/rule-book.ts'), import('../../audit/serve.ts')])
  return {
    explain: async (article) => library.extract(article).readings,
    drawTree: library.drawTree,
    ruleOf: readRuleBook([fileURLToPath(new URL('../../../lexicon/en', import.meta.url)), ...lexicon]),
    codebook: library.codebook,
    nameOfEntity: library.nameOfEntity,
    version,
    now: () => new Date().toISOString(),
    newId: newVerdictId,
  }
}
