import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What means the left or the right of the screen, and not where a line begins. */
const MEANT = [
  'menu.module.css: inset: auto var(--from-right) var(--from-bottom) auto',
  // As an author says of a table’s column.
  'article.module.css: text-align: left',
  'article.module.css: text-align: right',
  // Each beside the other, for its direction.
  'transcript.module.css: box-shadow: inset 3px 0 0 var(--accent-ink)',
  'transcript.module.css: box-shadow: inset -3px 0 0 var(--accent-ink)',
]

describe('the style sheets', () => {
  it('say where things begin and end, not left and right', () => {
    const files = globSync('web/src/**/*.css')
    const found = files.flatMap((file) =>
      physicalIn(readFileSync(file, 'utf8')).map((each) => `${basename(file)}: ${each}`),
    )
    expect(files.length).toBeGreaterThan(10)
    expect(found.toSorted()).toEqual(MEANT.toSorted())
  })

  it.each([
    ['margin-left: 4px', true],
    ['border-top-right-radius: 4px', true],
    ['left: 0', true],
    ['float: right', true],
    ['padding: 1px 2px 3px 4px', true],
    ['inset: 0 auto 0 0', true],
    ['box-shadow: inset 2px 0 red', true],
    ['padding: max(8px, env(safe-area-inset-left)) 2px 3px 2px', false],
    ['margin-inline-start: 4px', false],
    ['inset: 0 4% auto', false],
    ['box-shadow: 0 2px 4px red', false],
    ['align-items: flex-start', false],
  ])('are seen to: %s', (declaration, physical) => {
    expect(physicalIn(`.a {\n  ${declaration};\n}`)).toEqual(physical ? [declaration] : [])
  })
})

function physicalIn(css: string): string[] {
  const bare = css.replace(/\/\*.*?\*\//gs, '')
  return [...bare.matchAll(/[{;]\s*([\w-]+)\s*:\s*([^;{}]+)/g)]
    .filter(([, property = '', value = '']) => isPhysical(property, value))
    .map(([, property, value = '']) => `${property}: ${value.replace(/\s+/g, ' ').trim()}`)
}

function isPhysical(property: string, value: string): boolean {
  if (/^(left|right)$|-(left|right)(-|$)/.test(property)) return true
  if (/^(text-align|float|clear)$/.test(property)) return /left|right/.test(value)
  if (/^(margin|padding|inset|border-(width|color|style))$/.test(property)) {
    const [, end, , start] = sidesOf(value)
    return start !== undefined && start !== end
  }
  return property === 'box-shadow' && /inset -?[1-9]\S* 0/.test(value)
}

/** The values of a shorthand; what a function is given belongs to it. */
const sidesOf = (value: string): string[] =>
  value.trim().match(/(?:[^\s()]+(?:\((?:[^()]|\([^()]*\))*\))?)/g) ?? []
