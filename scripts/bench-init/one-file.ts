import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { ENGLISH_ALONE, LIBRARY_CODE } from '#layers/runtime/library-code'

/** What the layer is measured against: each function with all that it uses in one file, shaken and minified. */
export const buildOneFile = async (root: string, outdir: string): Promise<void> => {
  for (const entry of globSync('functions/*/index.ts', { cwd: root })) {
    const bundle = await rolldown({
      cwd: root,
      input: { index: entry },
      platform: 'node',
      resolve: { mainFields: ['module', 'main'] },
      treeshake: { manualPureFunctions: ['z'] },
      plugins: [ENGLISH_ALONE],
      logLevel: 'warn',
    })
    await bundle.write({
      ...LIBRARY_CODE,
      dir: join(outdir, basename(dirname(entry))),
      entryFileNames: '[name].mjs',
      codeSplitting: false,
    })
    await bundle.close()
  }
}
