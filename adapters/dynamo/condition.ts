/** Whether a write was refused because its condition did not hold; ElectroDB wraps the engine's error. */
const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ConditionalCheckFailedException' ||
    /conditional request failed/i.test(error.message) ||
    isConditionFailure(error.cause))

/** Whether a conditional write was done. */
export const unlessRefused = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}

type Attributes = Readonly<Record<string, unknown>>

/** By the names of attributes, `:name` being what is written of one, or what stands in `values`. */
export interface Condition {
  readonly holds: string
  readonly values?: Attributes
}

export const expressionOf = ({ holds, values }: Condition) => ({
  ConditionExpression: holds,
  ...(values && { ExpressionAttributeValues: named(values) }),
})

/** Parts of an expression: `#name` is an attribute, `:name` what is written of it. */
export const assignments = (set: Attributes) =>
  Object.keys(set).map((field) => `#${field} = :${field}`)

export const assignmentsOnce = (set: Attributes) =>
  Object.keys(set).map((field) => `#${field} = if_not_exists(#${field}, :${field})`)

export const additions = (by: Attributes) =>
  Object.keys(by)
    .map((field) => `#${field} :${field}`)
    .join(', ')

export const placeholders = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`#${name}`, name]))

export const named = (values: Attributes) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value]))
