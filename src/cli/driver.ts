/** What to do where SQLite can't be loaded. npm 12 runs the install scripts of named packages only. */
export const DRIVER_REMEDY =
  'npm rebuild better-sqlite3 --allow-scripts=better-sqlite3 (a C++ compiler and Python are needed where no prebuilt binary fits); where annalist was installed by -g: npm install -g annalist --allow-scripts=better-sqlite3'

/** Why SQLite can't be loaded, by an error of better-sqlite3: it has no binary here (its install script was not run), one for another Node, or one that this system doesn't load. Null for other errors. */
export const whyNoDriver = (error: Error): string | null => {
  const isForeign = 'code' in error && error.code === 'ERR_DLOPEN_FAILED'
  if (
    error.message.startsWith('Could not locate the bindings file') ||
    (isForeign && /NODE_MODULE_VERSION|different Node/.test(error.message))
  )
    return `SQLite can't be loaded: better-sqlite3 was not built for Node ${process.version}`
  return isForeign ? `SQLite can't be loaded: ${error.message.split('\n')[0]}` : null
}

/**
 * Whether this Node aborts when a statement of a better-sqlite3 that was compiled here is collected: from 24.19 on the headers of Node 24 make it ask for an environment that is
 * gone by then (nodejs/node#65446). Fetched binaries are made with older headers.
 */
export const abortsCompiled = (version: string): boolean => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major === 24 && minor >= 19
}
