// What every page shares: the dialog of keys, keys that lead somewhere, and marks that light up with their event.
const dialog = document.getElementById('keys')
for (const opener of document.querySelectorAll('[data-open="keys"]')) opener.addEventListener('click', () => dialog.showModal())

/** Whether keys are for a field just now. */
const typing = (target) => target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return
  if (event.key === '?') dialog.showModal()
  else if (event.key === '/') {
    const search = document.querySelector('input[type="search"]')
    if (search) search.focus()
    else location.assign('/')
  } else if (event.key === 'j' && !document.getElementById('judge')) location.assign(document.querySelector('nav a[href^="/judge"]').href)
  else return
  event.preventDefault()
})

// Marks in the text and cards beside it belong together by event: pointing at the one lights the other, clicking leads there.
const light = (ids, on) => {
  for (const id of ids) {
    for (const mark of document.querySelectorAll(`[data-e~="${CSS.escape(id)}"]`)) mark.classList.toggle('lit', on)
    for (const card of document.querySelectorAll(`[data-card="${CSS.escape(id)}"]`)) card.classList.toggle('lit', on)
  }
}
const idsOf = (element) => (element.dataset.card ? [element.dataset.card] : (element.dataset.e ?? '').split(' '))
for (const element of document.querySelectorAll('[data-e], [data-card]')) {
  for (const [name, on] of [
    ['pointerenter', true],
    ['pointerleave', false],
    ['focusin', true],
    ['focusout', false],
  ])
    element.addEventListener(name, () => light(idsOf(element), on))
  if (element.dataset.card && !element.querySelector('a'))
    element.addEventListener('click', () =>
      document.querySelector(`[data-e~="${CSS.escape(element.dataset.card)}"]`)?.scrollIntoView({ block: 'center' }),
    )
}

// The reading of a sentence is fetched when it is opened.
for (const details of document.querySelectorAll('details[data-fragment]'))
  details.addEventListener(
    'toggle',
    async () => {
      const answer = await fetch(details.dataset.fragment)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fragment = page.getElementById('fragment')
      if (!fragment) return
      fragment.removeAttribute('id')
      details.querySelector('p').replaceWith(document.importNode(fragment, true))
    },
    { once: true },
  )

// The paper scrolls by itself, so that the forms beside it stay where they are.
const paper = document.querySelector('[data-paper]')
const focus = location.hash ? null : document.querySelector('.sentence.focus')
if (paper && focus) paper.scrollTop = focus.offsetTop - paper.offsetTop - paper.clientHeight / 3
