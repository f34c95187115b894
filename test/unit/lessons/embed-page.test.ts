import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embed } from '#contract/lessons/kinds/embed'
import {
  embedPage,
  frameOrigins,
  keptAddress,
  MOST_ADDRESS,
} from '#contract/lessons/kinds/embed-page'
import { LessonSettings } from '#contract/platform/lesson-settings'

const SCHOOL = 'https://slides.school.example'
const ALL = ['youtube', 'vimeo', SCHOOL]

describe('the address of a page, as browsers show it', () => {
  const youtube = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
  it.each([
    youtube,
    'https://youtube.com/watch?v=dQw4w9WgXcQ&t=42s&list=PL1',
    'https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ?si=tracking',
    'https://www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.youtube.com/shorts/dQw4w9WgXcQ',
    'https://www.youtube.com/live/dQw4w9WgXcQ?feature=share',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    '  HTTPS://WWW.YouTube.com/watch?v=dQw4w9WgXcQ\n',
  ])('leads to one video of YouTube, without what it tracks: %s', (address) => {
    expect(embedPage(address, ALL)).toEqual({
      provider: 'youtube',
      address: youtube,
      frame: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
    })
  })

  it.each([
    ['https://vimeo.com/76979871', '', ''],
    ['https://player.vimeo.com/video/76979871?autoplay=1', '', ''],
    ['https://vimeo.com/76979871/8272103f6e', '/8272103f6e', '&h=8272103f6e'],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e', '/8272103f6e', '&h=8272103f6e'],
  ])('leads to one video of Vimeo, told not to track: %s', (address, secret, inFrame) => {
    expect(embedPage(address, ALL)).toEqual({
      provider: 'vimeo',
      address: `https://vimeo.com/76979871${secret}`,
      frame: `https://player.vimeo.com/video/76979871?dnt=1${inFrame}`,
    })
  })

  it('leads to a page of an origin that the settings name, as it stands', () => {
    const address = `${SCHOOL}/deck/7?slide=2#notes`
    expect(embedPage(address, ALL)).toEqual({ provider: SCHOOL, address, frame: address })
    expect(embedPage(`${SCHOOL}:443/a/../b`, ALL)?.frame).toBe(`${SCHOOL}/b`)
  })
})

describe('an address that is refused', () => {
  it.each([
    ['runs a script', 'javascript:alert(1)'],
    ['runs a script behind a host', 'javascript://www.youtube.com/%0aalert(1)'],
    ['is the page itself', 'data:text/html,<script>alert(1)</script>'],
    ['is a blob', `blob:${SCHOOL}/1`],
    ['can be read on the way', 'http://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['leaves the scheme to the page', '//www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['has no scheme', 'www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['has a name before the host', 'https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ'],
    ['has a password', `https://a:b@slides.school.example/`],
    ['begins like a provider', 'https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ'],
    ['ends like a provider', 'https://evil-youtube.com/watch?v=dQw4w9WgXcQ'],
    ['ends in a point', 'https://slides.school.example./deck'],
    ['is below the origin', 'https://evil.slides.school.example/deck'],
    ['is at another port', `${SCHOOL}:8443/deck`],
    ['looks like the origin', 'https://slides.schооl.example/deck'],
    ['looks like the origin, as it is written', 'https://slides.xn--schl-1nda.example/deck'],
    ['has another host behind a backslash', 'https:\\\\evil.example\\@slides.school.example/'],
    ['has a backslash', `https://evil.example\\.slides.school.example/`],
    ['is broken in two', `https://slides.school\n.example/`],
    ['has a character that nobody sees', `https://slides.school.example/\u202e`],
    ['has too long an id', 'https://youtu.be/dQw4w9WgXcQQ'],
    ['has quotes for an id', 'https://youtu.be/"><script>x'],
    ['is no video', 'https://www.youtube.com/feed/trending'],
    ['leaves the id by its path', 'https://www.youtube.com/embed/..%2f..%2fredirect'],
    ['has another secret', 'https://vimeo.com/76979871?h=x" onload="y'],
    ['is too long', `${SCHOOL}/${'a'.repeat(10_000)}`],
    ['grows too long', `${SCHOOL}/${'é'.repeat(MOST_ADDRESS - 40)}`],
    ['is nothing', ''],
  ])('%s', (_, address) => {
    expect(embedPage(address, ALL)).toBeNull()
  })

  it('is one of a provider that the settings do not name', () => {
    expect(embedPage('https://youtu.be/dQw4w9WgXcQ', ['vimeo', SCHOOL])).toBeNull()
    expect(embedPage(`${SCHOOL}/deck`, ['youtube', 'vimeo'])).toBeNull()
    expect(embedPage('https://youtu.be/dQw4w9WgXcQ', [])).toBeNull()
  })
})

describe('whatever somebody pastes', () => {
  const pasted = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.webUrl({
      validSchemes: ['https', 'http', 'ftp'],
      withQueryParameters: true,
      withFragments: true,
    }),
    fc
      .tuple(
        fc.constantFrom(
          ...ALL.slice(2),
          'https://www.youtube.com',
          'https://youtu.be',
          'https://vimeo.com',
          'https:',
        ),
        fc.constantFrom('', '/', '\\', '@', '.', ':', '//', '/watch?v=', '/embed/', '/video/'),
        fc.string({ unit: 'binary', maxLength: 60 }),
      )
      .map((parts) => parts.join('')),
    fc.stringMatching(/^[\w-]{11}$/).map((id) => `https://youtu.be/${id}`),
  )

  it('is shown from an origin of the security policy, over https, or not at all', () => {
    fc.assert(
      fc.property(pasted, fc.subarray(ALL), (text, allowed) => {
        const page = embedPage(text, allowed)
        if (page === null) return
        expect(allowed).toContain(page.provider)
        const frame = new URL(page.frame)
        expect(frameOrigins(allowed)).toContain(frame.origin)
        expect([frame.username, frame.password]).toEqual(['', ''])
        expect(new URL(page.address).protocol).toBe('https:')
      }),
      { numRuns: 2_000 },
    )
  })

  it('is kept as a text that leads to the same page and is kept as it is', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const kept = keptAddress(text)
        expect(keptAddress(kept)).toBe(kept)
        expect(embedPage(kept, ALL)).toEqual(embedPage(text, ALL))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is read at the border as it is kept', () => {
    const made = { kind: 'embed', title: 'T', address: ' https://youtu.be/dQw4w9WgXcQ?si=x ' }
    expect(embed.creation.parse(made)).toEqual({
      ...made,
      ...{ address: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', openMinutes: 1 },
    })
    expect(embed.creation.safeParse({ ...made, address: 'a'.repeat(10_000) }).success).toBe(false)
  })
})

describe('the setting', () => {
  it('names providers and origins, by default those that are known', () => {
    expect(LessonSettings.parse({}).embeds).toEqual(['youtube', 'vimeo'])
    const embeds = [SCHOOL, 'https://a.school.example:8443']
    expect(LessonSettings.parse({ embeds }).embeds).toEqual(embeds)
  })

  it.each([
    'http://slides.school.example',
    'https://slides.school.example/',
    'https://slides.school.example/deck',
    'https://*.school.example',
    "https://a.example; script-src 'unsafe-inline'",
    'https://localhost',
    'https://Slides.school.example',
    'https://слайды.example',
    'dailymotion',
    '*',
    '',
  ])('takes no %j, which would open more', (origin) => {
    expect(LessonSettings.safeParse({ embeds: [origin] }).success).toBe(false)
  })
})
