import { hurryOf } from '#load/model/rates'
import type { Bill } from '#load/plan/cost/bill'
import { costGroups } from '#load/plan/cost/lines/line'
import type { Saving } from '#load/plan/cost/savings'
import type { Plan } from '#load/plan/plan'
import type { TableProps as Table } from '#load/plot/html'
import type { Known } from '#load/prices/known'
import type { Prices } from '#load/prices/prices'
import { count, percent, usd } from './words.ts'

export const costTables = (
  plan: Plan,
  bill: Bill,
  savings: readonly Saving[],
  prices: Prices,
): Table[] => [billTable(plan, bill, prices), edgeTable(bill), savingsTable(savings)]

function billTable(
  plan: Plan,
  { lines, totalUsd, perLearnerUsd, idleUsd }: Bill,
  prices: Prices,
): Table {
  const groupsKnown = (by: Known['how']) =>
    Object.entries(prices.known)
      .filter(([, { how }]) => how === by)
      .map(([group]) => group)
      .join(', ') || 'none'
  const but = Object.entries(prices.known).flatMap(([group, it]) =>
    it.but ? [`${group} (${it.but})`] : [],
  )
  return {
    title: `An ordinary month, by the prices of ${prices.region}`,
    head: ['', '', 'USD', ''],
    rows: [
      ...costGroups.flatMap((group) =>
        lines
          .filter((line) => line.group === group)
          .map(({ what, usd: amount, how }, index) => [
            index === 0 ? group : '',
            what,
            usd(amount),
            how,
          ]),
      ),
      [
        '',
        'Together',
        usd(totalUsd),
        `${usd(perLearnerUsd)} for each of ${count(plan.input.monthActive)} who come`,
      ],
      ['', 'Idle, before anybody comes', usd(idleUsd), ''],
    ],
    figures: [2],
    notes: [
      ...(prices.region === plan.input.region
        ? []
        : [
            `No prices of ${plan.input.region} are known here: these are of ${prices.region}, some per cent off.`,
          ]),
      `Prices of ${prices.asOf}, without taxes and discounts. Read on pages that load/prices names: ${groupsKnown('read')}. Heard, as we remember them: ${groupsKnown('heard')}. From memory alone, to be checked: ${groupsKnown('memory')}.`,
      ...(but.length > 0 ? [`Of these, otherwise: ${but.join('; ')}.`] : []),
      `Billed is what people ask by the model’s steps; planned for is ${count(hurryOf(plan.model))} times that besides heartbeats, as a margin.`,
    ],
  }
}

/** The flat rates that are too small, and the first that is not. */
function edgeTable({ edge }: Bill): Table {
  const enough = edge.flat.findIndex(({ isEnough }) => isEnough)
  const shown = enough === -1 ? edge.flat : edge.flat.slice(0, enough + 1)
  return {
    title: 'CloudFront: as you go, or a flat rate',
    head: ['', 'USD a month', 'of its requests', 'of its data', ''],
    rows: [
      ['as you go', usd(edge.asYouGoUsd), '', '', ''],
      ...shown.map(({ name, usd: amount, requests, data, isEnough }) => [
        name,
        usd(amount),
        percent(requests),
        percent(data),
        isEnough ? 'holds it' : 'too small',
      ]),
    ],
    figures: [1, 2, 3],
    notes: [edge.sentence],
  }
}

function savingsTable(savings: readonly Saving[]): Table {
  return {
    title: 'What each would save in a month',
    head: ['', 'USD', 'and what it costs'],
    rows: savings
      .filter(({ usd: amount }) => Math.abs(amount) >= 0.01)
      .map(({ what, usd: amount, price }) => [what, usd(amount), price]),
    figures: [1],
    notes: ['What costs more has a minus.'],
  }
}
