/** Gold or predictions that can't be read: `message` says file, line and field, `hint` what to write instead. */
export class ScoreError extends Error {
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.name = 'ScoreError'
    this.hint = hint
  }
}
