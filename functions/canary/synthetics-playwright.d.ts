/**
 * What the canary uses of the module that its runtime brings.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Synthetics_WritingCanary_Nodejs_Playwright.html
 */
declare module '@aws/synthetics-playwright' {
  import type { Browser, Page } from 'playwright-core'

  export const synthetics: {
    launch(): Promise<Browser>
    newPage(browser: Browser): Promise<Page>
    executeStep(name: string, step: () => Promise<void>): Promise<unknown>
    close(): Promise<void>
  }
}
