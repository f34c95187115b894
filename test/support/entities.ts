import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { Entity } from 'electrodb'
import type { openTable } from '#adapters/dynamo/table'

const folder = resolve(import.meta.dirname, '../../adapters/dynamo')

/** Every entity of every noun, by the name of the function that makes it: a new one is found by its file's name. */
export async function everyEntity(table: ReturnType<typeof openTable>) {
  const modules = await Promise.all(
    globSync('*/*entity.ts', { cwd: folder }).map(
      async (file): Promise<object> => import(`${folder}/${file}`),
    ),
  )
  return modules
    .flatMap((module) => Object.entries(module))
    .flatMap(([name, make]) => {
      const entity: unknown = name.endsWith('Entity') && typeof make === 'function' && make(table)
      return entity instanceof Entity ? [{ name, entity }] : []
    })
}
