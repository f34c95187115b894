import { parseAst } from 'vite'

/** What a person reads or hears of an element. */
const TOLD =
  /^(alt|aria-label|aria-roledescription|aria-valuetext|description|label|placeholder|text|title)$/

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Texts of a source that a person would read and no catalogue has. */
export function looseTexts(source: string, file: string): string[] {
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
