import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { clientIn } from '../../web/vite.config.ts'
import { type PseudoLanguage, pseudo } from './pseudo-words.ts'

/**
 * Builds the web client in a pseudo-language, made from English by function: run as a program, since React is
 * its development build inside tests. `build-pseudo.ts en-XA <folder>`.
 */
const [language = '', outDir = ''] = process.argv.slice(2)
const client = clientIn('en')
await build({
  ...client,
  configFile: false,
  logLevel: 'warn',
  plugins: [inPseudo(language as PseudoLanguage), client.plugins],
  build: { ...client.build, outDir },
})

function inPseudo(tag: PseudoLanguage): Plugin {
  const prefix = '\0pseudo:'
  const maker = fileURLToPath(new URL('./pseudo-words.ts', import.meta.url))
  return {
    name: 'lectern-pseudo-language',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!/\/words\/([\w-]+\/)?en(\.ts)?$/.test(id) || importer?.startsWith(prefix))
        return undefined
      const found = await this.resolve(id, importer, { skipSelf: true })
      return found && prefix + found.id
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined
      return [
        `import { words as english } from ${JSON.stringify(id.slice(prefix.length))}`,
        `import { ${pseudo.name} } from ${JSON.stringify(maker)}`,
        `export const words = ${pseudo.name}(english, ${JSON.stringify(tag)})`,
      ].join('\n')
    },
    transformIndexHtml: (html) =>
      html.replace(
        '<html lang="en" dir="ltr">',
        `<html lang="${tag}" dir="${tag === 'en-XB' ? 'rtl' : 'ltr'}">`,
      ),
  }
}
