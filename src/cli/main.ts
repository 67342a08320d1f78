#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { start } from './start.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
await start(version, (options) => async () => (await import('./load-english.ts')).loadEnglish(version)(options)())
