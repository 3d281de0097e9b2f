import type { Amount, Announcement, Dossier, Period, PlanNode } from '../../plan/document';
import type { DataTable } from '../../plan/dataTable';
import { placeAt, type RawFinding } from '../../plan/finding';
import { READING_KINDS } from '../findingKinds';
import { joinLines } from '../wrap';
import { ADDRESS_ON_WEB, CONTENTS, NO_CONTENTS, REFERENCE } from './contents';
import { reportUnrecognised, type ReportContext } from './context';
import { isDossierTitle, readDossiers } from './dossiers';
import { readFinanceBlock, startsFinanceBlock } from './financeBlock';
import { nextContent } from './furniture';
import { readHead, type SectionHead } from './head';
import { cleanCode, isContentsEntry, isSentinel, parseHeading, sentinelRank, type NodeHeading } from './heading';
import { joinNarrative, readEvaluationText } from './narrative';
import { readNarrativeLines } from './narrativeLines';
import { readNodeTitle } from './nodeTitle';
import { existingPeriod, parsePeriod } from './period';
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

const EVALUATION_MARK = /^Toelichting evaluatie\s*: ?(.*)$/;
const PLAN_TITLE = /^MEERJARENPLAN\b.{0,60}$/;

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
      this.planPeriod = existingPeriod(period, this.context, index, null);
      ledger.claim(index, 'planPeriod');
    } else if (period && node && node.period === null) {
      node.period = existingPeriod(period, this.context, index, node.id);
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
    const { lines: title, next } = readNodeTitle(this.context, index, heading, this.end);
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
    const { lines, next } = readNarrativeLines(this.context, index, opening, this.end);
    node.evaluation = readEvaluationText(joinNarrative(lines), this.context.vocabulary);
    return next;
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
