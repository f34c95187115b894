import { defineConfig } from 'vitest/config'

const project = (name: string, timeoutSeconds: number, globalSetup?: string) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
    ...(globalSetup && { globalSetup }),
    // A second is too short for a browser on a busy machine; what comes is waited for no longer than it takes.
    expect: { poll: { timeout: 60_000 } },
  },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit', 20),
      project('stacks', 120),
      project('connected', 120),
      project('e2e', 600, 'test/support/build-once.ts'),
    ],
  },
})
