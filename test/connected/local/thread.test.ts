import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startThread } from '#local/children/thread'

const SOURCE = `
import { serveThread } from '${pathToFileURL(resolve('local/children/serve-thread.ts')).href}'
await serveThread(async ({ fails }) => {
  if (fails) throw new Error('The port is taken.')
  return {
    url: 'http://127.0.0.1:1',
    answers: {
      double: (text) => text + text,
      refuse: () => { throw new Error('Not that.') },
      die: () => { setTimeout(() => { throw new RangeError('out of luck') }); return new Promise(() => {}) },
      spin: () => { for (;;) {} },
      close: async () => {},
    },
  }
})`

const directory = mkdtempSync(join(tmpdir(), 'lectern-thread-'))
const entry = pathToFileURL(join(directory, 'part.mjs'))
beforeAll(() => writeFileSync(entry, SOURCE))
afterAll(() => rmSync(directory, { recursive: true }))

const start = async (data: object = {}) => {
  const onDeath = vi.fn()
  return { onDeath, thread: await startThread({ name: 'The part', entry, data, onDeath }) }
}

test('a thread answers what it is asked, and closing it is no death', async () => {
  const { onDeath, thread } = await start()
  expect(thread.url).toBe('http://127.0.0.1:1')
  expect(await thread.ask('double', 'ab')).toBe('abab')
  await expect(thread.ask('refuse')).rejects.toThrow('Not that.')
  await expect(thread.ask('juggle')).rejects.toThrow('Nobody here answers juggle.')
  await thread.close()
  await expect(thread.ask('double', 'ab')).rejects.toThrow('The part has been closed.')
  expect(onDeath).not.toHaveBeenCalled()
})

test('one that cannot start says why', async () => {
  await expect(start({ fails: true })).rejects.toThrow('The part has ended: The port is taken.')
})

test('one that dies is told of, and whoever waits for an answer is told too', async () => {
  const { onDeath, thread } = await start()
  await expect(thread.ask('die')).rejects.toThrow('The part has ended: out of luck')
  expect(onDeath).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: 'The part has ended: out of luck' }),
  )
})

test('one that does not listen any more is ended', async () => {
  const { onDeath, thread } = await start()
  const spinning = expect(thread.ask('spin')).rejects.toThrow('The part has ended')
  await thread.close()
  await spinning
  expect(onDeath).not.toHaveBeenCalled()
})
