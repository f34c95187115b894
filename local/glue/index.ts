import { byName } from '#local/assembly/identifiers'
import { defineService } from '#local/service/service'
import { findTable, tablesOf } from './glue-table.ts'

/** Glue's catalogue: the tables that the templates declare, for whoever writes or asks them. */
export const glue = defineService({
  name: 'glue',
  types: { 'AWS::Glue::Database': byName, 'AWS::Glue::Table': byName },
  start: ({ cloud }) => ({
    /** Throws where no template has it. */
    table: (database: string, name: string) => findTable(cloud, database, name),
    tablesOf: (database: string) => tablesOf(cloud, database),
  }),
})
