import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { SURENESS, type Told } from '#core/reports/backfill/events-that-stood'
import { eventColumns } from '#lib/reports/event-columns'

export interface Written {
  readonly event: string
  readonly day: string
  readonly file: string
  readonly bytes: number
}

/** What is put down at once. */
const BATCH = 50_000
const MEMORY = '512MB'

/**
 * Events on the disk of this machine, however many, until each is there once: of what is told by the same id the surest, and of those the
 * earliest; of a lesson that settled and was taken up again, the later sum alone.
 */
export class Scratch {
  readonly #folder: string
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  #lines: string[] = []
  readonly #shape = [
    ...eventColumns(),
    ...['event', 'date'].map((name) => ({ name, type: 'string' })),
    { name: 'sureness', type: 'bigint' },
  ]

  static async open(folder: string): Promise<Scratch> {
    await mkdir(folder, { recursive: true })
    const instance = await DuckDBInstance.create(join(folder, 'told.db'), {
      memory_limit: MEMORY,
      temp_directory: join(folder, 'spilled'),
      threads: '2',
      preserve_insertion_order: 'false',
    })
    return new Scratch(folder, instance, await instance.connect())
  }

  private constructor(folder: string, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#folder = folder
    this.#instance = instance
    this.#connection = connection
  }

  async put(told: readonly Told[]): Promise<void> {
    for (const { event, sureness } of told) {
      const date = new Date(event.at).toISOString().slice(0, 10)
      this.#lines.push(JSON.stringify({ ...event, date, sureness }))
    }
    if (this.#lines.length >= BATCH) await this.#flush()
  }

  async #flush(): Promise<void> {
    const columns = this.#shape.map(({ name, type }) => `"${name}" ${type}`).join(', ')
    await this.#connection.run(`CREATE TABLE IF NOT EXISTS told (${columns})`)
    if (this.#lines.length === 0) return
    const file = join(this.#folder, 'lines.jsonl')
    await writeFile(file, this.#lines.join('\n'))
    this.#lines = []
    const shape = this.#shape.map(({ name, type }) => `'${name}': '${type}'`).join(', ')
    await this.#connection.run(
      `INSERT INTO told SELECT * FROM read_json('${file}', format = 'newline_delimited', columns = {${shape}})`,
    )
    await rm(file)
  }

  /** Each event once, a file of Parquet for each name and day, in the order of days. A file is gone when the next comes. */
  async *files(): AsyncGenerator<Written> {
    await this.#flush()
    const sums = `event IN ('watched', 'learned')`
    await this.#connection.run(
      `CREATE OR REPLACE TABLE once AS SELECT * FROM (
         SELECT *, row_number() OVER (PARTITION BY id ORDER BY sureness, "at") AS nth FROM told
         WHERE NOT (sureness = ${SURENESS.settled} AND ${sums}) OR (person, lesson) NOT IN (
           SELECT (person, lesson) FROM told WHERE sureness = ${SURENESS.estimated} AND ${sums}
         )
       ) WHERE nth = 1 ORDER BY date, event`,
    )
    const folders = await this.#connection.runAndReadAll(
      'SELECT DISTINCT event, date FROM once ORDER BY date, event',
    )
    const names = eventColumns().map(({ name }) => `"${name}"`)
    for (const [event, day] of folders.getRows().map((row) => row.map(String))) {
      if (!event || !day) continue
      const file = join(this.#folder, 'events.parquet')
      await this.#connection.run(
        `COPY (SELECT ${names.join(', ')} FROM once WHERE date = '${day}' AND event = '${event}' ORDER BY "at", id)
         TO '${file}' (FORMAT parquet, COMPRESSION snappy)`,
      )
      yield { event, day, file, bytes: (await stat(file)).size }
      await rm(file)
    }
  }

  async close(): Promise<void> {
    this.#connection.closeSync()
    this.#instance.closeSync()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
