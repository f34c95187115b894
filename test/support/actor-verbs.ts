import { parseSync } from 'vite'

/** A node of the syntax tree, as ESTree names them. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string }

export interface SourceFile {
  /** From the root: `core/courses/publishing/publish-course.ts`. */
  readonly path: string
  readonly text: string
}

export interface ActorVerb {
  readonly path: string
  readonly name: string
  /** Whether the first thing it does is to ask `core/access`. */
  readonly beginsWithAccess: boolean
}

/** The exported functions of these files that take an actor, as their syntax tells. */
export function actorVerbs(files: readonly SourceFile[]): ActorVerb[] {
  const modules = files.map(readModule)
  const carriers = carriersOf(modules)
  return modules.flatMap((module) =>
    [...module.functions]
      .filter(
        ([name, { params }]) => module.exported.has(name) && mentions(module, params, carriers),
      )
      .map(([name]) => ({
        path: module.path,
        name,
        beginsWithAccess: beginsWithAccess(module, name),
      })),
  )
}

interface Module {
  readonly path: string
  readonly exported: ReadonlySet<string>
  /** Where an imported name comes from: `core/platform/actor#Actor`. */
  readonly imports: ReadonlyMap<string, string>
  readonly types: ReadonlyMap<string, Node>
  readonly functions: ReadonlyMap<string, { params: Node[]; body: Node }>
}

function readModule({ path, text }: SourceFile): Module {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const exported = new Set<string>()
  const imports = new Map<string, string>()
  const types = new Map<string, Node>()
  const functions = new Map<string, { params: Node[]; body: Node }>()
  for (const statement of program.body as unknown as Node[]) {
    if (statement.type === 'ImportDeclaration') {
      const from = resolved(path, (statement.source as { value: string }).value)
      for (const one of statement.specifiers as { local: { name: string }; imported?: Named }[])
        imports.set(one.local.name, `${from}#${one.imported?.name ?? 'default'}`)
    }
    const isExport = statement.type === 'ExportNamedDeclaration'
    const declaration = (isExport ? statement.declaration : statement) as Node | null
    for (const { name, node } of declaredBy(declaration)) {
      if (isExport) exported.add(name)
      if (/^TS(Interface|TypeAlias)/.test(node.type)) types.set(name, node)
      if (/Function/.test(node.type))
        functions.set(name, { params: node.params as Node[], body: node.body as Node })
    }
  }
  return { path, exported, imports, types, functions }
}

type Named = { readonly name: string }

function declaredBy(declaration: Node | null): { name: string; node: Node }[] {
  if (!declaration) return []
  if (declaration.type !== 'VariableDeclaration')
    return declaration.id ? [{ name: (declaration.id as Named).name, node: declaration }] : []
  return (declaration.declarations as { id: Named; init: Node | null }[]).flatMap(({ id, init }) =>
    init && id.name ? [{ name: id.name, node: init }] : [],
  )
}

/** `core/access/own-course` for `#core/access/own-course` and, beside it, for `./own-course.ts`. */
function resolved(path: string, specifier: string): string {
  const bare = specifier.replace(/\.ts$/, '')
  if (bare.startsWith('#')) return bare.slice(1)
  return bare.startsWith('./') ? path.replace(/[^/]*$/, bare.slice(2)) : bare
}

const ACTOR = 'core/platform/actor#Actor'
const own = ({ path }: Module, name: string) => `${path.replace(/\.ts$/, '')}#${name}`

/** The types that are an actor, or name one that is, however far away. */
function carriersOf(modules: readonly Module[]): ReadonlySet<string> {
  const carriers = new Set([ACTOR])
  for (let before = 0; before < carriers.size; ) {
    before = carriers.size
    for (const module of modules)
      for (const [name, node] of module.types)
        if (mentions(module, node, carriers)) carriers.add(own(module, name))
  }
  return carriers
}

const mentions = (module: Module, node: unknown, carriers: ReadonlySet<string>): boolean =>
  some(node, ({ type, typeName, expression }) => {
    const named =
      type === 'TSTypeReference' ? typeName : type === 'TSInterfaceHeritage' && expression
    const { name } = (named || {}) as Partial<Named>
    return name !== undefined && carriers.has(module.imports.get(name) ?? own(module, name))
  })

function some(value: unknown, holds: (node: Node) => boolean): boolean {
  if (Array.isArray(value)) return value.some((one) => some(one, holds))
  if (typeof value !== 'object' || value === null) return false
  if ('type' in value && holds(value as Node)) return true
  return Object.values(value).some((one) => some(one, holds))
}

function beginsWithAccess(module: Module, name: string): boolean {
  const body = module.functions.get(name)?.body
  if (!body) return false
  const first = body.type === 'BlockStatement' ? (body.body as Node[])[0] : body
  return first !== undefined && isAccess(module, first, false)
}

/** A check that nobody waits for protects nothing. */
function isAccess(module: Module, node: Node | undefined, awaited: boolean): boolean {
  const inner = (child: unknown, waits = awaited) =>
    isAccess(module, child as Node | undefined, waits)
  switch (node?.type) {
    case 'VariableDeclaration':
      return inner((node.declarations as { init: Node }[])[0]?.init)
    case 'ExpressionStatement':
      return inner(node.expression)
    case 'AwaitExpression':
      return inner(node.argument, true)
    case 'CallExpression':
      return isPromiseAll(node.callee as Node)
        ? awaited && inner((node.arguments as { elements: Node[] }[])[0]?.elements[0])
        : isAccessCall(module, (node.callee as Partial<Named>).name ?? '', awaited)
    default:
      return false
  }
}

const isPromiseAll = ({ object, property }: Node) =>
  (object as Named | undefined)?.name === 'Promise' && (property as Named).name === 'all'

/** Of `core/access` itself, or of a function in the same file that begins with it. */
function isAccessCall(module: Module, name: string, awaited: boolean): boolean {
  const from = module.imports.get(name)
  if (from?.startsWith('core/access/')) return awaited || from.endsWith('#requireRole')
  return awaited && module.functions.has(name) && beginsWithAccess(module, name)
}
