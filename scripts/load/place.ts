/** Where Artillery runs: here, or on so many machines of Fargate in a region, for as long as they may take. */
export type Place =
  | 'here'
  | { readonly region: string; readonly machines: number; readonly seconds: number }

/** So many people one of Fargate's machines plays; each asks hardly more than once a second, for segments. */
const PEOPLE_PER_MACHINE = 500

export const machinesFor = (people: number): number => Math.ceil(people / PEOPLE_PER_MACHINE)

/** Until a machine has started, and until Artillery has what it measured. */
const BESIDE_SECONDS = 900

/**
 * Artillery's arguments. On Fargate each machine runs the whole script, and none goes on for long where whoever started it is
 * gone: https://www.artillery.io/docs/reference/cli/run-fargate
 */
export function commandOf(place: Place): string[] {
  const files = ['--output', 'report.json', 'script.json']
  if (place === 'here') return ['run', ...files]
  const { region, machines, seconds } = place
  // With a unit, though its page says seconds: a bare number is taken for none.
  const longest = `${Math.ceil(seconds) + BESIDE_SECONDS}s`
  return [
    ...['run-fargate', '--region', region, '--count', String(machines)],
    ...['--max-duration', longest],
    ...files,
  ]
}
