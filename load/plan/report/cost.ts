import { hurryOf } from '#load/model/rates'
import type { Bill } from '#load/plan/cost/bill'
import { costGroups } from '#load/plan/cost/line'
import type { Saving } from '#load/plan/cost/savings'
import type { Plan } from '#load/plan/plan'
import type { Prices } from '#load/prices/prices'
import type { Table } from './table.ts'
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
  const remembered = Object.entries(prices.known)
    .filter(([, { how }]) => how === 'memory')
    .map(([group]) => group)
  return {
    title: `An ordinary month in ${prices.region}`,
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
      `Prices of ${prices.asOf}, without taxes and discounts. From memory of AWS’s pages, to be checked: ${remembered.join(', ')}.`,
      `Billed is what people ask by the model’s steps; planned for is ${count(hurryOf(plan.model))} times that besides heartbeats, as a margin.`,
    ],
  }
}

function edgeTable({ edge }: Bill): Table {
  return {
    title: 'CloudFront: as you go, or a flat rate',
    head: ['', 'USD a month', 'of its requests', 'of its data', ''],
    rows: [
      ['as you go', usd(edge.asYouGoUsd), '', '', ''],
      ...edge.flat.map(({ name, usd: amount, requests, data, isEnough }) => [
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
    rows: savings.map(({ what, usd: amount, price }) => [what, usd(amount), price]),
    figures: [1],
    notes: [],
  }
}
