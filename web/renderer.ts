import type { InlineConfig, Plugin, Rolldown } from 'vite'
import type { Language } from '../contract/words/languages.ts'
import { EARLY_SCRIPT, earlyTag } from './early-start.ts'
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
      const course = filesOf('/courses/pages/course-page.tsx', output)
      const early = chunkOf(EARLY_SCRIPT, output)
      const named = [...html.matchAll(STYLE_SHEET)].map(([, file = '']) => file)
      const stylesOf = (files: readonly string[]) =>
        [...new Set([...named, ...files])].map((file) => textOf(file, output)).join('')
      const client = [...html.matchAll(CLIENT)].map(([tag]) => tag.trim()).join('')
      const shell = {
        html: html
          .replace(STYLE_SHEET, '')
          .replace(CLIENT, '')
          .replace(
            earlyTag(early),
            `<script async fetchpriority="low" src="/${early.fileName}"></script>`,
          ),
        empty: html,
        title: part(/<title>.*<\/title>/),
        description: part(/<meta name="description"[^>]*>/),
        root: part(/<div id="root"><\/div>/),
        styles: { catalogue: stylesOf([]), course: stylesOf(course.styles) },
        scripts: { catalogue: client, course: `${client}${tagsOf(course.scripts, html)}` },
      }
      return `export const shell = ${JSON.stringify(shell)}`
    },
  }
}

const STYLE_SHEET = /\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g
/** The client's own tags, without the early script. */
const CLIENT =
  /\s*<(?:script type="module" crossorigin[^>]*><\/script>|link rel="modulepreload"[^>]*>)/g

const chunksOf = (output: Built) => output.filter((file) => file.type === 'chunk')

function chunkOf(module: string, output: Built) {
  const own = chunksOf(output).find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
  if (!own) throw new Error(`The client has no chunk of its own for ${module}.`)
  return own
}

/** The files of a part that is loaded by itself. */
function filesOf(module: string, output: Built) {
  const chunks = chunksOf(output)
  const own = chunkOf(module, output)
  const scripts = [own.fileName, ...own.imports]
  const styles = chunks
    .filter(({ fileName }) => scripts.includes(fileName))
    .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
  return { scripts, styles }
}

/** Scripts that the page does not name already, as tags by which a browser fetches them. */
const tagsOf = (files: readonly string[], html: string): string =>
  files
    .filter((file) => !html.includes(`"/${file}"`))
    .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
    .join('')

function textOf(name: string, output: Built): string {
  const file = output.find(({ fileName }) => fileName === name)
  if (file?.type !== 'asset') throw new Error(`The client has no style sheet ${name}.`)
  return String(file.source)
}
