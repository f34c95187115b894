import { Button } from '@mantine/core'

interface Props {
  /** What there are more of: `courses`. */
  readonly what: string
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
}

/** The way to the rest of a long list; nothing when all is shown. */
export function ShowMore({ what, list }: Props) {
  if (!list.hasNextPage) return null
  return (
    <Button
      variant="default"
      mt="xl"
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      Show more {what}
    </Button>
  )
}
