/** The parts of the File System Access API that TypeScript's library does not know; Chromium has them. */
interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
}
interface FileSystemHandle {
  queryPermission?(what: { mode: 'read' }): Promise<PermissionState>
  requestPermission?(what: { mode: 'read' }): Promise<PermissionState>
}
interface Window {
  showOpenFilePicker?(options?: { multiple?: boolean }): Promise<FileSystemFileHandle[]>
}
