/**
 * Bundles each deployed function to `dist/functions/<name>`, what they import from npm to `dist/layers/runtime`, and
 * the canary to `dist/canary`: the files that AWS and the local cloud run.
 */
import { globSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { type ModuleInfo, type OutputOptions, rolldown } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import { bundleInOneFile } from '#layers/bundle-in-one-file'
import { buildImagesLayer } from '#layers/images/build-layer'
import { addressOf, MOUNT, specifierOf } from '#layers/runtime/address'
import { buildRuntimeLayer } from '#layers/runtime/build-layer'

const ROOT = resolve(import.meta.dirname, '..')

export interface BuildOptions {
  /** @default this project's root */
  readonly root?: string
  /** @default `dist` in the root */
  readonly outdir?: string
  /** Where the functions find the layer. @default where Lambda puts it */
  readonly mount?: string
}

export const buildFunctions = async (options: BuildOptions = {}): Promise<void> => {
  const { root = ROOT, mount = MOUNT } = options
  const outdir = options.outdir ?? join(root, 'dist')
  rmSync(join(outdir, 'functions'), { recursive: true, force: true })
  const imported = new Map<string, Set<string>>()
  const note = (specifier: string, names: readonly string[]) =>
    imported.set(specifier, new Set([...(imported.get(specifier) ?? []), ...names]))

  const build = async (entry: string) => {
    const bundle = await rolldown({
      cwd: root,
      input: { index: entry },
      platform: 'node',
      external: /^[@a-z]/,
      // A schema or an entity that the function does not use is not made when it starts.
      treeshake: { manualPureFunctions: ['z', 'perTable'] },
      logLevel: 'warn',
    })
    try {
      const { output } = await bundle.write({
        ...ownCode(root),
        dir: join(outdir, 'functions', basename(dirname(entry))),
        paths: (id) => (isPackage(id) ? addressOf(id, mount) : id),
      })
      for (const file of output)
        if (file.type === 'chunk')
          for (const { from, names } of importsOf(file.code)) {
            const specifier = specifierOf(from, mount)
            if (specifier)
              note(
                specifier,
                names.flatMap((name) => partsOf(name, file.code)),
              )
          }
    } finally {
      await bundle.close()
    }
  }
  await Promise.all([
    ...globSync('functions/*/index.ts', { cwd: root }).map(build),
    buildCanary(root, join(outdir, 'canary')),
  ])
  await Promise.all([
    buildRuntimeLayer({ root, outdir: join(outdir, 'layers/runtime'), imported }),
    buildImagesLayer({ root, outdir: join(outdir, 'layers/images') }),
  ])
}

const buildCanary = (root: string, dir: string): Promise<void> =>
  bundleInOneFile({
    ...{ root, dir, input: { canary: 'functions/canary/canary.ts' } },
    external: ['@aws/synthetics-playwright'],
  })

/** What is external is a package, or Node's own. */
const isPackage = (id: string) => /^[@a-z]/.test(id) && !id.startsWith('node:')

/**
 * How our own code is written: to be read in the console, with a file for each of the project's layers
 * (`core.mjs`, `adapters.mjs`) beside the entry's `index.mjs`. What is imported later lies apart.
 */
const ownCode = (root: string): OutputOptions => ({
  format: 'esm',
  comments: { legal: false, annotation: false, jsdoc: false },
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name].mjs',
  minifyInternalExports: false,
  codeSplitting: {
    groups: [
      {
        debugName: 'folder',
        name: (id, chunk) => {
          const [layer, noun] = relative(root, id).split(sep)
          // The largest of them by itself, so that each can be read.
          const folder = layer === 'adapters' && noun === 'dynamo' ? noun : layer
          if (
            folder === 'functions' ||
            !isLoadedAtStart(id, (module) => chunk.getModuleInfo(module))
          )
            return null
          return folder ?? null
        },
      },
    ],
  },
  minify: 'dce-only',
})

/** Whether static imports lead to it from the entry. */
function isLoadedAtStart(
  id: string,
  infoOf: (id: string) => Pick<ModuleInfo, 'isEntry' | 'importers'> | null,
  seen = new Set<string>(),
): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const info = infoOf(id)
  return (
    info !== null &&
    (info.isEntry || info.importers.some((importer) => isLoadedAtStart(importer, infoOf, seen)))
  )
}

/** Namespaces of which functions take single parts, so that the layer has those alone: `z` → `z.object`, … */
const NAMESPACES = ['z']

function partsOf(name: string, code: string): string[] {
  if (!NAMESPACES.includes(name)) return [name]
  const parts = code.matchAll(new RegExp(`(?<![.\\w$])${name}\\.([A-Za-z_$][\\w$]*)`, 'g'))
  return [...new Set(Array.from(parts, ([, part]) => `${name}.${part}`))]
}

/** The static imports of a module's text, by the names that the other module knows. */
function importsOf(code: string): { from: string; names: string[] }[] {
  return parseAst(code).body.flatMap((statement) =>
    statement.type === 'ImportDeclaration'
      ? [
          {
            from: statement.source.value,
            names: statement.specifiers.map((specifier) => {
              if (specifier.type === 'ImportDefaultSpecifier') return 'default'
              if (specifier.type === 'ImportNamespaceSpecifier')
                throw new Error(
                  `A function imports all of ${statement.source.value}; name what it uses, so that the layer carries no more.`,
                )
              return 'name' in specifier.imported
                ? specifier.imported.name
                : specifier.imported.value
            }),
          },
        ]
      : [],
  )
}
