import { readFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import {
  ColorSpace,
  DrawableFillColor,
  DrawableRectangle,
  type IMagickImage,
  ImageMagick,
  initializeImageMagick,
  MagickColor,
  MagickColors,
  MagickFormat,
  MagickImage,
  MagickImageCollection,
  Orientation,
} from '@imagemagick/magick-wasm'

import { beforeAll, describe, expect, it } from 'vitest'
import { imageOf } from '#adapters/images/open-image-maker'
import { fileLimits, IMAGE_WIDTHS } from '#contract/files/limits'
import { WASM } from '#layers/images/build-layer'
import { createImageMaker } from '#layers/images/image-maker'

const wanted = { widths: IMAGE_WIDTHS, megapixels: fileLimits.megapixels }
const make = createImageMaker(WASM)
const made = async (bytes: Uint8Array) => imageOf(await make(bytes, wanted))

beforeAll(async () => initializeImageMagick(await readFile(WASM)))

/** Red, its left half blue. */
const picture = (
  width: number,
  height: number,
  format: MagickFormat,
  change = (_: IMagickImage) => {},
) => {
  const image = MagickImage.create(MagickColors.Red, width, height)
  try {
    image.draw([
      new DrawableFillColor(MagickColors.Blue),
      new DrawableRectangle(0, 0, width / 2 - 1, height - 1),
    ])
    change(image)
    return image.write(format, (data) => data.slice())
  } finally {
    image.dispose()
  }
}

/** What a camera notes, as JPEG carries it: how it was held, and where (54° N). Little-endian TIFF. */
function exif(orientation: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(120))
  const text = (at: number, written: string) =>
    new Uint8Array(bytes.buffer).set(Buffer.from(written, 'latin1'), at)
  text(0, 'Exif\0\0II*\0')
  const tiff = 6
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    bytes.setUint16(tiff + at, tag, true)
    bytes.setUint16(tiff + at + 2, type, true)
    bytes.setUint32(tiff + at + 4, count, true)
    bytes.setUint32(tiff + at + 8, value, true)
  }
  bytes.setUint32(tiff + 4, 8, true)
  bytes.setUint16(tiff + 8, 2, true)
  entry(10, 0x0112, 3, 1, orientation)
  entry(22, 0x8825, 4, 1, 38)
  bytes.setUint16(tiff + 38, 2, true)
  entry(40, 1, 2, 2, 'N'.charCodeAt(0))
  entry(52, 2, 5, 3, 68)
  for (const [index, number] of [54, 1, 0, 1, 0, 1].entries())
    bytes.setUint32(tiff + 68 + 4 * index, number, true)
  return new Uint8Array(bytes.buffer)
}

const sizesOf = (result: Awaited<ReturnType<typeof made>>) => {
  if ('refusal' in result) throw new Error(result.refusal.code)
  return result
}
const look = <T>(bytes: Uint8Array, at: (image: IMagickImage) => T): T =>
  ImageMagick.read(bytes, at)
const colourAt = (bytes: Uint8Array, x: number, y: number) =>
  look(bytes, (image) => image.getPixels((pixels) => [...pixels.getPixel(x, y)].slice(0, 3)))
const fileIn = ({ files }: ReturnType<typeof sizesOf>, name: string) => {
  const file = files.get(name)
  if (!file) throw new Error(`${name} is not among ${[...files.keys()]}`)
  return file
}

describe('a picture', () => {
  it('is made in each width that it has, as WebP and as JPEG, and never larger', async () => {
    const result = sizesOf(await made(picture(1_200, 600, MagickFormat.Png)))
    expect(result.facts).toEqual({ width: 1_200, height: 600, widths: [480, 960, 1_200] })
    expect([...result.files.keys()].sort()).toEqual(
      [480, 960, 1_200].flatMap((width) => [`v1/${width}.webp`, `v1/${width}.jpg`]).sort(),
    )
    for (const [name, { bytes, contentType }] of result.files) {
      const width = Number(/\d+(?=\.)/.exec(name)?.[0])
      expect(look(bytes, (image) => [image.format, image.width, image.height])).toEqual([
        ...[contentType === 'image/webp' ? MagickFormat.WebP : MagickFormat.Jpeg],
        ...[width, width / 2],
      ])
    }
  })

  it('that is small stays as it is', async () => {
    const { facts } = sizesOf(await made(picture(40, 20, MagickFormat.WebP)))
    expect(facts).toEqual({ width: 40, height: 20, widths: [40] })
  })

  it('that is large is no wider than a screen needs', async () => {
    const { facts } = sizesOf(await made(picture(4_000, 3_000, MagickFormat.Jpeg)))
    expect(facts).toEqual({ width: 1_600, height: 1_200, widths: [...IMAGE_WIDTHS] })
  })

  it('of a camera held upright stands upright, and tells nobody where it was', async () => {
    const held = picture(60, 40, MagickFormat.Jpeg, (image) => {
      image.setProfile('exif', exif(6))
      image.orientation = Orientation.RightTop
    })
    expect(Buffer.from(held).includes('Exif')).toBe(true)
    const result = sizesOf(await made(held))
    expect(result.facts).toMatchObject({ width: 40, height: 60 })
    for (const { bytes } of result.files.values()) {
      expect(Buffer.from(bytes).includes('Exif')).toBe(false)
      expect(look(bytes, (image) => image.profileNames)).toEqual([])
      // Turned clockwise, what was at the left is above.
      const [red = 0, , blue = 0] = colourAt(bytes, 20, 10)
      expect(blue).toBeGreaterThan(red)
    }
  })

  it('for printing is one for screens', async () => {
    const cmyk = picture(64, 64, MagickFormat.Jpeg, (image) => {
      image.colorSpace = ColorSpace.CMYK
    })
    expect(look(cmyk, (image) => image.colorSpace)).toBe(ColorSpace.CMYK)
    const { bytes } = fileIn(sizesOf(await made(cmyk)), 'v1/64.jpg')
    expect(look(bytes, (image) => image.colorSpace)).toBe(ColorSpace.sRGB)
    const [red = 0, green = 0, blue = 0] = colourAt(bytes, 50, 32)
    expect(red).toBeGreaterThan(200)
    expect(Math.max(green, blue)).toBeLessThan(60)
  })

  it('that one sees through is white behind as JPEG, and stays as it is as WebP', async () => {
    const glass = MagickImage.create(new MagickColor(0, 0, 0, 0), 32, 32)
    const bytes = glass.write(MagickFormat.Png, (data) => data.slice())
    const result = sizesOf(await made(bytes))
    const { bytes: jpeg } = fileIn(result, 'v1/32.jpg')
    expect(Math.min(...colourAt(jpeg, 16, 16))).toBeGreaterThan(250)
    const { bytes: webp } = fileIn(result, 'v1/32.webp')
    expect(look(webp, (image) => image.hasAlpha)).toBe(true)
  })

  it('that moves goes on moving', async () => {
    const frames = MagickImageCollection.create()
    for (const colour of [MagickColors.Red, MagickColors.Lime, MagickColors.Blue]) {
      const frame = MagickImage.create(colour, 1_200, 600)
      frame.animationDelay = 10
      frames.push(frame)
    }
    const gif = frames.write(MagickFormat.Gif, (data) => data.slice())
    const result = sizesOf(await made(gif))
    expect(result.facts).toEqual({ width: 960, height: 480, widths: [960] })
    const { bytes } = fileIn(result, 'v1/960.webp')
    expect(ImageMagick.readCollection(bytes, (all) => all.length)).toBe(3)
  })
})

describe('what is no picture, or too much of one', () => {
  const refused = async (bytes: Uint8Array) => {
    const result = await made(bytes)
    return 'refusal' in result ? result.refusal : null
  }

  it('is refused when it is cut off', async () => {
    const whole = picture(400, 300, MagickFormat.Png)
    expect(await refused(whole.slice(0, 60))).toMatchObject({ code: 'image_unreadable' })
    const text = new Uint8Array(Buffer.from('\xff\xd8\xff and no more', 'latin1'))
    expect(await refused(text)).toMatchObject({ code: 'image_unreadable' })
  })

  it('is refused by what it says of its size, before it is unpacked', async () => {
    const bomb = picture(10, 10, MagickFormat.Png).slice()
    const view = new DataView(bomb.buffer)
    view.setUint32(16, 30_000)
    view.setUint32(20, 30_000)
    view.setUint32(29, crc32(bomb.subarray(12, 29)))
    expect(await refused(bomb)).toMatchObject({
      ...{ code: 'image_too_many_pixels', params: { megapixels: 900, maxMegapixels: 50 } },
    })
  })

  it('is refused where small frames fill a huge canvas', async () => {
    const gif = picture(10, 10, MagickFormat.Gif).slice()
    const view = new DataView(gif.buffer)
    view.setUint16(6, 60_000, true)
    view.setUint16(8, 60_000, true)
    expect(await refused(gif)).toMatchObject({ code: 'image_too_many_pixels' })
  })
})
