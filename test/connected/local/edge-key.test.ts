import type { APIGatewayProxyEvent } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { EDGE_HEADERS } from '#contract/http/edge-headers'
import { ErrorBody } from '#contract/http/errors'
import { type LocalSite, startLocalSite } from '#test/support/local-site'

const FORGED: Record<string, string>[] = [
  {},
  { [EDGE_HEADERS.key]: 'guess' },
  { authorization: 'Bearer x' },
]

let site: LocalSite
let reached: APIGatewayProxyEvent[]
beforeAll(async () => {
  site = await startLocalSite({
    stage: { apiWebAcl: false },
    invoke: async (event) => {
      reached.push(event)
      return { statusCode: 200, body: '{}' }
    },
  })
})
afterAll(() => site.close())
beforeEach(() => {
  reached = []
})

test('without a firewall the edge’s key opens the API, and whoever sends another is heard by nobody', async () => {
  const headers = { [EDGE_HEADERS.key]: 'guess', [EDGE_HEADERS.secret]: 'guess' }
  const answer = await fetch(`${site.url}/api/courses`, { headers })
  expect(answer.status).toBe(200)
  expect(reached).toHaveLength(1)
})

test('it answers nobody who goes around the edge, with a guess or without, signed in or not', async () => {
  for (const path of ['/courses', '/me', '/pages/courses'])
    for (const headers of FORGED) {
      const answer = await fetch(`${site.gatewayUrl}${path}`, { headers })
      expect(answer.status, path).toBe(403)
      expect(ErrorBody.parse(await answer.json()).error).toMatchObject({
        code: 'forbidden',
        requestId: '',
      })
    }
  expect(reached).toEqual([])
})

test('who signed in nowhere is still told so', async () => {
  const answer = await fetch(`${site.url}/api/me`)
  expect(answer.status).toBe(401)
  expect(reached).toEqual([])
})
