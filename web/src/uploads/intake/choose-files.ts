import type { FileWithHandle } from '#web/uploads/upload.ts'

const below = (folder: string, name: string) => (folder ? `${folder}/${name}` : name)

/** What was dropped, folders with all that is in them. Must be called within the drop event. */
export async function readDropped(items: DataTransferItemList): Promise<FileWithHandle[]> {
  // The list is emptied when the event ends: everything is asked for before the first await.
  const readings = [...items]
    .filter(({ kind }) => kind !== 'string')
    .map((item) => {
      const file = item.getAsFile()
      const entry = item.webkitGetAsEntry()
      const handle = item.getAsFileSystemHandle?.().catch(() => null)
      return async () => {
        const opened = await handle
        if (opened) return readHandle(opened, '')
        if (entry) return readEntry(entry, '')
        return file ? [{ file, folder: '', handle: null }] : []
      }
    })
  return (await Promise.all(readings.map((read) => read()))).flat()
}

/** The files of a picker; one for folders tells where each lay. */
export const readPicked = (files: Iterable<File>): FileWithHandle[] =>
  [...files].map((file) => ({
    file,
    folder: file.webkitRelativePath.split('/').slice(0, -1).join('/'),
    handle: null,
  }))

/** The browser's own picker with handles; null where it has none, an empty list when nothing was chosen. */
export async function pickWithHandles(): Promise<FileWithHandle[] | null> {
  if (!window.showOpenFilePicker) return null
  try {
    const handles = await window.showOpenFilePicker({ multiple: true })
    return (await Promise.all(handles.map((handle) => readHandle(handle, '')))).flat()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return []
    return null
  }
}

async function readHandle(handle: FileSystemHandle, folder: string): Promise<FileWithHandle[]> {
  if (handle instanceof FileSystemFileHandle)
    return [{ file: await handle.getFile(), folder, handle }]
  if (!(handle instanceof FileSystemDirectoryHandle)) return []
  const found: FileWithHandle[] = []
  for await (const inner of handle.values())
    found.push(...(await readHandle(inner, below(folder, handle.name))))
  return found
}

async function readEntry(entry: FileSystemEntry, folder: string): Promise<FileWithHandle[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ file, folder, handle: null }]
  }
  if (!isDirectory(entry)) return []
  const reader = entry.createReader()
  const found: FileWithHandle[] = []
  // A reader answers at most a hundred at a time, and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return found
    for (const inner of some) found.push(...(await readEntry(inner, below(folder, entry.name))))
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
