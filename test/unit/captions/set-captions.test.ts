import { describe, expect, it } from 'vitest'
import { contentKeys } from '#contract/courses/content'
import type { Asset } from '#contract/videos/asset'
import { parseCaptions } from '#core/captions/format/parse-captions'
import { dropCaptions, setCaptions } from '#core/captions/set-captions'
import { setChapters } from '#core/captions/set-chapters'
import { assetOf, sourceFacts } from '#test/support/asset'
import { saysInEnglish } from '#test/support/said'
import { COURSE_ID, contentFiles, pipeline } from '#test/unit/videos/pipeline-doubles'

const cuesOf = (...words: string[]) => {
  const parsed = parseCaptions(
    `WEBVTT\n\n${words.map((word, n) => `00:0${n}.000 --> 00:0${n}.900\n${word}\n`).join('\n')}`,
  )
  if (parsed.kind === 'bad') throw new Error('The builder made bad captions')
  return parsed.cues
}

function lecture(facts: Partial<Asset> = {}) {
  const table = pipeline()
  const { files, written } = contentFiles()
  const asset = assetOf({ courseId: COURSE_ID, source: sourceFacts(), ...facts })
  table.put(asset)
  const stored = () => table.all()[0] ?? asset
  const published = () => {
    const text = written.get(contentKeys.playback(COURSE_ID, asset.id))
    return text === undefined ? null : JSON.parse(text)
  }
  return {
    deps: { ...table.deps, files },
    rivals: table.rivals,
    put: table.put,
    written,
    stored,
    published,
    file: (language: string, revision: number) =>
      written.get(contentKeys.captions(COURSE_ID, asset.id, language, revision)),
    playlist: () => written.get(contentKeys.hls(COURSE_ID, asset.id)),
  }
}
const live = { state: 'ready', liveVersion: 1 } as const

describe('Captions', () => {
  it('of a live video are there at its lasting addresses at once', async () => {
    const { deps, stored, published, file, playlist } = lecture(live)
    await setCaptions(deps, stored(), { language: 'en', cues: cuesOf('Hello') })
    expect(stored().captions).toMatchObject([
      { language: 'en', label: 'English', revision: 1, cueCount: 1 },
    ])
    expect(published().captions).toEqual([
      { language: 'en', label: 'English', url: 'captions/en.1.vtt' },
    ])
    expect(stored().captions[0]?.url).toBe(
      `/${contentKeys.media(COURSE_ID, stored().id)}captions/en.1.vtt`,
    )
    expect(file('en', 1)).toContain('Hello')
    expect(playlist()).toContain('captions/en.1.v1.m3u8')
  })

  it('of a video that is not live yet wait with it', async () => {
    const { deps, stored, published } = lecture({ state: 'transcoding' })
    await setCaptions(deps, stored(), { language: 'en', cues: cuesOf('Hello') })
    expect(stored().captions).toHaveLength(1)
    expect(published()).toBeNull()
  })

  it('that are set again change nothing, and other ones are another revision', async () => {
    const { deps, stored, file } = lecture(live)
    await setCaptions(deps, stored(), {
      language: 'en',
      label: 'English (CC)',
      cues: cuesOf('One'),
    })
    const before = stored()
    await setCaptions(deps, stored(), { language: 'en', cues: cuesOf('One') })
    expect(stored()).toEqual(before)
    await setCaptions(deps, stored(), { language: 'en', cues: cuesOf('Two') })
    expect(stored().captions).toMatchObject([{ revision: 2, label: 'English (CC)' }])
    expect(file('en', 1)).toContain('One')
    expect(file('en', 2)).toContain('Two')
  })

  it('never come back under a number that others were seen under', async () => {
    const { deps, stored, published, file } = lecture(live)
    await setCaptions(deps, stored(), { language: 'en', cues: cuesOf('One') })
    await dropCaptions(deps, stored(), 'en')
    expect(published().captions).toEqual([])
    await setCaptions(deps, stored(), { language: 'en', cues: cuesOf('Two') })
    expect(stored().captions[0]?.revision).not.toBe(1)
    expect(file('en', 1)).toContain('One')
  })

  it('of two languages that are set at the same moment are both there', async () => {
    const { deps, stored, published } = lecture(live)
    const seen = stored()
    await Promise.all([
      setCaptions(deps, seen, { language: 'en', cues: cuesOf('One') }),
      setCaptions(deps, seen, { language: 'es', cues: cuesOf('Uno') }),
    ])
    expect(stored().captions.map(({ language }) => language)).toEqual(['en', 'es'])
    expect(published().captions).toHaveLength(2)
  })

  it('do not undo what the pipeline saves at the same moment', async () => {
    const { deps, rivals, put, stored } = lecture({ state: 'transcoding' })
    const percent = { ...stored(), percent: 40, updatedAt: '2026-11-24T06:00:09.000Z' }
    rivals.push(() => put(percent))
    await setCaptions(deps, stored(), { language: 'en', cues: cuesOf('One') })
    expect(stored()).toMatchObject({ percent: 40, captions: [{ language: 'en' }] })
  })
})

describe('Chapters', () => {
  const at = (startSeconds: number, title: string) => ({ startSeconds, title })

  it('are shown at once, what is before the first one too', async () => {
    const { deps, stored, published } = lecture(live)
    await setChapters(deps, stored(), [at(10, 'Kernel'), at(30, 'Image')])
    expect(published().chapters).toEqual([at(0, 'Start'), at(10, 'Kernel'), at(30, 'Image')])
    await setChapters(deps, stored(), [])
    expect(published().chapters).toEqual([])
  })

  it('replace none that the writer has not seen', async () => {
    const { deps, stored } = lecture(live)
    const began = stored().chapters
    await setChapters(deps, stored(), [at(0, 'Theirs')], began)
    await expect(setChapters(deps, stored(), [at(0, 'Mine')], began)).rejects.toMatchObject({
      ...{ code: 'conflict', current: { chapters: [at(0, 'Theirs')] } },
    })
    expect(stored().chapters).toEqual([at(0, 'Theirs')])
    await setChapters(deps, stored(), [at(0, 'Mine')], [at(0, 'Theirs')])
    expect(stored().chapters).toEqual([at(0, 'Mine')])
  })

  it('must be in order and within the video, and say which is not', async () => {
    const { deps, stored } = lecture(live)
    const setting = setChapters(deps, stored(), [at(0, 'A'), at(20, 'B'), at(20, 'C'), at(75, 'D')])
    await expect(setting).rejects.toMatchObject({
      code: 'invalid',
      issues: [
        { path: 'body.chapters.2.startSeconds', reason: saysInEnglish('“C” at 0:20') },
        {
          path: 'body.chapters.3.startSeconds',
          reason: saysInEnglish('“D” begins at 1:15, but the video ends at 1:00.'),
        },
      ],
    })
    expect(stored().chapters).toEqual([])
  })

  it('are at most as many as a player is told of, with the start that is added', async () => {
    const { deps, stored } = lecture(live)
    const chapters = Array.from({ length: 200 }, (_, index) => at(0.1 + index / 10, `${index}`))
    await expect(setChapters(deps, stored(), chapters)).rejects.toMatchObject({
      issues: [{ reason: saysInEnglish('at most 200 chapters') }],
    })
    await setChapters(deps, stored(), chapters.slice(1))
    expect(stored().chapters).toHaveLength(200)
  })
})
