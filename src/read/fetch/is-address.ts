/** Whether a path is an address on the web. */
export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path)
