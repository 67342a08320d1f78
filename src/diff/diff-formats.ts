/** How a diff can be written. */
export const DIFF_FORMATS = ['text', 'markdown', 'json', 'html'] as const
