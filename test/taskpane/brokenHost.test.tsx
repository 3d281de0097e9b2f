/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { TABLES } from '../../src/sheets/names';
import { FAILURES, type FailureKind } from '../../standin/host/host';
import type { Book } from '../../standin/model/book';
import type { Desk } from '../workbook/excel/support';
import { addressOf, deskWithReport, tableCell } from './desk';
import { atRest, button, goTo, openPane, press, problem, T, type } from './support';

/** A user who is in a cell is waited for this long only. */
const PATIENT = { answerMilliseconds: 600_000, cellEditMilliseconds: 30 } as const;

let desk: Desk;
let filled: Book;

beforeAll(async () => {
  desk = await deskWithReport();
  filled = desk.host.copyBook();
});
afterEach(cleanup);

const cellOf = (key: string, column: string): unknown => tableCell(desk.host.book, TABLES.plan, key, column).value;

/** Something a user does in the pane. */
interface Job {
  readonly name: string;
  /** Up to the moment the host is needed; gives the key of what it is about. */
  readonly prepare: () => Promise<string>;
  readonly act: () => void;
  /** Throws when what the user typed or chose is gone. */
  readonly kept: () => void;
  /** Throws as long as it is not done. */
  readonly done: (key: string) => void;
}

const REASON = 'Nagekeken met de dienst; de brief volgt.';

async function openCard(title: string): Promise<void> {
  await goTo('plan');
  const search = screen.getByRole('searchbox');
  type(search, title);
  await atRest();
  press(screen.getAllByRole('treeitem').at(-1) as HTMLElement);
  await atRest();
}

const JOBS: readonly Job[] = [
  {
    name: 'explaining a finding',
    prepare: async () => {
      await goTo('check');
      press(button(T.check.explain));
      type(screen.getByLabelText(new RegExp(T.check.reason)), REASON);
      type(screen.getByLabelText(new RegExp(T.check.initials)), 'jv');
      return '';
    },
    act: () => {
      press(within(screen.getByRole('form')).getByRole('button', { name: T.check.explain }));
    },
    kept: () => {
      screen.getByDisplayValue(REASON);
    },
    done: () => {
      screen.getByText(T.check.explained);
      const sheet = desk.host.book.sheets.find(({ name }) => name === 'Controle');
      if (!sheet?.cells.flat().some((cell) => cell?.value === REASON)) throw new Error('not on the sheet');
    },
  },
  {
    name: 'editing an evaluation on the card',
    prepare: async () => {
      await openCard('Tweede actie');
      press(screen.getByRole('button', { name: new RegExp(T.plan.editEvaluation) }));
      type(screen.getByLabelText(new RegExp(T.plan.editEvaluation)), REASON);
      return 'AC2';
    },
    act: () => {
      press(button(T.common.save));
    },
    kept: () => {
      screen.getByDisplayValue(REASON);
    },
    done: (key) => {
      screen.getByText(T.plan.evaluationSaved(key));
      if (cellOf(key, 'Evaluatie') !== REASON) throw new Error('not on the sheet');
    },
  },
  {
    name: 'choosing a status on the card',
    prepare: async () => {
      await openCard('Tweede actie');
      return 'AC2';
    },
    act: () => {
      type(screen.getByLabelText(T.plan.status), 'achieved');
    },
    kept: () => {
      screen.getByLabelText(T.plan.status);
    },
    done: (key) => {
      screen.getByText(T.plan.statusSaved(key));
      if (cellOf(key, 'Status') !== 'Resultaat is behaald') throw new Error('not on the sheet');
    },
  },
  {
    name: 'going to the cell of a finding',
    prepare: async () => {
      await goTo('check');
      return '';
    },
    act: () => {
      press(button(T.check.goTo));
    },
    kept: () => {
      screen.getByRole('list', { name: T.check.list });
    },
    done: () => {
      if (desk.host.book.active === desk.host.book.sheets.find(({ name }) => name === 'Eigen')?.id)
        throw new Error('no cell shown');
      if (problem() !== '') throw new Error(problem());
    },
  },
  {
    name: 'running the checks again',
    prepare: async () => {
      desk.user.type(...addressOf(desk.host.book, TABLES.plan, 'AC1', 'Status'), 'Niet opgestart');
      await atRest(80);
      await goTo('check');
      return '';
    },
    act: () => {
      press(button(T.check.rerun));
    },
    kept: () => {
      screen.getByRole('list', { name: T.check.list });
    },
    done: () => {
      if (problem() !== '') throw new Error(problem());
      const keys = desk.host.book.tables.find(({ name }) => name === TABLES.findings);
      if (!keys) throw new Error('no findings');
    },
  },
  {
    name: 'saving settings',
    prepare: async () => {
      await goTo('settings');
      type(screen.getByLabelText(T.settings.statusLabel('2')), 'Op dreef');
      return '';
    },
    act: () => {
      press(button(T.common.save));
    },
    kept: () => {
      screen.getByDisplayValue('Op dreef');
    },
    done: () => {
      screen.getByText(T.settings.saved);
      if (cellOf('BD1', 'Status') !== 'Op dreef') throw new Error('not on the sheet');
    },
  },
  {
    name: 'taking the last import back',
    prepare: async () => {
      await goTo('import');
      press(button(T.import.revert));
      return '';
    },
    act: () => {
      press(button(T.import.revertNow));
    },
    kept: () => undefined,
    done: () => {
      screen.getByText(T.import.reverted);
      if (desk.host.book.sheets.some(({ name }) => name === 'Plan')) throw new Error('still there');
    },
  },
];

/** Puts the desk as it was and opens the pane up to the moment of the job. */
async function ready(job: Job): Promise<string> {
  cleanup();
  await openPane({ desk, book: filled, session: PATIENT });
  const key = await job.prepare();
  desk.host.forgetRequests();
  return key;
}

const settled = async (job: Job, key: string): Promise<'done' | 'refused'> => {
  let outcome: 'done' | 'refused' | null = null;
  await waitFor(
    () => {
      if (document.querySelector('[aria-busy="true"]')) throw new Error('busy');
      if (problem() !== '') {
        outcome = 'refused';
        return;
      }
      job.done(key);
      outcome = 'done';
    },
    { interval: 5 },
  );
  return outcome ?? 'done';
};

async function requestsOf(job: Job): Promise<number> {
  const key = await ready(job);
  job.act();
  expect(await settled(job, key)).toBe('done');
  await atRest(150);
  return desk.host.syncs;
}

/** The retry a user finds: beside the problem, else the button of the form itself. */
function tryAgain(job: Job): void {
  const beside = within(screen.getAllByRole('alert')[0] as HTMLElement).queryByRole('button', { name: T.common.retry });
  if (beside) press(beside);
  else job.act();
}

const KINDS = FAILURES.filter((kind) => kind !== 'silence');

/** A job of one request meets every kind of failure there; each request of a longer one meets one kind, the next request another. */
const SHORT_JOB = 1;

describe('when the host fails', () => {
  test.each(JOBS.map((job) => [job.name, job] as const))(
    'while %s, input is kept, the remedy is said, and trying again works',
    async (_, job) => {
      const requests = await requestsOf(job);
      expect(requests).toBeGreaterThan(0);
      const failures = Array.from({ length: requests }, (_one, index) => index + 1).flatMap(
        (request): readonly (readonly [number, FailureKind])[] =>
          (requests <= SHORT_JOB ? KINDS : [KINDS[request % KINDS.length] ?? 'error']).map(
            (kind) => [request, kind] as const,
          ),
      );
      let refusals = 0;
      for (const [request, kind] of failures) {
        const key = await ready(job);
        desk.host.fail({ kind, request });
        job.act();
        const outcome = await settled(job, key);
        if (outcome === 'refused') {
          refusals += 1;
          expect({ request, problem: problem() }).toEqual({
            request,
            problem: expect.stringMatching(/probeer opnieuw|maak|sluit|druk/i),
          });
          job.kept();
          tryAgain(job);
          await waitFor(() => {
            job.done(key);
          }).catch((error: unknown) => {
            throw new Error(`${kind} of request ${request}: ${String(error)} ${problem()}`);
          });
        }
      }
      // A test in which nothing is ever refused proves nothing.
      expect(refusals).toBeGreaterThan(0);
    },
  );
});
