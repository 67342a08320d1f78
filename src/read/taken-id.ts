import { describePlace, type Fault, type Place } from './reading.ts'

/** An article whose id an earlier one has, at the place `first`. */
export const takenId = (id: string, first: string, { line, field }: Place): Fault => ({
  message: `"${id}" is the id of another article, at ${first}; this one is left out`,
  hint: field?.startsWith('record ')
    ? 'archives are read in the order that they are given: of pages that were fetched again the first counts'
    : field?.startsWith('document ')
      ? 'files are read in the order that they are given: of a document that was delivered again the first counts'
      : line === undefined
        ? 'give every article an id of its own; files are called by their names below the folder that is read, without ending'
        : 'give every article an id of its own',
})

/** The id that a message of ours says is taken, and where; null for any other. */
export const takenBy = (message: string): { readonly id: string; readonly first: string } | null => {
  const [, id, first] = /^"([\s\S]*)" is the id of another article, at ([\s\S]*); this one is left out$/.exec(message) ?? []
  return id === undefined || first === undefined ? null : { id, first }
}

/** Whether a described place is in a file. */
export const isIn = (file: string, place: string): boolean => {
  const own = describePlace({ file })
  return place === own || place.startsWith(`${own}:`)
}
