import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ObjectStore } from '#local/s3/store/object-store'
import { storedFilesOf } from '#local/s3/store/stored-files'

let directory: string
let store: ObjectStore
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lectern-stored-'))
  store = await ObjectStore.open(directory, ['content'])
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const put = async (key: string, content: string) => {
  const file = store.stagingFile()
  await writeFile(file, content)
  const size = Buffer.byteLength(content)
  await store.put(
    'content',
    { file, size, md5: `md5-${size}` },
    { key, headers: {}, tags: {}, contentType: 'text/plain' },
  )
}
const read = async (key: string, range?: { start: number; end: number }) => {
  const found = await storedFilesOf(directory).read('content', key, range)
  return found && { size: found.metadata.size, text: await text(found.stream) }
}

test('what another thread stored is read, whole and in part, until it is deleted', async () => {
  expect(await read('a/b.txt')).toBeNull()
  await put('a/b.txt', 'the first')
  expect(await read('a/b.txt')).toEqual({ size: 9, text: 'the first' })
  await put('a/b.txt', 'the second one')
  expect(await read('a/b.txt', { start: 4, end: 9 })).toEqual({ size: 14, text: 'second' })
  await put('empty', '')
  expect(await read('empty')).toEqual({ size: 0, text: '' })
  await store.delete('content', 'a/b.txt')
  expect(await read('a/b.txt')).toBeNull()
})

test('whoever reads while it is replaced gets one content, whole', async () => {
  const contents = ['x'.repeat(1000), 'y'.repeat(2000)]
  await put('busy', contents[0] ?? '')
  const writing = (async () => {
    for (let round = 0; round < 60; round += 1) await put('busy', contents[round % 2] ?? '')
  })()
  for (let round = 0; round < 120; round += 1) {
    const found = await read('busy')
    expect(contents).toContain(found?.text)
    expect(found?.size).toBe(found?.text.length)
  }
  await writing
})
