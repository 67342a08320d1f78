import { html } from '../html/html.ts'
import { page } from '../page.ts'

/** Who judges in this browser. */
export const reviewerPage = page<null>({
  path: '/reviewer',
  load: () => null,
  view: (_, { reviewer, desk }) => ({
    title: 'Reviewer',
    main: html`<h1>Who judges here?</h1>
${
  desk.readOnly
    ? html`<p class="notice">The audit was started read only: nobody judges here.</p>`
    : html`<p>Verdicts carry this name. Two reviewers can work at the same time, each in a browser of their own.</p>
<form method="post" action="/reviewer" class="plain"><label>Name <input name="reviewer" value="${reviewer}" required maxlength="100" autocomplete="off"></label><button>Set</button></form>`
}`,
  }),
  json: (_, { reviewer }) => ({ reviewer }),
})
