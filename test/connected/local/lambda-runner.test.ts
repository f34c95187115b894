import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { LambdaFunction } from '#local/lambda/function'
import { createLambdaRunner, type LambdaRunner } from '#local/lambda/runner'

const SOURCE = `
let running = 0
let served = 0
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
export const handler = async (event) => {
  running += 1
  served += 1
  if (event.hang) await sleep(60_000)
  if (event.throw) { running -= 1; throw new RangeError(event.throw) }
  if (event.exit) process.exit(3)
  if (event.exitLater) setTimeout(() => process.exit(4), 50)
  if (event.megabytes) globalThis.kept = Array.from({ length: event.megabytes }, (_, at) => Array(131_072).fill(at))
  if (event.spin) for (;;) {}
  if (event.modules) return process.moduleLoadList
  await sleep(event.ms ?? 0)
  const seen = running
  running -= 1
  return { seen, served, variable: process.env.TABLE_NAME, undefinedIsDropped: undefined }
}`

const Served = z.object({ served: z.number() })
let runner: LambdaRunner
const directory = mkdtempSync(join(tmpdir(), 'lectern-lambda-'))

const plain = (name: string, file: string): LambdaFunction => ({
  name,
  arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
  file,
  layers: [],
  handler: 'handler',
  timeoutSeconds: 0.5,
  memoryMegabytes: 128,
  environment: { TABLE_NAME: `table-of-${name}` },
  provisioned: 0,
  asynchronous: { retries: 2, maxAgeSeconds: 60 },
})

beforeAll(() => {
  const file = join(directory, 'index.mjs')
  writeFileSync(file, SOURCE)
  runner = createLambdaRunner({
    functions: [
      ...['plain', 'pooled', 'hanging', 'ending'].map((name) => plain(name, file)),
      { ...plain('greedy', file), timeoutSeconds: 60 },
    ],
    concurrency: 2,
  })
})
afterAll(async () => {
  await runner.close()
  rmSync(directory, { recursive: true })
})

describe('the Lambda runner', () => {
  it('runs a function with its own environment, by name, ARN or alias', async () => {
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:plain:live'
    expect(await runner.invoke('plain', {})).toEqual({
      seen: 1,
      served: 1,
      variable: 'table-of-plain',
    })
    expect(await runner.invoke(arn, {})).toMatchObject({ served: 2 })
  })

  it('loads no compiler of types into an environment, which would take as much memory as a function', async () => {
    const modules = z.array(z.string()).parse(await runner.invoke('plain', { modules: true }))
    expect(modules.some((name) => name.includes('worker'))).toBe(true)
    expect(modules.filter((name) => name.includes('amaro'))).toEqual([])
  })

  it('gives each environment one invocation at a time, and makes more wait', async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, () => runner.invoke('pooled', { ms: 30 })),
    )
    const answers = results as { seen: number; served: number }[]
    expect(answers.map((answer) => answer.seen)).toEqual([1, 1, 1, 1, 1, 1])
    expect(Math.max(...answers.map((answer) => answer.served))).toBeGreaterThanOrEqual(3)
  })

  it('tells what the function threw', async () => {
    await expect(runner.invoke('plain', { throw: 'out of range' })).rejects.toMatchObject({
      name: 'FunctionError',
      cause: { name: 'RangeError', message: 'out of range' },
    })
  })

  it.each([{ hang: true }, { spin: true }])(
    'ends %o at its timeout and serves the next',
    async (event) => {
      await expect(runner.invoke('hanging', event)).rejects.toThrow('timed out after 0.5 seconds')
      expect(await runner.invoke('hanging', {})).toMatchObject({ served: 1 })
    },
  )

  it('survives a function that ends its process', async () => {
    await expect(runner.invoke('ending', { exit: true })).rejects.toThrow('ended with code 3')
    expect(await runner.invoke('ending', {})).toMatchObject({ served: 1 })
  })

  it('has no more environments than it may, however many call, and gives them back', async () => {
    const many = (count: number) =>
      Promise.all(Array.from({ length: count }, () => runner.invoke('pooled', {})))
    for (let round = 0; round < 5; round += 1) {
      await many(40)
      expect(runner.environments('pooled')).toBe(2)
    }
    const idle = createLambdaRunner({
      functions: [{ ...plain('idle', join(directory, 'index.mjs')), provisioned: 1 }],
      concurrency: 3,
      idleAtMost: 40,
    })
    await Promise.all(
      [{ ms: 20 }, { ms: 20 }, { ms: 20 }].map((event) => idle.invoke('idle', event)),
    )
    await expect.poll(() => idle.environments('idle')).toBe(1)
    expect(await idle.invoke('idle', {})).toMatchObject({ seen: 1 })
    await idle.close()
  })

  it('has as many warm as somebody says meanwhile, and lets them go when it is fewer', async () => {
    const scaled = createLambdaRunner({
      functions: [plain('scaled', join(directory, 'index.mjs'))],
      idleAtMost: 40,
    })
    await scaled.warm()
    expect(scaled.environments('scaled')).toBe(0)
    await scaled.provision('scaled', 24)
    // A laptop is no data centre.
    expect(scaled.environments('scaled')).toBe(2)
    await scaled.provision('scaled', 1)
    await expect.poll(() => scaled.environments('scaled')).toBe(1)
    await scaled.warm()
    expect(scaled.environments('scaled')).toBe(1)
    await scaled.close()
  })

  it('replaces an environment that ends between two invocations', async () => {
    const { served } = Served.parse(await runner.invoke('ending', { exitLater: true }))
    expect(served).toBeGreaterThan(1)
    await sleep(500)
    expect(await runner.invoke('ending', {})).toMatchObject({ served: 1 })
    expect(runner.environments('ending')).toBe(1)
  })

  it('ends a function that takes more memory than it has, and serves the next', async () => {
    await expect(runner.invoke('greedy', { megabytes: 300 })).rejects.toThrow(/memory/)
    expect(await runner.invoke('greedy', {})).toMatchObject({ served: 1 })
  })

  it('says so when there is no such function', async () => {
    await expect(runner.invoke('nobody', {})).rejects.toThrow('no function called nobody')
  })
})

describe("a function's layers", () => {
  const put = (path: string, text: string) => {
    mkdirSync(join(directory, path, '..'), { recursive: true })
    writeFileSync(join(directory, path), text)
    return join(directory, path)
  }
  const run = async (source: string) => {
    const layered = createLambdaRunner({
      functions: [
        {
          ...plain('layered', put('layered/index.mjs', source)),
          layers: [join(directory, 'first'), join(directory, 'second')],
        },
      ],
    })
    return layered.invoke('layered', {}).finally(() => layered.close())
  }
  beforeAll(() => {
    put('first/nodejs/@a/b.mjs', `export { name } from '../chunk.mjs'`)
    put('first/nodejs/chunk.mjs', `export const name = 'of the first'`)
    put('first/nodejs/both.mjs', `export const both = 1`)
    put('second/nodejs/both.mjs', `export const both = 2`)
  })

  it('are at /opt, the last over the others, with what they import themselves', async () => {
    expect(
      await run(`
        import { name } from '/opt/nodejs/@a/b.mjs'
        import { both } from '/opt/nodejs/both.mjs'
        export const handler = async () => ({ name, both })`),
    ).toEqual({ name: 'of the first', both: 2 })
  })

  it('say which file they lack', async () => {
    await expect(
      run(`import '/opt/nodejs/nothing.mjs'\nexport const handler = async () => 1`),
    ).rejects.toThrow("None of the function's 2 layers holds /opt/nodejs/nothing.mjs")
  })
})
