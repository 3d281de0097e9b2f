import type { Entity, Officers } from '../../plan/document';
import type { LineRole } from '../../plan/lineRole';
import type { LineLedger } from '../ledger';

/** The head that opens each section: year, ledger numbers, entity, address and officers, on lines of their own or two to a line. */
export interface SectionHead {
  readonly year: number | null;
  /** Set when the head prints a span of years ("2026-2031"), as plans do. */
  readonly lastYear: number | null;
  readonly version: string | null;
  readonly entity: Entity | null;
  readonly officers: Officers;
}

const YEAR = /^(\d{4})(?: ?- ?(\d{4}))?$/;
const VERSION = /^Journaalvolgnummers?\s*: ?(.*)$/;
const ENTITY = /^(.{2,120}?) \((\d{4}\.\d{3}\.\d{3})\)$/;
const ADDRESS = /^[^:]{3,100}, ?\d{4} \p{L}[^:\d]{1,60}$/u;
/** The general director and the financial director, by the titles that municipalities, provinces and districts give them. */
const GENERAL_TITLES = ['Algemeen directeur', 'Provinciegriffier', 'Districtssecretaris'] as const;
const FINANCIAL_TITLES = ['Financieel directeur', 'Financieel beheerder'] as const;
/** Officers may share a line with what stands left of them. */
const OFFICER = new RegExp(`(${[...GENERAL_TITLES, ...FINANCIAL_TITLES].join('|')}) ?: ?`, 'i');
const isGeneral = (title: string): boolean =>
  GENERAL_TITLES.some((known) => known.toLowerCase() === title.toLowerCase());

/** Is the line part of the head of a schema: its ledger numbers, entity or officers? */
export const isHeadOfReport = (text: string): boolean => VERSION.test(text) || ENTITY.test(text) || OFFICER.test(text);

interface HeadDraft {
  year: number | null;
  lastYear: number | null;
  version: string | null;
  name: string | null;
  enterpriseNumber: string | null;
  address: string | null;
  generalDirector: string | null;
  financialDirector: string | null;
}

/** The head may be interrupted by nothing else; it is this many filled lines at most (year, numbers, entity, address, two officers). */
const MAX_HEAD_LINES = 8;

/** Reads the head from `index` on and claims its lines; gives the first index after it. */
export function readHead(
  ledger: LineLedger,
  index: number,
  end: number,
): { readonly head: SectionHead; readonly next: number } {
  const draft: HeadDraft = {
    year: null,
    lastYear: null,
    version: null,
    name: null,
    enterpriseNumber: null,
    address: null,
    generalDirector: null,
    financialDirector: null,
  };
  let next = index;
  for (let taken = 0; taken < MAX_HEAD_LINES; taken += 1) {
    const at = ledger.nextFilled(next, end);
    if (at >= end || ledger.isClaimed(at)) break;
    const role = readHeadLine(ledger.text(at), draft);
    if (role === null) break;
    ledger.claim(at, role);
    next = at + 1;
  }
  const entity =
    draft.name === null ? null : { name: draft.name, enterpriseNumber: draft.enterpriseNumber, address: draft.address };
  return {
    head: {
      year: draft.year,
      lastYear: draft.lastYear,
      version: draft.version,
      entity,
      officers: { generalDirector: draft.generalDirector, financialDirector: draft.financialDirector },
    },
    next,
  };
}

function readHeadLine(text: string, draft: HeadDraft): LineRole | null {
  const officer = OFFICER.exec(text);
  if (officer) {
    const [mark, title = ''] = officer;
    const left = text.slice(0, officer.index).trimEnd();
    const person = text.slice(officer.index + mark.length);
    if (left !== '' && readHeadLine(left, draft) === null) return null;
    if (isGeneral(title)) draft.generalDirector = person;
    else draft.financialDirector = person;
    return 'headOfficer';
  }
  const year = YEAR.exec(text);
  if (year && draft.year === null && draft.name === null) {
    draft.year = Number(year[1]);
    draft.lastYear = year[2] === undefined ? null : Number(year[2]);
    return 'headYear';
  }
  const version = VERSION.exec(text);
  if (version && draft.version === null) {
    draft.version = version[1] ?? '';
    return 'headVersion';
  }
  const entity = ENTITY.exec(text);
  if (entity && draft.name === null) {
    draft.name = entity[1] ?? '';
    draft.enterpriseNumber = entity[2] ?? null;
    return 'headEntity';
  }
  if (draft.name !== null && draft.address === null && ADDRESS.test(text)) {
    draft.address = text;
    return 'headAddress';
  }
  return null;
}
