import { isNode, LineCounter, parseDocument, visit } from 'yaml'

/** What a YAML or JSON text says, what is wrong with it, and the line of the nearest node that stands at a path or above it. */
export type Yaml = {
  readonly value: unknown
  readonly faults: readonly { readonly line: number; readonly message: string }[]
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

export const readYaml = (text: string): Yaml => {
  const lines = new LineCounter()
  const tree = parseDocument(text, { lineCounter: lines })
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = tree.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const faults = tree.errors.map(({ linePos, message }) => ({
    line: linePos?.[0].line ?? 1,
    message: message.split('\n')[0]?.replace(/ at line \d+, column \d+:$/, '') ?? message,
  }))
  if (faults.length > 0) return { value: null, faults, lineOf }
  // An alias without its anchor is a fault to nobody until the value is asked for.
  visit(tree, {
    Alias: (_, alias) => {
      if (alias.resolve(tree) === undefined)
        faults.push({
          line: lines.linePos(alias.range?.[0] ?? 0).line,
          message: `"*${alias.source}" refers to "&${alias.source}", which stands nowhere before it; a text that begins with * is written in quotes`,
        })
    },
  })
  if (faults.length > 0) return { value: null, faults, lineOf }
  try {
    return { value: tree.toJS(), faults, lineOf }
  } catch (error) {
    return { value: null, faults: [{ line: 1, message: (error as Error).message }], lineOf }
  }
}
