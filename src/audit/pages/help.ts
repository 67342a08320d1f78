import { html } from '../html/html.ts'
import { KEYS } from '../html/keys.ts'
import { page } from '../page.ts'

/** What the desk is for and how to work at it. */
export const helpPage = page<null>({
  path: '/help',
  load: () => null,
  view: (_, { desk }) => ({
    title: 'Help',
    main: html`<h1>Help</h1>
<div class="prose">
<h2>Browse</h2><p>The facets on the left choose; within one any of the values, over several all of them. Search takes words, <kbd>"words in a row"</kbd> and beginnings such as <kbd>sanction*</kbd>. What you see is in the address: copy it to come back. Timeline, network and map show the same choice otherwise.</p>
<h2>Judge</h2><p>An event is <strong>accepted</strong> when every field is right, <strong>corrected</strong> where one is not, <strong>rejected</strong> when it is none. Write actors as <kbd>words = CODE</kbd>, several with <kbd>;</kbd> between; words that stand more than once take their place in the text, <kbd>words@120 = CODE</kbd>, which choosing them with <kbd>s</kbd> or <kbd>t</kbd> does for you. Leave date or place empty for none.</p>
<h2>Queues</h2><p><em>Most doubtful first</em> finds errors fastest, and tells nothing of the whole. A <em>random sample</em> does: after two hundred events its interval is about seven points either way. A <em>stratified</em> one judges each act (or year) equally often and weights them back. Reviewers with the same seed judge the same events, which their agreement is measured on.</p>
<h2>Verdicts</h2><p>Each is a line of <code>${desk.log.path}</code>, on the disk before the page says saved. Keep the file in git: lines are only ever added, so two reviewers’ files merge (<code>annalist verdicts merge</code>). After a rebuild the page <a href="/verdicts">Verdicts</a> lists what was carried over, moved and stale.</p>
<h2>Keys</h2>
${KEYS.map(({ name, keys }) => html`<h3>${name}</h3><dl class="facts">${keys.map(([key, what]) => html`<div><dt>${key.split(' ').map((k) => html`<kbd>${k}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>`)}
</div>`,
  }),
  json: () => ({ keys: KEYS }),
})
