import type { HostTheme } from '../ports/host';
import type { BrowserPort } from './browserHost';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const ZIP_TYPE = 'application/zip';

/** Long enough for any browser to have taken the file over. */
const DOWNLOAD_MILLISECONDS = 60_000;

const DARK: HostTheme = { background: '#292929', foreground: '#ffffff', control: null, controlForeground: null };
const LIGHT: HostTheme = { background: '#ffffff', foreground: '#242424', control: null, controlForeground: null };

/** The browser the page runs in. */
export function browserPort(page: Window): BrowserPort {
  const dark = page.matchMedia('(prefers-color-scheme: dark)');
  return {
    locale: page.navigator.language,
    agent: page.navigator.userAgent,
    theme: () => (dark.matches ? DARK : LIGHT),
    onTheme: (listener) => {
      dark.addEventListener('change', listener);
      return () => {
        dark.removeEventListener('change', listener);
      };
    },
    saveFile: (name, bytes) => {
      const url = URL.createObjectURL(
        new Blob([new Uint8Array(bytes)], { type: name.endsWith('.zip') ? ZIP_TYPE : XLSX_TYPE }),
      );
      const link = page.document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      page.setTimeout(() => {
        URL.revokeObjectURL(url);
      }, DOWNLOAD_MILLISECONDS);
    },
  };
}
