import type { Kind } from './grammar';

const HOST_NAMES = ['Document', 'Database', 'Mailbox', 'Notebook', 'Presentation', 'Project', 'Workbook'];
const PERMISSIONS = ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument'];

/** In pixels; other sizes Office does not take. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
export const REQUIRED_ICON_SIZES = [16, 32, 80];

export const LONGEST = { short: 125, long: 250, id: 125, resourceId: 32, url: 2048 } as const;

const IMAGE_TYPES = /\.(bmp|gif|exif|jpg|jpeg|tiff|png)$/i;

const oneOf =
  (names: readonly (string | number)[]) =>
  (value: string): string | null =>
    names.map(String).includes(value) ? null : `must be one of ${names.join(', ')}`;

const matches =
  (pattern: RegExp, remedy: string) =>
  (value: string): string | null =>
    pattern.test(value) ? null : remedy;

const text =
  (longest: number) =>
  (value: string): string | null => {
    if (value === '') return 'is empty: it needs a text';
    return value.length > longest ? `has ${value.length} characters: at most ${longest} are allowed` : null;
  };

function url(value: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(value);
  } catch {
    return 'is not a whole address: it must start with https:// and name a server';
  }
  if (parsed.protocol !== 'https:') return 'must start with https://: Office loads nothing over an open connection';
  if (parsed.username !== '' || parsed.password !== '') return 'holds a user name or password: leave it out';
  return value.length > LONGEST.url ? `has ${value.length} characters: at most ${LONGEST.url} are allowed` : null;
}

function origin(value: string): string | null {
  const wrong = url(value);
  if (wrong !== null) return wrong;
  const parsed = new URL(value);
  return parsed.pathname === '/' && parsed.search === '' ? null : `is a domain: write ${parsed.origin} without a path`;
}

function imageUrl(value: string): string | null {
  const wrong = url(value);
  return (
    wrong ??
    (IMAGE_TYPES.test(new URL(value).pathname) ? null : 'must name a picture: png, jpg, gif, bmp, tiff or exif')
  );
}

function locale(value: string): string | null {
  const remedy = 'must be a language and a region, such as nl-BE';
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})$/.test(value)) return remedy;
  try {
    return Intl.getCanonicalLocales(value)[0] === value ? null : remedy;
  } catch {
    return remedy;
  }
}

/** What is wrong with a value, to stand behind "the value"; null when nothing is. */
export const VALUES: Readonly<Record<Kind, (value: string) => string | null>> = {
  guid: matches(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'must be a GUID, such as 6c0a9d1e-3b5f-4f0e-9d52-7a1c84e2b630',
  ),
  version: matches(
    /^\d{1,5}(\.\d{1,5}){1,3}$/,
    'must be two to four numbers of at most five digits with points between them, such as 1.2.0.0',
  ),
  locale,
  setVersion: matches(/^\d+\.\d+$/, 'must be a version such as 1.14'),
  hostName: oneOf(HOST_NAMES),
  permission: oneOf(PERMISSIONS),
  origin,
  url,
  imageUrl,
  short: text(LONGEST.short),
  long: text(LONGEST.long),
  filled: text(LONGEST.url),
  id: text(LONGEST.id),
  resourceId: text(LONGEST.resourceId),
  functionName: matches(
    /^[A-Za-z_$][\w$.]{0,124}$/,
    'must be the name of a function: letters, digits, _ and $, at most 125',
  ),
  boolean: oneOf(['true', 'false']),
  lifetime: oneOf(['long', 'short']),
  iconSize: oneOf(ICON_SIZES),
};
