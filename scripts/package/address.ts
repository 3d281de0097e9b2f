/** Where the add-in will be served from: an address without the last slash; or why it cannot be there. */
export type Address =
  | { readonly ok: true; readonly url: string; readonly origin: string }
  | { readonly ok: false; readonly sentence: string };

const LOCAL = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/;

/** Signs that need no escape in an address or in XML. */
const PLAIN_PATH = /^[\w.~/-]*$/;

const refused = (sentence: string): Address => ({ ok: false, sentence });

/** Takes what was given as `--url`. Strict: what is wrong here would show in Excel as an empty pane, on every PC of the board. */
export function readAddress(given: string): Address {
  const text = given.trim();
  if (text === '') return refused('Say where the add-in will be served from: --url https://addins.example.be/planboek');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refused(
      `"${text}" is not a whole address. Start with https:// and the name of the server: https://addins.example.be/planboek`,
    );
  }
  if (url.protocol !== 'https:')
    return refused(
      `"${text}" is not an https address. Office loads add-ins over https only; ask for a certificate for ${url.hostname || 'the server'}.`,
    );
  if (url.username !== '' || url.password !== '')
    return refused(
      `"${url.host}" is given with a user name or password. Leave them out: the manifest is read by everyone.`,
    );
  if (text.includes('?') || text.includes('#'))
    return refused(
      `"${text}" has a part after ? or #. Give only the folder: ${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    );
  if (text.endsWith('/')) return refused(`"${text}" ends in a slash. Leave it out: ${text.replace(/\/+$/, '')}`);
  if (LOCAL.test(url.host))
    return refused(`"${url.host}" is this computer: others cannot reach it. For trying out there is npm run sideload.`);
  if (/\.[a-z0-9]+$/i.test(url.pathname))
    return refused(`"${text}" names a file. Give the folder the site will stand in.`);
  if (!PLAIN_PATH.test(url.pathname) || url.pathname.includes('//'))
    return refused(
      `"${url.pathname}" holds signs that do not survive in every address. Use letters, digits, - and _ in the names of folders.`,
    );
  return { ok: true, url: `${url.origin}${url.pathname.replace(/\/$/, '')}`, origin: url.origin };
}
