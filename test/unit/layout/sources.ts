import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** The layers, and where each one's sources lie. */
export const LAYERS = {
  contract: 'contract',
  core: 'core',
  adapters: 'adapters',
  functions: 'functions',
  lib: 'lib',
  web: 'web/src',
  local: 'local',
  load: 'load',
} as const
export type Layer = keyof typeof LAYERS

export const layers = Object.keys(LAYERS) as Layer[]

/** Every source of a layer, by its path from the root. */
export const sourcesOf = (layer: Layer): string[] =>
  globSync(`${LAYERS[layer]}/**/*.{ts,tsx}`, {
    exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name),
  })

/** What a file names in its imports, as written there. */
export const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )

/** The files of its own layer that a file imports. */
export const importedWithin = (layer: Layer, file: string): string[] =>
  importsOf(file).flatMap((name) => {
    if (name.startsWith('.')) return [posix.join(posix.dirname(file), name)]
    if (!name.startsWith(`#${layer}/`)) return []
    const path = `${LAYERS[layer]}/${name.slice(layer.length + 2)}`
    return [/\.(tsx?|css)$/.test(path) ? path : `${path}.ts`]
  })

/** A file's folder within its layer; `.` for the layer's own. */
export const folderOf = (layer: Layer, file: string): string =>
  posix.relative(LAYERS[layer], posix.dirname(file)) || '.'

/** Groups of two and more that reach each other. */
export function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const number = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (node: string) => {
    const own = number.size
    number.set(node, own)
    lowest.set(node, own)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!number.has(next)) visit(next)
      if (stack.includes(next))
        lowest.set(node, Math.min(lowest.get(node) ?? own, lowest.get(next) ?? own))
    }
    if (lowest.get(node) !== own) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1) found.push(group.sort())
  }
  for (const node of graph.keys()) if (!number.has(node)) visit(node)
  return found
}
