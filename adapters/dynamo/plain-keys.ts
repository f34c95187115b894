/** Of an entity's declaration for ElectroDB what its keys are made of. */
export interface Declared {
  readonly model: { readonly entity: string; readonly version: string; readonly service: string }
  readonly indexes: Readonly<Record<string, DeclaredIndex>>
}

export interface DeclaredIndex {
  readonly pk: DeclaredKey
  readonly sk: DeclaredKey
  /** Of the table's; its own key has none. */
  readonly index?: string
  /** Which items are in it. @default all */
  readonly condition?: (item: Values) => boolean
}

interface DeclaredKey {
  readonly field: string
  /** Of which attributes it is made, in this order. */
  readonly composite: readonly string[]
}

type Values = Readonly<Record<string, unknown>>

/** The key of an item in one of its entity's indexes, as ElectroDB writes it; a test holds both equal. */
export const keyIn = (
  { model }: Declared,
  { pk, sk }: DeclaredIndex,
  values: Values,
): Record<string, string> => ({
  [pk.field]: written(`$${model.service}`, pk.composite, values),
  [sk.field]: written(prefixOf(model), sk.composite, values),
})

/** Whether an item is in an index: of which it has all attributes. */
export const isIn =
  (item: Values) =>
  ({ pk, sk, condition }: DeclaredIndex) =>
    (condition?.(item) ?? true) &&
    [...pk.composite, ...sk.composite].every((attribute) => item[attribute] !== undefined)

/** What the sort keys of all items of the entity begin with that are in the index and begin as `of` says. */
export const sortFrom = ({ model }: Declared, { sk }: DeclaredIndex, of: Values): string =>
  written(prefixOf(model), sk.composite, of)

/** The fields that are no attributes: all keys, and what ElectroDB notes. */
export const machinery = ({ indexes }: Declared): ReadonlySet<string> =>
  new Set([
    ...Object.values(indexes).flatMap(({ pk, sk }) => [pk.field, sk.field]),
    ...Object.keys(notes({ entity: '', version: '' })),
  ])

/** Of which entity an item is, as ElectroDB notes it. */
export const notes = ({ entity, version }: Pick<Declared['model'], 'entity' | 'version'>) => ({
  __edb_e__: entity,
  __edb_v__: version,
})

const prefixOf = ({ entity, version }: Declared['model']) => `$${entity}_${version}`

/** Up to the first attribute that has no value. */
function written(prefix: string, composite: readonly string[], values: Values): string {
  let key = prefix
  for (const name of composite) {
    key += `#${name}_`
    if (values[name] === undefined) break
    key += values[name]
  }
  return key.toLowerCase()
}
