import { expect, it } from 'vitest'
import { safeLink } from '#web/documents/pdf/safe-link.ts'

it.each(['https://example.org/a?b=1', 'http://example.org/'])('leads to the web: %s', (address) => {
  expect(safeLink(address)).toBe(address)
})

it.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'mailto:a@example.org',
  'tel:112',
  'https://school.example@evil.example/',
  '/learn/crs_1',
  'a file.pdf',
  undefined,
  42,
])('leads nowhere else: %s', (address) => {
  expect(safeLink(address)).toBeNull()
})
