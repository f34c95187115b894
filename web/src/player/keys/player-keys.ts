import { words } from '#web/player/words/en.ts'
import { type PressedKey, shortcutKey } from '#web/ui/shortcut-key.ts'

/** What a key may ask of the player. */
export interface PlayerActions {
  readonly toggle: () => void
  readonly skip: (seconds: number) => void
  readonly seekTo: (seconds: number) => void
  /** 0–1 of the whole. */
  readonly seekToShare: (share: number) => void
  readonly changeVolume: (by: number) => void
  readonly toggleMute: () => void
  readonly toggleCaptions: () => void
  readonly toggleFullScreen: () => void
  readonly togglePictureInPicture: () => void
  readonly changeSpeed: (steps: 1 | -1) => void
  readonly openNext: () => void
  readonly showHelp: () => void
}

type Act = (actions: PlayerActions) => void
const ACTS: Record<string, Act | undefined> = {
  ' ': ({ toggle }) => toggle(),
  k: ({ toggle }) => toggle(),
  j: ({ skip }) => skip(-10),
  l: ({ skip }) => skip(10),
  arrowleft: ({ skip }) => skip(-5),
  arrowright: ({ skip }) => skip(5),
  arrowup: ({ changeVolume }) => changeVolume(0.1),
  arrowdown: ({ changeVolume }) => changeVolume(-0.1),
  m: ({ toggleMute }) => toggleMute(),
  c: ({ toggleCaptions }) => toggleCaptions(),
  f: ({ toggleFullScreen }) => toggleFullScreen(),
  p: ({ togglePictureInPicture }) => togglePictureInPicture(),
  '<': ({ changeSpeed }) => changeSpeed(-1),
  '>': ({ changeSpeed }) => changeSpeed(1),
  home: ({ seekTo }) => seekTo(0),
  end: ({ seekToShare }) => seekToShare(1),
  n: ({ openNext }) => openNext(),
  '?': ({ showHelp }) => showHelp(),
}

/** The action of a key that was pressed, on whatever layout, or undefined where it has none. */
export function actionOf(pressed: PressedKey): Act | undefined {
  const key = shortcutKey(pressed)
  return /^\d$/.test(key) ? ({ seekToShare }) => seekToShare(Number(key) / 10) : ACTS[key]
}

/** The keys as the help lists them. */
export const KEY_HELP: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[words.keys.space, 'K'], words.does.play],
  [['J', 'L'], words.does.skip],
  [['←', '→'], words.does.step],
  [['0', '…', '9'], words.does.tenth],
  [[words.keys.home, words.keys.end], words.does.ends],
  [['↑', '↓'], words.does.volume],
  [['M'], words.does.sound],
  [['C'], words.does.captions],
  [['<', '>'], words.does.speed],
  [['F'], words.does.fullScreen],
  [['P'], words.does.picture],
  [['N'], words.does.next],
  [['?'], words.does.help],
]
