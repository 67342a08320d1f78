import { closeSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { placeOf } from '../disk/place-of.ts'
import type { Progress } from '../run/progress.ts'

/** A run's figures in Prometheus' text format (node exporter's textfile collector). `seconds` is how long it has run, `now` the time of day in seconds. */
export const metricsText = (
  progress: Progress,
  {
    seconds,
    now,
    state,
  }: { readonly seconds: number; readonly now: number; readonly state: 'running' | 'done' | 'interrupted' | 'failed' },
): string => {
  const gauge = (name: string, help: string, value: number, labels = ''): string =>
    `# HELP annalist_run_${name} ${help}\n# TYPE annalist_run_${name} gauge\nannalist_run_${name}${labels} ${value}\n`
  const outcomes = (['added', 'replaced', 'unchanged', 'skipped', 'quarantined'] as const)
    .map((outcome) => `annalist_run_articles{outcome="${outcome}"} ${progress[outcome]}\n`)
    .join('')
  return [
    `# HELP annalist_run_articles Inputs of this run by what became of them.\n# TYPE annalist_run_articles gauge\n${outcomes}`,
    gauge('events', 'Events found by this run.', progress.events),
    gauge('characters', 'UTF-16 units of text read by this run.', progress.characters),
    gauge('duration_seconds', 'How long this run has taken.', Math.round(seconds * 1000) / 1000),
    gauge('updated_timestamp_seconds', 'When these figures were written.', Math.round(now)),
    ['running', 'done', 'interrupted', 'failed']
      .map((name) => `annalist_run_state{state="${name}"} ${name === state ? 1 : 0}\n`)
      .join('')
      .replace(/^/, '# HELP annalist_run_state What the run is doing.\n# TYPE annalist_run_state gauge\n'),
  ].join('')
}

/** Whether a file may be replaced by figures: it is not there, or empty, or holds those of another run. Devices and pipes are written into. */
export const takesMetrics = (file: string): boolean => {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return true
  const front = Buffer.alloc(FRONT.length)
  const handle = openSync(file, 'r')
  try {
    const read = readSync(handle, front)
    return read === 0 || front.toString('latin1', 0, read) === FRONT
  } finally {
    closeSync(handle)
  }
}

const FRONT = '# HELP annalist_run_'

/** Puts a text in a file's place at once, so that no reader sees half of it; a device or pipe is written into. */
export const replaceFile = (file: string, text: string): void => {
  const place = placeOf(file)
  if (place === null) {
    writeFileSync(file, text)
    return
  }
  const next = `${place}.${process.pid}.tmp`
  try {
    writeFileSync(next, text)
    renameSync(next, place)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}
