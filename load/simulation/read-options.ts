import { Command, InvalidArgumentError, Option } from 'commander'
import { wholeNumber } from '#load/command/whole-number'
import { quotas } from '#load/plan/figures/quotas'
import { trackings } from './aws/target-tracking.ts'
import { type Fault, faultKinds } from './scenario.ts'
import type { Asked } from './scenario-of.ts'

/** With what is to be made of the run. */
export interface Options extends Asked {
  /** Where the page goes; true: where it likes. */
  readonly html?: string | true
  readonly sweep: boolean
}

/** @throws CommanderError, after it has told in a sentence what is wrong or printed the help */
export const readOptions = (args: readonly string[]): Options =>
  new Command('npm run simulate --')
    .description(
      'Plays the traffic of a term’s busiest hour against the settings of a stage, event by event.',
    )
    .option('--users <count>', 'how many are there at once', wholeNumber, 10_000)
    .option(
      '--built-for <count>',
      'for how many the plan sizes the stage; else what it says itself',
      wholeNumber,
    )
    .option('--hours <count>', 'how long', hours, 2)
    .option('--exam', 'an exam that a fifth begin within a minute, at half-time', false)
    .option('--lecture', 'a lecture that half of all open within a minute, at half-time', false)
    .option('--seed <number>', 'another one is another day of the same traffic', wholeNumber, 1)
    .option('--stage <name>', 'whose settings in lectern.settings.ts', 'prod')
    .addOption(
      new Option(
        '--tracking <measure>',
        'what scaling follows: calls as ours does, or concurrency as AWS’s own',
      )
        .choices([...trackings])
        .default('calls'),
    )
    .option(
      '--concurrency <count>',
      'Lambda’s concurrent executions of the account',
      wholeNumber,
      1_000,
    )
    .option(
      '--sign-ins-per-second <count>',
      'Cognito’s quota of the account',
      wholeNumber,
      quotas.signIns.amount(),
    )
    .option(
      '--fault <what:minute>',
      `${faultKinds.join(', ')}, as in zone:60; may be said again`,
      faults,
      [],
    )
    .option('--html [file]', 'writes a page with plots')
    .option(
      '--sweep',
      'finds how many users break each promise, up to eight times as many, in runs of half an hour',
      false,
    )
    .allowExcessArguments(false)
    .showHelpAfterError('(npm run simulate -- --help lists the options)')
    .exitOverride()
    .parse([...args], { from: 'user' })
    .opts<Options>()

function hours(text: string): number {
  const number = Number(text)
  if (number >= 0.1 && number <= 24) return number
  throw new InvalidArgumentError('It must be a number of hours from 0.1 to 24.')
}

function faults(text: string, before: readonly Fault[]): Fault[] {
  const [name, minute = ''] = text.split(':')
  const kind = faultKinds.find((one) => one === name)
  const atSeconds = Number(minute) * 60
  if (kind && minute !== '' && atSeconds >= 0) return [...before, { kind, atSeconds }]
  throw new InvalidArgumentError(`It must be ${faultKinds.join(', ')} and a minute, as in zone:60.`)
}
