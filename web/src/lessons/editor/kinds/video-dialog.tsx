import { Modal, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef, useState } from 'react'
import type { AssetCard } from '#contract/videos/asset'
import { words } from '#web/lessons/editor/words/en.ts'
import { durationInWords } from '#web/ui/words.ts'
import name from '#web/videos/asset-words.module.css'
import { arrange, folderOf } from '#web/videos/library/asset-order.ts'
import { Poster } from '#web/videos/poster.tsx'
import { StateBadge } from '#web/videos/state-badge.tsx'
import styles from './video-choice.module.css'

interface Props {
  readonly opened: boolean
  readonly label: string
  readonly chosenId: string | null
  readonly assets: readonly AssetCard[]
  readonly mediaReady: boolean
  readonly close: () => void
  readonly choose: (id: AssetCard['id']) => void
}

/** Where a lesson's video is chosen; loaded when somebody comes near to opening it. */
export default function VideoDialog({ opened, label, close, choose, ...list }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={label} size="lg">
      <VideoList
        {...list}
        choose={(id) => {
          choose(id)
          close()
        }}
      />
    </Modal>
  )
}

const ROW = 84

/** A combobox whose list is always open: arrows move, Enter chooses. Only what can be seen is drawn. */
function VideoList({
  assets,
  chosenId,
  mediaReady,
  choose,
}: Omit<Props, 'opened' | 'label' | 'close'>) {
  const id = useId()
  const [q, setQ] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(
    () => arrange(assets, { q, state: 'all', sort: 'uploaded', down: true }, new Map()),
    [assets, q],
  )
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  const move = (to: number) => {
    const next = Math.min(found.length - 1, Math.max(0, to))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] && `${id}-${active}`}
        aria-label={words.searchVideos}
        placeholder={words.searchExample}
        value={q}
        onChange={(event) => {
          setQ(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          const to = {
            ArrowDown: active + 1,
            ArrowUp: active - 1,
            PageDown: active + 6,
            PageUp: active - 6,
          }[event.key]
          if (to !== undefined) {
            event.preventDefault()
            move(to)
          }
          const chosen = found[active]
          if (event.key === 'Enter' && chosen) {
            event.preventDefault()
            choose(chosen.id)
          }
        }}
      />
      <div
        className={styles.list}
        role="listbox"
        id={`${id}-list`}
        aria-label={words.videos}
        ref={list}
        tabIndex={-1}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const asset = found[index]
            return (
              asset && (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the field's active descendant
                <div
                  key={asset.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={asset.id === chosenId}
                  aria-setsize={found.length}
                  aria-posinset={index + 1}
                  data-active={index === active}
                  style={{ transform: `translateY(${start}px)`, height: ROW }}
                  onClick={() => choose(asset.id)}
                >
                  <Poster url={asset.posterUrl} ready={mediaReady} />
                  <span className={`${name.words} ${name.oneLine}`}>
                    <strong dir="auto">{asset.fileName}</strong>
                    <span className="quiet">
                      {[
                        folderOf(asset),
                        asset.durationSeconds !== null && durationInWords(asset.durationSeconds),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <StateBadge asset={asset} />
                  </span>
                </div>
              )
            )
          })}
        </div>
      </div>
      <p className="quiet" role="status">
        {found.length === 0 ? words.noMatch : ''}
      </p>
    </>
  )
}
