import { useSyncExternalStore } from 'react'

/** What a person chose once and keeps, in this browser, for every video. */
export interface Preferences {
  /** 0–1. */
  readonly volume: number
  readonly muted: boolean
  readonly speed: number
  /** The language of captions; null while they are off. */
  readonly captions: string | null
  readonly captionSize: CaptionSize
  readonly captionLook: CaptionLook
  readonly captionPlace: CaptionPlace
  readonly goOnByItself: boolean
  readonly singleKeys: boolean
  readonly dash: boolean
}
export type CaptionSize = 'small' | 'medium' | 'large' | 'largest'
export type CaptionLook = 'light-on-dark' | 'dark-on-light' | 'yellow-on-dark' | 'outlined'
export type CaptionPlace = 'bottom' | 'top'

export const CAPTION_SIZES = ['small', 'medium', 'large', 'largest'] as const
export const CAPTION_LOOKS = [
  'light-on-dark',
  'dark-on-light',
  'yellow-on-dark',
  'outlined',
] as const
export const CAPTION_PLACES = ['bottom', 'top'] as const
export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5] as const

const DEFAULTS: Preferences = {
  volume: 1,
  muted: false,
  speed: 1,
  captions: null,
  captionSize: 'medium',
  captionLook: 'light-on-dark',
  captionPlace: 'bottom',
  goOnByItself: true,
  singleKeys: true,
  dash: false,
}
const KEY = 'lectern.player'

/** The kept choices; whatever is not what it should be is as if it had never been chosen. */
export function readPreferences(text: string | null): Preferences {
  let kept: Record<string, unknown> = {}
  try {
    const parsed: unknown = text ? JSON.parse(text) : {}
    if (typeof parsed === 'object' && parsed !== null) kept = { ...parsed }
  } catch {
    return DEFAULTS
  }
  const flag = (name: 'muted' | 'goOnByItself' | 'singleKeys' | 'dash') =>
    typeof kept[name] === 'boolean' ? kept[name] : DEFAULTS[name]
  const oneOf = <T>(value: unknown, allowed: readonly T[], otherwise: T): T =>
    allowed.find((each) => each === value) ?? otherwise
  const { volume, captions } = kept
  return {
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : DEFAULTS.volume,
    muted: flag('muted'),
    speed: oneOf<number>(kept.speed, SPEEDS, DEFAULTS.speed),
    captions: typeof captions === 'string' ? captions : null,
    captionSize: oneOf<CaptionSize>(kept.captionSize, CAPTION_SIZES, DEFAULTS.captionSize),
    captionLook: oneOf<CaptionLook>(kept.captionLook, CAPTION_LOOKS, DEFAULTS.captionLook),
    captionPlace: oneOf<CaptionPlace>(kept.captionPlace, CAPTION_PLACES, DEFAULTS.captionPlace),
    goOnByItself: flag('goOnByItself'),
    singleKeys: flag('singleKeys'),
    dash: flag('dash'),
  }
}

let current: Preferences | undefined
const listeners = new Set<() => void>()

export const getPreferences = () => {
  current ??= readPreferences(localStorage.getItem(KEY))
  return current
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...getPreferences(), ...change }
  localStorage.setItem(KEY, JSON.stringify(current))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const usePreferences = () => useSyncExternalStore(subscribe, getPreferences)
