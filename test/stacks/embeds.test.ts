import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { type StageSettingsInput, settingsOf } from '#lib/settings/settings'
import { testApp } from '#test/support/app'
import settings from '../../lectern.settings.ts'

const SLIDES = 'https://slides.school.example'

/** What the setting comes to: in the pages' security policy, for the client and for the function that checks. */
function told(stage: StageSettingsInput) {
  const { app, api, edge } = testApp(stage)
  const { directory } = app.synth()
  const policies = Template.fromStack(edge).findResources('AWS::CloudFront::ResponseHeadersPolicy')
  const [config] = globSync('asset.*/config.json', { cwd: directory })
  const functions = Object.values(Template.fromStack(api).findResources('AWS::Lambda::Function'))
  const [teaching] = functions.flatMap(
    ({ Properties }) => Properties.Environment?.Variables?.LESSONS ?? [],
  )
  return {
    frames: [...JSON.stringify(policies).matchAll(/frame-src ([^;"]*);/g)].map(
      ([, found]) => found,
    ),
    client: JSON.parse(readFileSync(join(directory, String(config)), 'utf8')).lessons,
    teaching: JSON.parse(teaching),
  }
}

describe('the setting lessons.embeds', () => {
  it.each(Object.entries<StageSettingsInput>(settings.stages))(
    'opens in %s the frames of what it names to pages, and nothing else',
    (_, stage) => {
      const lessons = { embeds: ['youtube', 'vimeo'] }
      expect(told(stage)).toEqual({
        frames: ['https://www.youtube-nocookie.com https://player.vimeo.com'],
        client: lessons,
        teaching: lessons,
      })
    },
  )

  it('names origins of one’s own', () => {
    const lessons = { embeds: ['vimeo' as const, SLIDES] }
    expect(told({ lessons })).toEqual({
      frames: [`https://player.vimeo.com ${SLIDES}`],
      client: lessons,
      teaching: lessons,
    })
  })

  it('lets pages show no frame where it names nothing', () => {
    expect(told({ lessons: { embeds: [] } }).frames).toEqual(["'none'"])
  })

  it('is refused by its name where it would open more', () => {
    const stages = { prod: { lessons: { embeds: ['https://*.school.example'] } } }
    expect(() => settingsOf({ stages }, 'prod')).toThrow('stages.prod.lessons.embeds.0')
  })
})
