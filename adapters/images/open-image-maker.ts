import { join } from 'node:path'
import { imageName } from '#contract/files/image-name'
import { fileLimits, IMAGE_WIDTHS } from '#contract/files/limits'
import { say } from '#contract/say'
import type { MakeImage } from '#core/files/ports'

/** What the layer's `image-maker.mjs` has (layers/images). */
interface ImageMaker {
  createImageMaker(): (
    bytes: Uint8Array,
    wanted: { readonly widths: readonly number[]; readonly megapixels: number },
  ) => Promise<Made>
}
type Made =
  | {
      readonly width: number
      readonly height: number
      readonly sizes: readonly {
        readonly width: number
        readonly format: keyof typeof CONTENT_TYPES
        readonly bytes: Uint8Array
      }[]
    }
  | { readonly megapixels: number }
  | { readonly unreadable: string }

const CONTENT_TYPES = { webp: 'image/webp', jpg: 'image/jpeg' } as const

/** What makes pictures anew, from its layer; loaded with the first picture. */
export const openImageMaker = (folder: string): MakeImage => {
  let opening: Promise<ReturnType<ImageMaker['createImageMaker']>> | undefined
  const open = async () => {
    const maker: ImageMaker = await import(join(folder, 'image-maker.mjs'))
    return maker.createImageMaker()
  }
  return async (bytes) => {
    opening ??= open()
    return imageOf(await (await opening)(bytes, { widths: IMAGE_WIDTHS, megapixels: MOST }))
  }
}
const MOST = fileLimits.megapixels

/** What was made of a picture, by the names under which it lies. */
export function imageOf(made: Made): Awaited<ReturnType<MakeImage>> {
  if ('unreadable' in made) return { refusal: say('image_unreadable') }
  if ('megapixels' in made) {
    const megapixels = Math.ceil(made.megapixels)
    return { refusal: say('image_too_many_pixels', { megapixels, maxMegapixels: MOST }) }
  }
  const { width, height, sizes } = made
  return {
    facts: {
      width,
      height,
      widths: sizes.flatMap((one) => (one.format === 'webp' ? one.width : [])),
    },
    files: new Map(
      sizes.map(({ width, format, bytes }) => [
        imageName(width, format),
        { bytes, contentType: CONTENT_TYPES[format] },
      ]),
    ),
  }
}
