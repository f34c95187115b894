import { globSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { say } from '#contract/say'
import { InvalidInput } from '#core/platform/errors'
import { toErrorResult } from '#functions/http/error-mapper'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const answer = (status: number, error: object) =>
  new Response(JSON.stringify({ error: { requestId: 'r-1', ...error } }), { status })

const NOUNS = globSync('contract/*/words/en.ts').map((file) => file.split('/')[1] ?? '')

/** What a page says of an answer; Spanish words are put in the place of English ones as the build does it. */
async function saidIn(language: 'en' | 'es', given: Response) {
  vi.stubGlobal('document', { documentElement: { lang: language } })
  vi.doMock('#web/api/words/en.ts', () => vi.importActual(`#web/api/words/${language}.ts`))
  for (const noun of NOUNS)
    vi.doMock(`#contract/${noun}/words/en`, () =>
      vi.importActual(`#contract/${noun}/words/${language}`),
    )
  const { readError } = await import('#web/api/api-error.ts')
  const { message, issues } = await readError(given)
  return { message, issues }
}

it('keeps the API’s exact sentence for readers of English', async () => {
  const gone = answer(404, { code: 'not_found', message: 'There is no such course.' })
  expect(await saidIn('en', gone)).toMatchObject({ message: 'There is no such course.' })
})

it('says an error of the API by its code in another language', async () => {
  const gone = answer(404, { code: 'not_found', message: 'There is no such course.' })
  expect(await saidIn('es', gone)).toMatchObject({
    message: 'Esto ya no existe o no puedes verlo.',
  })
})

it('says the very reason of the API, and what is wrong in the input, in the reader’s language', async () => {
  const bad = toErrorResult(
    new InvalidInput(
      [{ path: 'body.text', line: 3, reason: say('cue_ends_early') }],
      say('captions_unusable'),
    ),
    'r-1',
  )
  const given = () => new Response(bad.body, { status: bad.statusCode })
  expect(await saidIn('es', given())).toEqual({
    message: 'Los subtítulos no se pueden usar tal como están.',
    issues: [{ path: 'body.text', line: 3, message: 'el subtítulo termina antes de empezar' }],
  })
  vi.resetModules()
  expect(await saidIn('en', given())).toMatchObject({
    message: 'The captions cannot be used as they are.',
    issues: [{ path: 'body.text', line: 3, message: 'the cue ends before it starts' }],
  })
})

it('says a reason that this client does not know by the error’s code', async () => {
  const reason = { code: 'of_tomorrow', params: {} }
  const told = answer(409, { code: 'conflict', message: 'Of tomorrow.', reason })
  expect(await saidIn('es', told)).toMatchObject({
    message: 'Algo ha cambiado mientras tanto. Vuelve a cargar la página y repite el cambio.',
  })
})

it('says what others on the way answered in the reader’s language', async () => {
  expect(await saidIn('es', new Response('Bad gateway', { status: 502 }))).toMatchObject({
    message: 'El servidor no ha podido responder (502). Inténtalo de nuevo en un momento.',
  })
})
