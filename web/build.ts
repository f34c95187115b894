import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { FALLBACK, languages, pageOf } from '../contract/words/languages.ts'
import { clientIn } from './vite.config.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

// Once a language, all into one folder: a file's name holds a hash of what is in it, so files without words
// are shared; each language has a page of its own.
const { values } = parseArgs({
  options: {
    outDir: { type: 'string', default: join(root, 'dist') },
    /** Also writes `manifest.<language>.json`: which chunks there are, and what they import. */
    manifest: { type: 'boolean', default: false },
  },
})
const { outDir } = values
// Each makes an `index.html`: that which keeps the name comes last.
const inOrder = languages.toSorted((a, b) => Number(a === FALLBACK) - Number(b === FALLBACK))
for (const [at, language] of inOrder.entries()) {
  const client = clientIn(language)
  const manifest = values.manifest && `manifest.${language}.json`
  await build({
    ...client,
    configFile: false,
    logLevel: 'warn',
    build: { ...client.build, outDir, emptyOutDir: at === 0, manifest },
  })
  renameSync(join(outDir, 'index.html'), join(outDir, pageOf(language)))
}
