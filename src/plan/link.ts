import type { DocumentInfo, Source } from './document';
import { slugOf } from './nodeId';

/** How one node stands to another: verwijst naar | werkt uit | volgt op | draagt bij aan. */
export const LINK_KINDS = ['refersTo', 'worksOut', 'follows', 'contributesTo'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** explicit: printed in a text. proposed: found by likeness, nobody looked yet. A proposal never confirms itself. */
export const LINK_STATES = ['explicit', 'proposed', 'confirmed', 'rejected'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** The whole of what a node can pass on, in percent. */
export const FULL_WEIGHT = 100;

export interface Link {
  /** Stable: made of both ends and the kind. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Key of the document of an end (`documentKey`); null for the document the link stands in. */
  readonly fromDocument: string | null;
  readonly toDocument: string | null;
  readonly kind: LinkKind;
  readonly state: LinkState;
  /** Share of `from` that goes to `to`, in percent with at most two decimals; null when nobody said. */
  readonly weight: number | null;
  /** Why it was proposed, in words; null for an explicit link. */
  readonly reason: string | null;
  /** The printed words it rests on. */
  readonly evidence: string | null;
  readonly source: Source;
}

/** Names a document among others: its title and the year or period it is about. */
export function documentKey({
  title,
  fiscalYear,
  planPeriod,
}: Pick<DocumentInfo, 'title' | 'fiscalYear' | 'planPeriod'>): string {
  const years =
    fiscalYear === null
      ? planPeriod && `${planPeriod.from.slice(0, 4)}-${planPeriod.to.slice(0, 4)}`
      : String(fiscalYear);
  return [slugOf(title, KEY_WORDS), years].filter(Boolean).join('-');
}

const KEY_WORDS = 6;

/** The id of a link: the same ends and kind give the same id in every run. */
export const linkId = ({
  from,
  to,
  fromDocument,
  toDocument,
  kind,
}: Pick<Link, 'from' | 'to' | 'fromDocument' | 'toDocument' | 'kind'>): string =>
  `${kind}:${fromDocument === null ? '' : `${fromDocument}#`}${from}>${toDocument === null ? '' : `${toDocument}#`}${to}`;

/** Links whose word counts: what is proposed is only a question, what is rejected an answer. */
export const counts = ({ state }: Pick<Link, 'state'>): boolean => state === 'explicit' || state === 'confirmed';
