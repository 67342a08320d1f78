import type { Event } from '../../document.ts'
import type { Carried } from '../../verdicts/carry-verdict.ts'
import type { Judgement } from '../../verdicts/fold-verdicts.ts'
import { corrected, findingOf } from '../../verdicts/judged-event.ts'
import { type Finding, type FindingVerdict, REASONS, type Side } from '../../verdicts/verdict.ts'
import type { Ports } from '../ports.ts'
import { type Html, html } from './html.ts'
import { REASON_WORDS, STATE_WORDS } from './words.ts'

/** What the forms need: whose turn it is, what of, and where to go from there. */
export type Judging = {
  readonly reviewer: string
  readonly article: string
  readonly text: string
  readonly event: Event | null
  readonly judgement: Judgement | null
  /** Verdicts that no longer speak of the event as it is, with why. */
  readonly stale: readonly (readonly [FindingVerdict, Carried])[]
  /** Where saving leads, and where undoing does. */
  readonly next: string
  readonly here: string
  /** The queue's own fields, to tell how the event was drawn. */
  readonly queue: Readonly<Record<string, string>>
  /** The line that undo takes back. */
  readonly last: string | null
  readonly ports: Ports
}

const hidden = (fields: Readonly<Record<string, string>>): readonly Html[] =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

/** Sides as one line that can be edited: `Russia@12 = RUS; the rebels@40`. */
export const writeSides = (sides: readonly Side[]): string =>
  sides.map((s) => `${s.text.replace(/\s+/g, ' ')}@${s.start}${s.entity === null ? '' : ` = ${s.entity}`}`).join('; ')

/** The forms that a reviewer judges with. They work without scripts; with them, keys fill and send them. */
export const judgeForms = (judging: Judging): Html => {
  const { event, article, next, here, queue, last, judgement, reviewer } = judging
  const fields = (goto: string, more: Readonly<Record<string, string>> = {}): Html =>
    html`${hidden({ id: judging.ports.newId(), article, goto, here, ...(event ? { event: event.id } : {}), ...queue, ...more })}`
  const mine = judgement?.decisions.get(reviewer)
  return html`<section class="judge" id="judge" aria-labelledby="judge-title"><div class="judge-top"><h3 id="judge-title">Your verdict</h3>
<p class="saved" role="status" id="saved">${mine ? `You ${STATE_WORDS[mine.verdict === 'accept' ? 'accepted' : mine.verdict === 'reject' ? 'rejected' : mine.verdict === 'correct' ? 'corrected' : 'skipped']} this.` : ''}</p></div>
${
  event &&
  html`<form method="post" action="/verdicts" class="decide">${fields(next)}
<button name="verdict" value="accept" class="accept" data-key="a">Accept <kbd>a</kbd></button>
<button name="verdict" value="skip" data-key="n">Skip <kbd>n</kbd></button>
<fieldset class="reject" id="reject"><legend>Reject <kbd>r</kbd></legend>${REASONS.map(
    (reason, i) =>
      html`<button name="reason" value="${reason}" data-reason="${i + 1}"><kbd>${i + 1}</kbd> ${REASON_WORDS[reason]}</button>`,
  )}</fieldset></form>
${correctForm(judging, fields(next, { verdict: 'correct' }))}`
}
<form method="post" action="/verdicts" class="add" id="add">${fields(here, { verdict: 'add' })}
<details class="part" data-part="add"><summary>Add a missed event <kbd>m</kbd></summary>
<label>Trigger, in the words of the text <input name="trigger" required autocomplete="off" data-pick="trigger" data-key="m"></label>
<label>Code <input name="cameo" list="codes" required autocomplete="off" placeholder="type a code or a word"></label>
<label>Source <input name="source" autocomplete="off" data-pick="side" placeholder="words = RUS; words = NATO"></label>
<label>Target <input name="target" autocomplete="off" data-pick="side" placeholder="words = UKR"></label>
<label>Date <input name="date" autocomplete="off" placeholder="1997-05-27"></label>
<label>Place <input name="place" autocomplete="off" placeholder="Paris, FRA"></label>
<button>Add</button></details></form>
<div class="small-forms">
${
  event &&
  html`<form method="post" action="/verdicts">${fields(here, { verdict: 'comment' })}<details class="part" data-part="comment"><summary>Comment <kbd>k</kbd></summary><label>Comment <textarea name="comment" rows="2" required maxlength="4000" data-key="k"></textarea></label><button>Save comment</button></details></form>
<form method="post" action="/verdicts">${fields(here, { verdict: 'flag' })}<button data-key="f"${judgement?.flagged && html` disabled`}>${judgement?.flagged ? 'Flagged' : 'Flag'} <kbd>f</kbd></button></form>`
}
<form method="post" action="/verdicts">${fields(here, { verdict: 'read' })}<button data-key="e">Article read whole <kbd>e</kbd></button></form>
${last && undoForm(last, article, here, judging.ports)}
</div>
${said(judging)}
</section>`
}

/** The form that takes a reviewer's last verdict back. */
export const undoForm = (last: string, article: string, here: string, ports: Ports): Html =>
  html`<form method="post" action="/verdicts">${hidden({ id: ports.newId(), article, goto: here, here, verdict: 'undo', of: last })}<button data-key="u">Undo <kbd>u</kbd></button></form>`

const correctForm = (judging: Judging, fields: Html): Html => {
  const { event, text, judgement, reviewer } = judging
  if (event === null) return html``
  const mine = judgement?.decisions.get(reviewer)
  const was = findingOf(event, text)
  const is: Finding = mine?.verdict === 'correct' ? corrected(was, mine.correction) : was
  return html`<form method="post" action="/verdicts" class="correct" id="correct">${fields}
<details class="part" data-part="correct"${mine?.verdict === 'correct' && html` open`}><summary>Correct</summary>
<label><span>Code <kbd>c</kbd></span><input name="cameo" value="${is.cameo}" list="codes" autocomplete="off" data-key="c"></label>
<label><span>Source <kbd>s</kbd></span><input name="source" value="${writeSides(is.source)}" autocomplete="off" data-pick="side" data-key="s"></label>
<label><span>Target <kbd>t</kbd></span><input name="target" value="${writeSides(is.target)}" autocomplete="off" data-pick="side" data-key="t"></label>
<label><span>Trigger <kbd>w</kbd></span><input name="trigger" value="${`${is.trigger.text}@${is.trigger.start}`}" autocomplete="off" data-pick="trigger" data-key="w"></label>
<label><span>Date <kbd>d</kbd></span><input name="date" value="${is.date ?? ''}" autocomplete="off" placeholder="none" data-key="d"></label>
<label><span>Place <kbd>p</kbd></span><input name="place" value="${is.place === null ? '' : `${is.place.name}${is.place.country === null ? '' : `, ${is.place.country}`}`}" autocomplete="off" placeholder="none" data-key="p"></label>
<label>Status <select name="status">${['asserted', 'reported', 'future', 'hypothetical'].map((s) => html`<option${s === is.status && html` selected`}>${s}</option>`)}</select></label>
<label class="check"><input type="checkbox" name="negated" value="1"${is.negated && html` checked`}> negated</label>
<button>Save correction</button></details></form>`
}

/** What has been said of the event. */
const said = ({ judgement, stale }: Judging): Html => {
  const lines = judgement?.history ?? []
  if (lines.length === 0 && stale.length === 0) return html``
  return html`<h4>What was said</h4><ul class="said">${lines.map((v) => html`<li>${sentence(v)}</li>`)}${stale.map(
    ([v, { note }]) => html`<li class="stale">${sentence(v)} <span class="note">No longer holds: ${note}.</span></li>`,
  )}</ul>`
}

const sentence = (v: FindingVerdict): Html =>
  html`<strong>${v.reviewer}</strong> ${VERBS[v.verdict]}${v.verdict === 'reject' && ` (${REASON_WORDS[v.reason]})`}${v.verdict === 'correct' && ` ${Object.keys(v.correction).join(', ')}`} <time datetime="${v.at}">${v.at.slice(0, 16).replace('T', ' ')}</time>${v.comment && html`<br><q>${v.comment}</q>`}`

const VERBS: Readonly<Record<FindingVerdict['verdict'], string>> = {
  accept: 'accepted it',
  reject: 'rejected it',
  correct: 'corrected',
  skip: 'could not tell',
  flag: 'flagged it',
  comment: 'said',
  add: 'added it',
}

/** The codebook, for fields that complete what is typed. */
export const dataLists = ({ codebook }: Ports): Html =>
  html`<datalist id="codes">${codebook
    .filter((c) => c.name !== '')
    .map((c) => html`<option value="${c.code}">${c.code} ${c.name}</option>`)}</datalist>`
