import type { Translated } from '#contract/words/translated'

export const words = {
  notFetched: (status: number) => `The captions could not be read (${status}).`,
  noTimes: 'There is text without times. Write a line like 00:01.000 --> 00:04.000 above it.',
  badTimes: (line: string) => `“${line}” are no times. Write them like 00:01.000 --> 00:04.000.`,
  noDuration: 'The caption ends as it begins, so nobody would see it.',
  noWordsBelow: 'There are no words below these times.',
  endsFirst: 'It ends before it begins.',
  noWords: 'It has no words. Write them, or delete it.',
  afterEnd: 'It begins after the end of the video.',
  overlaps: 'It begins before the one above ends.',
  tooShort: 'It is gone too quickly.',
  tooFast: (speed: number, readable: number) =>
    `${speed} characters a second; people read about ${readable}.`,
  tooLong: (longest: number, room: number) =>
    `A line has ${longest} characters; up to ${room} fit on a small screen.`,
  tooManyLines: (count: number) => `${count} lines cover the picture; use two.`,
}
export type Words = Translated<typeof words>
