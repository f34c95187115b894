import {
  AlphaAction,
  ColorSpace,
  FilterType,
  type IMagickImage,
  ImageMagick,
  initializeImageMagick,
  MagickColors,
  MagickFormat,
  MagickImageCollection,
  MagickReadSettings,
} from '@imagemagick/magick-wasm'
import type { Given, Made } from './image-maker.ts'

/** How good is good enough: above it files grow faster than anybody sees. */
const QUALITY = 80
/** Of the colours that a picture is meant in. Some have half a megabyte, which no screen needs. */
const MOST_PROFILE_BYTES = 4_096
/** Of what moves, each frame is a picture; wider than this they are better videos. */
const WIDEST_MOVING = 960

/** One picture anew, in all its sizes: upright, in the colours of screens, with nothing but its pixels. */
export async function makeSizes({ bytes, code, widths, megapixels }: Given): Promise<Made> {
  await initializeImageMagick(code)
  const looked = lookAt(bytes)
  const pixels = looked.frames * looked.width * looked.height
  if (pixels > megapixels * 1e6) return { megapixels: pixels / 1e6 }
  return looked.frames > 1 ? makeMoving(bytes, looked) : makeStill(bytes, looked, widths)
}

/** Decoders are chosen by these bytes, and none of the hundred others is ever asked. */
function formatOf(bytes: Uint8Array): MagickFormat {
  if (bytes[0] === 0xff) return MagickFormat.Jpeg
  if (bytes[0] === 0x89) return MagickFormat.Png
  return bytes[0] === 0x47 ? MagickFormat.Gif : MagickFormat.WebP
}

interface Looked {
  readonly format: MagickFormat
  readonly frames: number
  readonly width: number
  readonly height: number
}

/** How much there is to decode, without decoding it. */
function lookAt(bytes: Uint8Array): Looked {
  const format = formatOf(bytes)
  const frames = MagickImageCollection.create()
  try {
    frames.ping(bytes, new MagickReadSettings({ format }))
    const [first] = frames
    if (!first) throw new Error('It has no frame')
    const [width, height] = canvasOf(bytes, format, first)
    return { format, frames: frames.length, width, height }
  } finally {
    frames.dispose()
  }
}

/** Frames of a GIF are parts of its canvas, and become as large: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 18 */
function canvasOf(
  bytes: Uint8Array,
  format: MagickFormat,
  { width, height }: { readonly width: number; readonly height: number },
): [number, number] {
  if (format !== MagickFormat.Gif) return [width, height]
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return [Math.max(width, view.getUint16(6, true)), Math.max(height, view.getUint16(8, true))]
}

type Sizes = Extract<Made, { sizes: unknown }>

function makeStill(
  bytes: Uint8Array,
  { format, width, height }: Looked,
  widths: readonly number[],
): Sizes {
  const widest = Math.max(...widths)
  const settings = new MagickReadSettings({ format })
  // Decoded at a half, a quarter or an eighth where that is large enough; of a smaller one it would be made larger.
  const least = 2 * widest
  if (width >= least)
    settings.setDefine(MagickFormat.Jpeg, 'size', `${least}x${Math.ceil((height * least) / width)}`)
  return ImageMagick.read(bytes, settings, (image) => {
    makePlain(image)
    shrink(image, widest)
    const wanted = [...widths.filter((width) => width < image.width), image.width]
    const { width, height } = image
    const sizes = wanted.toReversed().flatMap((one) => {
      shrink(image, one)
      return [written(image, 'jpg'), written(image, 'webp')]
    })
    return { width, height, sizes: sizes.toReversed() }
  })
}

/** In one size: every frame as WebP, and the first as JPEG. */
function makeMoving(bytes: Uint8Array, { format }: Looked): Sizes {
  const settings = new MagickReadSettings({ format })
  return ImageMagick.readCollection(bytes, settings, (frames) => {
    frames.coalesce()
    for (const frame of frames) {
      makePlain(frame)
      shrink(frame, WIDEST_MOVING)
      frame.quality = QUALITY
    }
    const [first] = frames
    if (!first) throw new Error('It has no frame')
    const { width, height } = first
    const moving = frames.write(MagickFormat.WebP, (data) => data.slice())
    const sizes = [{ width, format: 'webp' as const, bytes: moving }, written(first, 'jpg')]
    return { width, height, sizes }
  })
}

function makePlain(image: IMagickImage): void {
  image.autoOrient()
  const profile = image.colorSpace === ColorSpace.sRGB ? image.getColorProfile() : null
  if (image.colorSpace !== ColorSpace.Gray) image.colorSpace = ColorSpace.sRGB
  image.strip()
  // The wider colours of cameras and phones; those of printing are made into a screen's.
  if (profile && profile.data.length <= MOST_PROFILE_BYTES) image.setProfile(profile)
}

function shrink(image: IMagickImage, width: number): void {
  if (width >= image.width) return
  image.filterType = FilterType.Mitchell
  image.resize(width, Math.max(1, Math.round((image.height * width) / image.width)))
  image.resetPage()
}

function written(image: IMagickImage, format: 'webp' | 'jpg'): Sizes['sizes'][number] {
  const { width } = image
  image.quality = QUALITY
  if (format === 'webp')
    return { width, format, bytes: image.write(MagickFormat.WebP, (data) => data.slice()) }
  // It knows no transparency: what is behind a picture is a page, as a rule white.
  return image.clone((opaque) => {
    opaque.backgroundColor = MagickColors.White
    opaque.alpha(AlphaAction.Remove)
    return { width, format, bytes: opaque.write(MagickFormat.Jpeg, (data) => data.slice()) }
  })
}
