import { describe, expect, it } from 'vitest'
import { readStructure } from '#adapters/storage/structure/read-structure'

const structureOf = (file: Buffer, sizeBytes = file.length) =>
  readStructure(async (offset, length) => file.subarray(offset, offset + length), sizeBytes)

const box = (type: string, content: Buffer | string = '', bytes?: number) => {
  const body = Buffer.from(content)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(bytes ?? body.length + 8)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, body])
}

describe('An MP4', () => {
  const ftyp = box('ftyp', 'isom')

  it('is whole when its boxes end where it ends, whichever comes first', async () => {
    for (const rest of [
      [box('moov', 'index'), box('mdat', 'pictures')],
      [box('mdat', 'pictures'), box('moov', 'index')],
      [box('moov', 'index'), box('mdat', 'pictures', 0)],
      // Some tools leave a tail that is no box.
      [box('moov', 'index'), box('mdat', 'pictures'), Buffer.alloc(40)],
      [box('moov', 'index'), box('mdat', 'pictures'), Buffer.from('ÿÿÿÿjunk', 'latin1')],
    ])
      expect((await structureOf(Buffer.concat([ftyp, ...rest]))).isCutOff).toBe(false)
  })

  it('is cut off when its pictures or its index promise more bytes than there are', async () => {
    const whole = Buffer.concat([ftyp, box('moov', 'index'), box('mdat', 'many pictures')])
    expect((await structureOf(whole.subarray(0, -1))).isCutOff).toBe(true)
    const indexLast = Buffer.concat([ftyp, box('mdat', 'many pictures'), box('moov', 'index')])
    expect((await structureOf(indexLast.subarray(0, -1))).isCutOff).toBe(true)
    expect((await structureOf(indexLast.subarray(0, ftyp.length + 12))).isCutOff).toBe(true)
  })

  it('of more than 4 GB says its sizes in 64 bits', async () => {
    const large = Buffer.alloc(16)
    large.writeUInt32BE(1)
    large.write('mdat', 4, 'latin1')
    large.writeBigUInt64BE(6_000_000_000n, 8)
    const file = Buffer.concat([ftyp, large])
    expect((await structureOf(file, ftyp.length + 6_000_000_000)).isCutOff).toBe(false)
    expect((await structureOf(file, ftyp.length + 5_999_999_999)).isCutOff).toBe(true)
  })

  it('tells of protection and of the range of its colours by its index', async () => {
    const index = (content: Buffer | string) =>
      structureOf(Buffer.concat([ftyp, box('moov', content)]))
    expect((await index('encv … schm')).isEncrypted).toBe(true)
    expect((await index('avc1')).isEncrypted).toBe(false)
    const colours = (flag: number) =>
      Buffer.from([...Buffer.from('colrnclx'), 0, 1, 0, 1, 0, 1, flag])
    expect((await index(colours(0x80))).isFullRange).toBe(true)
    expect((await index(colours(0))).isFullRange).toBe(false)
  })
})

const UNKNOWN_SIZE = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
const element = (id: number[], content: Buffer | number[], isSizeKnown = true) => {
  const body = Buffer.from(content)
  const size = Buffer.from([0x08, 0, 0, 0, 0])
  size.writeUInt32BE(body.length, 1)
  return Buffer.concat([Buffer.from(id), isSizeKnown ? size : Buffer.from(UNKNOWN_SIZE), body])
}
const all = (...parts: Buffer[]) => Buffer.concat(parts)

const block = (track: number, time: number) =>
  element([0xa3], [0x80 | track, time >> 8, time & 0xff, 0, 1, 2, 3])
const cluster = (time: number, blocks: Buffer[], isSizeKnown: boolean) =>
  element(
    [0x1f, 0x43, 0xb6, 0x75],
    all(element([0xe7], [time >> 16, (time >> 8) & 0xff, time & 0xff]), ...blocks),
    isSizeKnown,
  )
const TRACK = all(element([0xd7], [1]), element([0x83], [1]))
const tracks = (track = TRACK) => element([0x16, 0x54, 0xae, 0x6b], element([0xae], track))
const info = (...fields: Buffer[]) => element([0x15, 0x49, 0xa9, 0x66], all(...fields))
const SCALE = element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40])
const webm = (...parts: Buffer[]) =>
  all(
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], Buffer.from('webm'))),
    element([0x18, 0x53, 0x80, 0x67], all(...parts), false),
  )

describe('A WebM without a length', () => {
  const frames = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => block(1, from + at * 40))

  it.each([true, false])(
    'lasts from its first block to its last, though clusters know their size: %s',
    async (isSizeKnown) => {
      const file = webm(
        info(SCALE),
        tracks(),
        cluster(0, frames(0, 25), isSizeKnown),
        cluster(1_000, [...frames(0, 25), block(2, 990)], isSizeKnown),
      )
      const { durationSeconds, frameRate, isCutOff } = await structureOf(file)
      expect(durationSeconds).toBeCloseTo(1.99, 3)
      expect(frameRate).toBeCloseTo(25, 5)
      expect(isCutOff).toBe(false)
    },
  )

  it('is measured by its end, when what lies between is too long to read', async () => {
    const filler = element([0xec], Buffer.alloc(3 * 1024 * 1024))
    const file = webm(
      info(SCALE),
      tracks(),
      cluster(0, frames(0, 25), true),
      filler,
      cluster(3_600_000, frames(0, 25), true),
    )
    let bytesRead = 0
    const { durationSeconds } = await readStructure(async (offset, length) => {
      const bytes = file.subarray(offset, offset + length)
      bytesRead += bytes.length
      return bytes
    }, file.length)
    expect(durationSeconds).toBeCloseTo(3600.96, 2)
    expect(bytesRead).toBeLessThan(file.length)
  })

  it('is believed where its header tells', async () => {
    const duration = Buffer.alloc(8)
    duration.writeDoubleBE(5_500)
    const defaultDuration = element([0x23, 0xe3, 0x83], [0x02, 0x62, 0x5a, 0x00])
    const header = info(SCALE, element([0x44, 0x89], duration))
    const file = webm(header, tracks(all(TRACK, defaultDuration)), cluster(0, frames(0, 2), true))
    expect(await structureOf(file)).toMatchObject({ durationSeconds: 5.5, frameRate: 25 })
  })

  it('is cut off when its segment promises more bytes than there are', async () => {
    const ebml = element([0x1a, 0x45, 0xdf, 0xa3], [])
    const segment = element(
      [0x18, 0x53, 0x80, 0x67],
      all(info(SCALE), tracks(), cluster(0, frames(0, 5), true)),
    )
    const file = all(ebml, segment)
    expect((await structureOf(file)).isCutOff).toBe(false)
    expect((await structureOf(file.subarray(0, -3))).isCutOff).toBe(true)
  })

  it('of which nothing is left to measure says so', async () => {
    expect(await structureOf(webm(info(SCALE), tracks()))).toMatchObject({
      durationSeconds: null,
      frameRate: null,
    })
    const damaged = webm(info(SCALE), tracks(), Buffer.alloc(200, 0x1f))
    expect((await structureOf(damaged)).durationSeconds).toBeNull()
  })
})

it('Of anything else the structure tells nothing', async () => {
  for (const file of [
    Buffer.alloc(0),
    Buffer.from('Notes of the first lecture.'),
    Buffer.alloc(100, 0x47),
  ])
    expect(await structureOf(file)).toEqual({
      isEncrypted: false,
      isCutOff: false,
      isFullRange: false,
      durationSeconds: null,
      frameRate: null,
    })
})
