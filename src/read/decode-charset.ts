/** What stands in windows-1252 where Latin-1 has controls: 0x80 to 0x9f. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Bytes in a character set that the platform knows by this name; throws where it knows none, or `fatal` and they are not in it. Node 20 takes windows-1252, which pages that say
 * iso-8859-1 are in as well, for Latin-1 (nodejs/node#56542): its quotation marks and dashes came out as controls.
 */
export const decodeCharset = (bytes: Uint8Array, charset: string, fatal = false): string => {
  const decoder = new TextDecoder(charset, { fatal })
  const text = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] as string) : text
}
