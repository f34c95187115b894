import type { membershipSayings } from '#contract/memberships/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof membershipSayings> = {
  right_missing: ({ right }) =>
    `You help to teach this course, but may not ${RIGHTS[right]}. Its owner or a teacher of it can let you.`,
  team_only_teachers: 'Who teaches this course is for its owner and teachers to say.',
  only_owner: 'Only the owner of this course can do that.',
  team_full: ({ most }) =>
    `${most} people teach this course beside its owner, and no more can. Remove somebody first.`,
  account_gone:
    'This person has no account any more, so nobody could teach the course as its owner.',
  handed_over_meanwhile:
    'The course has another owner by now, or this person left its team. Look at the team again.',
}

const RIGHTS = {
  edit: 'change its contents',
  publish: 'publish it',
  media: 'manage its videos and files',
  reports: 'see its reports',
  settings: 'change its settings',
  announce: 'write its announcements',
  people: 'manage its learners',
}
