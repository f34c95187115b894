import { bytesInWords, count, durationInWords } from '#web/ui/words.ts'
import { isUnderWay, type Upload } from '#web/uploads/upload.ts'

/** What becomes of an upload, as a person says it. */
export function uploadInWords(upload: Upload): string {
  const { state, sentBytes, sizeBytes, bytesPerSecond, secondsLeft, problem } = upload
  switch (state) {
    case 'waiting':
      return 'Waiting for its turn'
    case 'sending':
      return [
        `${bytesInWords(sentBytes)} of ${bytesInWords(sizeBytes)}`,
        bytesPerSecond === null ? '' : `${bytesInWords(bytesPerSecond)}/s`,
        secondsLeft === null ? '' : `${durationInWords(secondsLeft)} left`,
      ]
        .filter(Boolean)
        .join(' · ')
    case 'offline':
      return `${problem ?? 'The connection was lost.'} It goes on by itself.`
    case 'paused':
      return sentBytes > 0
        ? `Paused at ${bytesInWords(sentBytes)} of ${bytesInWords(sizeBytes)}`
        : 'Paused'
    case 'needs-file':
      return (
        problem ??
        (upload.canReopen
          ? 'Begun on an earlier visit. Your browser will ask whether Lectern may read the file.'
          : 'Begun on an earlier visit. Choose the file again to go on where it stopped.')
      )
    case 'cancelled':
      return 'Cancelled'
    case 'failed':
      return problem ?? 'Not sent'
    case 'sent':
      return 'Sent'
  }
}

/** One line for all of them: what a tray says while it is closed. */
export function uploadsInWords(uploads: readonly Upload[]): string {
  const sent = uploads.filter(({ state }) => state === 'sent').length
  const waiting = uploads.filter(
    ({ state }) => state === 'needs-file' || state === 'failed' || state === 'paused',
  ).length
  if (uploads.some(isUnderWay)) {
    const lost = uploads.some(({ state }) => state === 'offline')
    const number = `${sent + 1} of ${uploads.length}`
    return lost ? `Waiting for the connection, ${number}` : `Sending ${number}`
  }
  if (waiting > 0) return `${count(waiting, 'upload')} waiting for you`
  return sent > 0 ? `${count(sent, 'file')} sent` : 'Nothing is being sent'
}

/** How far all of them are together, 0–100. */
export function percentSent(uploads: readonly Upload[]): number {
  const counted = uploads.filter(({ state }) => state !== 'cancelled')
  const total = counted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const sent = counted.reduce((sum, { sentBytes }) => sum + sentBytes, 0)
  return total === 0 ? 0 : (100 * sent) / total
}
