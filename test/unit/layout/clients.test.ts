import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sourcesOf } from './sources.ts'

const SETTINGS = /^\((\{ \.\.\.)?(FOR_PEOPLE|FOR_WORK|FOR_A_NARROW_DOOR)\b/

it.each(['adapters', 'functions'] as const)(
  'in %s every client of an AWS service says how long it waits and how many connections it has',
  (layer) => {
    const made = sourcesOf(layer).flatMap((file) =>
      readFileSync(file, 'utf8')
        .split(/\bnew [A-Z]\w+Client(?=\()/)
        .slice(1)
        .map((given) => ({ file, given: given.slice(0, 40) })),
    )
    expect(made.length).toBeGreaterThan(1)
    expect(made.filter(({ given }) => !SETTINGS.test(given))).toEqual([])
  },
)
