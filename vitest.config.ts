import { defineConfig } from 'vitest/config'

const project = (name: string, timeoutSeconds: number, more = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
    ...more,
    // A second is too short for a browser on a busy machine; what comes is waited for no longer than it takes.
    // A person's calls are limited, those of their page and of the test that asks for them together.
    expect: { poll: { timeout: 60_000, interval: 250 } },
  },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit', 20),
      project('stacks', 120),
      project('connected', 120),
      project('e2e', 600, {
        globalSetup: 'test/support/build-once.ts',
        setupFiles: 'test/support/tell-failures.ts',
      }),
    ],
  },
})
