// Judging by keyboard, over the forms of the page: keys press their buttons and open their fields, words are chosen in the text, and a form is sent without
// leaving the page before the server says that the verdict is on the disk.
const text = document.querySelector('[data-article-text]')
const saved = document.getElementById('saved')
const reject = document.getElementById('reject')

const say = (message, failed = false) => {
  if (!saved) return
  saved.textContent = message
  saved.classList.toggle('failed', failed)
}

// ── sending ─────────────────────────────────────────────────────────────────────────────────────

let sending = false
for (const form of document.querySelectorAll('form[action="/verdicts"]'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (sending) return
    sending = true
    say('Saving …')
    try {
      const answer = await fetch('/verdicts', {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams(new FormData(form, event.submitter)),
      })
      const told = await answer.json()
      if (!answer.ok) {
        say(`Not saved: ${told.error}. ${told.hint}.`, true)
        return
      }
      say(`Saved: ${told.verdict}.`)
      document.body.dataset.saved = told.id
      location.assign(told.next)
    } catch {
      say('Not saved: the server does not answer. Start annalist audit again, reload this page, and judge once more.', true)
    } finally {
      sending = false
    }
  })

// ── choosing words ──────────────────────────────────────────────────────────────────────────────

const pieces = [...(text?.querySelectorAll('[data-o]') ?? [])]
/** A place in the document as an offset in the article. */
const offsetOf = (node, offset) => {
  const owner = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-o]')
  if (!owner) return null
  const before = document.createRange()
  before.selectNodeContents(owner)
  before.setEnd(node, offset)
  return Number(owner.dataset.o) + before.toString().length
}
/** What is selected in the text: its offsets and words, blanks at its ends left out. */
const selected = () => {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || !text?.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return null
  const range = selection.getRangeAt(0)
  const words = range.toString()
  const start = offsetOf(range.startContainer, range.startOffset)
  if (start === null || words.trim() === '') return null
  return { start: start + words.length - words.trimStart().length, text: words.trim() }
}

let words = []
/** The words of the text with their places, found once when they are needed. */
const findWords = () => {
  if (words.length > 0) return words
  const whole = pieces.map((piece) => piece.textContent).join('')
  const first = Number(pieces[0]?.dataset.o ?? 0)
  words = [...whole.matchAll(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)].map((m) => ({
    start: first + m.index,
    end: first + m.index + m[0].length,
  }))
  return words
}
const nodeAt = (offset, end) => {
  for (const piece of pieces) {
    const from = Number(piece.dataset.o)
    const length = piece.textContent.length
    if (end ? offset <= from || offset > from + length : offset < from || offset >= from + length) continue
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT)
    let left = offset - from
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left <= node.length) return [node, left]
      left -= node.length
    }
  }
  return null
}
const rangeOf = (start, end) => {
  const [from, to] = [nodeAt(start, false), nodeAt(end, true)]
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(...from)
  range.setEnd(...to)
  return range
}

/** Choosing words with the arrow keys: which are chosen, and what becomes of them. */
let picking = null
const show = () => {
  const range = rangeOf(words[picking.from].start, words[picking.to].end)
  if (!range) return
  const selection = window.getSelection()
  selection.removeAllRanges()
  selection.addRange(range)
  range.startContainer.parentElement.scrollIntoView({ block: 'nearest' })
  say(`“${range.toString()}”: ← → another word, Shift with them more, Enter takes it, Esc leaves.`)
}
const pick = (take) => {
  const chosen = selected()
  if (chosen) return take(chosen)
  findWords()
  const at = Number(
    text?.querySelector('mark.trigger')?.closest('[data-o]')?.dataset.o ?? text?.querySelector('.sentence.focus [data-o]')?.dataset.o ?? 0,
  )
  const index = Math.max(
    0,
    words.findIndex((w) => w.end > at),
  )
  if (words.length === 0) return
  picking = { from: index, to: index, take }
  document.activeElement?.blur()
  show()
}
const whilePicking = (event) => {
  const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  const last = words.length - 1
  if (move !== undefined && event.shiftKey) picking.to = Math.min(last, Math.max(picking.from, picking.to + move))
  else if (move !== undefined) {
    picking.from = Math.min(last, Math.max(0, (move < 0 ? picking.from : picking.to) + move))
    picking.to = picking.from
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const sentences = [...text.querySelectorAll('[data-s]')].map((s) => Number((s.querySelector('[data-o]') ?? s).dataset.o))
    const here = words[picking.from].start
    const target = event.key === 'ArrowDown' ? sentences.find((s) => s > here) : sentences.findLast((s) => s < here - 1)
    if (target !== undefined)
      picking.from = picking.to = Math.max(
        0,
        words.findIndex((w) => w.start >= target),
      )
  } else if (event.key === 'Enter') {
    const { take } = picking
    picking = null
    take(selected())
  } else if (event.key === 'Escape') {
    picking = null
    window.getSelection().removeAllRanges()
    say('')
  } else return
  event.preventDefault()
  if (picking) show()
}

// ── keys ────────────────────────────────────────────────────────────────────────────────────────

const open = (field) => {
  const part = field.closest('details')
  if (part) part.open = true
  field.focus()
}
/** The code that the page knows for these words, if it knows one. */
const codeFor = (chosen) => {
  for (const input of document.querySelectorAll('#correct [data-pick="side"]'))
    for (const part of input.defaultValue.split(';')) {
      const [, words, , code] = /^\s*(.*?)(@\d+)?\s*=\s*(\S+)\s*$/.exec(part) ?? []
      if (words === chosen.text) return code
    }
  return ''
}
const fill = (input, chosen) => {
  if (!chosen) return
  const written = `${chosen.text.replace(/\s+/g, ' ')}@${chosen.start}`
  open(input)
  if (input.dataset.pick === 'side') {
    // Holding on to what is there would take a mouse to delete: new words take its place, unless the field was emptied or added to by hand.
    const before = input.value !== input.defaultValue && input.value.trim() !== '' ? `${input.value.replace(/;?\s*$/, '')}; ` : ''
    input.value = `${before}${written} = ${codeFor(chosen)}`
  } else input.value = written
  input.setSelectionRange(input.value.length, input.value.length)
  say('')
}

const typing = (target) => target.closest('input, textarea, select') !== null
document.addEventListener('keydown', (event) => {
  if (picking) return whilePicking(event)
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.target.closest('dialog')) return
  if (typing(event.target)) {
    if (event.key === 'Escape') event.target.blur()
    // Within a field of words, the arrow down goes into the text to choose them.
    else if (event.key === 'ArrowDown' && event.target.dataset.pick) pick((chosen) => fill(event.target, chosen))
    else return
    event.preventDefault()
    return
  }
  if (reject?.classList.contains('armed')) {
    const reason = reject.querySelector(`[data-reason="${CSS.escape(event.key)}"]`)
    reject.classList.remove('armed')
    if (reason) {
      event.preventDefault()
      reason.click()
      return
    }
    say('')
  }
  if (event.key === 'r' && reject) {
    reject.classList.add('armed')
    say('Reject: press 1 to 8 for the reason.')
    event.preventDefault()
    return
  }
  const control = /^[a-z]$/.test(event.key) && document.querySelector(`#judge [data-key="${event.key}"]`)
  if (!control) return
  event.preventDefault()
  if (control.tagName === 'BUTTON') control.click()
  else if (control.dataset.pick) pick((chosen) => fill(control, chosen))
  else {
    open(control)
    control.select()
  }
})
