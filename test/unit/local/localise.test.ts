import { describe, expect, it } from 'vitest'
import { createLocaliser } from '#local/assembly/localise'
import { portsFrom } from '#local/http/ports'

const localise = createLocaliser(portsFrom(4200))

describe('AWS’s addresses in the templates', () => {
  it.each([
    [
      'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x',
      'http://127.0.0.1:4203/us-east-1_x',
    ],
    ['https://lectern-dev-000000000000.auth.us-east-1.amazoncognito.com', 'http://127.0.0.1:4203'],
    ['https://127.0.0.1:4200/auth/callback', 'http://127.0.0.1:4200/auth/callback'],
    [
      "connect-src 'self' https://ingest.s3.us-east-1.amazonaws.com https://a.example",
      "connect-src 'self' http://127.0.0.1:4201 https://a.example",
    ],
  ])('%s becomes %s', (address, local) => {
    expect(localise(address)).toBe(local)
  })

  it('leaves the domain names of origins alone, which the edge looks up', () => {
    const domain = 'lectern-dev-edge-web.s3.us-east-1.amazonaws.com'
    expect(localise(domain)).toBe(domain)
  })
})
