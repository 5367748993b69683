import { defineConfig } from 'vitest/config';

// The tests know nothing of Vaadin's build, so they do not use its configuration.
export default defineConfig({
  test: { dir: 'frontend/test', environment: 'node', testTimeout: 60_000 },
});
