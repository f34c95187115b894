const IN_PROGRESS = ['uploaded', 'probing', 'queued', 'transcoding']

/** Whether the asset will change by itself. */
export const inProgress = (asset: { readonly state: string }) => IN_PROGRESS.includes(asset.state)

/** An asset's state as a person says it. */
export function stateInWords(asset: { readonly state: string; readonly percent: number }): string {
  switch (asset.state) {
    case 'uploaded':
      return 'Uploaded, waiting for a first look'
    case 'probing':
      return 'Looking at the file'
    case 'queued':
      return 'Waiting to be prepared'
    case 'transcoding':
      return `Being prepared, ${asset.percent} %`
    case 'ready':
      return 'Ready'
    case 'rejected':
      return 'Not accepted'
    case 'held':
      return 'Held for an administrator'
    default:
      return 'Could not be prepared'
  }
}
