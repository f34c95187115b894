import { globSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'

/** What a person reads or hears of an element. */
const TOLD =
  /^(alt|aria-label|aria-roledescription|aria-valuetext|description|label|placeholder|text|title)$/

const sources = globSync('web/src/**/*.{ts,tsx}').filter(
  (file) => !/\/words\/(\w+\/)?[\w-]+\.ts$/.test(file) && !file.endsWith('.d.ts'),
)
const looseIn = (files: readonly string[]) =>
  files.flatMap((file) =>
    looseTexts(readFileSync(file, 'utf8'), file).map((text) => `${file}: ${text}`),
  )

describe('the web client’s text', () => {
  it('comes from the catalogue', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(looseIn(sources)).toEqual([])
  })

  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{name} · 3 {words.x}</p>', []],
    ['<a title="Open">{x}</a>', ['Open']],
    ['<a title={open ? "Close" : "Open"} className="a b c">{x}</a>', ['Close', 'Open']],
    ["<p>{open ? 'Close it' : words.open}</p>", ['Close it']],
    ["<a id={x + '-list'} dir={x ? 'rtl' : 'ltr'}>Lectern</a>", []],
    ["f({ label: 'Undo' })", ['Undo']],
    ["say('The file is too large.')", ['The file is too large.']],
    ['say(`The file $' + '{x} is too large.`)', ['The file … is too large.']],
    ["throw new Error('The root is missing here')", []],
    ["console.warn('The root is missing here', x)", []],
    ["import x from 'x'; f('a-b'); f('/teach'); f('signed-in')", []],
  ])('is seen where it is not: %s', (source, loose) => {
    expect(looseTexts(source, 'a.tsx')).toEqual(loose)
  })
})

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Texts of a source that a person would read and no catalogue has. */
function looseTexts(source: string, file: string): string[] {
  const found: string[] = []
  const look = (node: Node, told: boolean) => {
    if (isForDevelopers(node)) return
    const text = textOf(node)
    if (text !== undefined && text.trim() !== NAME && (told ? /\p{L}/u : SENTENCE).test(text))
      found.push(text.trim())
    for (const child of Object.values(node).flat())
      if (isNode(child)) look(child, tells(node, child, told))
  }
  look(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node, false)
  return found
}

/** The same in every language. */
const NAME = 'Lectern'

/** Begins with a capital and has a second word. */
const SENTENCE = /^\p{Lu}\p{L}*('\p{L}+)? (… )?\p{L}/u

/** Whether what a part of a node says is read. */
function tells(node: Node, child: Node, told: boolean): boolean {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return child.type === 'JSXText' || child.type === 'JSXExpressionContainer'
  if (node.type === 'JSXAttribute') return child === node.value && TOLD.test(nameOf(node.name))
  if (node.type === 'Property') return child === node.value && TOLD.test(nameOf(node.key))
  if (node.type === 'JSXExpressionContainer') return told
  if (node.type === 'ConditionalExpression') return told && child !== node.test
  if (node.type === 'LogicalExpression') return told && child === node.right
  return false
}

function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return String(node.value)
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis))
    return node.quasis.map(({ value }) => value.cooked).join('…')
  return undefined
}

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.name ?? node.value ?? '') : ''

/** Errors that nobody catches to show, logs, and types. */
function isForDevelopers(node: Node): boolean {
  if (node.type === 'NewExpression') return nameOf(node.callee) === 'Error'
  if (node.type === 'CallExpression' && isNode(node.callee) && isNode(node.callee.object))
    return nameOf(node.callee.object) === 'console'
  return node.type.startsWith('TS') && node.type.endsWith('Type')
}
