// A field that searches its list while one types: any words of a name, or the beginning of a code. Without scripts the browser's own datalist does.
let made = 0
for (const input of document.querySelectorAll('input[list]')) {
  const options = [...input.list.options].map((option) => ({ value: option.value, text: option.textContent }))
  input.removeAttribute('list')
  const box = document.createElement('ul')
  Object.assign(box, { id: `options-${++made}`, className: 'options', hidden: true })
  box.setAttribute('role', 'listbox')
  box.setAttribute('aria-label', 'Fitting codes')
  input.after(box)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': box.id,
  }))
    input.setAttribute(name, value)

  let active = -1
  const close = () => {
    active = -1
    box.hidden = true
    box.replaceChildren()
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const mark = (index) => {
    active = index
    for (const [i, item] of [...box.children].entries()) item.setAttribute('aria-selected', String(i === index))
    if (index >= 0) {
      input.setAttribute('aria-activedescendant', box.children[index].id)
      box.children[index].scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }
  const take = (item) => {
    input.value = item.dataset.value
    close()
  }
  const search = () => {
    close()
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return
    const fitting = options.filter(({ value, text }) =>
      words.every((word) => (/^\d+$/.test(word) ? value.startsWith(word) : text.toLowerCase().includes(word))),
    )
    if (fitting.length === 0 || (fitting.length === 1 && fitting[0].value === input.value)) return
    box.append(
      ...fitting.slice(0, 40).map(({ value, text }, i) => {
        const item = document.createElement('li')
        Object.assign(item, { id: `${box.id}-${i}`, textContent: text })
        item.dataset.value = value
        item.setAttribute('role', 'option')
        item.setAttribute('aria-selected', 'false')
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          take(item)
        })
        return item
      }),
    )
    box.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }
  input.addEventListener('input', search)
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (box.hidden) return
    const last = box.children.length - 1
    if (event.key === 'ArrowDown') mark(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') mark(active <= 0 ? last : active - 1)
    else if (event.key === 'Enter' && (active >= 0 || !/^\d+$/.test(input.value))) take(box.children[Math.max(0, active)])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
}
