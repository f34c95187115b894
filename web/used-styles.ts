import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const { resolve } = createRequire(import.meta.url)
const styles = join(dirname(resolve('@mantine/core/styles.css')), 'styles')
/** Where a Mantine component takes the names of its classes from. */
const CLASSES = /\/@mantine\/core\/esm\/components\/.*\/(\w+)\.module\.mjs$/
/** Mantine's palettes that no screen names; the theme has an accent of its own. */
const UNUSED =
  /^\s*--mantine-color-(?:pink|grape|violet|indigo|blue|cyan|green|lime|yellow|orange)-[\w-]+:[^;]*;\n/gm

/**
 * Each of Mantine's components brings its own style sheet along, so that a page loads those of the components that it
 * shows. In a layer of their own (`app/styles.css` says which is over which), since sheets come in any order.
 */
export const usedStyles = (): Plugin => ({
  name: 'lectern-used-styles',
  transform(code, id) {
    const path = id.split('?')[0] ?? ''
    if (path.endsWith('/default-css-variables.css')) return code.replace(UNUSED, '')
    const sheet = `${CLASSES.exec(path)?.[1]}.layer.css`
    if (!existsSync(join(styles, sheet))) return undefined
    return `import '@mantine/core/styles/${sheet}'\n${code}`
  },
})
