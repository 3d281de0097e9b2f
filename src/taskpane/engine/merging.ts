import { answersTo, decided, type Answers } from '../../changes/merge/decide';
import { takeBack } from '../../changes/merge/takeBack';
import { DEFAULT_SETTINGS, statusesInForce } from '../../check/settings';
import type { Language } from '../../plan/finding';
import { documentKey } from '../../plan/link';
import type { PlanDocument } from '../../plan/document';
import type { OutlineProfile } from '../../read/outline/profile';
import type { OtherPlan } from '../../sheets/ends';
import { mergeIntoBook, type FormerContent } from '../../sheets/merging/mergeIntoBook';
import type { Book } from '../ports/book';
import type { Made, Rework, TakeIn, TakenIn } from '../ports/engine';
import { checkBook } from './jobs';

const NOTHING: FormerContent = { explanations: {}, settings: null, documents: [], conflicts: [] };

/** A book as what new versions are merged into. */
const formerContent = ({
  document,
  imported,
  lines,
  others = [],
  explanations,
  settings,
  conflicts = [],
}: Book): FormerContent => ({
  explanations,
  settings,
  documents: [
    { imported, edited: document, lines },
    ...others.map((other) => ({
      imported: other.imported ?? other.document,
      edited: other.document,
      lines: other.lines,
    })),
  ],
  conflicts,
});

/** Profiles by their id, the first of each. */
const distinct = (profiles: readonly OutlineProfile[]): readonly OutlineProfile[] =>
  profiles.filter((profile, index) => profiles.findIndex(({ id }) => id === profile.id) === index);

type Parts = Pick<Book, 'document' | 'imported' | 'settings' | 'others' | 'conflicts'>;

/** The documents with what was decided, and the conflicts that were not. */
function withAnswers(book: Parts, answers: Answers): Pick<Book, 'document' | 'others' | 'conflicts'> {
  const { document, imported, settings, others = [], conflicts = [] } = book;
  const statuses = statusesInForce(settings);
  const decide = (now: PlanDocument, read: PlanDocument, of: string | undefined): PlanDocument =>
    decided(
      { imported: read, document: now, conflicts: conflicts.filter((conflict) => conflict.document === of) },
      answers,
      statuses,
    );
  const open = conflicts.filter((conflict) => {
    const answer = answers[conflict.key];
    return answer === undefined || !answersTo(conflict).includes(answer);
  });
  return {
    document: decide(document, imported, undefined),
    ...(others.length === 0
      ? {}
      : {
          others: others.map((other): OtherPlan => ({
            ...other,
            document: decide(other.document, other.imported ?? other.document, documentKey(other.document.document)),
          })),
        }),
    ...(open.length === 0 ? {} : { conflicts: open }),
  };
}

const checked = (book: Book, language: Language): Made => ({
  book,
  findings: checkBook(book, book.settings, language),
});

/** Takes what was read into the book: what its users wrote, answered and set goes on. */
export function takeIn({ name, importedAt, readings, profiles, held, answers, language }: TakeIn): TakenIn {
  const merged = mergeIntoBook(readings, held ? formerContent(held) : NOTHING);
  const [{ lines }, ...rest] = merged.readings;
  const [main, ...others] = merged.documents;
  const { conflicts } = merged;
  const kept = distinct([...profiles, ...(held?.profiles ?? [])]);
  const settings = held?.settings ?? DEFAULT_SETTINGS;
  const parts: Parts = {
    document: main.document,
    imported: main.imported,
    settings,
    others: others.map((other, index): OtherPlan => ({ ...other, lines: rest[index]?.lines ?? [] })),
    conflicts,
  };
  const book: Book = {
    name,
    importedAt,
    imported: main.imported,
    lines,
    explanations: held?.explanations ?? {},
    settings,
    ...withAnswers(parts, answers),
    ...(kept.length === 0 ? {} : { profiles: kept }),
  };
  return { ...checked(book, language), conflicts };
}

/** The book after some work on all of it. */
export function rework(book: Book, work: Rework, language: Language): Made {
  const { conflicts: _, ...rest } = book;
  switch (work.do) {
    case 'takeBack':
      return checked({ ...book, document: takeBack(book.imported, book.document, new Set(work.changes)) }, language);
    case 'answer':
      return checked({ ...rest, ...withAnswers(book, work.answers) }, language);
  }
}
