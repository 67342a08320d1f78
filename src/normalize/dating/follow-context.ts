import { noContext, type TimeContext } from './time-context.ts'

/** The context in time of every sentence of an article, reckoned as far as somebody asks. `before` takes a sentence's number, in the order of `add`. */
export type ContextChain = {
  readonly add: (step: (context: TimeContext) => TimeContext) => void
  readonly before: (sentence: number) => TimeContext
}

/** Starts with no context. A step is taken once, when the context behind it is first asked for, and then after all steps before it. */
export const followContext = (): ContextChain => {
  const steps: ((context: TimeContext) => TimeContext)[] = []
  const known: TimeContext[] = [noContext]
  return {
    add: (step) => {
      steps.push(step)
    },
    before: (sentence) => {
      while (known.length <= sentence) {
        const step = steps[known.length - 1]
        if (step === undefined) throw new RangeError(`no context before sentence ${sentence}`)
        known.push(step(known.at(-1) as TimeContext))
      }
      return known[sentence] as TimeContext
    },
  }
}
