import type { Plan } from '#load/plan/plan'
import type { Prices } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'

/** Of those who come in a month: who is new confirms an address, others forget passwords or are told of a video. Assumed. */
const MAILS = 0.3

export function peopleLines({ input }: Plan, { people }: Prices): CostLine[] {
  const paying = Math.max(0, input.monthActive - people.free)
  const mails = (input.monthActive * MAILS) / 1_000
  return [
    {
      group: 'People',
      what: 'Sign-in',
      usd: paying * people.monthActive.essentials,
      how: `${figure(input.monthActive)} who come in the month, of whom ${figure(people.free)} are free; Cognito's plan Essentials`,
    },
    {
      group: 'People',
      what: 'Mails',
      usd: mails * people.thousandMails,
      how: `${figure(mails * 1_000)} by SES, ${MAILS} for each who comes`,
    },
  ]
}
