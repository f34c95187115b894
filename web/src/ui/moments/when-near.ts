/** A screen of a phone: what somebody scrolls to is there before they are. */
const AHEAD = '900px 0px'

const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | undefined

/** Calls back once an element is on the screen or about to be; answers how to stop waiting. One observer sees for all. */
export function whenNear(element: Element, act: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.()
    },
    { rootMargin: AHEAD },
  )
  const stop = () => {
    waiting.delete(element)
    observer?.unobserve(element)
  }
  waiting.set(element, () => {
    stop()
    act()
  })
  observer.observe(element)
  return stop
}
