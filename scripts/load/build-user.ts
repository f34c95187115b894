import { join } from 'node:path'
import { rolldown } from 'rolldown'

/** What the script's users do between requests, as one file beside the script: other machines get it so. */
export async function buildUser(folder: string): Promise<void> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, '../../load/scenarios/user/index.ts'),
    platform: 'node',
    logLevel: 'warn',
  })
  try {
    await bundle.write({ file: join(folder, 'user.mjs'), format: 'esm' })
  } finally {
    await bundle.close()
  }
}
