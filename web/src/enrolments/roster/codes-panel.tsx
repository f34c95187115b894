import { Button, CopyButton, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WayToEnrol } from '#contract/courses/properties/limits'
import type { EnrolmentCode } from '#contract/enrolments/codes'
import { codeLimits } from '#contract/enrolments/limits'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { DeleteButton } from '#web/ui/delete-button.tsx'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import styles from './roster.module.css'
import { words } from './words/codes/en.ts'

interface Props {
  readonly courseId: CourseId
  readonly slug: string
  readonly enrolling: WayToEnrol
}

/** The codes of a course: made, handed out as a link, renewed and stopped. */
export default function CodesPanel({ courseId, slug, enrolling }: Props) {
  const queries = useQueryClient()
  const params = { courseId }
  const query = routeQuery(routes.listCodes, { params })
  const codes = useQuery(query)
  const [label, setLabel] = useState('')
  // The same for every try: a code that was made and not heard of is not made twice.
  const [id, setId] = useState(() => crypto.randomUUID())
  const settings = {
    scope: { id: `codes ${courseId}` },
    onSettled: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  }
  const make = useMutation({
    ...settings,
    mutationFn: () => call(routes.makeCode, { params, body: { id, label: label.trim() } }),
    onSuccess: () => {
      setLabel('')
      setId(crypto.randomUUID())
    },
  })
  const change = useMutation({
    ...settings,
    mutationFn: ({ codeId, ...body }: { codeId: string; stopped?: boolean; instead?: string }) =>
      call(routes.changeCode, { params: { courseId, codeId }, body }),
  })
  const failed = make.error ?? change.error ?? (codes.data ? null : codes.error)
  const items = codes.data?.items
  return (
    <section className={layout.panel} aria-labelledby="codes">
      <h2 id="codes">{words.codes}</h2>
      <p className="quiet">{words.hints[enrolling]}</p>
      {codes.isPending && <Skeleton height={64} />}
      <ul className={layout.rows}>
        {items?.map((one) => (
          <CodeRow key={one.id} code={one} slug={slug} change={change.mutate} />
        ))}
      </ul>
      {items && items.length < codeLimits.codes && (
        <form
          className={styles.tools}
          onSubmit={(event) => {
            event.preventDefault()
            make.mutate()
          }}
        >
          <TextInput
            label={words.label}
            placeholder={words.labelExample}
            maxLength={codeLimits.label}
            dir="auto"
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Button type="submit" loading={make.isPending}>
            {words.make}
          </Button>
        </form>
      )}
      {failed && (
        <p role="alert" className="problem">
          {messageOf(failed)}
        </p>
      )}
    </section>
  )
}

interface RowProps {
  readonly code: EnrolmentCode
  readonly slug: string
  readonly change: (what: { codeId: string; stopped?: boolean; instead?: string }) => void
}

function CodeRow({ code: { id, code, label, madeAt, stoppedAt, used }, slug, change }: RowProps) {
  const link = `${location.origin}/courses/${slug}?code=${code}`
  return (
    <li>
      <span className={styles.code}>
        <code>{code}</code>
        {label && <bdi>{label}</bdi>}
        <span className="quiet">
          {stoppedAt ? words.stopped : words.used(used)}
          {' · '}
          <WhenInWords instant={madeAt} />
        </span>
      </span>
      <div className={layout.actions}>
        {stoppedAt ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => change({ codeId: id, stopped: false })}
          >
            {words.letEnrol}
          </Button>
        ) : (
          <>
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.copyLinkOf(code)}
                  onClick={copy}
                >
                  {copied ? words.copied : words.copyLink}
                </Button>
              )}
            </CopyButton>
            <DeleteButton
              label={words.renewThis(code)}
              question={words.renewAsked}
              texts={{ remove: words.renew, removeSurely: words.renewSurely }}
              onDelete={() => change({ codeId: id, instead: code })}
            />
            <DeleteButton
              label={words.stopThis(code)}
              question={words.stopAsked}
              texts={{ remove: words.stop, removeSurely: words.stopSurely }}
              onDelete={() => change({ codeId: id, stopped: true })}
            />
          </>
        )}
      </div>
    </li>
  )
}
