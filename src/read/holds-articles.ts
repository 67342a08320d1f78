import { peek } from './bytes.ts'
import { unpacked } from './decompress.ts'
import { fileChunks } from './file-chunks.ts'
import { jsonInUtf8 } from './json-in-utf-8.ts'
import { hasUsualText } from './usual-names.ts'

const LOOKED_AT = 1 << 16

/** Whether a file of JSON, which may be settings or notes as well, has a text among its first 64 KB, under a usual key or the one named ("fields.story"). What can't be opened may: its reader tells why not. */
export const holdsArticles = async (file: string, textKey?: string): Promise<boolean> => {
  const bytes = fileChunks(file)
  try {
    const { head } = await peek(await jsonInUtf8((await unpacked(bytes, 4)).chunks), LOOKED_AT)
    return (
      (textKey !== undefined && head.includes(`"${textKey.slice(textKey.lastIndexOf('.') + 1).trim()}"`)) ||
      hasUsualText(head.toString('latin1'))
    )
  } catch {
    return true
  } finally {
    await bytes.return(undefined)
  }
}
