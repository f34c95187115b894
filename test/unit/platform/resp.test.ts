import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encode, type Reply, ReplyError, ReplyReader } from '#adapters/cache/client/resp'
import { seal, unseal } from '#adapters/cache/levels/envelope'

const line = fc
  .string()
  .filter((text) => !/[\r\n]/.test(text) && Buffer.from(text).length === text.length)
const { reply } = fc.letrec<{ reply: Reply }>((tie) => ({
  reply: fc.oneof(
    { maxDepth: 2 },
    line,
    fc.integer(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 300 }).map((bytes): Reply => Buffer.from(bytes)),
    line.map((text): Reply => new ReplyError(text)),
    fc.array(tie('reply'), { maxLength: 4 }),
  ),
}))

const write = (reply: Reply): Buffer => {
  if (reply === null) return Buffer.from('$-1\r\n')
  if (reply instanceof ReplyError) return Buffer.from(`-${reply.message}\r\n`)
  if (Array.isArray(reply))
    return Buffer.concat([Buffer.from(`*${reply.length}\r\n`), ...reply.map(write)])
  if (Buffer.isBuffer(reply))
    return Buffer.concat([Buffer.from(`$${reply.length}\r\n`), reply, Buffer.from('\r\n')])
  return Buffer.from(typeof reply === 'number' ? `:${reply}\r\n` : `+${reply}\r\n`)
}

it('reads answers however they are cut into packets', () => {
  fc.assert(
    fc.property(fc.array(reply), fc.array(fc.integer({ min: 1, max: 40 })), (replies, cuts) => {
      const bytes = Buffer.concat(replies.map(write))
      const reader = new ReplyReader()
      const read: Reply[] = []
      let at = 0
      for (let n = 0; at < bytes.length; n += 1) {
        const end = at + (cuts[n % Math.max(1, cuts.length)] ?? 7)
        read.push(...reader.push(bytes.subarray(at, end)))
        at = end
      }
      expect(read).toEqual(replies)
    }),
  )
})

it('reads nothing from what is no answer', () => {
  for (const text of ['?\r\n', '$x\r\n', '*-2\r\n', 'HTTP/1.1 200 OK\r\n'])
    expect(() => new ReplyReader().push(Buffer.from(text))).toThrow('no answer')
})

it('writes a command as an array of strings', () => {
  const parts = encode(['SET', 'ü', 1.5, Buffer.from([255, 13, 10])])
  expect(Buffer.concat(parts.map((part) => Buffer.from(part))).toString('latin1')).toBe(
    '*4\r\n$3\r\nSET\r\n$2\r\n\u00c3\u00bc\r\n$3\r\n1.5\r\n$3\r\n\u00ff\r\n\r\n',
  )
})

it('opens what was sealed under the same key, whole, and nothing else', () => {
  const stored = fc.record({
    version: fc.base64String({ maxLength: 30 }),
    storedAt: fc.double({ noNaN: true }),
    freshUntil: fc.double({ noNaN: true }),
    text: fc.oneof(
      fc.string(),
      fc.string().map((text) => text.repeat(3_000)),
    ),
  })
  fc.assert(
    fc.property(stored, fc.string(), fc.nat(), (value, key, at) => {
      const sealed = seal(key, value)
      expect(unseal(key, sealed)).toEqual(value)
      expect(() => unseal(`${key}.`, sealed)).toThrow()
      expect(() => unseal(key, sealed.subarray(0, at % sealed.length))).toThrow()
      const changed = Buffer.from(sealed)
      changed.writeUInt8((changed.readUInt8(at % changed.length) + 1) % 256, at % changed.length)
      expect(() => unseal(key, changed)).toThrow()
    }),
    { numRuns: 60 },
  )
})
