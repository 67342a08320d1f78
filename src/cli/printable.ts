/** Bold, dim, underlined, red, green, yellow, cyan, and the end of each: what commands paint with. */
const COLOUR = /^\[(?:[124]|2[24]|3[12369])m/

/**
 * A text for people's terminals: what would drive one (escape sequences in an article, carriage returns, bells) stands as a sign, as ␛ for the escape. Line ends and tabs
 * stay, and where the text is in `colour` the colours that commands use.
 */
export const printable = (text: string, colour = false): string =>
  text.replace(/(?![\n\t])\p{Cc}/gu, (sign, at: number) => {
    const code = sign.charCodeAt(0)
    if (colour && code === 0x1b && COLOUR.test(text.slice(at + 1, at + 12))) return sign
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '�'
  })
