import { bytesInWords, durationInWords } from '#web/ui/words.ts'
import { isSending, type Sending } from '#web/uploads/sendings/sendings.ts'
import { isUnderWay, type Upload } from '#web/uploads/upload.ts'
import { words as problems } from '#web/uploads/words/en.ts'
import { words } from './words/en.ts'

/** What becomes of an upload, as a person says it. */
export function uploadInWords(upload: Upload): string {
  const { state, sentBytes, sizeBytes, bytesPerSecond, secondsLeft, problem } = upload
  switch (state) {
    case 'waiting':
      return words.waiting
    case 'sending':
      return [
        words.sentOf(bytesInWords(sentBytes), bytesInWords(sizeBytes)),
        bytesPerSecond === null ? '' : words.perSecond(bytesInWords(bytesPerSecond)),
        secondsLeft === null ? '' : words.timeLeft(durationInWords(secondsLeft)),
      ]
        .filter(Boolean)
        .join(' · ')
    case 'offline':
      return words.goesOn(problem ?? problems.connectionLost)
    case 'paused':
      return sentBytes > 0
        ? words.pausedAt(bytesInWords(sentBytes), bytesInWords(sizeBytes))
        : words.paused
    case 'needs-file':
      return problem ?? (upload.canReopen ? words.willAsk : words.chooseToGoOn)
    case 'cancelled':
      return words.cancelled
    case 'failed':
      return problem ?? words.notSent
    case 'sent':
      return words.sent
  }
}

/** One line for all of them: what a tray says while it is closed. */
export function uploadsInWords(uploads: readonly Upload[], files: readonly Sending[] = []): string {
  const sent =
    uploads.filter(({ state }) => state === 'sent').length +
    files.filter(({ isDone }) => isDone).length
  const waiting =
    uploads.filter(
      ({ state }) => state === 'needs-file' || state === 'failed' || state === 'paused',
    ).length + files.filter(({ problem }) => problem !== null).length
  if (uploads.some(isUnderWay) || files.some(isSending)) {
    const lost = uploads.some(({ state }) => state === 'offline')
    return (lost ? words.noConnection : words.sending)(sent + 1, uploads.length + files.length)
  }
  if (waiting > 0) return words.waitForYou(waiting)
  return sent > 0 ? words.filesSent(sent) : words.nothing
}

/** How far all of them are together, 0–100. */
export function percentSent(uploads: readonly Upload[], files: readonly Sending[] = []): number {
  const counted = uploads.filter(({ state }) => state !== 'cancelled')
  const total = sum([...counted, ...files].map(({ sizeBytes }) => sizeBytes))
  const sent =
    sum(counted.map(({ sentBytes }) => sentBytes)) +
    sum(files.map(({ share, sizeBytes }) => share * sizeBytes))
  return total === 0 ? 0 : (100 * sent) / total
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
