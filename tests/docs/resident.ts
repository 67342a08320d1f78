import { createServer } from 'node:http'
import { PassThrough } from 'node:stream'

// The built command line, loaded once and asked over a socket, so that a hundred examples don't load the lexicon a hundred times. node --import tsx resident.ts SOCKET

const dist = (file: string): string => new URL(`../../dist/cli/${file}`, import.meta.url).href
const { runProgram }: typeof import('../../src/cli/run-program.ts') = await import(dist('run-program.js'))
const { loadEnglish }: typeof import('../../src/cli/load-english.ts') = await import(dist('load-english.js'))
const { default: facts } = await import('../../package.json', { with: { type: 'json' } })

const load = loadEnglish(facts.version)
const loaded = new Map<string, ReturnType<ReturnType<typeof load>>>()
/** Each choice of lexicons is loaded once; articles are extracted in this thread, which has the library already. */
const loader: typeof load = (options) => async () => {
  const key = JSON.stringify(options.lexicon ?? [])
  const library = loaded.get(key) ?? load(options)()
  loaded.set(key, library)
  return { ...(await library), worker: undefined }
}

const collect = (stream: PassThrough): Promise<string> => stream.toArray().then((chunks) => Buffer.concat(chunks).toString())

createServer(async (request, response) => {
  const { argv, cwd } = JSON.parse(decodeURIComponent(request.headers.call as string)) as { argv: string[]; cwd: string }
  process.chdir(cwd)
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const told = Promise.all([collect(stdout), collect(stderr)])
  const code = await runProgram(
    argv,
    { stdin: request, stdout, stderr, env: { NO_COLOR: '1' }, signal: new AbortController().signal },
    facts.version,
    loader,
  )
  stdout.end()
  stderr.end()
  const [out, err] = await told
  response.end(JSON.stringify({ code, out, err }))
}).listen(process.argv[2], () => process.stdout.write('ready\n'))
