/** Cookies as a browser keeps them, by path: of one name the one set last, sent below its path until it ends. */
export function createCookieJar() {
  const kept = new Map<string, { name: string; value: string; path: string; until: number }>()
  return {
    /** `Set-Cookie` lines. */
    take(lines: readonly unknown[]): void {
      for (const line of lines) {
        const [pair = '', ...attributes] = String(line).split('; ')
        const at = pair.indexOf('=')
        const attribute = (name: string) =>
          attributes.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
        const name = pair.slice(0, at)
        const path = attribute('Path') ?? '/'
        const until = Date.now() + Number(attribute('Max-Age') ?? 0) * 1000
        kept.set(`${path} ${name}`, { name, value: pair.slice(at + 1), path, until })
      }
    },
    /** The header `cookie`. Two of one name would leave it to the server which one is meant. */
    headerFor(path: string): string {
      const sent = [...kept.values()].filter(
        (cookie) => cookie.until > Date.now() && covers(cookie.path, path),
      )
      const names = sent.map(({ name }) => name)
      if (new Set(names).size < names.length) throw new Error(`Two cookies of a name for ${path}`)
      return sent.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
  }
}

/** https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4, of the path as a browser sends it. */
function covers(cookiePath: string, asked: string): boolean {
  const { pathname } = new URL(asked, 'https://site')
  return (
    pathname === cookiePath ||
    (pathname.startsWith(cookiePath) &&
      (cookiePath.endsWith('/') || pathname[cookiePath.length] === '/'))
  )
}
