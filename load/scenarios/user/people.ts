import { readFileSync } from 'node:fs'
import type { UserContext } from './context.ts'

/** Who may be met in a load: `people.json`, beside this module when it is built. */
export interface LoadPeople {
  readonly learners: readonly LoadLearner[]
  /** Each has a draft that the load changes. */
  readonly teachers: readonly LoadTeacher[]
  readonly contentTeam: readonly LoadUploader[]
  /** Who have an account and are not signed in. @default nobody */
  readonly newcomers?: readonly LoadNewcomer[]
}

export interface LoadLearner {
  /** An ID token. */
  readonly token: string
  readonly courseId: string
  /** The course, by its address. */
  readonly course: string
}

export interface LoadTeacher extends LoadLearner {
  readonly moduleId: string
  readonly lessonId: string
}

export interface LoadUploader extends LoadLearner {
  /** A video of the course. */
  readonly assetId: string
}

export interface LoadNewcomer {
  readonly username: string
  readonly password: string
  /** Of an app client that lets people sign in by password. */
  readonly clientId: string
  /** Cognito's API. */
  readonly signInUrl: string
}

const file = new URL('people.json', import.meta.url)
let people: LoadPeople | undefined
const read = (): LoadPeople => {
  people ??= JSON.parse(readFileSync(file, 'utf8')) as LoadPeople
  return people
}

/** Each machine of a load begins with somebody else, so that few are two people at once. */
const first = Math.floor(Math.random() * 1_000_000)
let taken = 0
const next = <T>(all: readonly T[]): T => {
  const one = all[(first + taken++) % all.length]
  if (!one) throw new Error('Nobody was prepared for this load.')
  return one
}

export async function becomeLearner({ vars }: UserContext): Promise<void> {
  Object.assign(vars, next(read().learners))
}

export async function becomeTeacher({ vars }: UserContext): Promise<void> {
  Object.assign(vars, next(read().teachers))
}

export async function becomeUploader({ vars }: UserContext): Promise<void> {
  Object.assign(vars, next(read().contentTeam), { language: 'en' })
}

export async function becomeNewcomer({ vars }: UserContext): Promise<void> {
  Object.assign(vars, next(read().newcomers ?? []))
}
