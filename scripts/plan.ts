import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import type { StageSettingsInput } from '#lib/settings/settings'
import { answer } from '#load/plan/answer'
import { billOf } from '#load/plan/cost/bill'
import { savingsOf } from '#load/plan/cost/savings'
import { explain } from '#load/plan/explain'
import { page } from '#load/plan/page/page'
import { type Options, readOptions } from '#load/plan/read-options'
import { costTables } from '#load/plan/report/cost'
import { sizingTables } from '#load/plan/report/sizing'
import { inText } from '#load/plan/report/text'
import settings from '../lectern.settings.ts'

const DEFAULT_FILE = 'lectern-plan.html'

function main(args: readonly string[]): void {
  const options = readOptions(args)
  const found = answer(settings, options)
  const { plan, stage, prices, contradictions } = found
  const bill = billOf(plan, found.settings, prices)
  const savings = savingsOf(plan, stage, bill, prices)
  if (options.json) {
    const { model: _, ...rest } = plan
    console.log(
      JSON.stringify(
        { plan: rest, settings: found.settings, contradictions, bill, savings, prices },
        null,
        2,
      ),
    )
    return
  }
  if (options.explain) {
    console.log(explain(plan, options.explain).join('\n'))
    return
  }
  const tables = [...sizingTables(plan, found.settings), ...costTables(plan, bill, savings, prices)]
  if (options.html) {
    const file = resolve(options.html === true ? DEFAULT_FILE : options.html)
    writeFileSync(file, page({ plan, stage, bill, prices, tables, contradictions }))
    console.log(`The plan is in ${file}`)
    return
  }
  const { users, profile, monthActive, region } = plan.input
  const title = `Lectern for ${users.toLocaleString('en')} people at once, ${monthActive.toLocaleString('en')} in a month: ${profile}, in ${region}, with what lectern.settings.ts says of the stage ${options.stage}`
  console.log(
    [
      title,
      ...(isAssumed(stage, options)
        ? [
            `The stage names no users: it is deployed with each setting's default. This is what ${users.toLocaleString('en')} would come to.`,
          ]
        : []),
      ...tables.map(inText),
      ...contradictions.map((it) => `! ${it}`),
      nextSteps(options.stage, users, stage.users === users),
    ].join('\n\n'),
  )
}

const isAssumed = ({ users, profile }: StageSettingsInput, options: Options): boolean =>
  (users ?? profile ?? options.users) === undefined

function nextSteps(stage: string, users: number, isSaid: boolean): string {
  const say = isSaid
    ? []
    : [
        `say it: lectern.settings.ts, ${stage}: { users: ${users.toLocaleString('en').replaceAll(',', '_')} }`,
      ]
  const steps = [
    ...say,
    'ask for the quotas above that are not enough',
    `see what changes: npx cdk diff -c stage=${stage}`,
    `deploy it: npx cdk deploy --all -c stage=${stage}`,
  ]
  return [
    'What is next',
    '────────────',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n')
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof CommanderError))
    console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1
}
