import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StageSettingsInput } from '#lib/settings/settings'
import { settingsOf } from '#lib/settings/settings'
import { testApp } from '#test/support/app'

/** What the site will tell the web client, but for what only the deployment knows. */
const told = (stage: StageSettingsInput) => {
  const { directory } = testApp(stage).app.synth()
  const [file, ...others] = globSync('asset.*/config.json', { cwd: directory })
  expect(others).toEqual([])
  return JSON.parse(readFileSync(join(directory, String(file)), 'utf8'))
}

test('the web client is told how often a video says where it is, under the setting’s own name', () => {
  expect(told({})).toMatchObject({ progress: { heartbeatSeconds: 30 } })
  expect(told({ progress: { heartbeatSeconds: 12 } })).toMatchObject({
    progress: { heartbeatSeconds: 12 },
  })
})

test.each([4, 51, 7.5])('a heartbeat every %d s is refused by the setting’s name', (seconds) => {
  const stages = { prod: { progress: { heartbeatSeconds: seconds } } }
  expect(() => settingsOf({ stages }, 'prod')).toThrow('stages.prod.progress.heartbeatSeconds')
})
