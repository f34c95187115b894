import { describe, expect, test } from 'vitest'
import { environments } from '#contract/platform/environment'
import { mediaSettings } from '#lib/media/media-settings'
import { type StageSettingsInput, settingsOf } from '#lib/settings/settings'
import { targets } from '#lib/settings/targets'
import { withPlan } from '#load/plan/with-plan'
import settings from '../../lectern.settings.ts'

const fill = (stage: StageSettingsInput) => withPlan(stage, 'us-east-1')

describe('the settings of a stage', () => {
  test('are sound for every stage of lectern.settings.ts', () => {
    for (const stage of Object.keys(settings.stages))
      expect(settingsOf(settings, stage, fill).availabilityZones).toBeGreaterThanOrEqual(2)
  })

  test('name no users whom nobody has planned for', () => {
    expect(() => settingsOf({ stages: { prod: { users: 10 } } }, 'prod')).toThrow(
      'The stage "prod" names its users, and nobody has planned for them.',
    )
  })

  test('keep functions warm as the targets say where nothing else is said', () => {
    const asTargeted = { ...targets.provisionedConcurrency, schedule: [] }
    expect(settingsOf({ stages: { prod: {} } }, 'prod').provisioned).toEqual({
      catalog: asTargeted,
      learning: asTargeted,
    })
  })

  test('give a function of its own what it needs, and each of them bounds in order', () => {
    const read = (provisioned: StageSettingsInput['provisioned']) =>
      settingsOf({ stages: { prod: { provisioned } } }, 'prod').provisioned
    const { catalog, learning } = read({ max: 40, functions: { learning: { min: 10 } } })
    expect([catalog.min, catalog.max, learning.min, learning.max]).toEqual([3, 40, 10, 40])
    expect(() => read({ functions: { learning: { min: 30 } } })).toThrow(
      'stages.prod.provisioned.functions.learning.max: must not be below min',
    )
  })

  test.each([
    [{ at: 'rate(5 minutes)' }, 'schedule.0.at: must be cron('],
    [{ at: 'cron(0 8 * * ?)' }, 'schedule.0.at: must be cron('],
    [{ at: 'at(tomorrow)' }, 'schedule.0.at: must be cron('],
    [{ timezone: 'Europe/Madird' }, 'schedule.0.timezone: must be a time zone'],
    [{ min: 30 }, 'schedule.0.max: must not be below min'],
  ])('take no schedule that AWS would not: %o', (wrong, sentence) => {
    const entry = { at: 'cron(0 8 * * ? *)', min: 3, max: 20, ...wrong }
    expect(() =>
      settingsOf({ stages: { prod: { provisioned: { schedule: [entry] } } } }, 'prod'),
    ).toThrow(`stages.prod.provisioned.${sentence}`)
  })

  test('leave the sound as it is and the price to the region, unless they say otherwise', () => {
    const { encoding } = settingsOf({ stages: { prod: {} } }, 'prod')
    expect(encoding).toMatchObject({ normaliseLoudness: false, release: 'admins' })
    expect(encoding.sdMinuteUsd).toBeUndefined()
  })

  test('reach the functions that encode as they were set, each by its own name', () => {
    const set = {
      encoding: {
        monthlyBudgetUsd: 12.5,
        release: 'authors' as const,
        workers: 3,
        normaliseLoudness: true,
        sdMinuteUsd: 0.0089,
      },
      uploads: { maxBytes: 5e9, maxSeconds: 600, codecs: ['AVC', 'HEVC'] },
    }
    const { ENCODING, UPLOADS } = environments['media-ingest']().shape
    const told = mediaSettings(settingsOf({ stages: { prod: set } }, 'prod'))
    expect(ENCODING.parse(told.ENCODING)).toEqual(set.encoding)
    expect(UPLOADS.parse(told.UPLOADS)).toEqual(set.uploads)
  })

  test('have Valkey in one of its forms, and of each what it has', () => {
    const read = (valkey: object) =>
      settingsOf(
        { stages: { prod: Object.assign<StageSettingsInput, object>({}, { valkey }) } },
        'prod',
      ).valkey
    expect(settingsOf({ stages: { prod: {} } }, 'prod').valkey).toEqual({
      form: 'nodes',
      nodeType: 'cache.t4g.small',
      replicas: 1,
    })
    expect(read({ form: 'serverless' })).toEqual({
      form: 'serverless',
      storageGb: 5,
      ecpuPerSecond: 20_000,
    })
    expect(read({ form: 'none' })).toEqual({ form: 'none' })
    for (const valkey of [{ form: 'redis' }, { nodeType: 'cache.t4g.micro' }, {}])
      expect(() => read(valkey)).toThrow(
        'lectern.settings.ts is wrong at stages.prod.valkey.form: must be none, serverless or nodes.',
      )
    expect(() => read({ form: 'none', replicas: 1 })).toThrow('stages.prod.valkey: ')
    expect(() => read({ form: 'nodes', storageGb: 5 })).toThrow('storageGb')
    expect(() => read({ form: 'serverless', ecpuPerSecond: 10 })).toThrow(
      'stages.prod.valkey.ecpuPerSecond: ',
    )
    expect(() => read({ form: 'nodes', nodeType: 't4g.small' })).toThrow(
      'stages.prod.valkey.nodeType: must be a node type of ElastiCache',
    )
  })

  test('name the setting that is wrong', () => {
    expect(() =>
      settingsOf({ stages: { prod: { provisioned: { min: 5, max: 2 } } } }, 'prod'),
    ).toThrow('lectern.settings.ts is wrong at stages.prod.provisioned.max: must not be below min.')
  })

  test('take a domain’s certificate from where CloudFront looks for it alone', () => {
    const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/4f1c-22'
    const domain = { name: 'learn.school.example', certificateArn }
    expect(() => settingsOf({ stages: { prod: { domain } } }, 'prod')).toThrow(
      'stages.prod.domain.certificateArn: must be the ARN of a certificate in us-east-1',
    )
  })

  test('name the stages there are when another is asked for', () => {
    expect(() => settingsOf({ stages: { dev: {}, prod: {} } }, 'stagin')).toThrow(
      'lectern.settings.ts has no stage "stagin". It has: dev, prod.',
    )
  })
})
