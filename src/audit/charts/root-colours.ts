/** A colour for each root: blues and greens cooperate, ambers and reds are in conflict; within a class lighter to darker. */
const COLOURS: Readonly<Record<string, string>> = {
  '01': '#b9cfe4',
  '02': '#94b7d8',
  '03': '#6f9dc9',
  '04': '#4a82b8',
  '05': '#2f669c',
  '06': '#8fc3a3',
  '07': '#5ba57a',
  '08': '#2f8557',
  '09': '#efd9a0',
  '10': '#e6c372',
  '11': '#dcab48',
  '12': '#c9902c',
  '13': '#ab741c',
  '14': '#e8a08c',
  '15': '#dd8069',
  '16': '#cf6350',
  '17': '#bb483c',
  '18': '#a1312e',
  '19': '#831f25',
  '20': '#5f121c',
}

export const rootColour = (root: string): string => COLOURS[root] ?? '#888888'
