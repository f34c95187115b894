import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { request } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { startEdge } from '#local/edge/server'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The address of an edge before an origin that answers so. */
async function edgeBefore(answer: RequestListener): Promise<string> {
  const origin = createServer(answer)
  await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    origin.closeAllConnections()
    origin.close()
  })
  const { port } = origin.address() as AddressInfo
  const edge = await startEdge({
    port: 0,
    distributionConfig: {
      Origins: [{ Id: 'api', DomainName: 'api.example' }],
      DefaultCacheBehavior: {
        TargetOriginId: 'api',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      },
    },
    functionCode: () => undefined,
    cachePolicies: {},
    originRequestPolicies: {},
    responseHeadersPolicies: {},
    keyGroups: {},
    origin: () => ({ kind: 'http', url: `http://127.0.0.1:${port}` }),
  })
  closing.push(edge.close)
  return edge.url
}

const LARGE = 'lecture '.repeat(200_000)

test('an answer comes whole, of a stated length, of none, and however large', async () => {
  const url = await edgeBefore(({ url: path }, response) => {
    const text = path?.startsWith('/large') ? LARGE : 'small'
    if (path?.endsWith('stated')) response.setHeader('content-length', text.length)
    response.write(text.slice(0, 3))
    response.end(text.slice(3))
  })
  for (const size of ['small', 'large'])
    for (const length of ['stated', 'open']) {
      const answer = await fetch(`${url}/${size}/${length}`)
      expect(await answer.text()).toBe(size === 'large' ? LARGE : 'small')
    }
})

test('what a viewer sends comes whole, with the length stated and without', async () => {
  const url = await edgeBefore(async (incoming, response) => {
    let bytes = 0
    for await (const chunk of incoming) bytes += chunk.length
    response.end(`${bytes}`)
  })
  const stated = await fetch(url, { method: 'PUT', body: LARGE })
  expect(await stated.text()).toBe(`${LARGE.length}`)
  const open = await request(url, { method: 'PUT', body: Readable.from([LARGE]) })
  expect(await open.body.text()).toBe(`${LARGE.length}`)
})

test('an origin that breaks off is a 502 before its answer begins, and no whole answer after', async () => {
  const url = await edgeBefore(({ url: path, socket }, response) => {
    if (path === '/before') return socket.destroy()
    response.setHeader('content-length', LARGE.length)
    response.write(LARGE.slice(0, 100_000), () => socket.destroy())
  })
  const before = await fetch(`${url}/before`)
  expect(before.status).toBe(502)
  const after = fetch(`${url}/after`).then((answer) => answer.text())
  await expect(after).rejects.toThrow()
})

test('a viewer that leaves stops the origin, and the next is answered', async () => {
  const left = Promise.withResolvers<void>()
  const url = await edgeBefore(({ url: path }, response) => {
    if (path !== '/long') return response.end('there')
    response.once('close', left.resolve)
    response.setHeader('content-length', 2 * LARGE.length)
    response.write(LARGE)
  })
  const leaving = new AbortController()
  await fetch(`${url}/long`, { signal: leaving.signal })
  leaving.abort()
  await left.promise
  expect(await (await fetch(url)).text()).toBe('there')
})
