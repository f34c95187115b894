import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { StageSettings } from '#lib/settings/settings'
import { billOf } from '#load/plan/cost/bill'
import { makePlan } from '#load/plan/plan'
import { count, usd } from '#load/plan/report/words'
import { filledBy } from '#load/plan/with-plan'
import { pricesOf } from '#load/prices/regions'

const DOC = 'docs/sizing.md'
const TABLE = /(?<=<!-- sizes -->\n)[\s\S]*?(?=<!-- \/sizes -->)/

function row(users: number): string {
  const plan = makePlan({ users, heartbeatSeconds: 30, region: 'us-east-1' })
  const settings = StageSettings.parse(filledBy(plan, {}))
  const { totalUsd, idleUsd, perLearnerUsd } = billOf(plan, settings, pricesOf('us-east-1'))
  const warm = plan.functions.learning.provisioned
  const it = settings.valkey
  const cells = [
    count(users),
    plan.input.profile,
    count(plan.gateway.arrivals),
    warm ? `${warm.min}, ${Math.max(...warm.floors)}, ${count(warm.max)}` : 'none',
    it.form === 'nodes' ? `2 × ${it.nodeType}` : it.form,
    usd(idleUsd),
    usd(totalUsd),
    usd(perLearnerUsd),
  ]
  return `| ${cells.join(' | ')} |`
}

test('the documentation shows sizes; with `-u` this test writes them there', async () => {
  const table = [
    '| Users at once | Profile | Requests a second, with a burst | Warm | Valkey | Idle | A month | Each learner |',
    '|---|---|---|---|---|---|---|---|',
    ...[100, 1_000, 10_000, 20_000, 100_000].map(row),
    '',
  ].join('\n')
  const text = readFileSync(DOC, 'utf8')
  expect(text).toMatch(TABLE)
  await expect(text.replace(TABLE, table)).toMatchFileSnapshot(`../../../${DOC}`)
})
