/// <reference types="@microsoft/office-js/dist/office" />
import { createRoot } from 'react-dom/client';
import { languageOfLocale } from '../plan/phrase';
import { App } from './App';
import { createWorkerEngine } from './engine/workerEngine';
import type { PaneHost } from './ports/host';
import { createBrowserHost } from './host/browserHost';
import { browserPort } from './host/browserPort';
import { createRibbon } from './ribbon/ribbon';

const ROOT_ID = 'planboek';

const engine = createWorkerEngine(() => new Worker(new URL('./engine/worker.ts', import.meta.url)));

/** Excel when the page runs in it; the page of the plain browser does not even load office.js. */
async function chooseHost(): Promise<PaneHost> {
  const browser = browserPort(window);
  if (typeof Office === 'undefined') return createBrowserHost(engine, browser);
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return createBrowserHost(engine, browser);
  const ribbon = createRibbon({ associate: Office.actions.associate, showPane: () => Office.addin.showAsTaskpane() });
  const { createExcelHost } = await import('./host/excel/excelHost');
  return createExcelHost({
    engine,
    context: Office.context,
    ribbon,
    fallbackTheme: browser.theme,
    onTheme: browser.onTheme,
    saveFile: browser.saveFile,
  });
}

async function start(): Promise<void> {
  const root = document.getElementById(ROOT_ID);
  if (root === null) return;
  const host = await chooseHost();
  const language = languageOfLocale(host.facts().locale);
  document.documentElement.lang = language;
  document.body.style.margin = '0';
  createRoot(root).render(<App host={host} engine={engine} language={language} />);
}

void start();
