import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const answer = (status: number, error: object) =>
  new Response(JSON.stringify({ error: { requestId: 'r-1', ...error } }), { status })

/** What a page says of an answer; Spanish words are put in the place of English ones as the build does it. */
async function saidIn(language: 'en' | 'es', given: Response) {
  vi.stubGlobal('document', { documentElement: { lang: language } })
  vi.doMock('#web/api/words/en.ts', () => vi.importActual(`#web/api/words/${language}.ts`))
  const { readError } = await import('#web/api/api-error.ts')
  return (await readError(given)).message
}

it('keeps the API’s exact sentence for readers of English', async () => {
  const gone = answer(404, { code: 'not_found', message: 'There is no such course.' })
  expect(await saidIn('en', gone)).toBe('There is no such course.')
})

it('says an error of the API by its code in another language', async () => {
  const gone = answer(404, { code: 'not_found', message: 'There is no such course.' })
  expect(await saidIn('es', gone)).toBe('Esto ya no existe o no puedes verlo.')
})

it('says what others on the way answered in the reader’s language', async () => {
  expect(await saidIn('es', new Response('Bad gateway', { status: 502 }))).toBe(
    'El servidor no ha podido responder (502). Inténtalo de nuevo en un momento.',
  )
})
