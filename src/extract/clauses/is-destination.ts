import { preposition } from './noun-phrase.ts'
import { type Tree, wordAt } from './tree.ts'

/** "on a plane to Chad", "aboard a ferry from Chad", "on the way to Chad": whither or whence somebody travels. */
export const isDestination = (tree: Tree, head: number): boolean => {
  const vehicle = wordAt(tree, head).head
  return (
    vehicle >= 0 &&
    /^(to|from|for)$/.test(preposition(tree, head)) &&
    VEHICLE.test(wordAt(tree, vehicle).lemma) &&
    /^(on|aboard|by|in|onto)$/.test(preposition(tree, vehicle))
  )
}

const VEHICLE = /^(plane|flight|airliner|jet|train|bus|ship|boat|ferry|dinghy|truck|lorry|convoy|way|road|route|path|highway|journey|trip)$/
