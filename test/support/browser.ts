import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { VIEWPORT } from '#test/support/photograph'

const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const browsers = new Set<Browser>()
/** What went wrong in a page, the last of it. */
const troubles = new WeakMap<BrowserContext, string[]>()

/** Debian's Chromium. @param playsUnasked whether videos may begin without a click. */
export async function launchBrowser({ playsUnasked = false } = {}): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...QUIET, ...(playsUnasked ? ['--autoplay-policy=no-user-gesture-required'] : [])],
  })
  browsers.add(browser)
  browser.on('disconnected', () => browsers.delete(browser))
  browser.on('context', watch)
  return browser
}

function watch(context: BrowserContext) {
  const seen: string[] = []
  troubles.set(context, seen)
  const note = (trouble: string) => seen.push(`${new Date().toISOString()} ${trouble}`)
  context.on('weberror', (error) => note(`${error.error()}`))
  context.on('console', (said) => said.type() === 'error' && note(said.text()))
  context.on('requestfailed', (one) => note(`${one.failure()?.errorText} ${one.url()}`))
  context.on('response', (one) => one.status() >= 400 && note(`${one.status()} ${one.url()}`))
}

/** What the open pages show, and what went wrong in them: of a failure elsewhere nothing else is left. */
export async function tellOpenPages(): Promise<string> {
  const contexts = [...browsers].flatMap((browser) => browser.contexts())
  const told = contexts.flatMap((context) => [
    ...context.pages().map(tellPage),
    ...(troubles.get(context) ?? []).slice(-20),
  ])
  return (await Promise.all(told)).join('\n')
}

async function tellPage(page: Page): Promise<string> {
  const shown = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5_000 })
    .catch((error: unknown) => `${error}`)
  return `${page.url()}\n${shown.slice(0, 6_000)}`
}

interface Visitor {
  readonly webUrl: string
  readonly account: { readonly username: string; readonly password: string }
  readonly device?: BrowserContextOptions
}

/** A page of a browser without a past, signed in through the hosted form as a person does it. */
export async function openSignedIn(
  browser: Browser,
  { webUrl, account, device = { viewport: VIEWPORT } }: Visitor,
): Promise<Page> {
  const page = await (await browser.newContext(device)).newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(webUrl)
  await page.getByRole('banner').getByRole('button', { name: 'Sign in', exact: true }).click()
  await fillInSignIn(page, account)
  await page.getByRole('button', { name: 'Account' }).waitFor()
  return page
}

/** In the hosted form. */
export async function fillInSignIn(page: Page, account: Visitor['account']): Promise<void> {
  await page.getByLabel(/e-?mail/i).fill(account.username)
  await page.getByLabel(/password/i).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
