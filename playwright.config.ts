import { defineConfig } from '@playwright/test';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A browser that the system has is used where there is one.
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find(
  path => path && existsSync(path),
);

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: !!process.env.CI,
  workers: 1,
  reporter: 'list',
  outputDir: 'test-results',
  // The portal as the README starts it, on a database of its own.
  webServer: {
    command: 'npm start',
    url: 'http://localhost:3000',
    timeout: 300_000,
    reuseExistingServer: !process.env.CI,
    env: {
      APP_CONFIG_backend_database_connection_directory: mkdtempSync(
        join(tmpdir(), 'compliance-portal-'),
      ),
    },
  },
  use: {
    baseURL: 'http://localhost:3000',
    viewport: { width: 1400, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
