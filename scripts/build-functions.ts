/** Bundles each deployed function to `dist/functions/<name>/index.mjs`: the file that AWS and the local cloud run. */
import { globSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'

const ROOT = resolve(import.meta.dirname, '..')
/** Some dependencies are CommonJS and call `require` for Node's own modules. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

export const buildFunctions = async ({ root = ROOT }: { root?: string } = {}): Promise<void> => {
  const entries = globSync('functions/*/index.ts', { cwd: root })
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      entries.map((entry) => [join(dirname(entry).slice('functions/'.length), 'index'), entry]),
    ),
    outdir: 'dist/functions',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
    logLevel: 'warning',
  })
}
