import { Command, InvalidArgumentError } from 'commander'

export interface Flags {
  readonly port: number
  readonly data: string
  readonly fresh: boolean
  readonly demo: boolean
}

/** Reads the command line; ends the process for `--help` and for what it cannot read. */
export function parseFlags(argv: readonly string[]): Flags {
  return new Command('npm start --')
    .description('Runs Lectern on this machine: the synthesized stacks, without AWS.')
    .option('--port <number>', 'the site; the six ports after it are taken too', portNumber, 4200)
    .option('--data <directory>', 'where everything is kept', '.lectern')
    .option('--fresh', 'forget everything and start over', false)
    .option('--no-demo', 'make no demo course')
    .parse(argv)
    .opts<Flags>()
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1024 || port > 65_529)
    throw new InvalidArgumentError('Choose a whole number from 1024 to 65529.')
  return port
}
