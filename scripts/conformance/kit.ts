import { writeXlsx } from 'hucre/xlsx';
import { ASSUMPTIONS, type Assumption } from '../../standin/host/assumptions';
import { PROBES } from './probes.mjs';
import { OUTCOME_SHEET } from './runner.mjs';

/** What a colleague with Excel gets: a workbook that holds the steps and takes the outcomes, and a script that does most of them. */

export const HAND_SHEET = 'By hand';
export const VERDICTS = ['as said', 'otherwise'] as const;
export const VERDICT_COLUMN = 4;

/** Steps no script can do, the least sure first. */
export function stepsByHand(): readonly Assumption[] {
  const order: readonly Assumption['basis'][] = ['believed', 'measured', 'documented'];
  return order.flatMap((basis) => ASSUMPTIONS.filter((one) => one.basis === basis && !(one.id in PROBES)));
}

const INTRODUCTION = [
  'Does Excel do what Planboek takes it to do? Ten minutes, in the Excel you work with: Windows, Mac or web.',
  '1. Open this workbook in Excel. Insert > Add-ins (Office Store): Script Lab.',
  '2. Script Lab > Code > Import: paste the whole text of planboek-conformance.yaml. Then Run, and press the one button there.',
  '3. The script makes a sheet per probe and deletes it again, some forty times; what came of them stands on the sheet Outcomes.',
  '4. On the sheet By hand do as many steps as you have time for, from the top down, and choose what you saw in column E.',
  '5. Save, and mail this file back. Nothing in it is about you but the version and the platform of Excel.',
] as const;

const heading = (texts: readonly string[]): readonly string[] => texts;

export async function conformanceWorkbook(): Promise<Uint8Array> {
  const steps = stepsByHand();
  return writeXlsx({
    sheets: [
      { name: 'Read me', columns: [{ width: 120 }], rows: INTRODUCTION.map((line) => [line]) },
      { name: OUTCOME_SHEET, columns: [{ width: 24 }, { width: 100 }], rows: [[...heading(['Probe', 'Outcome'])]] },
      {
        name: HAND_SHEET,
        columns: [{ width: 22 }, { width: 60 }, { width: 60 }, { width: 40 }, { width: 12 }, { width: 40 }],
        rows: [
          [...heading(['Step', 'What Excel does', 'Do', 'See', 'Seen', 'Remark'])],
          ...steps.map(({ id, says, replay, seen }) => [id, says, replay, seen, '', '']),
        ],
        dataValidations: [{ type: 'list', range: `E2:E${steps.length + 1}`, values: [...VERDICTS] }],
      },
    ],
  });
}

const plain = (text: string): string => text.replace(/^export /gm, '');

/** The script itself: probes, what runs them, and a button. */
export const scriptText = (runner: string, probes: string): string => `${plain(runner)}
${plain(probes)}
document.getElementById('run').onclick = async () => {
  const said = document.getElementById('said');
  said.textContent = 'Busy...';
  try {
    await writeOutcomes(await runProbes(PROBES), OUTCOME_SHEET);
    said.textContent = 'Done: save the workbook and mail it back.';
  } catch (error) {
    said.textContent = 'It ended with ' + (error.code ?? error.name) + ': ' + error.message;
  }
};
`;

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');

/** The script as Script Lab imports it. */
export const scriptLabSnippet = (script: string): string => `name: Planboek conformance
description: Does Excel do what Planboek takes it to do? Run in planboek-conformance.xlsx.
host: EXCEL
api_set: {}
script:
  content: |
${indented(script)}
  language: typescript
template:
  content: |
    <button id="run">Run all probes</button>
    <p id="said"></p>
  language: html
style:
  content: ''
  language: css
libraries: |
  https://appsforoffice.microsoft.com/lib/1/hosted/office.js
`;
