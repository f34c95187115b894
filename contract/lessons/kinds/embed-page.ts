/*
 * Which pages of others a lesson may show. Authors paste what their browser shows them; server and client read it by
 * these rules. Free of zod, for the browser.
 */

export interface EmbedPage {
  /** As the settings name who provides it. */
  readonly provider: string
  /** For people: where the page is to be read by itself. */
  readonly address: string
  /** For the frame: the provider's player, where it has one, told not to track. */
  readonly frame: string
}

/** Browsers and servers take some 8,000 characters; a watch link has 50. */
export const MOST_ADDRESS = 2_000

/** The page behind an address, if it is at one of the allowed; null for all else. */
export function embedPage(address: string, allowed: readonly string[]): EmbedPage | null {
  const page = readPage(address)
  return page && allowed.includes(page.provider) ? page : null
}

/** An address as it is kept: what leads to one page is one text. What is no address stays as it is. */
export const keptAddress = (address: string): string => readPage(address)?.address ?? address

export const providerName = (provider: string): string =>
  provider in PROVIDERS ? (PROVIDERS[provider]?.name ?? provider) : provider

/** The origins that a frame of these providers' pages is loaded from. */
export const frameOrigins = (allowed: readonly string[]): string[] =>
  allowed.map((provider) => PROVIDERS[provider]?.frameOrigin ?? provider)

interface Provider {
  readonly name: string
  readonly hosts: readonly string[]
  readonly frameOrigin: string
  /** Null where the address is of no video. */
  readonly page: (url: URL) => Omit<EmbedPage, 'provider'> | null
}

const PROVIDERS: Readonly<Record<string, Provider>> = {
  youtube: {
    name: 'YouTube',
    hosts: [
      'www.youtube.com',
      'youtube.com',
      'm.youtube.com',
      'www.youtube-nocookie.com',
      'youtu.be',
    ],
    frameOrigin: 'https://www.youtube-nocookie.com',
    page: ({ hostname, pathname, searchParams }) => {
      const [first, second] = pathname.split('/').slice(1)
      const inPath = ['embed', 'live', 'shorts'].includes(first ?? '') ? second : null
      const id = hostname === 'youtu.be' ? first : (inPath ?? searchParams.get('v'))
      return id && /^[\w-]{11}$/.test(id)
        ? {
            address: `https://www.youtube.com/watch?v=${id}`,
            // https://support.google.com/youtube/answer/171780: "privacy enhanced mode"
            frame: `https://www.youtube-nocookie.com/embed/${id}?rel=0`,
          }
        : null
    },
  },
  vimeo: {
    name: 'Vimeo',
    hosts: ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'],
    frameOrigin: 'https://player.vimeo.com',
    page: ({ pathname, searchParams }) => {
      const [, id, inPath] =
        /^\/(?:video\/)?(\d{1,12})(?:\/([0-9a-f]{6,40}))?\/?$/.exec(pathname) ?? []
      // An unlisted video is opened by a second, secret part.
      const secret = inPath ?? searchParams.get('h') ?? ''
      return id && /^([0-9a-f]{6,40})?$/.test(secret)
        ? {
            address: `https://vimeo.com/${id}${secret && `/${secret}`}`,
            // https://developer.vimeo.com/player/sdk/embed: "Whether to prevent the player from tracking"
            frame: `https://player.vimeo.com/video/${id}?dnt=1${secret && `&h=${secret}`}`,
          }
        : null
    },
  },
}

/** A page of a provider that is known here, else one at its own origin. */
function readPage(address: string): EmbedPage | null {
  const url = readUrl(address)
  if (!url) return null
  const known = Object.entries(PROVIDERS).find(([, { hosts }]) => hosts.includes(url.host))
  if (!known) return { provider: url.origin, address: url.href, frame: url.href }
  const page = known[1].page(url)
  return page && { provider: known[0], ...page }
}

/**
 * What would be read as another address by somebody else is none: other schemes, names and passwords before the host,
 * spaces, breaks and backslashes, which browsers drop or turn.
 */
function readUrl(address: string): URL | null {
  const text = address.trim()
  if (text.length > MOST_ADDRESS || !/^https:\/\/[^\s\\\p{C}]+$/iu.test(text)) return null
  const url = URL.parse(text)
  if (url?.protocol !== 'https:' || url.username || url.password) return null
  return url.href.length > MOST_ADDRESS ? null : url
}
