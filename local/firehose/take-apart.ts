/**
 * More than so many objects in one record do not become records of their own.
 * https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-multirecord-deaggergation.html
 */
const MOST_IN_RECORD = 500

/**
 * The JSON objects of a record that follow each other, with or without a line's end between them.
 * @throws Error where it is anything else
 */
export function takeApart(record: string): string[] {
  const objects: string[] = []
  let depth = 0
  let inText = false
  let start = -1
  for (let at = 0; at < record.length; at++) {
    const letter = record[at]
    if (inText) {
      if (letter === '\\') at++
      else if (letter === '"') inText = false
    } else if (letter === '{') {
      if (depth === 0) start = at
      depth++
    } else if (letter === '}') {
      depth--
      if (depth === 0) objects.push(record.slice(start, at + 1))
    } else if (letter === '"') inText = true
    else if (depth === 0 && letter?.trim()) throw new Error('A record is JSON objects alone.')
  }
  if (depth !== 0) throw new Error('A record ends within an object.')
  if (objects.length > MOST_IN_RECORD)
    throw new Error(`${objects.length} objects in a record are more than ${MOST_IN_RECORD}.`)
  return objects
}
