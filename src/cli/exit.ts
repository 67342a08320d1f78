/** How a command ends. */
export const EXIT = { done: 0, failed: 1, usage: 2, quarantined: 3, database: 4, interrupted: 130 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** A command line that asks for what can't be: what is wrong, and what to write instead. */
export class UsageError extends Error {
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.name = 'UsageError'
    this.hint = hint
  }
}
