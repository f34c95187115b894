import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scriptsOf } from '#lib/edge/scripts-of'
import { SINGLE_PAGE } from '#lib/edge/single-page'
import { runViewerRequest } from '#local/edge/viewer/edge-function'

const pageFor = (given: { uri?: string; accepts?: string; chose?: string }): string => {
  const { uri = '/learn/crs_1', accepts, chose } = given
  const answer = runViewerRequest(SINGLE_PAGE, {
    method: 'GET',
    uri,
    querystring: {},
    headers: accepts === undefined ? {} : { 'accept-language': { value: accepts } },
    cookies: chose === undefined ? {} : { language: { value: chose } },
  })
  if (!('request' in answer)) throw new Error('It answered by itself')
  return answer.request.uri
}

describe('an address that names no file', () => {
  it('is the page in the first of the browser’s languages that there is', () => {
    expect(pageFor({ accepts: 'es-419,es;q=0.9,en;q=0.8' })).toBe('/index.es.html')
    expect(pageFor({ accepts: 'en-GB,en;q=0.9,es;q=0.8' })).toBe('/index.html')
    expect(pageFor({ accepts: 'ca, fr;q=0.9, ES;q=0.5, en;q=0.1' })).toBe('/index.es.html')
    expect(pageFor({ accepts: 'en;q=0.2, es;q=0.7' })).toBe('/index.es.html')
    expect(pageFor({ accepts: 'es;q=0, en' })).toBe('/index.html')
    expect(pageFor({ accepts: 'es-Latn-ES' })).toBe('/index.es.html')
  })

  it('is English for whoever reads none of them, in a script of theirs', () => {
    for (const accepts of [undefined, '', '*', 'de, fr', 'es-Hebr', ';;,q=1', 'constructor'])
      expect(pageFor({ accepts })).toBe('/index.html')
  })

  it('is in the language that the person chose, whatever the browser’s are', () => {
    expect(pageFor({ accepts: 'en', chose: 'es' })).toBe('/index.es.html')
    expect(pageFor({ accepts: 'es', chose: 'en' })).toBe('/index.html')
    for (const chose of ['xx', '', '../config', 'constructor', '__proto__'])
      expect(pageFor({ accepts: 'es', chose })).toBe('/index.es.html')
  })

  it('is one of the pages for any header and any cookie', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (accepts, chose) => {
        expect(['/index.html', '/index.es.html']).toContain(pageFor({ accepts, chose }))
      }),
    )
  })
})

it('leaves the addresses of files as they are', () => {
  expect(pageFor({ uri: '/assets/index-1.js', accepts: 'es' })).toBe('/assets/index-1.js')
})

it('is small enough for a CloudFront Function', () => {
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
  expect(SINGLE_PAGE.length).toBeLessThan(10 * 1024)
})

describe('the scripts of a language', () => {
  it('are those of its regions, where they differ', () => {
    const scripts = scriptsOf(['en', 'zh-Hans', 'zh-Hant', 'sr'])
    expect(scripts.en).toBe('latn')
    expect(scripts.zh).toBe('hans')
    expect(scripts['zh-tw']).toBe('hant')
    expect(scripts['zh-hk']).toBe('hant')
    expect(scripts['zh-sg']).toBeUndefined()
    expect(scripts['sr-me']).toBe('latn')
  })
})
