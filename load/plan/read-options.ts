import { Command, InvalidArgumentError, Option } from 'commander'
import { type Service, services } from '#contract/http/route'
import { wholeNumber } from '#load/command/whole-number'
import { regions } from '#load/prices/regions'
import { regionOf } from './with-plan.ts'

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/

function regionName(text: string): string {
  if (REGION.test(text)) return text
  throw new InvalidArgumentError('It must be a region such as eu-west-1.')
}

export interface Options {
  readonly users?: number
  readonly stage: string
  readonly region: string
  readonly monthActive?: number
  readonly json?: true
  /** The file that is written, or true for the one by default. */
  readonly html?: string | true
  readonly explain?: Service
}

/** @throws CommanderError, after it has told in a sentence what is wrong or printed the help */
export const readOptions = (args: readonly string[]): Options =>
  new Command('npm run plan --')
    .description('What must run for so many people who learn at once, and what it costs.')
    .option(
      '--users <count>',
      'how many at once; else what the stage says, else 10,000',
      wholeNumber,
    )
    .option('--stage <name>', 'whose settings in lectern.settings.ts go before the plan', 'prod')
    .option(
      '--region <name>',
      `where it runs; prices are known of ${regions.join(' and ')}`,
      regionName,
      regionOf(process.env),
    )
    .option(
      '--month-active <count>',
      'how many come in a month; else six times those at once',
      wholeNumber,
    )
    .option('--html [file]', 'a page with plots, lectern-plan.html where no file is named')
    .option('--json', 'everything, for machines')
    .addOption(
      new Option('--explain <function>', 'the arithmetic of its environments').choices([
        ...services,
      ]),
    )
    .allowExcessArguments(false)
    .showHelpAfterError('(npm run plan -- --help lists the options)')
    .exitOverride()
    .parse([...args], { from: 'user' })
    .opts<Options>()
