import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The scripts that stand in the client's pages themselves, as a policy names them. Pages that were made for all are
 * filled from these, so they have no others. A page of the release before has its own refused until it is replaced:
 * none may do what its page cannot do without.
 */
export const inlineScripts = (webDist: string): readonly string[] => {
  const scripts = readdirSync(webDist)
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => [...readFileSync(join(webDist, file), 'utf8').matchAll(INLINE)])
  return [...new Set(scripts.map(([, text = '']) => hashOf(text)))].sort()
}

/** What is fetched has a source, and data has a type: neither is run as it stands there. */
const INLINE = /<script>(.*?)<\/script>/gs

const hashOf = (script: string) =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`
