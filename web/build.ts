import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { FALLBACK, languages, pageOf } from '../contract/words/languages.ts'
import { rendererOf } from './renderer.ts'
import { clientIn } from './vite.config.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

// Whoever builds may be a test or a developer: the client and what renders its pages are what is deployed.
process.env.NODE_ENV = 'production'

// Once a language, all into one folder: a file's name holds a hash of what is in it, so files without words
// are shared; each language has a page of its own.
const { values } = parseArgs({
  options: {
    outDir: { type: 'string' },
    /** Also writes `manifest.<language>.json`: which chunks there are, and what they import. */
    manifest: { type: 'boolean', default: false },
    /**
     * The folder for what renders public pages, the layer of the function `pages`: `pages/<language>.mjs`. None is
     * built for another `outDir` than the default unless it is named.
     */
    renderer: { type: 'string' },
  },
})
const { outDir = join(root, 'dist') } = values
const renderer = values.renderer ?? (values.outDir ? undefined : join(root, '../dist/layers/pages'))
if (renderer) rmSync(renderer, { recursive: true, force: true })
// Each makes an `index.html`: that which keeps the name comes last.
const inOrder = languages.toSorted((a, b) => Number(a === FALLBACK) - Number(b === FALLBACK))
for (const [at, language] of inOrder.entries()) {
  const client = clientIn(language)
  const manifest = values.manifest && `manifest.${language}.json`
  const built = await build({
    ...client,
    configFile: false,
    logLevel: 'warn',
    build: { ...client.build, outDir, emptyOutDir: at === 0, manifest },
  })
  renameSync(join(outDir, 'index.html'), join(outDir, pageOf(language)))
  if (!renderer) continue
  if (!('output' in built)) throw new Error('Vite built something else than one client.')
  await build(
    rendererOf({
      language,
      html: readFileSync(join(outDir, pageOf(language)), 'utf8'),
      output: built.output,
      outDir: join(renderer, 'pages'),
    }),
  )
}
