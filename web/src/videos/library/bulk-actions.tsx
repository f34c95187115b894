import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { refreshAssets } from '#web/videos/use-assets.ts'
import styles from './library.module.css'
import { words } from './words/en.ts'

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
    mutationFn: async (verb: 'delete' | 'retry') => {
      const outcome: Outcome[] = []
      const targets = verb === 'delete' ? chosen : chosen.filter(mayRetry)
      for (const { id: assetId, fileName } of targets)
        try {
          await call(verb === 'delete' ? routes.deleteAsset : routes.retryAsset, {
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
          <div className={styles.outcome}>
            <p>
              {(work.data.verb === 'delete' ? words.deleted : words.triedAgain)(work.data.done)}
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
        <section className={styles.bulk} aria-label={words.selectedVideos}>
          <strong>{words.selected(chosen.length)}</strong>
          {retryable > 0 && (
            <Button
              variant="default"
              size="compact-md"
              loading={work.isPending}
              onClick={() => work.mutate('retry')}
            >
              {words.tryAgain(retryable)}
            </Button>
          )}
          <Button
            variant="default"
            size="compact-md"
            loading={work.isPending}
            onClick={() => setAsking(true)}
          >
            {words.delete}
          </Button>
          <Button variant="subtle" color="gray" size="compact-md" onClick={clear}>
            {words.selectNone}
          </Button>
        </section>
      )}
      <DeleteMany
        chosen={asking ? chosen : []}
        close={() => setAsking(false)}
        confirm={() => {
          setAsking(false)
          work.mutate('delete')
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
  const wanted = words.videoCount(chosen.length)
  return (
    <Modal opened={chosen.length > 0} onClose={close} title={words.deleteMany(wanted)} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === wanted) confirm()
        }}
      >
        <p>{words.deleteText}</p>
        <ul className={styles.names}>
          {chosen.slice(0, 50).map(({ id, fileName }) => (
            <li dir="auto" key={id}>
              {fileName}
            </li>
          ))}
          {chosen.length > 50 && <li>{words.andMore(chosen.length - 50)}</li>}
        </ul>
        <TextInput
          label={words.typeToConfirm(wanted)}
          autoComplete="off"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={layout.actions}>
          <Button type="submit" color="red" disabled={typed.trim() !== wanted}>
            {words.confirmDelete}
          </Button>
          <Button variant="default" onClick={close}>
            {words.keep}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
