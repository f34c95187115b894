import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { startNode } from './redis-server.ts'

/** An execution environment in a process of its own; it answers each line that it is told by one. */
function startProcess(port: number) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'environment-process.ts'), `${port}`],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill())
  const lines = createInterface({ input: child.stdout })
  return {
    ask: async (what: string): Promise<string> => {
      const answered = once(lines, 'line')
      child.stdin.write(`${what}\n`)
      return String((await answered)[0])
    },
  }
}

it('1,000 misses at once in two processes load once, and what one writes the other sees', async () => {
  const node = await startNode()
  onTestFinished(() => node.stop())
  const processes = [startProcess(node.port), startProcess(node.port)]
  const [one, two] = processes
  await Promise.all(processes.map(({ ask }) => ask('connect')))
  for (const key of ['a', 'b', 'c']) {
    const loads = await Promise.all(processes.map(({ ask }) => ask(`miss ${key}`)))
    expect(loads.map(Number).reduce((sum, count) => sum + count)).toBe(1)
  }
  expect(await one?.ask('read before')).toBe('before')
  expect(await two?.ask('read never')).toBe('before')
  await two?.ask('write')
  expect(await one?.ask('read after')).toBe('after')
  expect(await two?.ask('read never')).toBe('after')
})
