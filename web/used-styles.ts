import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const { resolve } = createRequire(import.meta.url)
const folder = join(dirname(resolve('@mantine/core/styles.css')), 'styles')
/** Where a Mantine component takes the names of its classes from. */
const CLASSES = /\/@mantine\/core\/esm\/components\/.*\/(\w+)\.module\.mjs$/
const SHEET = /\/@mantine\/core\/styles\/[\w-]+\.layer\.css$/
/** Mantine's palettes that no screen names; the theme has an accent of its own. */
const UNUSED =
  /^\s*--mantine-color-(?:pink|grape|violet|indigo|blue|cyan|green|lime|yellow|orange)-[\w-]+:[^;]*;\n/gm
/**
 * Later layers win, and what is in none wins over all: a screen's own classes over Mantine's, Mantine's over bare
 * elements. At the head of each sheet, since whichever comes first says it for all.
 */
const ORDER = '@layer reset, elements, mantine;'

/**
 * Each of Mantine's components brings its own style sheet along, so that a page loads those of the components that it
 * shows; in a layer, since they come in any order.
 */
export const usedStyles = (): Plugin => ({
  name: 'lectern-used-styles',
  enforce: 'pre',
  transform(code, id) {
    const path = id.split('?')[0] ?? ''
    if (path.endsWith('/src/app/styles.css')) return `${ORDER}\n${code}`
    if (SHEET.test(path)) {
      const isReset = /\/(?:baseline|default-css-variables)\./.test(path)
      const sheet = isReset ? code.replace('@layer mantine', '@layer reset') : code
      return `${ORDER}\n${sheet.replace(UNUSED, '')}`
    }
    const sheet = `${CLASSES.exec(path)?.[1]}.layer.css`
    if (!existsSync(join(folder, sheet))) return undefined
    return `import '@mantine/core/styles/${sheet}'\n${code}`
  },
})
