import { vi } from 'vitest'

/** A page's window and document as far as they tell of themselves; `vi.unstubAllGlobals` takes them away. */
export function stubPage(): EventTarget {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('document', new EventTarget())
  return page
}

/** What Web Storage promises, and its keys by `Object.keys` as browsers have them. */
export const makeStorage = (): Storage => {
  const items: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value
    },
    removeItem: (key: string) => {
      delete items[key]
    },
  }
  return new Proxy(items, {
    get: (_, name) => Reflect.get(methods, name) ?? Reflect.get(items, name),
  }) as unknown as Storage
}
