import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Language, pageOf } from '#contract/words/languages'

export interface BuiltClient {
  /** The folder of what renders pages. */
  readonly renderers: string
  /** The client's empty page. */
  page(language: Language): string
  remove(): void
}

/** The web client and what renders its public pages, built as a deployment builds them. */
export function buildClient(): BuiltClient {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-client-'))
  const [outDir, renderer] = [join(folder, 'web'), join(folder, 'renderer')]
  execFileSync(
    'npm',
    [
      ...['run', 'build', '-w', 'web', '--silent', '--'],
      ...['--outDir', outDir, '--renderer', renderer],
    ],
    // Else React would be its development build, as it is in tests.
    { env: { ...process.env, NODE_ENV: 'production' } },
  )
  return {
    renderers: join(renderer, 'pages'),
    page: (language) => readFileSync(join(outDir, pageOf(language)), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
