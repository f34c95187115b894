import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const text = readFileSync(
  createRequire(import.meta.url).resolve('commonmark-spec/spec.txt'),
  'utf8',
)

/** The examples of CommonMark's own specification: a source and what it becomes, tabs as arrows. */
export const commonMarkExamples = [
  ...text.matchAll(/^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm),
].map(([, source = '', html = ''], at) => ({
  number: at + 1,
  source: source.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}))
