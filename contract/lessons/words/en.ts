import type { lessonSayings } from '#contract/lessons/sayings'
import { pluralIn } from '#contract/words/plural'
import type { SentencesOf } from '#contract/words/said'

const plural = pluralIn('en')
const lessonCount = (count: number) => plural(count, { one: '# lesson', other: '# lessons' })
const moduleCount = (count: number) => plural(count, { one: '# module', other: '# modules' })

/** Of a circle. */
const MOST_NAMED = 5

export const words: SentencesOf<typeof lessonSayings> = {
  not_publishable: ({ problems }, inWords) =>
    ['The course cannot be published yet.', ...problems.map(inWords)].join(' '),
  no_lessons: 'Add at least one lesson.',
  too_many_lessons: ({ lessons, modules, mostLessons, mostModules }) =>
    `The course has ${lessonCount(lessons)} in ${moduleCount(modules)}, and at most ${lessonCount(mostLessons)} in ${moduleCount(mostModules)} can be published. Move some of them to a course of their own.`,
  lesson_lacks_video: ({ lesson }) => `Choose a video for “${lesson}”.`,
  lesson_video_gone: ({ lesson }) =>
    `The video of “${lesson}” is not in the library any more. Choose another.`,
  lesson_video_unusable: ({ lesson }) =>
    `The video of “${lesson}” cannot be used. Choose or upload another.`,
  lesson_video_in_work: ({ lesson }) => `The video of “${lesson}” is still being prepared.`,
  lesson_lacks_file: ({ lesson }) => `Choose a file for “${lesson}”.`,
  lesson_file_gone: ({ lesson }) =>
    `The file of “${lesson}” is not there any more. Choose another.`,
  lesson_file_refused: ({ lesson }) => `The file of “${lesson}” was not taken. Choose another.`,
  lesson_file_arriving: ({ lesson }) => `The file of “${lesson}” is still being looked at.`,
  lesson_lacks_page: ({ lesson }) => `Give “${lesson}” the address of its page.`,
  lesson_page_not_allowed: ({ lesson }) =>
    `This site does not allow the page of “${lesson}” any more. Choose another.`,
  rules_in_circle: ({ lessons }) =>
    lessons.length === 1
      ? `“${lessons[0]}” waits for itself, so nobody could ever open it. Take one of its rules away.`
      : `${lessons
          .slice(0, MOST_NAMED)
          .map((lesson) => `“${lesson}”`)
          .join(
            ', ',
          )} wait for each other, so nobody could ever open them. Take one of their rules away.`,
  lesson_waits_for_nothing: ({ lesson }) =>
    `“${lesson}” waits for something that was deleted. Take that rule away.`,
  module_waits_for_nothing: ({ module }) =>
    `The module “${module}” waits for something that was deleted. Take that rule away.`,
  too_many_rules: ({ rules, most }) =>
    `The lessons have ${plural(rules, { one: '# rule', other: '# rules' })}, each of a module counted for all its lessons, and a course can have ${plural(most, { one: '#', other: '#' })}. Take some away.`,
  page_not_allowed: ({ allowed }) =>
    allowed.length === 0
      ? 'This site lets lessons show no pages of others.'
      : `Lessons of this site can show pages of ${allowed.join(', ')}. Paste the address of one, which begins with https://.`,
  time_is_past: 'This time is past. Choose one that is to come, or publish now.',
  not_returnable: ({ problems }, inWords) =>
    ['Learners cannot be shown this version any more.', ...problems.map(inWords)].join(' '),
  published_meanwhile:
    'Somebody else published this course just now. Look at it again, then publish.',

  published_by_earlier:
    'An earlier version of Lectern published this course. Its teachers publish it once more, then it opens; everybody’s progress is kept.',
  lesson_not_open: 'This lesson is not open yet. Its course’s contents say when it opens.',

  course_full: ({ mostLessons, mostModules }) =>
    `A course has at most ${lessonCount(mostLessons)} in ${moduleCount(mostModules)}. Make another course for what follows.`,
  fields_of_other_kinds: ({ names }) =>
    `Lessons of this kind have no ${names.join(', no ')}. Change what they have.`,
  behind_itself: ({ what }) => `A ${what} cannot stand behind itself.`,
  place_gone: ({ what }) =>
    `The ${what} that this one was to follow is not there any more. Look at the order as it is now, then move it again.`,
  outline_contended:
    'Many others are changing this at the same moment. Wait a moment and try again.',
}
