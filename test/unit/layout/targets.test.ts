import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cacheSeconds } from '#contract/platform/cache-seconds'
import { type Layer, sourcesOf } from './sources.ts'

const DEPLOYED: readonly Layer[] = ['contract', 'core', 'adapters', 'functions', 'lib']
const THE_ONE = 'contract/platform/cache-seconds.ts'

it('how long caches keep something stands in one file', () => {
  const { edge, forGood } = cacheSeconds
  const repeated = new RegExp(`(?<![\\d_])(max-?age=(${edge}|${forGood})|3153_?6000|31_536_000)\\b`)
  const files = DEPLOYED.flatMap(sourcesOf).filter((file) =>
    repeated.test(readFileSync(file, 'utf8')),
  )
  expect(files).toEqual([THE_ONE])
})
