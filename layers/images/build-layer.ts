import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleInOneFile } from '#layers/bundle-in-one-file'

/** No machine code, so that it runs on whatever Lambda does. */
export const WASM = fileURLToPath(import.meta.resolve('@imagemagick/magick-wasm/magick.wasm'))

/** What makes pictures anew, in a layer of its own: no other function carries its 15 MB. */
export async function buildImagesLayer({
  root,
  outdir,
}: {
  readonly root: string
  readonly outdir: string
}): Promise<void> {
  rmSync(outdir, { recursive: true, force: true })
  const dir = join(outdir, 'images')
  for (const name of ['image-maker', 'image-worker'])
    await bundleInOneFile({ root, dir, input: { [name]: `layers/images/${name}.ts` } })
  copyFileSync(WASM, join(dir, 'magick.wasm'))
}
