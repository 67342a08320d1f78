/**
 * Compiles scripts/kernel/reader.ts (AssemblyScript) into src/syntax/network/kernel.generated.ts:
 *
 *     npx tsx scripts/build-kernel.ts
 *
 * tests/syntax/network/kernel.test.ts checks that the file in the repository is what this makes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const SOURCE = fileURLToPath(new URL('kernel/reader.ts', import.meta.url))
export const TARGET = fileURLToPath(new URL('../src/syntax/network/kernel.generated.ts', import.meta.url))

/** The text of kernel.generated.ts. */
export const buildKernel = async (): Promise<string> => {
  const source = readFileSync(SOURCE, 'utf8')
  let binary: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    ['reader.ts', '--outFile', 'reader.wasm', '-O3', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--use', 'abort='],
    {
      readFile: (name: string) => (name === 'reader.ts' ? source : null),
      writeFile: (name: string, contents: string | Uint8Array) => {
        if (name === 'reader.wasm' && typeof contents !== 'string') binary = contents
      },
      listFiles: () => [],
    },
  )
  if (error || !binary) throw new Error(`the kernel does not compile: ${error?.message ?? ''}\n${stderr.toString()}`)
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(/.{1,120}/g) ?? []
  return [
    '// Made by scripts/build-kernel.ts from scripts/kernel/reader.ts: change that, not this.',
    `// ${binary.length} bytes of WebAssembly, in base64.`,
    'export const KERNEL =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')}`,
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await buildKernel()
  writeFileSync(TARGET, text)
  console.log(text.split('\n')[1])
}
