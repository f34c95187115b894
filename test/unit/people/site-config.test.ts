import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

const read = async () => (await import('#web/people/site-config.ts')).siteConfig
const answers = (...responses: Response[]) => {
  const fetched = vi.fn()
  for (const response of responses) fetched.mockResolvedValueOnce(response)
  vi.stubGlobal('fetch', fetched)
  return fetched
}

it('asks the site once, for all who want to know', async () => {
  const fetched = answers(Response.json({ issuer: 'here' }))
  const siteConfig = await read()
  expect(await Promise.all([siteConfig(), siteConfig()])).toEqual([
    { issuer: 'here' },
    { issuer: 'here' },
  ])
  expect(fetched.mock.calls).toEqual([['/config.json']])
})

it('says what is missing, and asks again', async () => {
  answers(new Response('', { status: 404 }), Response.json({ issuer: 'here' }))
  const siteConfig = await read()
  await expect(siteConfig()).rejects.toThrow('The sign-in settings of this site are missing.')
  expect(await siteConfig()).toEqual({ issuer: 'here' })
})
