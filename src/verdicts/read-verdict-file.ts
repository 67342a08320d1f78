import { readFileSync } from 'node:fs'

/** The text of a verdict file. @throws the errors of the file system, with its name where they leave it out */
export const readVerdictFile = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error
    throw Object.assign(error as Error, { message: `${path} is a folder, no verdict file` })
  }
}
