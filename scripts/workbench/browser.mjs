import path from 'node:path';
import { chromium } from 'playwright-core';

/** Headless, and silent by itself: what Chromium would ask its maker is not asked, and no address but our own is found. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** How the Chromium of the system is started, with fonts about as wide as Office's. */
export const browserOptions = (executablePath, root = process.cwd()) => ({
  executablePath,
  args: FLAGS,
  env: { ...process.env, FONTCONFIG_FILE: path.join(root, 'scripts/workbench/fonts.conf') },
});

export const launchBrowser = (executablePath, root) => chromium.launch(browserOptions(executablePath, root));
