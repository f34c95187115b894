import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageOfPdfJs from 'pdfjs-dist/package.json' with { type: 'json' }
import type { Plugin } from 'vite'

const NAME = 'virtual:pdf-parts'
const USER = '/documents/pdf/open-pdf.ts'
const source = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
/** Never written again under its name, as all files in `assets`. */
const folder = `assets/pdf-${packageOfPdfJs.version}`

/** What pdf.js fetches by itself where a document asks for it: by what they are for, and their folder in its package. */
const PARTS = {
  /** Which glyphs the characters of Chinese, Japanese and Korean fonts stand for. */
  cMapUrl: { from: 'cmaps', files: '*.bcmap' },
  /** For documents that bring no font along. */
  standardFontDataUrl: { from: 'standard_fonts', files: '*.{pfb,ttf}' },
  /** Decoders of rare pictures, as scripts: the site's policy allows no WebAssembly. */
  wasmUrl: { from: 'wasm', files: '*_nowasm_fallback.js' },
} as const

/** Puts them beside the client, and tells it where. */
export const pdfParts = (): Plugin => ({
  name: 'lectern-pdf-parts',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) =>
    id === `\0${NAME}`
      ? `export const pdfParts = ${JSON.stringify(
          Object.fromEntries(
            Object.entries(PARTS).map(([name, { from }]) => [name, `/${folder}/${from}/`]),
          ),
        )}`
      : undefined,
  generateBundle(_, bundle) {
    // What renders public pages is built by the same plugins, and shows no documents.
    const isUsed = Object.values(bundle).some(
      (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(USER)),
    )
    if (!isUsed) return
    for (const { from, files } of Object.values(PARTS)) {
      const found = globSync(files, { cwd: join(source, from) })
      if (found.length === 0) this.error(`pdf.js has no ${from}/${files} any more.`)
      for (const file of found)
        this.emitFile({
          type: 'asset',
          fileName: `${folder}/${from}/${file}`,
          source: readFileSync(join(source, from, file)),
        })
    }
  },
})
