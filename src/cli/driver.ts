/** What to do where SQLite can't be loaded. npm 12 runs the install scripts of named packages only. */
export const DRIVER_REMEDY =
  'npm rebuild better-sqlite3 --allow-scripts=better-sqlite3 (a C++ compiler and Python are needed where no prebuilt binary fits); where annalist was installed by -g: npm install -g annalist --allow-scripts=better-sqlite3'

/** Whether an error says that better-sqlite3 has no binary here, or one for another Node: its install script was not run, or by another version. */
export const isDriverMissing = (error: Error): boolean =>
  error.message.startsWith('Could not locate the bindings file') || ('code' in error && error.code === 'ERR_DLOPEN_FAILED')

/** What to tell where SQLite can't be loaded. */
export const DRIVER_MISSING = `SQLite can't be loaded: better-sqlite3 was not built for Node ${process.version}`

/**
 * Whether this Node aborts when a statement of a better-sqlite3 that was compiled here is collected: from 24.19 on the headers of Node 24 make it ask for an environment that is
 * gone by then (nodejs/node#65446). Fetched binaries are made with older headers.
 */
export const abortsCompiled = (version: string): boolean => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major === 24 && minor >= 19
}
