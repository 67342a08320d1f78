/** Gathers words into paragraphs: blanks collapse as in a browser, blocks stand apart by an empty line. */
export type BlockText = {
  readonly words: (text: string) => void
  /** Words whose line ends count, as in `pre`: there an empty line ends a paragraph. */
  readonly lines: (text: string) => void
  readonly lineBreak: () => void
  readonly block: () => void
  readonly done: () => string
}

export const blockText = (): BlockText => {
  const blocks: string[] = []
  let current = ''
  // Kept apart: to look at the end of what is gathered costs its length, once a line.
  let open = true
  const block = (): void => {
    const text = current
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim()
    if (text !== '') blocks.push(text)
    current = ''
    open = true
  }
  const words = (text: string): void => {
    const flat = text.replace(/[\s\u00a0]+/g, ' ')
    const piece = open ? flat.trimStart() : flat
    current += piece
    if (piece !== '') open = piece.endsWith(' ')
  }
  const lineBreak = (): void => {
    current += '\n'
    open = true
  }
  return {
    words,
    lines: (text) => {
      for (const [paragraph, part] of text.split(/\r?\n(?:[^\S\n]*\n)+/).entries()) {
        if (paragraph > 0) block()
        for (const [line, piece] of part.split('\n').entries()) {
          if (line > 0) lineBreak()
          words(piece)
        }
      }
    },
    lineBreak,
    block,
    done: () => {
      block()
      return blocks.join('\n\n')
    },
  }
}

/** Elements of HTML, XHTML and NITF that begin a paragraph of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul hedline hl1 hl2 byline dateline block bq note'.split(
    ' ',
  ),
)

/** Elements whose content is no prose. */
export const SILENT: ReadonlySet<string> = new Set(
  'script style noscript template head iframe object svg math select textarea button input nav audio video canvas media-reference media-metadata docdata'.split(
    ' ',
  ),
)
