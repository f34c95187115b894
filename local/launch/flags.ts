import { Command, InvalidArgumentError, Option } from 'commander'

export interface Flags {
  readonly port: number
  readonly data: string
  readonly fresh: boolean
  readonly demo: boolean
  /** What a stage for development saves costs nothing here, and what production has is to be seen here. */
  readonly valkey: 'none' | 'serverless' | 'nodes'
}

/** Reads the command line; ends the process for `--help` and for what it cannot read. */
export function parseFlags(argv: readonly string[]): Flags {
  return new Command('npm start --')
    .description('Runs Lectern on this machine: the synthesized stacks, without AWS.')
    .option('--port <number>', 'the site; the seven ports after it are taken too', portNumber, 4200)
    .option('--data <directory>', 'where everything is kept', '.lectern')
    .option('--fresh', 'forget everything and start over', false)
    .option('--no-demo', 'make no demo course')
    .addOption(
      new Option('--valkey <form>', 'in which form the stacks have Valkey')
        .choices(['none', 'serverless', 'nodes'])
        .default('nodes'),
    )
    .parse(argv)
    .opts<Flags>()
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1024 || port > 65_528)
    throw new InvalidArgumentError('Choose a whole number from 1024 to 65528.')
  return port
}
