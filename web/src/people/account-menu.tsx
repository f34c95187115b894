import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconUserCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { LANGUAGES, languages } from '#contract/words/languages'
import { words } from '#web/ui/words/en.ts'
import { chooseLanguage, language } from '#web/words/language.ts'
import type { Person } from './person.ts'
import { signOut } from './session.ts'

/** Open from the start: whoever loads it has asked for it. */
export default function AccountMenu({ person }: { person: Person }) {
  return (
    <Menu defaultOpened position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={words.account}>
          <IconUserCircle size={24} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{person.name}</bdi>
          <br />
          <bdi>{person.email}</bdi>
        </Menu.Label>
        {!person.isAuthor && (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} to="/teach">
              {words.teach}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Label>{words.language}</Menu.Label>
        {languages.map((tag) => (
          <Menu.Item
            key={tag}
            lang={tag}
            aria-current={tag === language || undefined}
            rightSection={tag === language && <IconCheck size={16} stroke={1.8} />}
            onClick={() => chooseLanguage(tag)}
          >
            <bdi>{LANGUAGES[tag].name}</bdi>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{words.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
