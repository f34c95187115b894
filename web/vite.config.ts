import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin, UserConfig } from 'vite'
import { allRoutes } from '../contract/routes.ts'
import type { Language } from '../contract/words/languages.ts'
import { EARLY_SCRIPT, earlyStart } from './early-start.ts'
import { fewerFiles } from './fewer-files.ts'
import { hlsForCmaf } from './hls-for-cmaf.ts'
import { oneLanguage } from './one-language.ts'
import { pdfParts } from './pdf-parts.ts'
import { usedStyles } from './used-styles.ts'

/**
 * Gives the client each route's method and path as plain data, so that the contract's schemas (and
 * zod) stay out of what a browser loads.
 */
function contractRoutes(): Plugin {
  const name = 'virtual:routes'
  return {
    name: 'lectern-contract-routes',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined
      const table = Object.fromEntries(
        allRoutes.map(({ id, method, path }) => [id, { id, method, path }]),
      )
      return `export const routes = ${JSON.stringify(table)}`
    },
  }
}

const below = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** How the client is built in one language. */
export const clientIn = (language: Language) =>
  ({
    root: below('.'),
    plugins: [
      oneLanguage(language),
      contractRoutes(),
      hlsForCmaf(),
      pdfParts(),
      usedStyles(),
      earlyStart(),
      react(),
    ] as Plugin[],
    resolve: {
      alias: [
        {
          find: /^#contract\/(.*)$/,
          replacement: fileURLToPath(new URL('../contract/$1.ts', import.meta.url)),
        },
      ],
    },
    // Else the server for developers takes Mantine as one file, without its sheets.
    optimizeDeps: { exclude: ['@mantine/core'] },
    // A class in the page says what it is; its module makes it one of a kind.
    css: { modules: { generateScopedName: '[local]-[hash:base64:4]' } },
    build: {
      ...{ outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
      rolldownOptions: {
        input: { index: below('index.html'), early: below(EARLY_SCRIPT) },
        output: { codeSplitting: fewerFiles() },
      },
    },
  }) satisfies UserConfig

/** For `vite` alone, the server for developers. */
export default clientIn('en')
