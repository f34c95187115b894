import { OF_LESSON, type RulesOf } from './rules.ts'

const problems = {
  lesson_lacks_file: OF_LESSON,
  lesson_file_gone: OF_LESSON,
  lesson_file_refused: OF_LESSON,
  lesson_file_arriving: OF_LESSON,
}

export const file: RulesOf<'file', keyof typeof problems> = {
  problems,
  problem: ({ fileId }, { files }) => {
    if (fileId === null) return 'lesson_lacks_file'
    const state = files.get(fileId)?.state
    if (state === undefined) return 'lesson_file_gone'
    if (state === 'refused') return 'lesson_file_refused'
    return state === 'ready' ? null : 'lesson_file_arriving'
  },
  needsFiles: true,
  frames: () => [],
  assetId: () => undefined,
  videosWithin: () => [],
  fileIds: ({ fileId }) => (fileId === null ? [] : [fileId]),
}
