import { ModelError } from './model-error.ts'

/** How wide the layers are. */
export type Sizes = {
  readonly word: number
  readonly affix: number
  readonly form: number
  readonly wide: number
  readonly arc: number
  readonly label: number
  readonly tag: number
}

/** A matrix of int16 rows, and what one step of each row's sum of products is worth. */
export type Matrix = { readonly rows: Int16Array; readonly scale: Float32Array; readonly width: number }

/** The model's numbers; train/export.py writes them, train/network.py tells what they do. */
export type Weights = {
  readonly sizes: Sizes
  readonly upos: readonly string[]
  readonly labels: readonly string[]
  /** Where the classes of distance begin. */
  readonly distances: readonly number[]
  /** What one step of the quantized activations is worth. */
  readonly steps: { readonly arc: number; readonly pair: number; readonly tag: number; readonly label: number }
  readonly keys: Uint32Array
  readonly words: Int8Array
  readonly affixes: Int8Array
  readonly form: Matrix
  readonly formBias: Float32Array
  /** What stands before the first word and after the last. */
  readonly edge: Int16Array
  readonly window: Matrix
  readonly second: Matrix
  readonly scanBias: Float32Array
  readonly heads: Matrix
  readonly headsBias: Float32Array
  readonly pair: Matrix
  readonly pairBias: Float32Array
  readonly rootArc: Int16Array
  readonly far: Matrix
  readonly farBias: Float32Array
  readonly rootLabel: Float32Array
  readonly labelFar: Float32Array
  readonly labelOut: Matrix
  readonly labelBias: Float32Array
  readonly tagOut: Matrix
  readonly tagBias: Float32Array
}

type Description = Pick<Weights, 'sizes' | 'upos' | 'labels' | 'distances' | 'steps'> & {
  readonly sections: Readonly<Record<string, readonly [kind: string, start: number, length: number]>>
}

/** Views of the sections of a model file's data. `start` is where the data begin in the buffer, a multiple of 8. */
export const readWeights = (description: Description, buffer: ArrayBuffer, start: number): Weights => {
  const section = (name: string, kind: string): readonly [number, number] => {
    const found = description.sections[name]
    if (found?.[0] !== kind) throw new ModelError(`the model lacks its section "${name}" (${kind})`)
    return [start + found[1], found[2]]
  }
  const f32 = (name: string): Float32Array => new Float32Array(buffer, ...section(name, 'f32'))
  const i16 = (name: string): Int16Array => new Int16Array(buffer, ...section(name, 'i16'))
  const matrix = (name: string): Matrix => {
    const rows = i16(name)
    const scale = f32(`${name}Scale`)
    return { rows, scale, width: rows.length / scale.length }
  }
  const { sizes, upos, labels, distances, steps } = description
  return {
    sizes,
    upos,
    labels,
    distances,
    steps,
    keys: new Uint32Array(buffer, ...section('keys', 'u32')),
    words: new Int8Array(buffer, ...section('words', 'i8')),
    affixes: new Int8Array(buffer, ...section('affixes', 'i8')),
    form: matrix('form'),
    formBias: f32('formBias'),
    edge: i16('edge'),
    window: matrix('window'),
    second: matrix('second'),
    scanBias: f32('scanBias'),
    heads: matrix('heads'),
    headsBias: f32('headsBias'),
    pair: matrix('pair'),
    pairBias: f32('pairBias'),
    rootArc: i16('rootArc'),
    far: matrix('far'),
    farBias: f32('farBias'),
    rootLabel: f32('rootLabel'),
    labelFar: f32('labelFar'),
    labelOut: matrix('labelOut'),
    labelBias: f32('labelBias'),
    tagOut: matrix('tagOut'),
    tagBias: f32('tagBias'),
  }
}
