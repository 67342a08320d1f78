const COLOUR = /^\[[\d;]*m/

/**
 * A text for people's terminals: what would drive one (escape sequences in an article, carriage returns, bells) stands as a sign, as ␛ for the escape. Line ends, tabs and
 * our own colours stay.
 */
export const printable = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}/gu, (sign, at: number) => {
    const code = sign.charCodeAt(0)
    if (code === 0x1b && COLOUR.test(text.slice(at + 1, at + 12))) return sign
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '�'
  })
