/** A configuration that can't be used: `message` says file, line and field, `hint` what to write instead. */
export class ConfigError extends Error {
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.name = 'ConfigError'
    this.hint = hint
  }
}
