import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { messageOf } from '#web/ui/notices.tsx'
import { count } from '#web/ui/words.ts'
import { refreshAssets } from '#web/videos/use-assets.ts'

interface Props {
  readonly courseId: CourseId
  readonly chosen: readonly AssetCard[]
  readonly clear: () => void
}
interface Outcome {
  readonly done: number
  readonly problems: readonly string[]
}

/** What can be done with all that is selected; each is tried, and what did not work is said by name. */
export function BulkActions({ courseId, chosen, clear }: Props) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const work = useMutation({
    mutationFn: async (verb: 'deleted' | 'tried again') => {
      const outcome: Outcome[] = []
      const targets = verb === 'deleted' ? chosen : chosen.filter(mayRetry)
      for (const { id: assetId, fileName } of targets)
        try {
          await call(verb === 'deleted' ? routes.deleteAsset : routes.retryAsset, {
            params: { courseId, assetId },
          })
          outcome.push({ done: 1, problems: [] })
        } catch (error) {
          outcome.push({ done: 0, problems: [`${fileName}: ${messageOf(error)}`] })
        }
      return {
        verb,
        done: outcome.reduce((sum, { done }) => sum + done, 0),
        problems: outcome.flatMap(({ problems }) => problems),
      }
    },
    onSettled: () => {
      clear()
      void refreshAssets(queries, courseId)
    },
  })
  const retryable = chosen.filter(mayRetry).length
  return (
    <>
      <div role="status">
        {work.data && (
          <div className="bulk-outcome">
            <p>
              {count(work.data.done, 'video')} {work.data.verb}.
            </p>
            {work.data.problems.map((problem) => (
              <p className="problem small" key={problem}>
                {problem}
              </p>
            ))}
          </div>
        )}
      </div>
      {chosen.length > 0 && (
        <section className="bulk" aria-label="Selected videos">
          <strong>{chosen.length} selected</strong>
          {retryable > 0 && (
            <Button
              variant="default"
              size="compact-md"
              loading={work.isPending}
              onClick={() => work.mutate('tried again')}
            >
              Try {count(retryable, 'video')} again
            </Button>
          )}
          <Button
            variant="default"
            size="compact-md"
            loading={work.isPending}
            onClick={() => setAsking(true)}
          >
            Delete…
          </Button>
          <Button variant="subtle" color="gray" size="compact-md" onClick={clear}>
            Select none
          </Button>
        </section>
      )}
      <DeleteMany
        chosen={asking ? chosen : []}
        close={() => setAsking(false)}
        confirm={() => {
          setAsking(false)
          work.mutate('deleted')
        }}
      />
    </>
  )
}

const mayRetry = ({ state }: AssetCard) => state === 'failed' || state === 'rejected'

interface DeleteManyProps {
  readonly chosen: readonly AssetCard[]
  readonly close: () => void
  readonly confirm: () => void
}

function DeleteMany({ chosen, close, confirm }: DeleteManyProps) {
  const [typed, setTyped] = useState('')
  const wanted = count(chosen.length, 'video')
  return (
    <Modal opened={chosen.length > 0} onClose={close} title={`Delete ${wanted}?`} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === wanted) confirm()
        }}
      >
        <p>
          The originals, all renditions, captions and chapters are deleted for good. Videos that a
          lesson shows are kept.
        </p>
        <ul className="bulk-names">
          {chosen.slice(0, 50).map(({ id, fileName }) => (
            <li key={id}>{fileName}</li>
          ))}
          {chosen.length > 50 && <li>and {chosen.length - 50} more</li>}
        </ul>
        <TextInput
          label={`Type “${wanted}” to confirm`}
          autoComplete="off"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className="actions">
          <Button type="submit" color="red" disabled={typed.trim() !== wanted}>
            Delete for good
          </Button>
          <Button variant="default" onClick={close}>
            Keep them
          </Button>
        </div>
      </form>
    </Modal>
  )
}
