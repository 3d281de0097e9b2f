/** Makes the pictures of the README (`npm run pictures`): the pane beside a sheet of the workbench, and its screens side by side. Wants Chromium, and fonts-open-sans and fonts-crosextra-carlito to look like Office. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './tools.mjs';
import { reducedSeedPath } from './seed/seedFiles.mjs';
import { ROOT } from './build/bundle.mjs';
import { launchBrowser } from './workbench/browser.mjs';
import { builtFolders } from './workbench/build.mjs';
import { serve } from './workbench/server.mjs';

const WORKBENCH = { width: 1490, height: 640 };
const PANE = { width: 350, height: 590 };
const GAP = 12;

/** A picture larger than this makes the README slow to open. */
const MOST_BYTES = 200_000;

const report = reducedSeedPath('004');

function kept(file) {
  const { size } = statSync(file);
  if (size > MOST_BYTES) throw new Error(`${file} is ${size} bytes; at most ${MOST_BYTES}`);
  process.stdout.write(`${path.relative(ROOT, file)}: ${Math.round(size / 1000)} kB\n`);
}

async function openPage(browser, address, viewport) {
  const context = await browser.newContext({
    viewport,
    locale: 'nl-BE',
    ignoreHTTPSErrors: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Reads the report, puts it where the pane lives, and closes the notice. */
async function importReport(pane, apply) {
  await pane.locator('[data-testid=files]').setInputFiles(report);
  await pane.getByRole('button', { name: apply }).click();
  await pane.getByRole('status').getByRole('button', { name: 'Sluiten' }).click();
}

async function beside(browser, url) {
  const page = await openPage(browser, `${url}/`, WORKBENCH);
  const pane = await (await page.locator('iframe').elementHandle()).contentFrame();
  await pane.locator('h1').waitFor();
  await importReport(pane, 'In het werkboek zetten');
  await pane.getByRole('tab', { name: 'Controle' }).click();
  await pane.getByLabel('Zoeken in de bevindingen').fill('AP000015');
  await pane.getByRole('button', { name: 'Ga naar de cel' }).first().click();
  await page.locator('.cell.selected').waitFor();
  const file = path.join(ROOT, 'docs/workbench.png');
  await page.screenshot({ path: file });
  kept(file);
}

async function screens(browser, url) {
  const page = await openPage(browser, `${url}/index.html`, PANE);
  const shots = [];
  const shoot = async () => {
    shots.push((await page.screenshot()).toString('base64'));
  };
  await page.locator('[data-testid=files]').setInputFiles(report);
  await page.getByRole('heading', { name: 'Voorbeeld' }).waitFor();
  await shoot();
  await page.getByRole('button', { name: 'Openen in Planboek' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Sluiten' }).click();
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByRole('button', { name: 'Alles openen' }).click();
  await shoot();
  await page.getByRole('tab', { name: 'Controle' }).click();
  await page.getByRole('button', { name: 'Verklaren' }).first().waitFor();
  await shoot();
  await page.getByRole('tab', { name: 'Kredieten' }).click();
  await page.getByRole('heading', { name: 'Kredieten' }).waitFor();
  await shoot();
  const joined = await browser.newPage({
    viewport: { width: shots.length * PANE.width + (shots.length + 1) * GAP, height: PANE.height + 2 * GAP },
  });
  await joined.setContent(
    `<body style="margin:0;padding:${GAP}px;display:flex;gap:${GAP}px;background:#d9e0e3">${shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join('')}</body>`,
  );
  await joined.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const file = path.join(ROOT, 'docs/pane.png');
  await joined.screenshot({ path: file });
  kept(file);
}

const program = findProgram('chromium');
if (program === null) throw new Error('chromium is not on this machine');
const { url, stop } = await serve({ folders: await builtFolders() });
const browser = await launchBrowser(program, ROOT);
try {
  await beside(browser, url);
  await screens(browser, url);
} finally {
  await browser.close();
  await stop();
}
