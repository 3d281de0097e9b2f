import { readFileSync, writeFileSync } from 'node:fs';
import { readProfileText } from '../../src/read/outline/profile';
import { readSource } from '../../src/read/file/read';
import { reduceProse } from './reduce';

/** make-seed FULL.txt REDUCED.txt [PROFILE.json] */
const [from, to, ...profileFiles] = process.argv.slice(2);
const profiles = profileFiles.map((file) => {
  const profile = readProfileText(readFileSync(file, 'utf8'));
  if (!profile.ok) throw new Error(`${file}: ${JSON.stringify(profile.failure)}`);
  return profile.value;
});
if (from === undefined || to === undefined) {
  process.stderr.write('make-seed: geef het volledige verslag en het bestand waarin de verkorte tekst komt.\n');
  process.exitCode = 2;
} else {
  const bytes = readFileSync(from);
  const reading = await readSource(bytes, { name: from, profiles });
  if (reading.ok) {
    writeFileSync(to, reduceProse(bytes.toString('utf8'), reading.value));
    process.stdout.write(`${to}: ${reading.value.document.lines.total} regels, ${bytes.length} bytes gelezen\n`);
  } else {
    process.stderr.write(`make-seed: ${from} is niet te lezen (${reading.failure.kind.id}).\n`);
    process.exitCode = 2;
  }
}
