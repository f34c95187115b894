import { isDeepStrictEqual } from 'node:util'

interface Index {
  readonly partition: string
  readonly sort: string
  readonly projected: readonly string[]
}
/** As `released-indexes.json` keeps it. */
export interface ReleasedIndex {
  readonly key: readonly string[]
  readonly projected: readonly string[]
}

/**
 * The indexes that are not as the last release had them. CloudFormation adds or deletes one in an update, and
 * a key or a projection is changed by another index of another name:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
 */
export function changedIndexes(
  released: Readonly<Record<string, ReleasedIndex>>,
  indexes: Readonly<Record<string, Index>>,
): string[] {
  const now = Object.entries(indexes).map(([name, { partition, sort, projected }]) => [
    name,
    { key: [partition, sort], projected: [...projected] },
  ])
  const known: Record<string, ReleasedIndex> = Object.fromEntries(now)
  const names = new Set([...Object.keys(released), ...Object.keys(indexes)])
  return [...names].filter((name) => !isDeepStrictEqual(released[name], known[name]))
}
