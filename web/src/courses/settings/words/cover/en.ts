import type { Translated } from '#contract/words/translated'

const percents = new Intl.NumberFormat('en', { style: 'percent' })

export const words = {
  cover: 'Cover',
  hint: 'The picture by which people know the course, in lists and where links to it are shown. It shows when you publish.',
  choose: 'Choose a picture',
  replace: 'Replace it',
  remove: 'Remove it',
  how: 'Or drop one here, or paste it: JPEG, PNG, WebP or GIF, best 1600 pixels wide or more. Of one that moves, the first frame shows. Where and by what it was taken is removed from it.',
  noRight:
    'Only somebody with the right to add media to this course can choose a picture. Ask its owner.',
  generated: 'This one is drawn from the course. It shows as long as there is no picture.',
  part: 'The part that shows',
  partHint: 'Drag the frame over what matters, or move it with the arrow keys.',
  whole: 'All of it shows.',
  preview: 'As in the catalogue',
  removed: 'The picture was removed. The drawn cover is back.',
  undo: 'Undo',
  sent: (share: number) => `${percents.format(share)} sent`,
  stop: 'Stop',
  progressOf: (name: string) => `How much of ${name} is sent`,
}
export type Words = Translated<typeof words>
