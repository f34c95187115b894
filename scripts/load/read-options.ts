import { Command, InvalidArgumentError, Option } from 'commander'
import { wholeNumber } from '#load/command/whole-number'
import { model } from '#load/model/model'
import type { KindName } from '#load/scenarios/flow'
import { loadBursts } from '#load/scenarios/script'

export interface LoadCommand {
  readonly users: number
  readonly minutes: number
  readonly only?: KindName[]
  readonly burst?: keyof typeof loadBursts
  readonly data?: string
  readonly hurry: number
  readonly seed: number
  readonly out: string
  readonly target?: string
  readonly course?: string
  readonly on: 'here' | 'fargate'
  readonly region?: string
  readonly yes?: string
  readonly clean?: boolean
}

/** A token lasts an hour, and people who are prepared need some of it. */
const LONGEST_MINUTES = 50

export function readOptions(args: readonly string[]): LoadCommand {
  const command = new Command('npm run load --')
    .description(
      'Lets people of the traffic model use a site, by Artillery, and says whether its promises are kept. Without --target it starts a local cloud of its own.',
    )
    .option('--users <number>', 'who are there at once', wholeNumber, 200)
    .option('--minutes <number>', 'for which each is', minutesOf, 2)
    .addOption(
      new Option('--only <kinds...>', 'people of some kinds alone').choices(
        Object.keys(model.people),
      ),
    )
    .addOption(
      new Option('--burst <name>', 'only those who come at once, as many as are said of the users')
        .choices(Object.keys(loadBursts))
        .conflicts('only'),
    )
    .option(
      '--hurry <times>',
      'as fast as in the model people go through their steps; videos play no faster',
      wholeNumber,
      1,
    )
    .option('--seed <number>', 'draws other sessions', wholeNumber, 1)
    .option('--data <folder>', 'the data of a local cloud that runs already')
    .addOption(new Option('--target <url>', 'a deployment’s own address').conflicts('data'))
    .option('--course <slug>', 'of a deployment: a published course with a lecture and an article')
    .addOption(
      new Option('--on <place>', 'where Artillery runs')
        .choices(['here', 'fargate'])
        .default('here'),
    )
    .option('--region <region>', 'of Fargate’s machines; by default the deployment’s')
    .option('--yes <name>', 'of a deployment: its name, such as lectern-prod, to load it')
    .option('--clean', 'only removes the accounts that loads of a deployment have left')
    .option('--out <folder>', 'where script and report are left', '.lectern/load')
    .parse(args, { from: 'user' })
  const options = command.opts<LoadCommand>()
  if (options.on === 'fargate' && !options.target)
    command.error(
      'A local cloud can be reached from this machine alone: name a deployment by --target.',
    )
  if (options.target && !options.clean && !options.course)
    command.error(
      'Name a published course of the deployment, with a lecture and an article, by --course.',
    )
  return options
}

function minutesOf(text: string): number {
  const minutes = wholeNumber(text)
  if (minutes <= LONGEST_MINUTES) return minutes
  throw new InvalidArgumentError(
    `Choose ${LONGEST_MINUTES} at most: the people’s tokens last an hour.`,
  )
}
