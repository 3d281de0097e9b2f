import { isDay } from '../../plan/calendar';
import type { Amount, Announcement, Dossier, Period, PlanNode } from '../../plan/document';
import type { DataTable } from '../../plan/dataTable';
import { placeAt, type RawFinding } from '../../plan/finding';
import { holdsMoney } from '../figures';
import { READING_KINDS } from '../findingKinds';
import { joinLines } from '../wrap';
import { reportUnrecognised, type ReportContext } from './context';
import { isDossierTitle, readDossiers } from './dossiers';
import { readFinanceBlock, startsFinanceBlock } from './financeBlock';
import { claimFooter, isFooter, nextContent } from './furniture';
import { readHead, type SectionHead } from './head';
import {
  cleanCode,
  isContentsEntry,
  isSentinel,
  parseHeading,
  sentinelRank,
  withoutStar,
  type NodeHeading,
} from './heading';
import { joinNarrative, readEvaluationText, type NarrativeLine } from './narrative';
import { dropSummaries, type NodeDraft } from './summaries';

/** What the policy evaluation holds. */
export interface EvaluationReading {
  readonly head: SectionHead;
  readonly planPeriod: Period | null;
  readonly nodes: readonly PlanNode[];
  readonly amounts: readonly Amount[];
  readonly tables: readonly DataTable[];
  readonly announcements: readonly Announcement[];
  readonly dossiers: readonly Dossier[];
  readonly next: number;
}

const PERIOD = /^Van (\d{2})\/(\d{2})\/(\d{4}) tot (?:en met )?(\d{2})\/(\d{2})\/(\d{4})$/;
const EVALUATION_MARK = /^Toelichting evaluatie\s*: ?(.*)$/;
const PLAN_TITLE = /^MEERJARENPLAN\b.{0,60}$/;
const CONTENTS = /^(?:niet-)?prioritaire inhoudstabel\s*:+.{0,60}$/i;
const NO_CONTENTS = /^geen (?:niet-)?prioritaire inhoudstabel\s*:?$/i;
const REFERENCE = /\bte vinden op\s*:$/;
const ADDRESS_ON_WEB = /^(?:https?:\/\/|www\.)\S+$/;

/** No title wraps over more lines (the longest of the seed has 12); past it something else is going on. */
const MAX_TITLE_LINES = 20;

/** Parts of a node that follow its title. */
const PERIOD_LABEL = /^(?:periode|looptijd|omschrijving|toelichting|status|verantwoordelijke?)\s*:/i;

const parsePeriod = (text: string): Period | null => {
  const match = text.startsWith('Van ') ? PERIOD.exec(text) : null;
  if (!match) return null;
  const [, d1, m1, y1, d2, m2, y2] = match;
  return { from: `${y1}-${m1}-${d1}`, to: `${y2}-${m2}-${d2}` };
};

/** A period of which both days exist; else null, and a finding that quotes the line. */
function existing(period: Period, context: ReportContext, index: number, node: string | null): Period | null {
  if (isDay(period.from) && isDay(period.to)) return period;
  context.findings.push({
    check: READING_KINDS.impossibleDate.id,
    place: placeAt({ node, line: index + 1 }),
    figures: { text: context.ledger.text(index) },
  });
  return null;
}

/** Reads the evaluation from its title line (or its first heading) up to `end`. */
export function readEvaluation(context: ReportContext, start: number, end: number): EvaluationReading {
  return new EvaluationReader(context, end).read(start);
}

/** One walk over the lines: each kind of line moves the walk on and says which node it belongs to. */
class EvaluationReader {
  private readonly drafts: NodeDraft[] = [];
  private readonly ids = new Map<string, number>();
  private readonly amounts: Amount[] = [];
  private readonly tables: DataTable[] = [];
  private readonly announcements: Announcement[] = [];
  private dossiers: readonly Dossier[] = [];
  private planPeriod: Period | null = null;
  private readonly path: NodeDraft[] = [];

  constructor(
    private readonly context: ReportContext,
    private readonly end: number,
  ) {}

  read(start: number): EvaluationReading {
    const { ledger } = this.context;
    let next = start;
    if (this.heading(start) === null) {
      ledger.claim(start, 'sectionTitle');
      next = start + 1;
    }
    const opening = readHead(ledger, next, this.end);
    next = opening.next;
    for (;;) {
      const at = nextContent(ledger, next, this.end);
      if (at >= this.end) break;
      next = this.step(at);
      if (this.dossiers.length > 0) break;
    }
    const { kept, dropped, ids } = dropSummaries(this.drafts, [...this.amounts, ...this.tables]);
    for (const { line, titleLines } of dropped)
      for (const index of [line, ...titleLines]) ledger.reclaim(index, 'contents');
    const idNow = <T extends string | null>(id: T): T | string => (id === null ? id : (ids.get(id) ?? id));
    this.noteDuplicates(kept, ids);
    return {
      head: opening.head,
      planPeriod: this.planPeriod,
      nodes: kept.map((draft, order) =>
        this.finish({ ...draft, id: idNow(draft.id), parent: idNow(draft.parent) }, order),
      ),
      amounts: this.amounts.map((amount) => ({ ...amount, node: idNow(amount.node) })),
      tables: this.tables.map((table) => ({ ...table, node: idNow(table.node) })),
      announcements: this.announcements.map((each) => ({ ...each, node: idNow(each.node) })),
      dossiers: this.dossiers,
      next,
    };
  }

  /** Says which codes stand for more than one node, now that summaries are out. */
  private noteDuplicates(kept: readonly NodeDraft[], ids: ReadonlyMap<string, string>): void {
    const first = new Map<string, number>();
    for (const { id, heading, line } of kept) {
      const { code } = heading;
      if (code === null) continue;
      const firstLine = first.get(code);
      if (firstLine === undefined) first.set(code, line + 1);
      else this.note(READING_KINDS.duplicateCode.id, code, line, { assigned: ids.get(id) ?? id, firstLine });
    }
  }

  /** Reads what starts at `index`; gives the first index after it. */
  private step(index: number): number {
    const { context, end } = this;
    const { ledger } = context;
    const text = ledger.text(index);
    const heading = this.heading(index);
    if (heading) return this.readNode(index, heading);
    if (startsFinanceBlock(context, index, end)) {
      const block = readFinanceBlock(context, index, end, this.path.at(-1)?.id ?? null);
      this.amounts.push(...block.amounts);
      this.tables.push(...block.tables);
      return block.next;
    }
    const evaluation = EVALUATION_MARK.exec(text);
    const node = this.path.at(-1);
    if (evaluation && node && node.evaluation === null) return this.readNarrative(index, evaluation[1] ?? '', node);
    if (isSentinel(text) || NO_CONTENTS.test(text)) {
      ledger.claim(index, 'sentinel');
      const rank = sentinelRank(text);
      const about = this.path.findLast((open) => open.heading.level.rank < rank);
      this.announcements.push({ text, node: about?.id ?? null, schema: null, source: ledger.source(index) });
      return index + 1;
    }
    if (isDossierTitle(text)) {
      const list = readDossiers(ledger, index, end);
      this.dossiers = list.dossiers;
      return list.next;
    }
    return this.readSmall(index, text);
  }

  private heading(index: number): NodeHeading | null {
    return parseHeading(this.context.ledger.text(index), this.context.headings);
  }

  private readSmall(index: number, text: string): number {
    const { ledger } = this.context;
    const period = parsePeriod(text);
    const node = this.path.at(-1);
    if (period && !node) {
      this.planPeriod = existing(period, this.context, index, null);
      ledger.claim(index, 'planPeriod');
    } else if (period && node && node.period === null) {
      node.period = existing(period, this.context, index, node.id);
      ledger.claim(index, 'nodePeriod');
    } else if (!node && PLAN_TITLE.test(text)) ledger.claim(index, 'planTitle');
    else if (CONTENTS.test(text) || isContentsEntry(text)) ledger.claim(index, 'contents');
    else if (REFERENCE.test(text) || ADDRESS_ON_WEB.test(text)) ledger.claim(index, 'reference');
    else reportUnrecognised(this.context, index);
    return index + 1;
  }

  private readNode(index: number, heading: NodeHeading): number {
    const { ledger } = this.context;
    ledger.claim(index, 'nodeHeading');
    const { title, next } = this.readTitle(index, heading);
    while (this.path.length > 0 && (this.path.at(-1)?.heading.level.rank ?? 0) >= heading.level.rank) this.path.pop();
    const parent = this.path.at(-1)?.id ?? null;
    const joined = joinLines(title);
    const draft: NodeDraft = {
      id: this.assignId(heading, parent, joined, index),
      heading,
      parent,
      title: joined,
      line: index,
      titleLines: Array.from({ length: next - index - 1 }, (_, at) => index + 1 + at),
      period: null,
      evaluation: null,
    };
    this.path.push(draft);
    this.drafts.push(draft);
    if (title.length === 0) this.note(READING_KINDS.missingTitle.id, draft.id, index, {});
    return next;
  }

  /** The title on the line of the heading and the lines it wraps over, or under the heading, with a gap between or without. */
  private readTitle(index: number, heading: NodeHeading): { readonly title: readonly string[]; readonly next: number } {
    const { ledger } = this.context;
    const title: string[] = heading.title === '' ? [] : [heading.title];
    let next = index + 1;
    if (title.length === 0 && ledger.text(next) === '') {
      const filled = ledger.nextFilled(next, this.end);
      if (filled - index <= TITLE_GAP && this.isTitleLine(filled)) next = filled;
    }
    while (next < this.end && title.length < MAX_TITLE_LINES && this.isTitleLine(next)) {
      const text = ledger.text(next);
      if (heading.title !== '' && !wraps(title.at(-1) ?? '', text)) break;
      title.push(text);
      ledger.claim(next, 'nodeTitle');
      next += 1;
    }
    return { title: title.map(withoutStar), next };
  }

  private isTitleLine(index: number): boolean {
    const text = this.context.ledger.text(index);
    return (
      text !== '' &&
      parsePeriod(text) === null &&
      this.heading(index) === null &&
      !text.startsWith('Toelichting evaluatie') &&
      !isSentinel(text) &&
      !isFooter(text) &&
      !this.isFigures(index) &&
      !this.context.ledger.isHidden(index) &&
      !PERIOD_LABEL.test(text) &&
      !(/^\d/.test(text) && startsFinanceBlock(this.context, index, this.end))
    );
  }

  /** Closes the line like a row of a table? No title does. */
  private isFigures(index: number): boolean {
    const { count } = this.context.ledger.figures(index);
    return count > 1 || (count === 1 && holdsMoney(this.context.ledger.text(index)));
  }

  /** The code, or for a node without one a name made of its parent and title, so that it stays the same in the next reading. */
  private assignId(heading: NodeHeading, parent: string | null, title: string, index: number): string {
    const wanted = heading.code ?? `${parent ?? 'plan'}/${slug(title)}`;
    const seen = this.ids.get(wanted) ?? 0;
    this.ids.set(wanted, seen + 1);
    if (heading.code !== null) {
      const expected = cleanCode(heading.code);
      if (expected !== null)
        this.note(READING_KINDS.lookAlikeCode.id, wanted, index, { printed: heading.code, expected });
    }
    return seen === 0 ? wanted : `${wanted}~${seen + 1}`;
  }

  private note(check: string, node: string, index: number, figures: RawFinding['figures']): void {
    this.context.findings.push({ check, place: placeAt({ node, line: index + 1 }), figures });
  }

  private readNarrative(index: number, opening: string, node: NodeDraft): number {
    const { ledger } = this.context;
    ledger.claim(index, 'evaluation');
    const lines: NarrativeLine[] = opening === '' ? [] : [{ text: opening, afterBlank: false }];
    let next = index + 1;
    let last = index;
    let afterBlank = false;
    let afterPage = false;
    while (next < this.end) {
      const text = ledger.text(next);
      if (text === '') {
        afterBlank = true;
        afterPage ||= ledger.isHidden(next);
      } else {
        const past = claimFooter(ledger, next, this.end);
        if (past > next) {
          next = past;
          afterPage = true;
          continue;
        }
        if (this.endsNarrative(next, text)) break;
        // The blank lines around a footer are no end of a paragraph when the sentence goes on.
        afterPage ||= ledger.isOtherPage(last, next);
        lines.push({ text, afterBlank: afterBlank && lines.length > 0 && !(afterPage && /^\p{Ll}/u.test(text)) });
        last = next;
        ledger.claim(next, 'narrative');
        afterBlank = false;
        afterPage = false;
      }
      next += 1;
    }
    node.evaluation = readEvaluationText(joinNarrative(lines), this.context.vocabulary);
    return next;
  }

  private endsNarrative(index: number, text: string): boolean {
    switch (text[0]) {
      case 'G':
      case 'g':
      case 'E':
        return isSentinel(text) || NO_CONTENTS.test(text);
      case 'P':
      case 'p':
      case 'N':
      case 'n':
      case 'B':
      case 'b':
      case 'A':
      case 'a':
        return this.heading(index) !== null || CONTENTS.test(text) || isDossierTitle(text);
      case 'O':
        return REFERENCE.test(text) && ADDRESS_ON_WEB.test(this.context.ledger.text(index + 1));
      default:
        return startsFinanceBlock(this.context, index, this.end);
    }
  }

  private finish(draft: NodeDraft, order: number): PlanNode {
    const { heading } = draft;
    return {
      id: draft.id,
      code: heading.code,
      level: heading.level.id,
      parent: draft.parent,
      order,
      title: draft.title,
      priority: heading.priority,
      period: draft.period,
      evaluation: draft.evaluation,
      source: this.context.ledger.source(draft.line),
    };
  }
}

/** A title may stand this many lines under its heading, a blank line between. */
const TITLE_GAP = 3;
/** A line that fills the width of the page goes on under it. */
const WRAPPED_LENGTH = 60;

/** Does a title that started on the line of its heading go on here? */
const wraps = (line: string, next: string): boolean =>
  /^\p{Ll}/u.test(next) ||
  (line.length >= WRAPPED_LENGTH && !/[.!?:]$/.test(line)) ||
  (line === line.toUpperCase() && next === next.toUpperCase() && /\p{Lu}/u.test(next));

/** Letters and digits of the first words, lower case, without accents. */
function slug(title: string): string {
  const words =
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, SLUG_WORDS).join('-') || 'zonder-titel';
}

/** Enough words to tell siblings apart, few enough that a small correction at the end of a title keeps the id. */
const SLUG_WORDS = 8;
