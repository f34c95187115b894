import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNotice, Notice } from '#web/ui/notices.tsx'
import { useIsOnline } from './use-is-online.ts'
import { words } from './words/en.ts'

interface Props<Data> {
  readonly of: UseQueryResult<Data>
  /** In the shape of what comes. */
  readonly skeleton: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** What a query brought; until then what is being waited for, or what is wrong and the way out. */
export function Answer<Data>({ of, skeleton, children }: Props<Data>) {
  const online = useIsOnline()
  if (of.data !== undefined) return children(of.data)
  if (of.isError) return <ErrorNotice error={of.error} retry={() => void of.refetch()} />
  if (!online) return <Notice title={words.offline} text={words.offlineText} />
  return (
    <div role="status" aria-label={words.beingRead}>
      {skeleton}
    </div>
  )
}
