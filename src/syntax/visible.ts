/** Characters that nobody sees: soft hyphens, blanks of no width, marks of the direction of writing. Pages and their editors leave them in and beside words. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

/** A text as it is seen, and where each of its characters stands in the one that was given. */
export type Visible = { readonly text: string; readonly at: readonly number[] }

/** The text without them, or null where it has none. */
export const visible = (text: string): Visible | null => {
  if (!INVISIBLE.test(text)) return null
  const at = Array.from({ length: text.length }, (_, i) => i).filter((i) => !INVISIBLE.test(text[i] as string))
  return { text: at.map((i) => text[i]).join(''), at }
}

/** Where a span of what is seen stands in the text that was given: what is not seen at its edges is outside. */
export const spanIn = ({ at }: Visible, start: number, end: number): { readonly start: number; readonly end: number } => ({
  start: at[start] as number,
  end: (at[end - 1] as number) + 1,
})
