import { measureQuality } from '../verdicts/stats/quality.ts'
import { readAssets } from './assets.ts'
import type { Desk } from './desk.ts'
import { html, trusted } from './html/html.ts'
import { qualityReport, type Report } from './html/quality-report.ts'

/** Measures the quality of the data on the desk. */
export const makeReport = (desk: Desk, { linked }: { readonly linked: boolean }): Report => {
  const { verdicts, carried, judgements } = desk.standing()
  const { columns, articles } = desk.snapshot()
  return {
    quality: measureQuality([...judgements.values()], verdicts),
    events: columns.size,
    articles,
    stale: [...carried.values()].filter((c) => c.fate === 'stale').length,
    database: desk.path,
    verdicts: desk.log.path,
    at: desk.ports.now(),
    auditVersion: desk.ports.version,
    run: desk.run(),
    codebook: desk.ports.codebook,
    linked,
  }
}

const CSS = readAssets().get('desk.css')?.body ?? ''

/** The report as one page of HTML that needs nothing else: to print, or to put into an appendix. */
export const reportPage = (report: Report, style: 'inside' | 'linked'): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Quality of ${report.database}</title>
${style === 'inside' ? html`<style>${trusted(CSS)}</style>` : html`<link rel="stylesheet" href="/assets/desk.css">`}</head>
<body class="report"><main id="main"><h1>How good the events of ${report.database} are</h1>
<div class="quality">${qualityReport(report)}</div>
</main></body></html>
`.markup
