import { ASSUMPTIONS, FAMILIES, type Assumption } from '../standin/host/assumptions';

const BASIS: Readonly<Record<Assumption['basis'], string>> = {
  documented: 'documented by Microsoft',
  measured: 'measured by others',
  believed: 'believed: replay this one first',
};

const of = (family: Assumption['family']): readonly Assumption[] => ASSUMPTIONS.filter((one) => one.family === family);
const code = (text: string): string => `\`\`${text.includes('`') ? ` ${text} ` : text}\`\``;

/** docs/host-assumptions.md: what the stand-in takes Excel to do, and how to see it. */
export function assumptionsDocument(): string {
  const families = FAMILIES.map((family) => {
    const entries = of(family).map(
      (one) =>
        `- **${one.id}** (${BASIS[one.basis]}). ${one.says}\n  - Do: ${code(one.replay)}\n  - See: ${one.seen}\n  - Test: "${one.test}"`,
    );
    return `## ${family.charAt(0).toUpperCase()}${family.slice(1)}\n\n${entries.join('\n')}`;
  });
  return `# What the stand-in takes Excel to do

The tests run the unmodified Office.js client against a stand-in for Excel (\`standin/\`). The client is real, the host is ours: everything below is what it
assumes of Excel. \`npm run conformance\` makes of this list a workbook and a script for a colleague with Excel, who mails the workbook back;
\`npm run conformance -- compare FILE.xlsx\` tells where Excel does otherwise. Who finds a difference changes the stand-in, its test and this
list (\`standin/host/assumptions.ts\`, from which this page is made by \`npm run docs\`). The stand-in is meant to be stricter than Excel, never laxer.

What it does not have at all it refuses with \`NotImplemented\`: shapes, pivot tables, slicers, comments, images, copying of sheets, find and replace,
number formats as display text beyond the simplest. Formulas are kept as text; their results come from whatever calculator is plugged in.

${families.join('\n\n')}
`;
}
