#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { loadEnglish } from './load-english.ts'
import { start } from './start.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
await start(version, loadEnglish(version))
