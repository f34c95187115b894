import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Asset, AssetUse } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { messageOf } from '#web/ui/notices.tsx'
import { bytesInWords, count } from '#web/ui/words.ts'
import type { AssetRef } from '#web/videos/use-asset.ts'
import { refreshAssets } from '#web/videos/use-assets.ts'

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
    <section className="side-part" aria-label="Delete">
      <h2>Delete</h2>
      {uses.length > 0 ? (
        <p className="quiet">
          It cannot be deleted while {count(uses.length, 'lesson shows', 'lessons show')} it:{' '}
          {uses.map(({ title }) => `“${title}”`).join(', ')}. Choose another video there first
          {uses.some(({ published }) => published) && ', and publish the course again'}.
        </p>
      ) : (
        <Button variant="default" color="red" onClick={() => setAsking(true)}>
          Delete this video…
        </Button>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Delete this video for good?"
        centered
      >
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
      <p>These will be gone, and nobody can bring them back:</p>
      <ul>
        <li>the original, {bytesInWords(sizeBytes)}</li>
        {liveVersion !== null && <li>{count(rungs.length, 'rendition')} and the poster</li>}
        {captions.length > 0 && (
          <li>the captions in {captions.map(({ label }) => label).join(', ')}</li>
        )}
        {chapters.length > 0 && <li>{count(chapters.length, 'chapter')}</li>}
      </ul>
      <TextInput
        label={`Type ${fileName} to confirm`}
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
      <div className="actions">
        <Button
          type="submit"
          color="red"
          disabled={typed.trim() !== fileName}
          loading={remove.isPending}
        >
          Delete for good
        </Button>
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
      </div>
    </form>
  )
}
