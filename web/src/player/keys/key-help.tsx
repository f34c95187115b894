import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { prefer, usePreferences } from '#web/player/state/preferences.ts'
import { words } from '#web/player/words/en.ts'
import styles from './key-help.module.css'
import { KEY_HELP } from './player-keys.ts'

/** What keys do, and the switch for people whose tools type letters by accident. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { singleKeys } = usePreferences()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={styles.help} aria-labelledby="key-help-title" onClose={onClose}>
      <div className={styles.head}>
        <h2 id="key-help-title">{words.keyboard}</h2>
        <button type="button" aria-label={words.close} onClick={() => dialog.current?.close()}>
          <IconX size={20} aria-hidden />
        </button>
      </div>
      <dl>
        {KEY_HELP.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => prefer({ singleKeys: event.currentTarget.checked })}
        />
        {words.keysEverywhere}
      </label>
      <p>{words.keysInside}</p>
    </dialog>
  )
}
