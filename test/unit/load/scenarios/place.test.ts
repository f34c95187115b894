import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandOf, machinesFor } from '#scripts/load/place'

const files = ['--output', 'report.json', 'script.json']

it('runs the script here', () => {
  expect(commandOf('here')).toEqual(['run', ...files])
})

it('runs it on as many machines of Fargate as the people take, and no longer than they stay and a quarter of an hour', () => {
  const place = { region: 'eu-central-1', machines: machinesFor(10_000), seconds: 60 + 600 }
  expect(commandOf(place)).toEqual([
    ...['run-fargate', '--region', 'eu-central-1', '--count', '20', '--max-duration', '1560s'],
    ...files,
  ])
})

it('asks for what the version of Artillery has that is installed', () => {
  const { dependencies } = JSON.parse(readFileSync('load/artillery/package.json', 'utf8'))
  // These flags were read in its source; another version may have others.
  expect(dependencies.artillery).toBe('2.0.34')
})
