import type { EarlyFacts } from './early-facts.ts'

/**
 * Runs before the client is there: asks for what the page at this address will need. It imports no code, so that it
 * comes by itself; what fails here is asked for again by the client, which also says what is wrong.
 */
const facts: EarlyFacts = JSON.parse(document.getElementById('early-facts')?.textContent ?? 'null')

const client = document.getElementById('client')
/** Of a page that came made: when all of it is painted. It needs no client to be read, so that is fetched then. */
const painted = client instanceof HTMLTemplateElement ? whenPainted() : undefined
if (client instanceof HTMLTemplateElement) {
  void painted?.then(() => document.head.append(client.content.cloneNode(true)))
  keepAct()
}

window.wasHidden = document.hidden
addEventListener('visibilitychange', () => {
  window.wasHidden = true
})

const { origin } = location
const early: NonNullable<Window['early']> = {}
window.early = early

for (const page of facts.pages) {
  const found = new RegExp(page.at).exec(location.pathname)
  if (!found) continue
  const token = keptToken()
  // First what is answered with the address of something else. A browser fetches six files of a site at once.
  for (const [method, address] of token === undefined ? [] : page.asks) {
    const filled = withDays(
      address.replace(/__(\d)__/g, (_, at: string) => found[Number(at)] ?? ''),
    )
    if (filled === undefined) continue
    const answer = ask(method, filled, token)
    if (page.opensLesson) void openLesson(answer, found[2])
  }
  load(page.load)
  for (const file of page.files) ask('GET', file)
}

/** Two frames after what the page itself names is there: the first is drawn by then. A page that nobody sees waits. */
function whenPainted(): Promise<void> {
  return new Promise((done) => {
    const draw = () => requestAnimationFrame(() => requestAnimationFrame(() => done()))
    if (document.readyState === 'complete') draw()
    else addEventListener('load', draw)
  })
}

/**
 * Links lead on by themselves. What a button does, or a choice from a list, is known to the client alone, which does it when
 * it is there.
 */
function keepAct() {
  let act: (() => void) | undefined
  const keep = ({ type, target }: Event) => {
    if (type === 'change' && target instanceof HTMLSelectElement) {
      const { value } = target
      act = () => {
        target.value = value
        target.dispatchEvent(new Event('change', { bubbles: true }))
      }
    } else if (type === 'click' && target instanceof Element) {
      const button = target.closest('button')
      if (button) act = () => button.click()
    }
  }
  addEventListener('click', keep)
  addEventListener('change', keep)
  window.redoAct = () => {
    removeEventListener('click', keep)
    removeEventListener('change', keep)
    act?.()
  }
}

/** The days of a report as its page understands the address (`reports/period.ts`); single days are left to it. */
function withDays(address: string): string | undefined {
  if (!address.includes('__from__')) return address
  const search = new URLSearchParams(location.search)
  if (search.has('from') || search.has('to')) return undefined
  const asked = search.get('days') ?? ''
  const days = asked === 'all' ? 731 : ['7', '90'].includes(asked) ? Number(asked) : 30
  const day = (before: number) =>
    new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10)
  return address.replace('__from__', day(days - 1)).replace('__to__', day(0))
}

/** Fetches code and style sheets, and runs none of it. */
function load(places: readonly number[]) {
  if (painted) void painted.then(() => fetchParts(places))
  else fetchParts(places)
}

function fetchParts(places: readonly number[]) {
  for (const place of places) {
    const file = facts.names[place]
    if (!file) continue
    const link = document.createElement('link')
    const isStyle = file.endsWith('.css')
    link.rel = isStyle ? 'preload' : 'modulepreload'
    if (isStyle) link.as = 'style'
    link.crossOrigin = ''
    link.href = `/${file}`
    document.head.append(link)
  }
}

function ask(method: string, address: string, token?: string): Promise<Response> {
  const answer = fetch(new URL(address, origin), {
    method,
    headers: token ? { accept: 'application/json', authorization: `Bearer ${token}` } : {},
  })
  answer.catch(() => undefined)
  early[`${method} ${new URL(address, origin).href}`] = { token, answer }
  return answer
}

/** The outline and the lesson beside each other, where one course's cookies open both. */
async function openLesson(opened: Promise<Response>, asked: string | undefined) {
  try {
    const { outlineUrl, opensLessonId } = await (await opened).clone().json()
    ask('GET', outlineUrl)
    const lessonId = asked ?? opensLessonId
    if (!lessonId) return
    const content = await (await ask('GET', outlineUrl.replace('outline.json', `${lessonId}.json`)))
      .clone()
      .json()
    load(facts.views[content.kind] ?? [])
    load(facts.views[`${content.kind}.${content.file?.type}`] ?? [])
    if (content.posterUrl) {
      const poster = new Image()
      poster.fetchPriority = 'high'
      poster.src = new URL(content.posterUrl, origin).href
    }
    if (content.playbackUrl) ask('GET', content.playbackUrl)
  } catch {
    // The page asks again, and says what is wrong.
  }
}

/** The token of the one sign-in that this browser keeps, while it lasts. */
function keptToken(): string | undefined {
  const keys = Object.keys(localStorage)
  // What was watched and not told yet goes first, so that the answer knows of it.
  if (keys.some((key) => key.startsWith('lectern.beats'))) return undefined
  const kept = keys.filter((key) => key.startsWith('oidc.user:'))
  const user = kept.length === 1 ? JSON.parse(localStorage.getItem(kept[0] ?? '') ?? '{}') : {}
  return user.expires_at - Date.now() / 1000 > 120 ? user.id_token : undefined
}
