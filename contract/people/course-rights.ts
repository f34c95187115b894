/** What a course's owner, or a teacher of it, may let an assistant do, each by itself. Another right is another word here. */
export const assistantRights = [
  'edit',
  'publish',
  'media',
  'reports',
  'settings',
  'announce',
  'people',
] as const
export type AssistantRight = (typeof assistantRights)[number]

/**
 * What a route may ask of whoever calls it: `read` has everybody of the course's team, `team` its owner and teachers,
 * `own` its owner.
 */
export const courseRights = ['read', ...assistantRights, 'team', 'own'] as const
export type CourseRight = (typeof courseRights)[number]

/** What somebody of a course's team may be, beside its one owner. */
export const teamRoles = ['teacher', 'assistant'] as const
export type TeamRole = (typeof teamRoles)[number]

/** As what somebody acts in a course that they teach; an administrator of the site may what its owner may. */
export const courseRoles = ['owner', ...teamRoles, 'admin'] as const
export type CourseRole = (typeof courseRoles)[number]

export interface Standing {
  readonly role: CourseRole
  /** Of an assistant; those of others follow from their role. */
  readonly rights: readonly AssistantRight[]
}

/** Whether somebody who stands so in a course may do this there. */
export function mayIn({ role, rights }: Standing, right: CourseRight): boolean {
  switch (role) {
    case 'owner':
    case 'admin':
      return true
    case 'teacher':
      return right !== 'own'
    case 'assistant':
      return right === 'read' || rights.some((one) => one === right)
  }
}
