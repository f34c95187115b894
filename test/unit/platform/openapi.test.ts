import { expect, test } from 'vitest'
import { parametersOf } from '#contract/http/fill-path'
import { openApiDocument } from '#contract/openapi'
import { allRoutes } from '#contract/routes'

const document = openApiDocument()

/** Every keyword and every `$ref` in a part of the document. */
function walk(part: unknown, see: (key: string, value: unknown) => void): void {
  if (Array.isArray(part)) for (const item of part) walk(item, see)
  else if (part !== null && typeof part === 'object')
    for (const [key, value] of Object.entries(part)) {
      see(key, value)
      walk(value, see)
    }
}

test.each(allRoutes)('$method $path is described once, as its route declares it', (route) => {
  const operation = document.paths[route.path]?.[route.method.toLowerCase()]
  expect(operation?.operationId).toBe(route.id)
  expect(operation?.tags).toEqual([route.service])
  expect(Boolean(operation?.requestBody)).toBe(Boolean(route.body))
  const inPath = parametersOf(route.path)
  const described = operation?.parameters.filter((parameter) => parameter.in === 'path')
  expect(described?.map(({ name }) => name).sort()).toEqual(inPath.sort())
  expect(described?.every(({ required }) => required)).toBe(true)
})

test('operation ids are unique', () => {
  const ids = allRoutes.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every reference leads to a schema of the document', () => {
  const references: unknown[] = []
  walk(document.paths, (key, value) => key === '$ref' && references.push(value))
  expect(references.length).toBeGreaterThan(0)
  for (const reference of references)
    expect(Object.keys(document.components.schemas)).toContain(
      String(reference).replace('#/components/schemas/', ''),
    )
})

test('it uses no keyword that came after OpenAPI 3.0', () => {
  const later = new Set(['const', '$defs', '$schema', 'prefixItems', 'propertyNames'])
  const found: string[] = []
  walk(document.components.schemas, (key) => later.has(key) && found.push(key))
  expect(found).toEqual([])
})

test('what has a default need not be sent', () => {
  const limit = document.paths['/courses']?.get?.parameters.find(({ name }) => name === 'limit')
  expect(limit).toMatchObject({ required: false, schema: { default: 50, maximum: 100 } })
  expect(document.components.schemas.RecordProgressRequest).toMatchObject({
    required: ['positionSeconds', 'durationSeconds', 'at', 'sentAt'],
  })
})
