import { rmSync } from 'node:fs'
import { type Plugin, rolldown } from 'rolldown'
import { entryOf } from './address.ts'
import { leanLibraries } from './lean-libraries.ts'
import { ENGLISH_ALONE, LIBRARY_CODE } from './library-code.ts'

/** What is imported of each package: `zod` → `z`. */
export type Imported = ReadonlyMap<string, ReadonlySet<string>>

const ENTRY = 'package:'

/**
 * Writes the layer: a file for each package with the names that functions import of it, and chunks for what
 * packages share or load later. A file's name follows its content, and nothing else is in the folder.
 */
export const buildRuntimeLayer = async (options: {
  root: string
  outdir: string
  imported: Imported
}): Promise<void> => {
  const { root, outdir, imported } = options
  rmSync(outdir, { recursive: true, force: true })
  const packages = [...imported.keys()].sort()
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(packages.map((name) => [entryOf(name), `${ENTRY}${name}`])),
    platform: 'node',
    // ES modules, where a package has them too: what is not used of them falls away.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [entriesOf(imported), ENGLISH_ALONE, leanLibraries()],
    treeshake: { propertyReadSideEffects: false },
    logLevel: 'warn',
  })
  try {
    await bundle.write({
      ...LIBRARY_CODE,
      dir: outdir,
      entryFileNames: '[name].mjs',
      chunkFileNames: 'nodejs/chunks/[name]-[hash].mjs',
      codeSplitting: {
        groups: [
          {
            name: 'aws-sdk',
            test: /[\\/]node_modules[\\/]@(aws-sdk|smithy)[\\/]/,
            minShareCount: 6,
          },
        ],
      },
    })
  } finally {
    await bundle.close()
  }
}

/** Each package's entry: the names that are used, so that the rest of it falls away. */
const entriesOf = (imported: Imported): Plugin => ({
  name: 'layer-entries',
  resolveId: (id) => (id.startsWith(ENTRY) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${ENTRY}`)) return
    const name = id.slice(ENTRY.length + 1)
    const names = [...(imported.get(name) ?? [])].sort()
    const whole = names.filter((wanted) => !wanted.includes('.'))
    const parts = names.filter((wanted) => wanted.includes('.')).map((wanted) => wanted.split('.'))
    return [
      `export { ${whole.join(', ')} } from '${name}'`,
      ...[...Map.groupBy(parts, ([of]) => of)].map(namespace(name)),
    ].join('\n')
  },
})

/** `z` of the parts alone that are used: `z.object` brings no other kind of schema along. */
const namespace =
  (from: string) =>
  ([of = '', parts]: readonly [string | undefined, readonly string[][]]) =>
    `import { ${parts.map(([, part]) => `${part} as ${of}_${part}`).join(', ')} } from '${from}'
export const ${of} = { ${parts.map(([, part]) => `${part}: ${of}_${part}`).join(', ')} }`
