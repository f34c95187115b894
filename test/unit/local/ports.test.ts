import { createServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { portsFrom, requireFree } from '#local/http/ports'

const server = createServer()
afterEach(() => new Promise((resolve) => server.close(resolve)))

it('names the port that is in use and what to do', async () => {
  const taken = await new Promise<number>((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address) resolve(address.port)
      else reject(new Error('no port'))
    })
  })
  await expect(requireFree(portsFrom(taken))).rejects.toThrow(`${taken}`)
  await expect(requireFree(portsFrom(taken))).rejects.toThrow('npm start -- --port')
})
