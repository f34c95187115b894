import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { VIEWPORT } from '#test/support/photograph'

const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's Chromium. @param playsUnasked whether videos may begin without a click. */
export const launchBrowser = ({ playsUnasked = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...QUIET, ...(playsUnasked ? ['--autoplay-policy=no-user-gesture-required'] : [])],
  })

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
