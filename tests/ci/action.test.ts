import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../src/config/read-config.ts'
import { builtAnnalist, removeBuilt } from '../cli/built-annalist.ts'
import { folder } from '../cli/command.ts'

// The steps of action.yml in a shell, as a runner would run them: inputs, github and runner made up, `gh` and `npm` recorded, annalist over the fake extraction.

const ROOT = join(import.meta.dirname, '../..')
type Step = {
  readonly name: string
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
}
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

describe('action.yml', () => {
  test('pins every action by its commit', () => {
    for (const file of ['action.yml', '.github/workflows/regenerate.yml'])
      for (const [, uses] of readFileSync(join(ROOT, file), 'utf8').matchAll(/uses: (\S+)/g))
        expect(uses).toMatch(/^(\.\/|[\w/-]+@[0-9a-f]{40})$/)
  })
  test('pastes nothing into a shell', () => {
    for (const { run, shell } of action.runs.steps) {
      if (run === undefined) continue
      expect(run).not.toContain('${{')
      expect(shell).toBe('bash')
      expect(spawnSync('bash', ['-n'], { input: run }).status).toBe(0)
    }
  })
  test('the workflow of this repository calls it with a configuration that holds', () => {
    const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows/regenerate.yml'), 'utf8'))
    const { uses, with: given } = jobs.regenerate.steps.at(-1)
    expect(uses).toBe('./')
    for (const name of Object.keys(given)) expect(Object.keys(action.inputs)).toContain(name)
    expect(readConfig(join(ROOT, given.config))).toMatchObject({ corpus: [join(ROOT, 'corpus')] })
  })
  test('docs/ci.md tells every input and output', () => {
    const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) expect(page).toContain(`\`${name}\``)
  })
})

type World = {
  readonly inputs: Readonly<Record<string, string>>
  readonly event: string
  readonly workspace: string
  readonly temp: string
  readonly bin: string
}
type Ran = {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly log: string
  readonly failed: string | null
  readonly used: readonly Step[]
}

/** Runs the steps until one fails. */
const runAction = ({ inputs, event, workspace, temp, bin }: World): Ran => {
  const values: Record<string, string> = {
    'github.token': 'secret',
    'github.action_path': ROOT,
    'github.run_id': '7',
    'github.event_name': event,
    'github.event.pull_request.number': '12',
    'runner.temp': temp,
  }
  for (const [name, { default: value }] of Object.entries(action.inputs)) values[`inputs.${name}`] = value
  for (const [name, value] of Object.entries(inputs)) values[`inputs.${name}`] = value
  const fill = (text: string): string => text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => values[name] ?? '')
  const holds = (condition = 'true'): boolean =>
    condition.split('&&').every((part) => {
      const [, name = '', sign, wanted] = /^\s*([\w.-]+)\s*(==|!=)\s*'([^']*)'\s*$/.exec(part) ?? []
      return sign === undefined || ((values[name] ?? '') === wanted) === (sign === '==')
    })
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary'), GITHUB_PATH: join(temp, 'path') }
  writeFileSync(files.GITHUB_STEP_SUMMARY, '')
  let [log, path] = ['', `${bin}:${process.env.PATH}`]
  let failed: string | null = null
  const used: Step[] = []
  for (const step of action.runs.steps) {
    if (failed !== null || !holds(step.if)) continue
    if (step.run === undefined) {
      used.push({ ...step, with: Object.fromEntries(Object.entries(step.with ?? {}).map(([key, value]) => [key, fill(value)])) })
      continue
    }
    writeFileSync(files.GITHUB_OUTPUT, '')
    writeFileSync(files.GITHUB_PATH, '')
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        PATH: path,
        HOME: temp,
        RUNNER_TEMP: temp,
        GITHUB_REPOSITORY: 'me/repo',
        ...files,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([k, v]) => [k, fill(v)])),
      },
    })
    log += `## ${step.name}\n${stdout}${stderr}`
    if (status !== 0) failed = step.name
    const written = readFileSync(files.GITHUB_OUTPUT, 'utf8')
    for (const [, name, text] of written.matchAll(/^(\w+)<<END_OF_FILES\n([\s\S]*?)\nEND_OF_FILES$/gm))
      values[`steps.${step.id}.outputs.${name}`] = text ?? ''
    for (const [, name, text] of written.matchAll(/^(\w+)=(.*)$/gm)) values[`steps.${step.id}.outputs.${name}`] = text ?? ''
    path = [...readFileSync(files.GITHUB_PATH, 'utf8').split('\n').filter(Boolean), path].join(':')
  }
  const outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value)]))
  return { outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), log, failed, used }
}

afterAll(removeBuilt)

/** A folder of programs: annalist over the fake extraction; `gh` that notes its calls and answers with these comments; `npm` that notes its calls. */
const programs = (comments: readonly (readonly [number, string])[] = []): { readonly bin: string; readonly calls: () => string } => {
  const bin = folder()
  const program = (name: string, body: string): void => {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${body}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  const annalist = `exec "${process.execPath}" "${builtAnnalist()}" "$@"`
  program('real-annalist', annalist)
  const calls = join(bin, 'calls')
  writeFileSync(calls, '')
  writeFileSync(join(bin, 'comments'), comments.map((comment) => JSON.stringify(comment)).join('\n'))
  program('gh', `echo "gh $*" >> "${calls}"\nif [[ "$*" == *--jq* ]]; then cat "${bin}/comments"; fi`)
  // What `npm install --global --prefix DIR` would put there.
  program(
    'npm',
    `echo "npm $*" >> "${calls}"\nif [[ "$1" == install ]]; then mkdir -p "$4/bin"; ln -sf "${bin}/real-annalist" "$4/bin/annalist"; fi`,
  )
  return { bin, calls: () => readFileSync(calls, 'utf8') }
}

const repository = (articles: Readonly<Record<string, string>>, more = ''): string =>
  folder({
    ...Object.fromEntries(Object.entries(articles).map(([id, text]) => [`articles/${id}.txt`, text])),
    'annalist.config.yaml': `corpus: articles\nexports:\n  - { output: exports/events.csv, format: csv }\n${more}`,
  })
const WAR = { war: 'Russia attacked Ukraine in Kyiv on 2022-02-24.', talk: 'France praised Serbia on 2022-02-25.' }
const INPUTS = { config: 'annalist.config.yaml', version: '0.1.0' }

describe('its steps, run in a shell', { timeout: 180_000 }, () => {
  test('on the base branch keep the database; on a pull request after it tell what changed, in one comment', () => {
    const { bin, calls } = programs([
      [5, 'Nice.'],
      [99, '<!-- annalist: events -->\nold'],
    ])
    const workspace = repository(WAR)
    const temp = folder()
    const first = runAction({ inputs: INPUTS, event: 'push', workspace, temp, bin })
    expect(first.failed, first.log).toBeNull()
    expect(first.outputs).toMatchObject({ db: 'events.db', changed: 'false', check: '0' })
    expect(first.summary).toContain('there is no earlier database to compare with')
    expect(first.used.map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual([
      'actions/setup-node',
      'actions/cache/restore',
      'actions/upload-artifact',
      'actions/cache/save',
    ])
    const [, , upload] = first.used
    for (const file of upload?.with?.path?.split('\n') ?? [])
      expect(existsSync(join(file.startsWith('/') ? '/' : workspace, file)), file).toBe(true)
    expect(upload?.with?.path).toMatch(/events\.db\n.*\nexports\/events\.csv\nexports\/datapackage\.json/)
    expect(calls()).toMatch(/^npm install --global --prefix \S+ --allow-scripts=better-sqlite3 annalist@0\.1\.0\n$/)

    writeFileSync(join(workspace, 'articles/talk.txt'), 'France sued Serbia on 2022-02-25.')
    const second = runAction({ inputs: INPUTS, event: 'pull_request', workspace, temp, bin })
    expect(second.failed, second.log).toBeNull()
    expect(second.outputs).toMatchObject({ changed: 'true', check: '0' })
    expect(second.summary).toContain('**Annalist:** 1 added, 1 removed; 1 as they were')
    expect(calls()).toMatch(/gh api --silent --method PATCH repos\/me\/repo\/issues\/comments\/99 -F body=@/)
    expect(calls()).not.toContain('POST')
    expect(readFileSync(join(temp, 'annalist/comment.md'), 'utf8')).toMatch(/^<!-- annalist: events -->\n<!-- annalist diff -->/)
    expect(second.used.map(({ uses }) => uses)).not.toContain(expect.stringContaining('cache/save'))
  })

  test('fail where the diff is beyond what is allowed or a floor is broken, after telling what and why', () => {
    const { bin, calls } = programs()
    const temp = folder()
    const workspace = repository(WAR, 'diff: { failOn: [removed>0] }\ncheck: { least: { events: 2 } }\n')
    expect(runAction({ inputs: INPUTS, event: 'push', workspace, temp, bin }).failed).toBeNull()
    writeFileSync(join(workspace, 'articles/talk.txt'), 'The choir sang.')
    const { failed, log, summary, outputs } = runAction({
      inputs: { ...INPUTS, name: 'other $(touch pwned) `x`' },
      event: 'pull_request',
      workspace,
      temp,
      bin,
    })
    expect(failed).toBe('Judge')
    expect(log).toMatch(/::error::annalist check found broken promises[\s\S]*::error::the diff is beyond/)
    expect(summary).toMatch(/events: 1, and at least 2 are asked for[\s\S]*1 removed/)
    expect(outputs.check).toBe('1')
    expect(calls()).toMatch(/--method POST repos\/me\/repo\/issues\/12\/comments/)
    expect(existsSync(join(workspace, 'pwned'))).toBe(false)
  })

  test('take a baseline by name, without comment and artifact, and go on where some input was left out', () => {
    const { bin, calls } = programs()
    const [temp, workspace] = [folder(), repository({ ...WAR, empty: '' })]
    runAction({ inputs: INPUTS, event: 'push', workspace, temp: folder(), bin })
    cpSync(join(workspace, 'events.db'), join(workspace, 'accepted.db'))
    const { failed, log, used, summary } = runAction({
      inputs: { ...INPUTS, baseline: 'accepted.db', comment: 'false', upload: 'false', 'node-version': '' },
      event: 'pull_request',
      workspace,
      temp,
      bin,
    })
    expect(failed, log).toBeNull()
    expect(log).toContain('::warning::annalist left some input out')
    expect(summary).toContain('nothing differs')
    expect(used).toEqual([])
    expect(calls()).not.toMatch(/^gh\b/m)
  })

  test('take a packed export as baseline, with what stands beside it', () => {
    const { bin } = programs()
    const workspace = repository(WAR)
    runAction({ inputs: INPUTS, event: 'push', workspace, temp: folder(), bin })
    mkdirSync(join(workspace, 'accepted'))
    writeFileSync(join(workspace, 'accepted/events.ndjson.gz'), gzipSync(''))
    cpSync(join(workspace, 'exports/datapackage.json'), join(workspace, 'accepted/datapackage.json'))
    const temp = folder()
    const { failed, log, outputs, summary } = runAction({
      inputs: { ...INPUTS, baseline: 'accepted/events.ndjson.gz' },
      event: 'pull_request',
      workspace,
      temp,
      bin,
    })
    expect(failed, log).toBeNull()
    expect([outputs.changed, summary]).toEqual(['true', expect.stringContaining('**Annalist:** 2 added')])
    expect(existsSync(join(temp, 'annalist/baseline/datapackage.json'))).toBe(true)
  })

  test('stop where there is no such baseline, or nothing that could be compared with', () => {
    const { bin } = programs()
    const workspace = repository(WAR)
    const on = (baseline: string) => runAction({ inputs: { ...INPUTS, baseline }, event: 'pull_request', workspace, temp: folder(), bin })
    const none = on('accepted.db')
    expect([none.failed, none.log]).toEqual(['Rebuild the database', expect.stringContaining('::error::there is no baseline accepted.db')])
    const other = on('annalist.config.yaml')
    expect([other.failed, other.log]).toEqual(['Tell what changed', expect.stringMatching(/annalist\.config\.yaml:1: is not JSON/)])
  })

  test('on the base branch go on where the database of the last run can not be read, and keep the new one', () => {
    const { bin } = programs()
    const [workspace, temp] = [repository(WAR), folder({ 'annalist-last/events.db': 'no database' })]
    expect(runAction({ inputs: INPUTS, event: 'pull_request', workspace, temp, bin }).failed).toBe('Tell what changed')
    const { failed, log } = runAction({ inputs: INPUTS, event: 'push', workspace, temp, bin })
    expect(failed, log).toBeNull()
    expect(log).toContain('::warning::the database of the last run cannot be compared with')
    expect(runAction({ inputs: INPUTS, event: 'pull_request', workspace, temp, bin }).summary).toContain('nothing differs')
  })

  test('stop where the database cannot be built', () => {
    const { bin } = programs()
    const workspace = folder({ 'annalist.config.yaml': 'lexikon: x\n' })
    const { failed, log } = runAction({ inputs: INPUTS, event: 'push', workspace, temp: folder(), bin })
    expect(failed).toBe('Rebuild the database')
    expect(log).toMatch(/annalist\.config\.yaml:1: lexikon: there is no such key/)
  })
})

test('the shell script of docs/ci.md runs as it stands', { timeout: 120_000 }, () => {
  const script = /## A plain shell[\s\S]*?```sh\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/ci.md'), 'utf8'))?.[1] ?? ''
  const { bin } = programs()
  mkdirSync(join(bin, 'sh'))
  cpSync(join(bin, 'real-annalist'), join(bin, 'sh/annalist'))
  const workspace = repository(WAR)
  const run = () =>
    spawnSync('sh', ['-c', script], {
      cwd: workspace,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(bin, 'sh')}:${process.env.PATH}` },
    })
  expect(run().status).toBe(0)
  writeFileSync(join(workspace, 'articles/talk.txt'), 'France sued Serbia on 2022-02-25.')
  const { status, stdout } = run()
  expect(status).toBe(0)
  expect(stdout).toContain('1 added, 1 removed')
  expect(existsSync(join(workspace, 'exports/datapackage.json'))).toBe(true)
})
