/** One spelling for one topic: composed letters, single spaces, nothing around it. */
export const asTopic = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Each topic once, whatever the size of its letters; the first spelling stands. */
export function distinctTopics(topics: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const topic of topics.map(asTopic)) {
    const folded = topic.toLowerCase()
    if (topic !== '' && !known.has(folded)) known.set(folded, topic)
  }
  return [...known.values()]
}
