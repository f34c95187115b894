import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startEngine } from '#local/children/engine'

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const hasEnded = async (pid: number, seconds: number) => {
  for (let tries = 0; tries < seconds * 20 && isRunning(pid); tries++) await sleep(50)
  return !isRunning(pid)
}
/** Says its pid, and runs until it is asked to end. */
const PATIENT = 'echo $$; exec sleep 60'
const STUBBORN = 'trap "" TERM; echo $$; while :; do sleep 0.2; done'

const pidOf = async (engine: ReturnType<typeof startEngine>) => {
  while (!engine.said().includes('\n')) await sleep(10)
  return Number(engine.said())
}

it('ends when it is asked to', async () => {
  const engine = startEngine('/bin/sh', ['-c', PATIENT])
  const pid = await pidOf(engine)
  expect(isRunning(pid)).toBe(true)
  await engine.close()
  expect(isRunning(pid)).toBe(false)
})

it('is ended when it does not want to', async () => {
  const engine = startEngine('/bin/sh', ['-c', STUBBORN])
  const pid = await pidOf(engine)
  await engine.close()
  expect(await hasEnded(pid, 1)).toBe(true)
})

it('tells its own end and what it said', async () => {
  const engine = startEngine('/bin/sh', ['-c', 'echo no port >&2; exit 3'])
  expect(await once(engine.child, 'exit')).toEqual([3, null])
  expect(engine.said()).toBe('no port\n')
  await engine.close()
})

it('is told of where it ends by itself, and not where it is closed', async () => {
  const deaths: string[] = []
  const start = (script: string) => {
    const engine = startEngine('/bin/sh', ['-c', script])
    engine.onDeath(({ message }) => deaths.push(message))
    return engine
  }
  const closed = start(PATIENT)
  await pidOf(closed)
  await closed.close()
  await once(start('echo disk full >&2; exit 3').child, 'exit')
  expect(deaths).toEqual(['sh has ended by itself, and said: disk full'])
})

it('ends with the process that started it, even when that is killed', async () => {
  const script = `
    import { startEngine } from '#local/children/engine'
    const engine = startEngine('/bin/sh', ['-c', ${JSON.stringify(PATIENT)}])
    engine.child.stdout.pipe(process.stdout)
  `
  const args = ['--input-type=module-typescript', '-e', script]
  const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [text] = await once(parent.stdout, 'data')
  const pid = Number(text)
  expect(isRunning(pid)).toBe(true)
  parent.kill('SIGKILL')
  expect(await hasEnded(pid, 5)).toBe(true)
})
