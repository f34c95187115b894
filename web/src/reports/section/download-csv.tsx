import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { words } from '#web/reports/words/en.ts'
import { messageOf } from '#web/ui/notices.tsx'
import { type Column, csvOf } from './csv.ts'

interface Props<Row> {
  /** What is in it, for ears: there are several such buttons. */
  readonly of: string
  readonly fileName: string
  readonly columns: readonly Column<Row>[]
  /** All of them, which may have to be asked for. */
  readonly rows: () => Promise<readonly Row[]>
}

/** Makes a file of a table in the browser, for spreadsheets. */
export function DownloadCsv<Row>({ of, fileName, columns, rows }: Props<Row>) {
  const download = useMutation({
    mutationFn: async () => save(`${fileName}.csv`, csvOf(columns, await rows())),
  })
  return (
    <>
      {download.isError && (
        <span role="alert" className="problem small">
          {messageOf(download.error)}
        </span>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-label={words.downloadOf(of)}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {words.download}
      </Button>
    </>
  )
}

function save(name: string, text: string) {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href, download: name }).click()
  URL.revokeObjectURL(href)
}
