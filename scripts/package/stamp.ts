import { manifestProblems } from '../manifest/validate';
import { descendants, parseXml, type Problem } from '../manifest/xml';

export interface Stamp {
  /** Folder the site stands in, without the last slash, and its origin. */
  readonly url: string;
  readonly origin: string;
  /** Version of the package: three numbers. */
  readonly version: string;
}

export interface Stamped {
  readonly manifest: string;
  /** Another text of the build, with its addresses moved the same way. */
  readonly moved: (text: string) => string;
  /** Files of the site the manifest names, as paths within it. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * The manifest for an address: every URL moved there with its path, the domain, and the version. The id stays: Office would take another one for
 * another add-in. The source is the manifest of the build, whose only domain is the one of development.
 */
export function stampManifest(source: string, { url, origin, version }: Stamp): Stamped {
  const parsed = parseXml(source);
  if ('problem' in parsed) return { manifest: source, moved: (text) => text, files: [], problems: [parsed.problem] };
  const [domain] = descendants(parsed.root, 'AppDomain');
  const from = domain?.text ?? '';
  const moved = (text: string): string => text.replaceAll(`"${from}/`, `"${url}/`);
  const manifest = moved(source)
    .replaceAll(`>${from}<`, `>${origin}<`)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
  const files = [...manifest.matchAll(/"(https:[^"]+)"/g)].flatMap(([, address = '']) =>
    address.startsWith(`${url}/`) ? [address.slice(url.length + 1)] : [],
  );
  const left = manifest
    .split('\n')
    .flatMap((text, index) =>
      from !== origin && text.includes(from) ? [{ line: index + 1, sentence: `This still names ${from}.` }] : [],
    );
  return { manifest, moved, files: [...new Set(files)], problems: [...manifestProblems(manifest), ...left] };
}
