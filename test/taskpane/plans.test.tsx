/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { LINK_TABLE } from '../../src/sheets/linkTable';
import { KEY_COLUMN } from '../../src/sheets/names';
import { cellAt } from '../../standin/model/book';
import { reducedSeedPath } from '../support/requirements';
import { SEED_PROFILE_FILES } from '../../scripts/seed/seedProfiles';
import { newDesk, withOwnSheet, type Desk } from '../workbook/excel/support';
import { deskWithReport } from './desk';
import { atRest, button, goTo, openPane, pickFiles, press, problem, T, type } from './support';

afterEach(cleanup);

const FOLDER = path.resolve(__dirname, '../support/outline');
/** jsdom does not read files. */
const fileOf = (name: string, text: string): File =>
  Object.assign(new File([text], name, { type: 'text/plain' }), {
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });
const plan = (): File => fileOf('mobiliteitsplan.txt', readFileSync(path.join(FOLDER, 'mobiliteitsplan.txt'), 'utf8'));
const seed = (prefix: string, name: string): File => fileOf(name, readFileSync(reducedSeedPath(prefix), 'utf8'));

const profiles = (): readonly File[] =>
  SEED_PROFILE_FILES.map((file) => fileOf(path.basename(file), readFileSync(file, 'utf8')));

const P = T.plans.profile;

function emptyDesk(): Desk {
  const desk = newDesk();
  withOwnSheet(desk);
  return desk;
}

async function applied(): Promise<void> {
  press(button(T.import.applyExcel));
  await waitFor(() => {
    if (screen.queryByRole('heading', { name: T.import.preview })) throw new Error('still there');
  });
  await atRest();
}

/** What stands in a column of a table, by key. */
function column(desk: Desk, table: string, name: string): ReadonlyMap<string, unknown> {
  const found = desk.host.book.tables.find((each) => each.name === table);
  const sheet = desk.host.book.sheets.find(({ id }) => id === found?.sheet);
  if (!found || !sheet) throw new Error(table);
  const at = (head: string): number => found.area.column + found.columns.findIndex((one) => one.name === head);
  return new Map(
    Array.from({ length: found.area.rows - 1 }, (_, row) => [
      String(cellAt(sheet, found.area.row + 1 + row, at(KEY_COLUMN)).value),
      cellAt(sheet, found.area.row + 1 + row, at(name)).value,
    ]),
  );
}

const levelNames = (): readonly string[] =>
  screen.getAllByRole('textbox', { name: /^Naam van niveau/ }).map((element) => (element as HTMLInputElement).value);
const counts = (): readonly string[] =>
  screen.getAllByText(/^\d+ onderdelen/).map(({ textContent }) => /^\d+/.exec(textContent ?? '')?.[0] ?? '');

describe('a plan nobody described yet', () => {
  async function describePlan(): Promise<Desk> {
    const desk = emptyDesk();
    await openPane({ desk });
    await pickFiles(plan());
    press(button(new RegExp(P.describe)));
    await waitFor(() => {
      screen.getByRole('heading', { name: P.title });
    });
    return desk;
  }

  test('gets a first profile with what it gives, put right by example, and is read with it', async () => {
    const desk = await describePlan();
    expect([levelNames(), counts()]).toEqual([
      ['Pijler', 'K', 'M', 'Punt (pijl)'],
      ['2', '4', '7', '5'],
    ]);
    const [, second] = screen.getAllByRole('textbox', { name: /^Naam van niveau/ });
    type(second as HTMLElement, 'Keuze');
    fireEvent.blur(second as HTMLElement);
    expect(levelNames()).toEqual(['Pijler', 'Keuze', 'M', 'Punt (pijl)']);
    press(button(/^Fietspaden 4\.200\.000/));
    const form = screen.getByLabelText(P.teach('Fietspaden 4.200.000 1.100.000')).closest('form') as HTMLElement;
    fireEvent.change(screen.getByLabelText(P.teach('Fietspaden 4.200.000 1.100.000')), { target: { value: 'table' } });
    type(within(form).getByLabelText(P.tableTitle), 'Kosten');
    type(within(form).getByLabelText(P.tableColumns), 'Investering');
    press(within(form).getByRole('button', { name: P.apply }));
    expect(problem()).toBe('');
    expect(screen.getByText(/1 tabel\b/)).toBeTruthy();
    press(button(P.read));
    await waitFor(() => {
      screen.getByRole('heading', { name: T.import.preview });
    });
    await applied();
    await goTo('plan');
    expect(screen.getAllByText('FIETSEN EN STAPPEN').length).toBeGreaterThan(0);
    // The profile is kept in the workbook: the plan is known from now on.
    await openPane({ desk });
    await goTo('import');
    await pickFiles(plan());
    expect(screen.queryByRole('button', { name: new RegExp(P.describe) })).toBeNull();
  });

  test('says why an answer cannot be, and keeps what was there', async () => {
    await describePlan();
    press(button(/^Zo komt iedereen/));
    const choice = screen.getByLabelText(P.teach('Zo komt iedereen veilig en vlot aan zee.'));
    fireEvent.change(choice, { target: { value: 'field' } });
    press(within(choice.closest('form') as HTMLElement).getByRole('button', { name: P.apply }));
    expect(problem()).toContain(P.problems.noMark);
    expect(counts()).toEqual(['2', '4', '7', '5']);
    press(button(P.up('K')));
    expect(levelNames()).toEqual(['K', 'Pijler', 'M', 'Punt (pijl)']);
    press(button(P.remove('M')));
    expect(levelNames()).toEqual(['K', 'Pijler', 'Punt (pijl)']);
  });

  test('takes a profile as text, and names every place that is wrong', async () => {
    await describePlan();
    press(button(P.json));
    const text = screen.getByRole('textbox', { name: P.json });
    type(
      text,
      JSON.stringify({
        ...(JSON.parse((text as HTMLTextAreaElement).value) as object),
        levels: [{ id: 'A', name: 'A', rank: 'hoog' }],
      }),
    );
    press(button(P.useJson));
    expect(problem()).toMatch(/levels\.0\.rank: Ongeldige invoer/);
    type(text, readFileSync(path.join(FOLDER, 'mobiliteitsplan.json'), 'utf8'));
    press(button(P.useJson));
    expect([levelNames(), counts()]).toEqual([
      ['Pijler', 'Keuze', 'Maatregel', 'Stap'],
      ['2', '4', '7', '5'],
    ]);
  });
});

describe('a profile as a file', () => {
  const own = (): File =>
    fileOf('mobiliteitsplan.json', readFileSync(path.join(FOLDER, 'mobiliteitsplan.json'), 'utf8'));

  test('is loaded for a plan that was not recognised, kept in the workbook, and not asked for again', async () => {
    const desk = emptyDesk();
    await openPane({ desk });
    await pickFiles(plan());
    expect(problem()).toContain('Kies het document van de jaarrekening');
    fireEvent.change(screen.getByTestId('profiles'), { target: { files: [own()] } });
    await waitFor(() => {
      button(T.import.applyExcel);
    });
    await applied();
    expect([...column(desk, 'tblPlan', 'Niveau').values()]).toHaveLength(18);
    await openPane({ desk });
    await goTo('import');
    await pickFiles(plan());
    expect(screen.queryByRole('button', { name: new RegExp(P.describe) })).toBeNull();
    expect(button(T.import.applyExcel)).toBeTruthy();
  });

  test('is of no use alone, and says every place that is wrong', async () => {
    await openPane({ desk: emptyDesk() });
    const pick = async (...files: readonly File[]): Promise<void> => {
      fireEvent.change(screen.getByTestId('files'), { target: { files } });
      await atRest();
    };
    await pick(own());
    expect(problem()).toContain(T.import.onlyProfiles);
    await pick(plan(), fileOf('stuk.json', '{"format": "iets anders"}'));
    expect(problem()).toMatch(/stuk\.json is geen bruikbaar profiel \(format: /);
  });
});

describe('several documents', () => {
  test('become one workbook, whose links are answered and weighed in the pane', async () => {
    const desk = emptyDesk();
    await openPane({ desk });
    await pickFiles(
      seed('002', 'diversiteit.txt'),
      seed('003', 'stadsproject.txt'),
      seed('000', 'visitatie.txt'),
      ...profiles(),
    );
    // Among plans only, one is what the workbook is about; the others come along, or not.
    expect(screen.getByRole('radiogroup', { name: T.plans.documents.main })).toBeTruthy();
    press(screen.getByRole('checkbox', { name: /visitatie\.txt/ }));
    await applied();
    expect(desk.host.book.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Plannen', 'Koppelingen', 'Bron 2']),
    );
    expect(desk.host.book.sheets.some(({ name }) => name === 'Bron 3')).toBe(false);
    await goTo('links');
    const before = column(desk, LINK_TABLE, 'Toestand');
    const [key] = [...before].find(([, state]) => state === 'voorgesteld') ?? [];
    const [item] = screen.getAllByRole('listitem');
    press(button(T.plans.links.confirm, item));
    await atRest();
    expect(column(desk, LINK_TABLE, 'Toestand').get(key ?? '')).toBe('bevestigd');
    fireEvent.change(screen.getByLabelText(T.plans.links.state), { target: { value: 'confirmed' } });
    const weight = screen.getByLabelText(T.plans.links.weight);
    type(weight, '140');
    expect(screen.getByText(T.plans.links.badWeight)).toBeTruthy();
    fireEvent.blur(weight);
    await atRest();
    expect(column(desk, LINK_TABLE, 'Gewicht').get(key ?? '') || null).toBeNull();
    type(screen.getByLabelText(T.plans.links.weight), '62,5');
    fireEvent.blur(screen.getByLabelText(T.plans.links.weight));
    await atRest();
    expect(column(desk, LINK_TABLE, 'Gewicht').get(key ?? '')).toBe(62.5);
    // Opened again, the workbook says the same.
    await openPane({ desk });
    await goTo('links');
    fireEvent.change(screen.getByLabelText(T.plans.links.state), { target: { value: 'confirmed' } });
    expect((screen.getByLabelText(T.plans.links.weight) as HTMLInputElement).value).toBe('62,5');
    press(button(T.plans.links.refuse, screen.getAllByRole('listitem')[0]));
    await atRest();
    expect(column(desk, LINK_TABLE, 'Toestand').get(key ?? '')).toBe('verworpen');
  });

  test('there is no screen of links where there are none', async () => {
    await openPane({ desk: await deskWithReport() });
    expect(screen.queryByRole('tab', { name: T.common.screens.links })).toBeNull();
  });
});

describe('what the reader was not sure of', () => {
  const R = T.plans.review;

  test('is put right before anything is written', async () => {
    const desk = emptyDesk();
    await openPane({ desk });
    await pickFiles(seed('000', 'visitatie.txt'), ...profiles());
    press(button(/Na te kijken \(\d+\)/));
    const open = (): number => Number(/\((\d+)\)/.exec(button(/Na te kijken/).textContent ?? '')?.[1]);
    const before = open();
    const doubts = (): readonly HTMLElement[] =>
      screen.getAllByRole('group').filter((group) => within(group).queryByRole('button', { name: R.accept }));
    press(within(doubts()[0] as HTMLElement).getByRole('button', { name: R.accept }));
    expect(open()).toBe(before - 1);
    press(within(doubts()[0] as HTMLElement).getByRole('button', { name: R.toText }));
    expect(open()).toBe(before - 2);
    press(within(doubts()[0] as HTMLElement).getByRole('button', { name: R.promote }));
    expect([open(), problem()]).toEqual([before - 3, '']);
    press(within(doubts()[0] as HTMLElement).getByRole('button', { name: R.split }));
    press(
      within(screen.getByLabelText(R.splitAt).closest('li') as HTMLElement)
        .getAllByRole('button', { name: R.split })
        .at(-1) as HTMLElement,
    );
    expect(open()).toBe(before - 4);
    await applied();
    const titles = [...column(desk, 'tblPlan', 'Niveau').values()];
    // One became text, one was cut in two.
    expect(titles).toHaveLength(49);
  });
});
