import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import type { Asset, AssetUse } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { bytesInWords } from '#web/ui/words.ts'
import type { AssetRef } from '#web/videos/use-asset.ts'
import { refreshAssets } from '#web/videos/use-assets.ts'
import styles from './asset.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly asset: Asset
  readonly uses: readonly AssetUse[]
  readonly of: AssetRef
}

/** Deleting for good: says what will be gone, and asks for the name. */
export function DeleteAsset({ asset, uses, of }: Props) {
  const [asking, setAsking] = useState(false)
  if (asset.state === 'deleting') return null
  return (
    <section className={styles.part} aria-label={words.delete}>
      <h2>{words.delete}</h2>
      {uses.length > 0 ? (
        <p className="quiet">
          {words.inUse(uses.length)}{' '}
          {uses.map(({ lessonId, title }, at) => (
            <Fragment key={lessonId}>
              {at > 0 && ', '}
              <bdi>{words.quoted(title)}</bdi>
            </Fragment>
          ))}
          {'. '}
          {uses.some(({ published }) => published)
            ? words.chooseOtherAndPublish
            : words.chooseOther}
        </p>
      ) : (
        <Button variant="default" color="red" onClick={() => setAsking(true)}>
          {words.deleteThis}
        </Button>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={words.deleteForGood} centered>
        <ConfirmDelete asset={asset} of={of} close={() => setAsking(false)} />
      </Modal>
    </section>
  )
}

function ConfirmDelete({ asset, of, close }: Omit<Props, 'uses'> & { close: () => void }) {
  const { fileName, rungs, captions, chapters, sizeBytes, liveVersion } = asset
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const remove = useMutation({
    mutationFn: () => call(routes.deleteAsset, { params: of }),
    onSuccess: async () => {
      await refreshAssets(queries, of.courseId)
      await navigate({ to: '/teach/$courseId/videos', params: { courseId: of.courseId } })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() === fileName) remove.mutate()
      }}
    >
      <p>{words.willBeGone}</p>
      <ul>
        <li>{words.theOriginal(bytesInWords(sizeBytes))}</li>
        {liveVersion !== null && <li>{words.renditionsAndPoster(rungs.length)}</li>}
        {captions.length > 0 && (
          <li>{words.captionsIn(captions.map(({ label }) => label).join(', '))}</li>
        )}
        {chapters.length > 0 && <li>{words.chapterCount(chapters.length)}</li>}
      </ul>
      <TextInput
        label={words.typeToConfirm(fileName)}
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {remove.error && (
        <p role="alert" className="problem">
          {messageOf(remove.error)}
        </p>
      )}
      <div className={layout.actions}>
        <Button
          type="submit"
          color="red"
          disabled={typed.trim() !== fileName}
          loading={remove.isPending}
        >
          {words.confirmDelete}
        </Button>
        <Button variant="default" onClick={close}>
          {words.keep}
        </Button>
      </div>
    </form>
  )
}
