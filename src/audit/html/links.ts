/** An address of ours with what it is asked; empty parts are left out. */
export const link = (
  path: string,
  params: Readonly<Record<string, string | number | null | undefined>> | string = {},
  more = '',
): string => {
  const own = typeof params === 'string' ? params : new URLSearchParams(Object.entries(params).flatMap(pair)).toString()
  const query = [more, own].filter((part) => part !== '').join('&')
  return query === '' ? path : `${path}?${query}`
}

const pair = ([key, value]: readonly [string, string | number | null | undefined]): [string, string][] =>
  value === null || value === undefined || value === '' ? [] : [[key, String(value)]]
