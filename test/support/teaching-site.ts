import type { Browser, Page } from 'playwright-core'
import type { ApiClient } from '#local/demo/api-client'
import { launchBrowser, openSignedIn } from './browser.ts'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from './lectern.ts'
import { apiAs } from './taught-course.ts'

export interface TeachingSite {
  readonly lectern: RunningLectern
  readonly browser: Browser
  /** The author's, signed in. */
  readonly page: Page
  /** The author's calls. */
  readonly teach: ApiClient
  close(): Promise<void>
}

/** A site without a course, and its author before a browser. */
export async function openTeachingSite(
  how?: Parameters<typeof launchBrowser>[0],
): Promise<TeachingSite> {
  const lectern = await startLectern({
    ...{ port: await findFreePorts(), dataDir: await makeDataDir(), args: ['--no-demo'] },
  })
  let browser: Browser | undefined
  const close = async () => {
    await browser?.close()
    await lectern.stop()
    await removeDataDirs()
  }
  try {
    const { accounts, webUrl } = lectern.endpoints
    browser = await launchBrowser(how)
    const page = await openSignedIn(browser, { webUrl, account: accounts.author })
    return { lectern, browser, page, teach: apiAs(lectern.endpoints, accounts.author), close }
  } catch (error) {
    await close()
    throw error
  }
}
