import { describe, expect, test } from 'vitest'
import { encodingVariables } from '#lib/media/encoding-variables'
import { settingsOf } from '#lib/settings/settings'
import { targets } from '#lib/settings/targets'
import settings from '../../lectern.settings.ts'

describe('the settings of a stage', () => {
  test('are sound for every stage of lectern.settings.ts', () => {
    for (const stage of Object.keys(settings.stages))
      expect(settingsOf(settings, stage).availabilityZones).toBeGreaterThanOrEqual(2)
  })

  test('keep functions warm as the targets say where nothing else is said', () => {
    expect(settingsOf({ stages: { prod: {} } }, 'prod').provisioned).toEqual(
      targets.provisionedConcurrency,
    )
  })

  test('leave the sound as it is and the price to the region, unless they say otherwise', () => {
    const told = (encoding: object) =>
      encodingVariables(settingsOf({ stages: { prod: { encoding } } }, 'prod'))
    expect(told({})).toMatchObject({ NORMALISE_LOUDNESS: 'false', SD_MINUTE_USD: '' })
    expect(told({ normaliseLoudness: true, sdMinuteUsd: 0.0089 })).toMatchObject({
      NORMALISE_LOUDNESS: 'true',
      SD_MINUTE_USD: '0.0089',
    })
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
