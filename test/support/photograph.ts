import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const WIDTHS = {
  wide: { width: 1440, height: 900 },
  tablet: { width: 768, height: 1024 },
  narrow: { width: 390, height: 844 },
}
const SCHEMES = ['light', 'dark'] as const
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A scheme changes colours and a width the layout; not every pair needs the seconds that axe takes. */
const LOOKED_AT = ['wide-light', 'wide-dark', 'narrow-light']

/** The size that pages have before and after. */
export const VIEWPORT = WIDTHS.wide

/**
 * A picture of the screen in each width and scheme, in `folder`. Answers what keeps somebody from using
 * it, by axe's word (serious or critical), each with where and in which picture.
 */
export const photograph = async (page: Page, folder: string, name: string): Promise<string[]> => {
  const barriers = new Set<string>()
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport)
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await settle(page)
      await page.screenshot({
        path: `${folder}/${name}-${width}-${colorScheme}.png`,
        animations: 'disabled',
      })
      if (!LOOKED_AT.includes(`${width}-${colorScheme}`)) continue
      for (const barrier of await findBarriers(page))
        barriers.add(`${name}-${width}-${colorScheme}: ${barrier}`)
    }
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(VIEWPORT)
  return [...barriers]
}

/** Two frames: one to lay out, one to paint. Transitions take up to 150 ms. */
const settle = async (page: Page) => {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  await page.waitForTimeout(150)
}

const findBarriers = async (page: Page): Promise<string[]> => {
  // Evaluated through the debugger: the site's content security policy lets no script in.
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (values): Promise<axe.AxeResults> =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    RULES,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => {
        const why = failureSummary?.split('\n').at(-1)?.trim()
        return `${id} (${help}) at ${target.join(' ')}: ${why}`
      }),
    )
}
