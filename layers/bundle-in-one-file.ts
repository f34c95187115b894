import { rolldown } from 'rolldown'

/** Bundles an entry into one file, which has what it imports: where it runs there is no layer of ours. */
export async function bundleInOneFile({
  root,
  input,
  dir,
  external = [],
}: {
  readonly root: string
  /** By the name of its file. */
  readonly input: Readonly<Record<string, string>>
  readonly dir: string
  readonly external?: readonly string[]
}): Promise<void> {
  const bundle = await rolldown({
    ...{ cwd: root, input: { ...input }, external: [...external] },
    ...{ platform: 'node', logLevel: 'warn' },
  })
  try {
    await bundle.write({
      dir,
      format: 'esm',
      entryFileNames: '[name].mjs',
      codeSplitting: false,
      minify: 'dce-only',
    })
  } finally {
    await bundle.close()
  }
}
