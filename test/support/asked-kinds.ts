import { parseSync } from 'vite'

/** A node of the syntax tree, as ESTree names them. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string }

/**
 * Where a source asks whether something is of one of these kinds: compares a `kind` with its name, switches over it,
 * looks for it in a list, or cuts it out of a type.
 */
export function askedKinds(path: string, text: string, kinds: readonly string[]): string[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const names = (node: unknown) => isNode(node) && kinds.includes(String(node.value))
  return nodesOf(program)
    .filter((node) => asks(node, names))
    .map(({ start, end }) => text.slice(Number(start), Number(end)).split('\n')[0] ?? '')
}

const asks = (node: Node, names: (node: unknown) => boolean): boolean => {
  switch (node.type) {
    case 'BinaryExpression':
      return (
        /^[!=]==?$/.test(String(node.operator)) &&
        ((isKind(node.left) && names(node.right)) || (isKind(node.right) && names(node.left)))
      )
    case 'SwitchStatement':
      return (
        isKind(node.discriminant) &&
        listOf(node.cases).some((one) => isNode(one) && names(one.test))
      )
    case 'CallExpression':
      return listOf(node.arguments).some(isKind) && nodesOf(node.callee).some(names)
    case 'TSPropertySignature':
      return (
        isNode(node.key) && node.key.name === 'kind' && nodesOf(node.typeAnnotation).some(names)
      )
    default:
      return false
  }
}

/** `kind`, `lesson.kind`, `lesson?.kind`, `nextKind`. */
const isKind = (node: unknown): boolean =>
  isNode(node) &&
  ((node.type === 'Identifier' && /kind$/i.test(String(node.name))) ||
    (node.type === 'MemberExpression' && isKind(node.property)) ||
    (node.type === 'ChainExpression' && isKind(node.expression)))

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A node and all below it. */
const nodesOf = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : []
}
