/** The browser asks before the window closes as long as something is under way. */
export function warnWhile(
  subscribe: (listener: () => void) => unknown,
  isUnderWay: () => boolean,
): void {
  // Made here: of two that watch, the first to end must not take the other's away.
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  let warning = false
  subscribe(() => {
    const under = isUnderWay()
    if (under !== warning)
      (under ? addEventListener : removeEventListener).call(globalThis, 'beforeunload', warn)
    warning = under
  })
}
