import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import type { StageSettingsInput } from '#lib/settings/settings'
import { DASHBOARD } from '#load/plan/cost/lines/watching'
import { testApp } from '#test/support/app'

interface Widget {
  readonly properties: {
    readonly title: string
    readonly metrics?: readonly (readonly unknown[])[]
    readonly annotations?: { readonly horizontal: readonly { label: string; value: number }[] }
  }
}

function widgetsOf(stage: StageSettingsInput): Widget[] {
  const [dashboard] = Object.values(
    Template.fromStack(testApp(stage).observability).findResources('AWS::CloudWatch::Dashboard'),
  )
  const parts: unknown[] = dashboard?.Properties.DashboardBody['Fn::Join'][1]
  const text = parts
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part).replaceAll(/\W/g, '')))
    .join('')
  return JSON.parse(text).widgets
}

const metricsIn = (widgets: readonly Widget[]) =>
  new Set(
    widgets.flatMap(({ properties }) =>
      (properties.metrics ?? [])
        .filter(([first]) => typeof first === 'string')
        .map((metric) => JSON.stringify(metric.filter((it) => typeof it === 'string'))),
    ),
  )

const linesOf = (widgets: readonly Widget[], title: string) =>
  Object.fromEntries(
    widgets
      .find(({ properties }) => properties.title === title)
      ?.properties.annotations?.horizontal.map(({ label, value }) => [label, value]) ?? [],
  )

test.each(['all', 'few'] as const)(
  'with %s alarms the dashboard has as many metrics as its price counts',
  (alarms) => {
    expect(metricsIn(widgetsOf({ alarms })).size).toBe(DASHBOARD[alarms])
  },
)

test('with few alarms it is free: fifty metrics at most, a canary’s among them', () => {
  const canary = { course: 'caching' }
  expect(metricsIn(widgetsOf({ alarms: 'few', canary })).size).toBeLessThanOrEqual(50)
})

describe('for 20,000 users', () => {
  const canary = { course: 'caching' }
  const widgets = widgetsOf({ users: 20_000, canary })

  test('each function’s calls stand beside what was planned and what is kept warm', () => {
    const lines = linesOf(widgets, 'Calls a second of learning')
    expect(lines['planned, with a burst']).toBeGreaterThan(2_000)
    expect(lines['most that warm environments take']).toBe(3_360)
    expect(linesOf(widgets, 'Calls a second of teaching')['planned, with a burst']).toBeGreaterThan(
      100,
    )
    for (const name of ['catalog', 'pages'])
      expect(widgets.map(({ properties }) => properties.title)).toContain(
        `Calls a second of ${name}`,
      )
  })

  test('the canary’s runs are shown where there is one', () => {
    const titles = (all: readonly Widget[]) =>
      all.filter(({ properties }) => properties.title.startsWith('Canary'))
    expect(titles(widgets)).toHaveLength(1)
    expect(titles(widgetsOf({}))).toHaveLength(0)
  })
})
