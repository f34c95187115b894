import { describe, expect, test } from 'vitest'
import type { StageSettingsInput } from '#lib/settings/settings'
import { ignored } from '#local/cloud/ignored'
import { openCloud, requireServed } from '#local/cloud/open-cloud'
import { services } from '#local/cloud/services'
import { portsFrom } from '#local/http/ports'
import { testApp } from '#test/support/app'
import settings from '../../lectern.settings.ts'

/** Every setting other than its default, so that whatever resource it brings is there. */
const everything: Required<StageSettingsInput> = {
  users: 50,
  profile: 'standard',
  timezone: 'Europe/Madrid',
  retainData: false,
  availabilityZones: 3,
  provisioned: {
    min: 4,
    max: 5,
    utilisationPercent: 60,
    schedule: [{ at: 'cron(0 8 * * ? *)', timezone: 'Europe/Madrid', min: 5, max: 9 }],
    functions: { learning: { max: 7 } },
  },
  valkey: { form: 'nodes', nodeType: 'cache.t4g.micro', replicas: 2 },
  api: {
    cacheSizeGb: '1.6',
    requestsPerSecond: 100,
    burst: 50,
    metricsByRoute: true,
    requestsPerPerson: 100,
    requestsPerAddress: 100,
    signedInPerAddress: 1_000,
  },
  table: { warm: { reads: 13_000, writes: 5_000 } },
  quotas: { tableReads: 50_000, tableWrites: 50_000, signIns: 200 },
  planned: { catalog: 1, learning: 2, teaching: 3, community: 5, administration: 4 },
  files: { maxBytes: 1_000_000, maxImageBytes: 500_000 },
  uploads: { maxBytes: 1_000_000, maxSeconds: 60, codecs: ['AVC'] },
  warmForOpenings: { comePercent: 40 },
  progress: { heartbeatSeconds: 20 },
  lessons: {},
  reports: { collectSeconds: 300, coolAfterDays: 60, keepDays: null, mostGigabytesAQuery: 5 },
  alarms: 'few',
  encoding: {
    monthlyBudgetUsd: 10,
    release: 'authors',
    workers: 2,
    normaliseLoudness: true,
    sdMinuteUsd: 0.01,
  },
  secretsGeneration: 2,
  firstAdmin: { email: 'ada@school.example', name: 'Ada' },
  mail: { from: 'courses@school.example', name: 'School', verifiedDomain: 'school.example' },
  domain: {
    name: 'learn.school.example',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/4f1c-22',
  },
  logRetentionDays: 7,
  apiWebAcl: false,
  edgeWebAcl: true,
  canary: { course: 'caching' },
  contentEmail: 'content@school.example',
  alarmEmail: 'alarms@school.example',
}

const stages: Record<string, StageSettingsInput> = {
  ...settings.stages,
  everything,
  serverless: { valkey: { form: 'serverless' } },
  small: { profile: 'small' },
}
const clouds = Object.entries(stages).map(([stage, its]) => {
  const { app } = testApp(its)
  app.synth()
  return [stage, openCloud(app.outdir, portsFrom(4200))] as const
})

describe.each(clouds)('the stacks of %s', (_, cloud) => {
  test('have nothing that the local cloud neither serves nor ignores', () => {
    expect(cloud.resources.length).toBeGreaterThan(150)
    requireServed(cloud)
  })
})

describe('the local cloud', () => {
  const served = services.flatMap(({ types }) => Object.keys(types))

  test('names no type that no stack has', () => {
    const there = new Set(clouds.flatMap(([, cloud]) => cloud.resources.map(({ type }) => type)))
    expect([...served, ...Object.keys(ignored)].filter((type) => !there.has(type))).toEqual([])
  })

  test('names each type once, and for what it ignores a reason', () => {
    const all = [...served, ...Object.keys(ignored)]
    expect(all.filter((type, at) => all.indexOf(type) !== at)).toEqual([])
    for (const { because } of Object.values(ignored)) expect(because).toMatch(/^[A-Z].*\.$/)
  })
})
