/// <reference types="@microsoft/office-js/dist/office" />
import { createRoot } from 'react-dom/client';
import { paneLanguage } from '../i18n/paneTexts';
import { App } from './App';
import { themeFor } from './theme';

const ROOT_ID = 'planboek';

async function start(): Promise<void> {
  await Office.onReady();
  const host = document.getElementById(ROOT_ID);
  if (host === null) return;
  const { displayLanguage, officeTheme } = Office.context;
  createRoot(host).render(<App theme={themeFor(officeTheme?.bodyBackgroundColor)} language={paneLanguage(displayLanguage ?? '')} version={PLANBOEK_VERSION} />);
}

void start();
