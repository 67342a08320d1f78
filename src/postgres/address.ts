/** Whether a database is named as one of PostgreSQL. */
export const isPostgres = (name: string): boolean => /^postgres(ql)?:\/\//i.test(name)

/** An address as it may be told: without password and options. What can't be read as an address is not told at all. */
export const toldAddress = (address: string): string => {
  try {
    const { username, hostname, port, pathname } = new URL(address)
    return `postgres://${username && `${username}@`}${hostname}${port && `:${port}`}${pathname}`
  } catch {
    return 'postgres://…'
  }
}
