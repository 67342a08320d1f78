/**
 * Long strings as one text of Latin-1, which Node reads as it is, at a byte a letter: nothing to parse, as there is in a module of eight megabytes. The first line tells
 * in JSON how long each of them is in what follows; one with other letters stands there itself.
 */
export const packText = (fields: Readonly<Record<string, string>>): string => {
  const plain = Object.entries(fields).filter(([, text]) => LATIN.test(text))
  const head = Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, LATIN.test(text) ? text.length : text]))
  return [JSON.stringify(head).replace(/[^ -~]/g, escaped), '\n', ...plain.map(([, text]) => text)].join('')
}

/** The strings back. */
export const unpackText = (text: string): Readonly<Record<string, string>> => {
  let at = text.indexOf('\n') + 1
  const head: Readonly<Record<string, string | number>> = JSON.parse(text.slice(0, at))
  return Object.fromEntries(
    Object.entries(head).map(([key, value]) => {
      if (typeof value === 'string') return [key, value]
      at += value
      return [key, text.slice(at - value, at)]
    }),
  )
}

const LATIN = /^[\0-ÿ]*$/
const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
