/** Starts the browser that all tests of a run share, and says where it listens. */
import { chromium } from 'playwright-core';
import { browserOptions } from '../../../scripts/workbench/browser.mjs';

const server = await chromium.launchServer(browserOptions(process.argv[2]));
process.stdout.write(`${server.wsEndpoint()}\n`);
