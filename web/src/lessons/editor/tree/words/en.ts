import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  contents: 'Contents',
  keys: 'Arrows go from line to line. Alt and an arrow move, F2 renames, Space chooses, Delete deletes.',
  actionsFor: (title: string) => `Actions for ${title}`,
  commands: {
    open: 'Open',
    rename: 'Rename',
    up: 'Move up',
    down: 'Move down',
    moveTo: 'Move to…',
    rules: 'When it opens…',
    copy: 'Duplicate',
    choose: 'Choose',
    leaveOut: 'Leave out',
    addFiles: 'Add files…',
    remove: 'Delete',
  },
  enterKey: 'Enter',
  renameKey: 'F2',
  upKey: 'Alt ↑',
  downKey: 'Alt ↓',
  space: 'Space',
  deleteKey: 'Del',
  copyOf: (title: string) => `${title} (copy)`,
  newTitleOf: (title: string) => `New title of ${title}`,

  chosen: (count: number) => plural(count, { one: '# chosen', other: '# chosen' }),
  clear: 'Choose none',
  movedTo: (title: string, at: number, of: number) => `${title}: now ${at} of ${of}.`,
  movedInto: (title: string, module: string, at: number, of: number) =>
    `${title}: now ${at} of ${of} in ${module}.`,
  movedSeveral: (count: number) => plural(count, { one: '# moved.', other: '# moved.' }),
  notMoved: 'What you moved stands where it was:',

  removed: (title: string) => `“${title}” is deleted.`,
  removedSeveral: (count: number) =>
    plural(count, { one: '# is deleted.', other: '# are deleted.' }),
  undo: 'Undo',
  dismiss: 'Close',

  moveWhere: 'Move to',
  intoModule: 'Module',
  behind: 'Place',
  first: 'At the beginning',
  after: (title: string) => `After ${title}`,
  move: 'Move',
  cancel: 'Cancel',

  newModule: 'New module title',
  nextModule: 'Title of the next module',
  addModule: 'Add module',
  addLessonTo: (module: string) => `Add lesson to ${module}`,
  addFilesTo: (module: string) => `Add files to ${module}`,
  dropHere: 'Drop files here: each becomes a lesson',
  newLesson: 'New lesson title',
  nextLesson: 'Title of the next lesson',
  addLesson: 'Add lesson',
  kind: 'Kind of lesson',
  noModules: 'A course is made of modules, and a module of lessons. Begin with a module.',
}
export type Words = Translated<typeof words>
