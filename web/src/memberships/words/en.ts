import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  team: 'Team',
  teamOf: (course: string) => `Team of ${course}`,
  lead: 'Who teaches this course, and what they may do in it.',
  people: 'Who learns in it',
  nameless: 'Somebody without a name',
  you: '(you)',
  since: (date: string) => `since ${date}`,
  mayNothing: 'May look at everything and change nothing.',
  mayAll: 'May do everything but hand the course over.',
  mayList: (rights: string) => `May: ${rights}.`,

  role: 'Role',
  roleOf: (name: string) => `Role of ${name}`,
  rights: 'What they may do',
  rightsOf: (name: string) => `What ${name} may do`,
  rightNames: {
    edit: 'Change modules and lessons',
    publish: 'Publish, now or at a time',
    media: 'Manage videos, files and captions',
    reports: 'See reports, with names of learners',
    settings: 'Change title, description, access and address',
    announce: 'Write announcements to learners',
    people: 'Manage learners, with their e-mail addresses',
  },
  everybodyLooks: 'Everybody of the team sees the draft.',

  add: 'Add somebody',
  email: 'E-mail address of their account',
  emailHint: 'They need an account on this site. Capital letters make no difference.',
  addThem: 'Add to the team',
  added: (name: string) => `${name} is of the team now, and finds the course under “Teach”.`,
  thereAlready: (name: string) => `${name} is of the team already. Nothing changed.`,
  isOwner: 'This is the owner of the course.',
  noAccount: (email: string) =>
    `Nobody on this site has confirmed the address ${email}. Ask them to create an account first, then add them.`,

  remove: 'Remove',
  removeSurely: 'Yes, remove',
  removeThem: (name: string) => `Remove ${name} from the team`,
  removeAsked: (name: string) => `${name} loses the course at once. Remove?`,
  removed: (name: string) => `${name} was removed. To have them back, add them again.`,
  leave: 'Leave the team',
  leaveSurely: 'Yes, leave',
  leaveAsked: 'You lose the course at once. Leave?',

  alone: 'Nobody else teaches this course yet.',
  others: (count: number) =>
    plural(count, { one: '# person beside the owner', other: '# people beside the owner' }),

  handOver: 'Hand the course over',
  handOverHint:
    'Somebody of the team becomes the owner, and you stay as a teacher. Only they can give it back.',
  handOverTo: 'New owner',
  choose: 'Choose somebody',
  typeTitle: (title: string) => `To confirm, type the title of the course: ${title}`,
  handOverNow: 'Hand over',
  handedOver: (name: string) => `${name} owns the course now. Whoever owned it stays as a teacher.`,
}
export type Words = Translated<typeof words>
