// A stretch of time chosen by dragging over the timeline. Months are counted 12 · year + month − 1, as the page gives them.
const yearText = (year) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
const text = (month) => `${yearText(Math.floor(month / 12))}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`

for (const chart of document.querySelectorAll('[data-brush]')) {
  const { first, last, left, right, width } = Object.fromEntries(Object.entries(chart.dataset).map(([key, value]) => [key, Number(value)]))
  const monthAt = (x) => {
    const box = chart.querySelector('svg').getBoundingClientRect()
    const scale = box.width / width
    const share = (x - box.left - left * scale) / ((width - left - right) * scale)
    return first + Math.min(1, Math.max(0, share)) * (last - first)
  }
  // Where there is no room for all of it, the latest is what one looks for first.
  chart.scrollLeft = chart.scrollWidth
  let start = null
  let band = null
  const stretch = (x) => [Math.floor(Math.min(start, monthAt(x))), Math.ceil(Math.max(start, monthAt(x))) - 1]
  chart.addEventListener('pointerdown', (event) => {
    // A finger scrolls the chart; the years in the filter choose.
    if (event.button !== 0 || event.pointerType === 'touch') return
    start = monthAt(event.clientX)
    band = Object.assign(document.createElement('div'), { className: 'brush' })
    band.append(document.createElement('output'))
    chart.append(band)
    chart.setPointerCapture(event.pointerId)
    band.dataset.x = String(event.clientX)
    event.preventDefault()
  })
  chart.addEventListener('pointermove', (event) => {
    if (start === null) return
    const box = chart.getBoundingClientRect()
    const [from, to] = [Number(band.dataset.x), event.clientX].sort((a, b) => a - b)
    band.style.left = `${from - box.left + chart.scrollLeft}px`
    band.style.width = `${to - from}px`
    band.firstChild.textContent = stretch(event.clientX).map(text).join(' to ')
  })
  chart.addEventListener('pointerup', (event) => {
    if (start === null) return
    const moved = Math.abs(event.clientX - Number(band.dataset.x))
    const [from, to] = stretch(event.clientX)
    start = null
    band.remove()
    if (moved < 4) return
    const params = new URLSearchParams(location.search)
    params.set('from', text(from))
    params.set('to', text(Math.max(from, to)))
    location.assign(`/timeline?${params}`)
  })
}
