import { instantInWords } from './in-words.ts'
import { useIsOnline } from './use-is-online.ts'
import { words } from './words/en.ts'

/** How old what is shown is; null where nothing was recorded on this site yet. */
export function AsOf({ instant }: { instant: string | null }) {
  const online = useIsOnline()
  if (instant === null) return <p className="quiet">{words.neverRecorded}</p>
  const at = instantInWords(instant, Date.now())
  return (
    <p className="quiet" role="status">
      <time dateTime={instant}>{online ? words.asOf(at) : words.asOfOffline(at)}</time>
    </p>
  )
}
