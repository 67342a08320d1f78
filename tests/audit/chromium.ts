import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where this machine has a Chromium, or null: then the tests in a browser are skipped, and say so. */
export const CHROMIUM = PLACES.find((path) => path !== '' && existsSync(path)) ?? null
if (CHROMIUM === null)
  console.warn(
    'tests/audit: no Chromium here, so the tests in a browser are skipped (apt-get install chromium, or name one with CHROMIUM=/path)',
  )

export const launch = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
