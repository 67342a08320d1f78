import { html } from '../html/html.ts'
import { qualityReport, type Report } from '../html/quality-report.ts'
import { makeReport } from '../make-report.ts'
import { page } from '../page.ts'

/** How good the whole is, as far as verdicts tell. */
export const qualityPage = page<Report>({
  path: '/quality',
  load: ({ desk }) => makeReport(desk, { linked: true }),
  view: (report) => ({
    title: 'Quality',
    main: html`<h1>How good is it?</h1>
<p class="soft">From the verdicts so far. <a href="/report.html">As a report to print</a>; the same is written by <code>annalist audit report</code>.</p>
<div class="quality">${qualityReport(report)}</div>`,
  }),
  json: ({ codebook: _, linked: __, ...report }) => report,
})
