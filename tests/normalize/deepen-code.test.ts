import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

const codesOf = (text: string): readonly string[] =>
  extract({ id: 'case', text, published: '2024-05-20', title: null, url: null, kind: null }).events.map(({ action }) => action.cameo)

test.each([
  ['Amnesty International urged Saudi Arabia on Monday to free 11 women activists.', '0253'],
  ['Mali urged Chad on Monday to free detained clerics of the opposition.', '0253'],
  ['Chad called on Sudan and Libya to start a dialogue.', '026'],
  ['Ghana ordered Togo to settle the dispute over the border.', '107'],
  ['Kenya decided to pull out its troops from Somalia.', '0356'],
  ['Norway offered to host talks between Sudan and Chad.', '036'],
  ['Peru refused to attend the summit in Quito.', '125'],
  ['Iran rejected a Saudi proposal for a meeting in Jeddah.', '125'],
  ['Libya told Chad that it needs to withdraw its troops.', '1056'],
  ['Libya told the rebels that they must withdraw their troops.', '1056'],
  ['Uruguay proposed on Sunday that Chad and Sudan meet in Montevideo.', '026'],
  ['Chad agreed to hand power to civilians.', '0344'],
  ['Ecuador threatened to recall its ambassador from Peru.', '1313'],
  ['The rebels agreed to hand over their weapons to Togo.', '0356'],
  ['Egypt threatened to send its army to Libya.', '138'],
  ['Mali threatened to expel the UN peacekeepers.', '136'],
  ['Mali threatened to expel French diplomats.', '1313'],
])('%s is %s by the act below the verb', (text, code) => {
  expect(codesOf(text)).toContain(code)
})

test.each([
  ['Israel told Egypt that they must strike Hamas.', '100'],
  ['Canada promised access to free legal aid for refugees from Chad.', '0841'],
  ['Mali urged a return to free debate with Chad.', '0841'],
])('%s is not %s: what is told of others, or is free by itself', (text, code) => {
  expect(codesOf(text)).not.toContain(code)
})

test.each([
  ['Sudan urged Chad not to free the rebels.', '020'],
  ['The EU gave the junta in Niger a week to free the president or face sanctions.', '139'],
  ['Chad asked Sudan to hand over rebels who had attacked its army.', '0253'],
  ['Chad asked Sudan to free two soldiers and disband its militias.', '0253'],
])('%s is %s: what shall not be done tells nothing, and what an entry tells itself, stands', (text, code) => {
  expect(codesOf(text)[0]).toBe(code)
})

test.each([
  ['Iran rejected a Saudi proposal for a meeting.', '125', ['meet']],
  ['Peru refused to attend the summit.', '125', ['meet']],
  ['Israel rejected a request to release Palestinian prisoners.', '1243', ['yield']],
  ['Chad refused to send food to Sudan.', '1223', ['assist']],
  ['Chad asked Sudan to free two soldiers.', '0253', ['yield']],
  ['Ecuador threatened to recall its ambassador from Peru.', '1313', ['relations']],
])('%s: %s of the modes %j', (text, code, modes) => {
  const [event] = extract({ id: 'case', text, published: '2024-05-20', title: null, url: null, kind: null }).events
  expect([event?.action.cameo, event?.action.modes]).toEqual([code, modes])
})

test.each([
  ['The European Union will not lift its arms embargo on China.', '1244'],
  ['Hamas would not free the Israeli hostages.', '1243'],
  ['Ukraine would not negotiate with Russia.', '125'],
  ['Syria will not withdraw from Lebanon.', '1246'],
  ['Ghana will not praise Togo.', '120'],
  ['Ghana will not attack Togo.', '190'],
])('%s is %s: a will that is negated refuses what it is about', (text, code) => {
  const { events } = extract({ id: 'a', text, published: '2024-05-20', title: null, url: null, kind: null })
  expect(events[0]?.action.cameo).toBe(code)
})

test.each([
  ['Iran said it would break off relations with Peru if the base stayed.', '1313'],
  ["Turkey's president said Ankara would expel Dutch diplomats unless the vote was held.", '1313'],
  ['Kenya said that it would attack Somalia if the raids went on.', '1384'],
])('%s is a threat, %s, by what the speaker himself would do on a condition', (text, code) => {
  expect(codesOf(text)).toContain(code)
})

test.each([
  ['Iran said Peru would break off relations with Chile if the base stayed.', '1313'],
  ['Iran said it would break off relations with Peru.', '1313'],
  ['Iran said it would not attack Oman if talks went on.', '1384'],
  ['France said it would send aid to Chad if the army withdrew.', '130'],
])('%s is no threat, %s', (text, code) => {
  expect(codesOf(text)).not.toContain(code)
})
