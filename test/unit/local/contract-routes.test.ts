import { describe, expect, test } from 'vitest'
import { openApiDocument } from '#contract/openapi'
import { allRoutes } from '#contract/routes'
import { gatewayDocument } from '#lib/api/gateway-document'
import type { JsonObject } from '#local/assembly/json'
import { operationsOf, routerOf } from '#local/gateway/operations'
import { findMismatch } from '#local/gateway/schema'

const document: JsonObject = JSON.parse(
  JSON.stringify(
    gatewayDocument({
      asksForKey: false,
      userPoolArn: 'arn:pool',
      pagesUri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/pages/invocations',
      integrationUri: (service) =>
        `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${service}/invocations`,
    }),
  ),
)
const stage: JsonObject = {
  CacheClusterEnabled: true,
  MethodSettings: [
    { HttpMethod: '*', ResourcePath: '/*', CachingEnabled: true, CacheTtlInSeconds: 9999 },
  ],
}
const operations = operationsOf(document, stage)
const match = routerOf(operations)

describe('the contract’s routes at the gateway', () => {
  test.each(allRoutes.map((route) => [route.id, route] as const))(
    '%s reaches its function',
    (_, route) => {
      const path = route.path.replace(/\{[^}]+\}/g, 'x1')
      const matched = match(route.method, path)
      expect(matched?.operation).toMatchObject({
        resource: route.path,
        functionArn: route.service,
        authorized: route.access !== 'public',
      })
    },
  )

  test('a route with sign-in is never cached, even where the stage caches everything', () => {
    for (const { authorized, cacheSeconds, method } of operations)
      expect(cacheSeconds).toBe(authorized || method !== 'GET' ? 0 : 3600)
  })

  test('every pattern of the contract’s schemas can be checked', () => {
    const patterns = JSON.stringify(openApiDocument()).match(/"pattern":"(?:[^"\\]|\\.)*"/g) ?? []
    expect(patterns.length).toBeGreaterThan(0)
    for (const entry of patterns) {
      const schema: JsonObject = { type: 'string', ...JSON.parse(`{${entry}}`) }
      expect(() => findMismatch('text', schema, {})).not.toThrow()
    }
  })
})

describe('a body', () => {
  const schema: JsonObject = {
    type: 'object',
    required: ['kind'],
    additionalProperties: false,
    properties: {
      kind: { type: 'string', enum: ['a', 'b'] },
      count: { type: 'integer', minimum: 1, maximum: 3 },
      tags: { type: 'array', maxItems: 2, items: { type: 'string', minLength: 1 } },
      shape: { anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/Point' }] },
      note: { type: 'string', nullable: true },
    },
  }
  const shapes: JsonObject = {
    components: { schemas: { Point: { type: 'object', required: ['x'] } } },
  }

  test('that fits its schema is let through', () => {
    const fitting: JsonObject[] = [
      { kind: 'a' },
      { kind: 'b', count: 3, tags: ['x', 'y'], shape: { x: 1 }, note: null },
    ]
    for (const body of fitting) expect(findMismatch(body, schema, shapes)).toBeUndefined()
  })

  test('that does not is refused by naming the place', () => {
    const mismatch = (body: JsonObject) => findMismatch(body, schema, shapes)
    expect(mismatch({})).toBe('kind is missing')
    expect(mismatch({ kind: 'c' })).toContain('kind must be one of')
    expect(mismatch({ kind: 'a', count: 1.5 })).toContain('count must be of type integer')
    expect(mismatch({ kind: 'a', count: 4 })).toBe('count must be at most 3')
    expect(mismatch({ kind: 'a', tags: ['x', ''] })).toContain('tags[1]')
    expect(mismatch({ kind: 'a', shape: {} })).toBe('shape has none of the allowed shapes')
    expect(mismatch({ kind: 'a', other: 1 })).toBe('other is not expected')
  })
})
