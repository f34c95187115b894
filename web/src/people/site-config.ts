import type { SiteConfig } from '#contract/platform/site-config'
import { fetchFile } from '#web/early/early-answer.ts'
import { words } from './words/en.ts'

let config: Promise<SiteConfig> | undefined

/** What the site tells this client, asked for once; what failed is asked for again. */
export function siteConfig(): Promise<SiteConfig> {
  config ??= read().catch((error: unknown) => {
    config = undefined
    throw error
  })
  return config
}

async function read(): Promise<SiteConfig> {
  const answer = await fetchFile('/config.json')
  if (!answer.ok) throw new Error(words.settingsMissing)
  return answer.json()
}
