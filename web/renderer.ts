import type { InlineConfig, Plugin, Rolldown } from 'vite'
import type { Language } from '../contract/words/languages.ts'
import { clientIn } from './vite.config.ts'

export type Built = Rolldown.RolldownOutput['output']

interface RendererProps {
  readonly language: Language
  /** The client's page in this language, as it was built. */
  readonly html: string
  readonly output: Built
  readonly outDir: string
}

/** How what renders public pages in a language is built: one file, with the client's page and no other package in it. */
export const rendererOf = ({ language, html, output, outDir }: RendererProps): InlineConfig => {
  const client = clientIn(language)
  return {
    ...client,
    configFile: false,
    logLevel: 'warn',
    plugins: [shellOf(html, output), client.plugins],
    define: {
      BUILT_LANGUAGE: JSON.stringify(language),
      'process.env.NODE_ENV': '"production"',
    },
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ...client.build,
      ssr: 'src/page/render.tsx',
      outDir,
      emptyOutDir: false,
      minify: true,
      rolldownOptions: {
        output: {
          entryFileNames: `${language}.mjs`,
          // What is loaded later in browsers is not loaded at all here.
          chunkFileNames: `${language}/[name]-[hash].mjs`,
        },
      },
    },
  }
}

/** Gives the renderer the page that it fills, and what a browser should fetch for each kind of page. */
function shellOf(html: string, output: Built): Plugin {
  const name = 'virtual:shell'
  const part = (pattern: RegExp) => {
    const [found] = pattern.exec(html) ?? []
    if (!found) throw new Error(`The client's page has nothing like ${pattern}.`)
    return found
  }
  return {
    name: 'lectern-shell',
    enforce: 'pre',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined
      const shell = {
        html,
        title: part(/<title>.*<\/title>/),
        description: part(/<meta name="description"[^>]*>/),
        root: part(/<div id="root"><\/div>/),
        preload: { catalogue: '', course: tagsOf('/courses/pages/course-page.tsx', output, html) },
      }
      return `export const shell = ${JSON.stringify(shell)}`
    },
  }
}

/** Styles and scripts of a part that is loaded by itself, but for those that the page names already. */
function tagsOf(module: string, output: Built, html: string): string {
  const chunks = output.filter((file) => file.type === 'chunk')
  const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
  if (!own) throw new Error(`The client has no chunk of its own for ${module}.`)
  const names = [own.fileName, ...own.imports]
  const scripts = names.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
  const styles = chunks
    .filter(({ fileName }) => names.includes(fileName))
    .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
    .map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`)
  const isNew = (tag: string) => !html.includes(/href="[^"]+"/.exec(tag)?.[0] ?? tag)
  return [...new Set([...styles, ...scripts])].filter(isNew).join('')
}
