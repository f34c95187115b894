import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A checkout's functions, built by its own scripts. */
export interface Built {
  readonly root: string
  readonly folder: string
  /** By function, from the checkout's own stacks. */
  readonly variables: ReadonlyMap<string, Readonly<Record<string, string>>>
}

export async function build(root: string, folder: string): Promise<Built> {
  const { buildFunctions } = await import(join(root, 'scripts/build-functions.ts'))
  const environments = ['bench-functions', 'bench-init'].find((name) =>
    existsSync(join(root, 'scripts', name, 'environments.ts')),
  )
  const { environmentsOf } = await import(join(root, `scripts/${environments}/environments.ts`))
  await buildFunctions({ root, outdir: folder, mount: join(folder, 'layers/runtime') })
  return { root, folder, variables: environmentsOf(folder) }
}
