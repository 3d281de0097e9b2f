import type { Amount, Announcement, Dossier, Evaluation, Period, PlanNode } from '../../plan/document';
import { isDay } from '../../plan/calendar';
import { placeAt, type RawFinding } from '../../plan/finding';
import { READING_KINDS } from '../findingKinds';
import { joinLines } from '../wrap';
import { reportUnrecognised, type ReportContext } from './context';
import { isDossierTitle, readDossiers } from './dossiers';
import { readFinanceBlock, startsFinanceBlock } from './financeBlock';
import { claimFooter, isFooter, nextContent } from './furniture';
import { readHead, type SectionHead } from './head';
import { cleanCode, isSentinel, parseHeading, sentinelRank, type NodeHeading } from './heading';
import { joinNarrative, readEvaluationText, type NarrativeLine } from './narrative';

/** What the policy evaluation holds. */
export interface EvaluationReading {
  readonly head: SectionHead;
  readonly planPeriod: Period | null;
  readonly nodes: readonly PlanNode[];
  readonly amounts: readonly Amount[];
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

interface NodeDraft {
  readonly id: string;
  readonly heading: NodeHeading;
  readonly parent: string | null;
  readonly title: string;
  readonly line: number;
  period: Period | null;
  evaluation: Evaluation | null;
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
    if (parseHeading(ledger.text(start)) === null) {
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
    return {
      head: opening.head,
      planPeriod: this.planPeriod,
      nodes: this.drafts.map((draft, order) => this.finish(draft, order)),
      amounts: this.amounts,
      announcements: this.announcements,
      dossiers: this.dossiers,
      next,
    };
  }

  /** Reads what starts at `index`; gives the first index after it. */
  private step(index: number): number {
    const { context, end } = this;
    const { ledger } = context;
    const text = ledger.text(index);
    const heading = parseHeading(text);
    if (heading) return this.readNode(index, heading);
    if (startsFinanceBlock(context, index, end)) {
      const block = readFinanceBlock(context, index, end, this.path.at(-1)?.id ?? null);
      this.amounts.push(...block.amounts);
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
    else if (CONTENTS.test(text)) ledger.claim(index, 'contents');
    else if (REFERENCE.test(text) || ADDRESS_ON_WEB.test(text)) ledger.claim(index, 'reference');
    else reportUnrecognised(this.context, index);
    return index + 1;
  }

  private readNode(index: number, heading: NodeHeading): number {
    const { ledger } = this.context;
    ledger.claim(index, 'nodeHeading');
    const title: string[] = [];
    let next = index + 1;
    while (next < this.end && title.length < MAX_TITLE_LINES && this.isTitleLine(next)) {
      title.push(ledger.text(next));
      ledger.claim(next, 'nodeTitle');
      next += 1;
    }
    while (this.path.length > 0 && (this.path.at(-1)?.heading.level.rank ?? 0) >= heading.level.rank) this.path.pop();
    const parent = this.path.at(-1)?.id ?? null;
    const joined = joinLines(title);
    const draft: NodeDraft = {
      id: this.assignId(heading, parent, joined, index),
      heading,
      parent,
      title: joined,
      line: index,
      period: null,
      evaluation: null,
    };
    this.path.push(draft);
    this.drafts.push(draft);
    if (title.length === 0) this.note(READING_KINDS.missingTitle.id, draft.id, index, {});
    return next;
  }

  private isTitleLine(index: number): boolean {
    const text = this.context.ledger.text(index);
    return (
      text !== '' &&
      parsePeriod(text) === null &&
      parseHeading(text) === null &&
      !text.startsWith('Toelichting evaluatie') &&
      !isSentinel(text) &&
      !isFooter(text)
    );
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
    if (seen === 0) return wanted;
    const assigned = `${wanted}~${seen + 1}`;
    if (heading.code !== null) {
      const first = this.drafts.find((draft) => draft.id === wanted);
      this.note(READING_KINDS.duplicateCode.id, wanted, index, { assigned, firstLine: (first?.line ?? 0) + 1 });
    }
    return assigned;
  }

  private note(check: string, node: string, index: number, figures: RawFinding['figures']): void {
    this.context.findings.push({ check, place: placeAt({ node, line: index + 1 }), figures });
  }

  private readNarrative(index: number, opening: string, node: NodeDraft): number {
    const { ledger } = this.context;
    ledger.claim(index, 'evaluation');
    const lines: NarrativeLine[] = opening === '' ? [] : [{ text: opening, afterBlank: false }];
    let next = index + 1;
    let afterBlank = false;
    let afterPage = false;
    while (next < this.end) {
      const text = ledger.text(next);
      if (text === '') afterBlank = true;
      else {
        const past = claimFooter(ledger, next, this.end);
        if (past > next) {
          next = past;
          afterPage = true;
          continue;
        }
        if (this.endsNarrative(next, text)) break;
        // The blank lines around a footer are no end of a paragraph when the sentence goes on.
        lines.push({ text, afterBlank: afterBlank && lines.length > 0 && !(afterPage && /^\p{Ll}/u.test(text)) });
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
        return isSentinel(text) || NO_CONTENTS.test(text);
      case 'P':
      case 'p':
      case 'N':
      case 'n':
      case 'B':
      case 'b':
      case 'A':
      case 'a':
        return parseHeading(text) !== null || CONTENTS.test(text) || isDossierTitle(text);
      case 'O':
        return REFERENCE.test(text) && ADDRESS_ON_WEB.test(this.context.ledger.text(index + 1));
      case '1':
      case '2':
        return startsFinanceBlock(this.context, index, this.end);
      default:
        return false;
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
