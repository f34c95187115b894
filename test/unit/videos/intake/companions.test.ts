import { describe, expect, it } from 'vitest'
import { inEnglish } from '#contract/in-english'
import { ingestCompanion } from '#core/videos/intake/companions'
import { applyManifests } from '#core/videos/intake/ingest-manifest'
import { sourceFacts } from '#test/support/asset'
import { saysInEnglish } from '#test/support/said'
import { COURSE_ID } from '#test/unit/videos/pipeline-doubles'

import { bucket, FOLDER, VIDEO, vtt } from './companion-bucket.ts'

const BAD = 'WEBVTT\n\n00:05.000 --> 00:02.000\nx\n'

describe('Captions beside a video', () => {
  it('that is there are applied, shown, and say so', async () => {
    const { video, put, tags, playlist, stored } = bucket()
    const asset = video()
    const key = `${FOLDER}kernel.en.vtt`
    expect(await put(key, vtt('Hello'))).toEqual({ kind: 'applied' })
    expect(stored()?.captions).toMatchObject([{ language: 'en', label: 'English' }])
    expect(playlist(asset)).toContain('captions/en.1.v1.m3u8')
    expect(tags(key)).toEqual({ 'lectern-state': 'applied', 'lectern-asset': asset.id })
  })

  it('that nobody would see are left out, and the video’s history says which', async () => {
    const { video, put, stored } = bucket()
    video()
    const text = 'WEBVTT\n\n00:01.000 --> 00:01.000\nmark\n\n00:02.000 --> 00:03.000\nfine\n'
    for (let twice = 0; twice < 2; twice += 1)
      expect(await put(`${FOLDER}kernel.en.vtt`, text)).toEqual({ kind: 'applied' })
    expect(stored()?.captions).toMatchObject([{ language: 'en', cueCount: 1 }])
    const notes = stored()?.history.flatMap(({ note }) => note ?? [])
    expect(
      notes?.filter((note) => inEnglish(note).includes('kernel.en.vtt: Line 3:')),
    ).toHaveLength(1)
  })

  it('that comes later wait, and are applied with the chapters when it does', async () => {
    const { deps, video, put, tags, stored } = bucket()
    const key = `${FOLDER}kernel.es.srt`
    expect(await put(key, '1\n00:00:01,000 --> 00:00:02,000\nHola\n')).toEqual({ kind: 'waiting' })
    await put(`${FOLDER}kernel.chapters.vtt`, vtt('Intro'))
    expect(tags(key)).toEqual({ 'lectern-state': 'waiting' })
    await applyManifests(deps, video())
    expect(stored()).toMatchObject({
      captions: [{ language: 'es' }],
      chapters: [
        { startSeconds: 0, title: 'Start' },
        { startSeconds: 1, title: 'Intro' },
      ],
    })
    expect(tags(key)?.['lectern-state']).toBe('applied')
  })

  it.each([
    ['by its name', 'Día uno/canción.es.vtt', null],
    ['by a manifest', 'Día uno/otra canción.vtt', 'otra canción.vtt'],
  ])(
    'find their video %s, whichever came first and however accents are written',
    async (_, name, listed) => {
      for (const [ofVideo, ofCaptions] of [
        ['NFC', 'NFD'],
        ['NFD', 'NFC'],
      ] as const)
        for (const videoFirst of [true, false]) {
          const { deps, video, put, describe: write, tags, find } = bucket()
          const folder = 'linear-algebra/'
          const sourceKey = `${folder}Día uno/canción.mp4`.normalize(ofVideo)
          const key = `${folder}${name}`.normalize(ofCaptions)
          if (listed !== null)
            await write(
              `${folder}lectern.json`,
              JSON.stringify({
                modules: [
                  {
                    folder: 'Día uno'.normalize(ofVideo),
                    lessons: [
                      {
                        file: 'canción.mp4'.normalize(ofCaptions),
                        captions: [{ file: listed.normalize(ofVideo), language: 'es' }],
                      },
                    ],
                  },
                ],
              }),
            )
          if (videoFirst) video({ sourceKey })
          expect(await put(key, vtt('Hola'))).toEqual({ kind: videoFirst ? 'applied' : 'waiting' })
          if (!videoFirst) await applyManifests(deps, video({ sourceKey }))
          expect(find(sourceKey)?.captions).toMatchObject([{ language: 'es' }])
          expect(tags(key)?.['lectern-state']).toBe('applied')
        }
    },
  )

  it('that is not looked into yet wait for that', async () => {
    const { video, put, stored } = bucket()
    video({ state: 'probing', source: null, liveVersion: null })
    expect(await put(`${FOLDER}kernel.en.vtt`, vtt('Hello'))).toEqual({ kind: 'waiting' })
    expect(stored()?.captions).toEqual([])
  })

  it('are applied to what learners see, whatever became of a later version', async () => {
    const { video, put, stored, tags } = bucket()
    const liveFacts = {
      source: sourceFacts({ audio: [{ language: 'fr', channels: 2 }] }),
      rungs: [],
    }
    for (const state of ['rejected', 'probing'] as const) {
      video({ state, version: 2, source: null, liveFacts })
      expect(await put(`${FOLDER}kernel.vtt`, vtt(state))).toEqual({ kind: 'applied' })
      expect(stored()?.captions).toMatchObject([{ language: 'fr' }])
    }
    expect(tags(`${FOLDER}kernel.vtt`)?.['lectern-state']).toBe('applied')
  })

  it('without a language speak the video’s', async () => {
    const { video, put, stored } = bucket()
    video()
    await put(`${FOLDER}kernel.vtt`, vtt('Bonjour'))
    expect(stored()?.captions).toMatchObject([{ language: 'fr', label: 'Français' }])
  })

  it('that are put again replace the ones before', async () => {
    const { video, put, stored, captionsOf } = bucket()
    const asset = video()
    await put(`${FOLDER}kernel.en.vtt`, vtt('One'))
    await put(`${FOLDER}kernel.en.vtt`, vtt('Two'))
    expect(stored()?.captions).toMatchObject([{ language: 'en', revision: 2 }])
    expect(captionsOf(asset, 'en', 2)).toContain('Two')
  })

  it('belong to the video with the longest name that fits', async () => {
    const { video, put, stored, tags } = bucket()
    video()
    video({ id: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAN', sourceKey: `${FOLDER}kernel.en.mp4` })
    await put(`${FOLDER}kernel.en.vtt`, vtt('Hello'))
    expect(tags(`${FOLDER}kernel.en.vtt`)?.['lectern-asset']).toBe('ast_01JDEXAMP0EXAMP0EXAMP0EXAN')
    expect(stored()?.captions).toEqual([])
  })

  it('are left alone when the video comes again: they may have been edited since', async () => {
    const { deps, video, put, stored } = bucket()
    const asset = video()
    await put(`${FOLDER}kernel.en.vtt`, vtt('One'))
    const before = stored()
    await applyManifests(deps, asset)
    expect(stored()).toBe(before)
  })

  it('are found for a video whose original was taken out of the bucket', async () => {
    const { video, put, remove, stored } = bucket()
    video()
    remove(VIDEO)
    await put(`${FOLDER}kernel.en.vtt`, vtt('Hello'))
    expect(stored()?.captions).toHaveLength(1)
  })

  it('that are gone again are no matter', async () => {
    const { deps, video, write, remove } = bucket()
    video()
    const event = write(`${FOLDER}kernel.en.vtt`, vtt('Hello'))
    remove(`${FOLDER}kernel.en.vtt`)
    expect(await ingestCompanion(deps, event)).toEqual({ kind: 'ignored' })
  })
})

describe('A bad file beside a video', () => {
  const key = `${FOLDER}kernel.en.vtt`

  it('is shown among the course’s videos with the line, and the captions before it stay', async () => {
    const { video, put, tags, rejected, stored } = bucket()
    video()
    await put(key, vtt('Hello'))
    await put(key, BAD)
    expect(rejected().map(({ asset }) => asset)).toMatchObject([
      {
        courseId: COURSE_ID,
        fileName: 'kernel.en.vtt',
        reason: saysInEnglish(
          'Line 3: the cue ends before it starts. Mend this and upload the file again.',
        ),
      },
    ])
    expect(tags(key)).toMatchObject({ 'lectern-state': 'rejected' })
    expect(stored()?.captions).toMatchObject([{ revision: 1 }])
  })

  it('is shown once however often it comes, and no more when it is mended', async () => {
    const { deps, video, write, put, rejected } = bucket()
    video()
    const event = write(key, BAD)
    await ingestCompanion(deps, event)
    await ingestCompanion(deps, event)
    await put(key, BAD.replace('02', '03'))
    expect(rejected()).toHaveLength(1)
    await put(key, vtt('Hello'))
    expect(rejected()).toEqual([])
  })

  it.each([
    ['linear-algebar/kernel.en.vtt', vtt('x'), /no course “linear-algebar”/],
    ['kernel.en.vtt', vtt('x'), /in no course's folder/],
    [key, new Uint8Array([0x57, 0xe9, 0x21]), /not UTF-8/],
    [`${FOLDER}kernel.chapters.vtt`, 'WEBVTT\n\n02:00.000 --> 03:00.000\nEnd\n', /ends at 1:00/],
  ])('%s is rejected with a sentence', async (name, content, sentence) => {
    const { video, put } = bucket()
    video()
    expect(await put(name, content)).toMatchObject({
      kind: 'rejected',
      reason: saysInEnglish(sentence),
    })
  })
})
