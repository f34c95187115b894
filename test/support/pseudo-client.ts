import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { CLOSE, OPEN, type PseudoLanguage } from './pseudo-words.ts'

export interface PseudoClient {
  /** From now on the pages of a browser are the client in the pseudo-language; all else is the site's. */
  serveTo(context: BrowserContext, webUrl: string): Promise<void>
  remove(): Promise<void>
}

export async function buildPseudoClient(language: PseudoLanguage): Promise<PseudoClient> {
  const folder = await mkdtemp(join(tmpdir(), `lectern-${language}-`))
  execFileSync(process.execPath, ['test/support/build-pseudo.ts', language, folder], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return {
    serveTo: async (context, webUrl) => {
      const { origin } = new URL(webUrl)
      // A page that comes from no address may otherwise not call this machine's, as for signing in.
      await context.grantPermissions(['local-network-access'], { origin })
      await context.route(`${origin}/**`, (route) => {
        const { pathname } = new URL(route.request().url())
        const file = join(folder, pathname)
        if (pathname.startsWith('/assets/') && existsSync(file))
          return route.fulfill({ path: file })
        return route.request().resourceType() === 'document'
          ? route.fulfill({ path: join(folder, 'index.html') })
          : route.fallback()
      })
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/**
 * The texts on a page that are in no brackets, so come from no catalogue: written, spoken by a screen reader,
 * or in the title. What people wrote stands in `dir="auto"` or `<bdi>`, or is among `theirs`; what `Intl`
 * makes of figures is known by its units, dates by `<time>`, and a key's letter is the same everywhere.
 */
export const findLooseTexts = (page: Page, theirs: readonly string[] = []): Promise<string[]> =>
  page.evaluate(
    ({ open, close, names }) => {
      const inBrackets = new RegExp(`${open}[^${open}${close}]*${close}`, 'g')
      const rest = (text: string) => {
        let left = text.normalize()
        for (let before = ''; before !== left; ) {
          before = left
          left = left.replace(inBrackets, ' ')
        }
        for (const name of names) left = left.replaceAll(name, ' ')
        return left.replace(/[\d.,]+\s?(ms|sec|mins?|hrs?|bytes?|[kMGT]B|p)(?=\W|$)/g, ' ')
      }
      const found = new Set<string>()
      const look = (text: string | null) => {
        if (text && /\p{L}/u.test(rest(text))) found.add(text.trim())
      }
      const isKey = ({ parentElement, textContent }: Node) =>
        parentElement?.matches('kbd') && textContent?.length === 1
      const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = nodes.nextNode(); node; node = nodes.nextNode())
        if (
          !isKey(node) &&
          !node.parentElement?.closest(
            'script, style, noscript, svg, code, [dir="auto"], bdi, time, body [lang]',
          )
        )
          look(node.textContent)
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
        for (const element of document.querySelectorAll(
          `body [${name}]:not(code, time, [aria-hidden] *)`,
        ))
          if (element.ariaHidden !== 'true') look(element.getAttribute(name))
      look(document.title)
      return [...found]
    },
    { open: OPEN, close: CLOSE, names: ['Lectern', ...theirs] },
  )

/** What does not fit: the page across, and elements whose words are cut off or lie beside the page. */
export const findBroken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const across = scrollWidth > clientWidth ? [`the page is ${scrollWidth} of ${clientWidth}`] : []
    const cut = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => {
        const { overflowX, textOverflow, position } = getComputedStyle(element)
        if (textOverflow === 'ellipsis' || /auto|scroll/.test(overflowX)) return false
        if (/hidden|clip/.test(overflowX)) return element.scrollWidth > element.clientWidth + 1
        const { left, right } = element.getBoundingClientRect()
        return position === 'static' && (left < -1 || right > clientWidth + 1)
      })
      .map((element) => `${element.tagName.toLowerCase()} ${element.textContent}`)
    const pressed = [...document.querySelectorAll('header a, header button')].filter(
      (element) => element.checkVisibility() && !element.matches('.skip-link'),
    )
    const onEachOther = pressed.flatMap((element, at) => {
      // A point of it where another lies on top.
      const { x, y, width, height } = element.getBoundingClientRect()
      const frame = element.parentElement
      const scrolls = frame && getComputedStyle(frame).overflowX === 'auto'
      const edge = scrolls ? frame.getBoundingClientRect().right : Number.POSITIVE_INFINITY
      const end = Math.min(x + width, edge) - 3
      const top = document.elementFromPoint(end, y + height / 2)
      const other = pressed.find((each, place) => place !== at && each.contains(top))
      return other
        ? [`${element.textContent} is under ${other.ariaLabel ?? other.textContent}`]
        : []
    })
    return [...across, ...cut, ...onEachOther]
  })
