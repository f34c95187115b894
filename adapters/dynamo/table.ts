import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { FOR_PEOPLE, FOR_WORK } from '#adapters/platform/client-settings'

/** Where ElectroDB notes of which entity an item is. */
export const ENTITY_FIELD = '__edb_e__'

/** The one table, with the client that an execution environment keeps alive for it. */
export interface Table {
  readonly name: string
  readonly client: DynamoDBDocumentClient
}

export const openTable = (name: string, client = new DynamoDBClient(FOR_PEOPLE)): Table => ({
  name,
  client: DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  }),
})

/** The same for workers, who are in less of a hurry. */
export const openTableForWork = (name: string): Table =>
  openTable(name, new DynamoDBClient(FOR_WORK))

/** Makes an entity once a table: several repositories of a function ask for the same, and each costs its start a millisecond. */
export const perTable = <E>(make: (table: Table) => E): ((table: Table) => E) => {
  const made = new WeakMap<Table, E>()
  return (table) => {
    const known = made.get(table) ?? make(table)
    made.set(table, known)
    return known
  }
}
