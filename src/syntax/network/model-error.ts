/** The bytes are no model that this version can read; the message says what is wrong with them. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
}
