import { readAddress } from './address';
import { stampManifest } from './stamp';

export type Package =
  | {
      readonly ok: true;
      readonly url: string;
      readonly manifest: string;
      readonly moved: (text: string) => string;
      readonly files: readonly string[];
    }
  | { readonly ok: false; readonly sentences: readonly string[] };

/** The manifest of a build, made ready for an address as a user gives it; or everything that stands in the way. `version` has three numbers. */
export function packageManifest(source: string, given: string, version: string): Package {
  const address = readAddress(given);
  if (!address.ok) return { ok: false, sentences: [address.sentence] };
  const { manifest, moved, files, problems } = stampManifest(source, { ...address, version });
  if (problems.length > 0)
    return { ok: false, sentences: problems.map(({ line, sentence }) => `manifest.xml:${line}: ${sentence}`) };
  return { ok: true, url: address.url, manifest, moved, files };
}
