import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly opened: boolean
  readonly close: () => void
  readonly title: string
  readonly children: ReactNode
}

/** The outline on a screen that has no place beside the lesson. */
export default function ContentsDrawer({ opened, close, title, children }: Props) {
  return (
    <Drawer opened={opened} onClose={close} title={<bdi>{title}</bdi>}>
      {children}
    </Drawer>
  )
}
