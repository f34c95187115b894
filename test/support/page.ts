import { vi } from 'vitest'

/** A page's window and document as far as they tell of themselves; `vi.unstubAllGlobals` takes them away. */
export function stubPage(): EventTarget {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('document', new EventTarget())
  return page
}
