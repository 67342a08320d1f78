import { KERNEL } from './kernel.generated.ts'

/** What scripts/kernel/reader.ts exports; pointers and strides in bytes. */
export type Kernel = {
  readonly dense: (
    rows: number,
    scale: number,
    bias: number,
    groups: number,
    pairs: number,
    x: number,
    xStride: number,
    n: number,
    out: number,
    outStride: number,
  ) => void
  readonly quantize: (x: number, out: number, count: number, inverseStep: number, low: number, top: number) => void
  readonly squashAll: (x: number, out: number, count: number, inverseStep: number, top: number) => void
  readonly quantizeSum: (x: number, y: number, out: number, count: number, inverseStep: number, top: number) => void
  readonly addThree: (before: number, own: number, after: number, bias: number, out: number, count: number, step: number) => void
  readonly scan: (a: number, c: number, n: number, wide: number) => void
  readonly pack: (from: number, out: number, rows: number, pairs: number) => void
  readonly addFar: (row: number, far: number, bucket: number, sides: number, i: number, n: number, rival: number, lead: number) => number
  readonly addThreeFloats: (dep: number, head: number, far: number, out: number, count: number, inverseStep: number, top: number) => void
  readonly best: (x: number, count: number, not: number) => number
  readonly margin: (x: number, families: number, count: number, not: number) => number
}

const PAGE = 65536

/** The part of WebAssembly that is used: neither browser's nor Node's types are asked for. */
type Machine = {
  readonly validate: (code: Uint8Array) => boolean
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}

/** The kernel over a memory of `bytes`, or null where WebAssembly or its SIMD is missing. */
export const startKernel = (bytes: number): { readonly kernel: Kernel; readonly buffer: ArrayBuffer } | null => {
  const machine = (globalThis as { WebAssembly?: Machine }).WebAssembly
  if (!machine) return null
  const code = Uint8Array.from(atob(KERNEL), (c) => c.charCodeAt(0))
  if (!machine.validate(code)) return null
  const memory = new machine.Memory({ initial: Math.ceil(bytes / PAGE) })
  const instance = new machine.Instance(new machine.Module(code), { env: { memory } })
  return { kernel: instance.exports as Kernel, buffer: memory.buffer }
}
