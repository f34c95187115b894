/** What the player's menu can show. */
export type MenuPageName =
  | 'main'
  | 'quality'
  | 'speed'
  | 'sound'
  | 'captions'
  | 'size'
  | 'look'
  | 'place'
