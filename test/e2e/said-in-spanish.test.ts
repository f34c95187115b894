import { mkdirSync } from 'node:fs'
import { S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#contract/routes'
import { fillInSignIn, launchBrowser } from '#test/support/browser'
import {
  type Account,
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/said'

let lectern: RunningLectern
let browser: Browser
let courseId: string

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  lectern = await startLectern({
    port: await findFreePorts(),
    dataDir: await makeDataDir(),
    args: ['--no-demo'],
  })
  browser = await launchBrowser()
  const teach = apiAs(lectern.endpoints, lectern.endpoints.accounts.author)
  const body = { slug: 'algebra', title: 'Algebra', summary: '' }
  courseId = (await teach(routes.createCourse, { body })).id
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const put = (key: string, body: string) => {
  const { s3Endpoint, region, accessKeyId, secretAccessKey, ingestBucket } = lectern.endpoints
  const credentials = { accessKeyId, secretAccessKey }
  const client = new S3Client({ endpoint: s3Endpoint, region, credentials })
  return new Upload({ client, params: { Bucket: ingestBucket, Key: key, Body: body } }).done()
}

const barriers: string[] = []

async function openInSpanish(account: Account, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-ES' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(new URL(path, lectern.endpoints.webUrl).href)
  await page.getByRole('main').getByRole('button', { name: 'Iniciar sesión' }).click()
  await fillInSignIn(page, account)
  return page
}

describe('A teacher who reads Spanish', () => {
  it('reads in Spanish why files were rejected, and why nothing can be done with them', async () => {
    await put('algebra/notes.mp4', 'This is a text, not a video.')
    await put('algebra/notes.en.vtt', 'WEBVTT\n\n00:02.000 --> 00:01.000\nToo early\n')
    await put('algebra/lectern.yaml', 'lessons:\n  - file: ../other/x.mp4\n')
    const page = await openInSpanish(lectern.endpoints.accounts.author, `/teach/${courseId}/videos`)
    await page.getByText('El archivo no es un vídeo que se pueda leer').first().waitFor()
    await page
      .getByText('Línea 3: el subtítulo termina antes de empezar. Corrígelo')
      .first()
      .waitFor()
    await page
      .getByText('Línea 2: lessons.0.file: Escribe el nombre tal como es dentro de esta carpeta')
      .first()
      .waitFor()
    barriers.push(...(await photograph(page, SCREENSHOTS, 'library')))

    await page.getByRole('link', { name: 'notes.en.vtt' }).click()
    const history = page.getByRole('region', { name: 'Historial' })
    await history.getByText('Línea 3: el subtítulo termina antes de empezar').waitFor()
    await page.getByRole('button', { name: 'Reintentar' }).click()
    await page.getByText('Este archivo no es un vídeo. Corrígelo y súbelo de nuevo').waitFor()
    barriers.push(...(await photograph(page, SCREENSHOTS, 'asset')))
    expect(await page.getByRole('main').innerText()).not.toMatch(/Mend this|cue ends|no video/)
    await page.context().close()
  })

  it('reads in Spanish, as an administrator, which uploads named no course', async () => {
    await put('algebar/kernel.mp4', 'x')
    const page = await openInSpanish(lectern.endpoints.accounts.admin, '/teach/rejected-uploads')
    await page.getByText('No hay ningún curso «algebar». Sube el archivo de nuevo').waitFor()
    barriers.push(...(await photograph(page, SCREENSHOTS, 'rejected')))
    await page.context().close()
  })

  it('is kept from nothing by how it is shown', () => {
    expect(barriers).toEqual([])
  })
})
