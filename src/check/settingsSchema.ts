import { SEVERITIES } from '../plan/finding';
import { STATUS_MEANINGS } from '../plan/status';
import { z } from '../plan/zod';
import { DEFAULT_VERDICT_THRESHOLDS } from '../figures/reconciliation/verdict';

const shareSchema = z.number().min(0).max(1);
const centsSchema = z.int().nonnegative();

/** Where a check draws the line between what is worth a look and what is not. Amounts in cents, shares as fractions. */
export const thresholdsSchema = z.strictObject({
  /** A figure is implausible when it is at least this many times the mean of the years before. */
  yearOnYearTimes: z.number().min(1),
  /** ... and differs from it by at least this much. */
  yearOnYearCents: centsSchema,
  /** "Achieved" with less than this share of the credit spent contradicts itself. */
  achievedSpentShare: shareSchema,
  /** Spending below this is noise for the checks of status against money. */
  noticeableCents: centsSchema,
  /** A parent that is on track while at least this share of its children lags is worth a look. */
  laggingShare: shareSchema,
  /** Two narratives are the same when at least this share of their phrases is. */
  similarTextShare: shareSchema,
  /** Shorter narratives say too little to be compared, in words. */
  comparableTextWords: z.int().positive(),
  /** An overrun of a credit, or a transfer above what was left of it, counts from above this. Workbooks from before had it fixed. */
  exceededCents: centsSchema.default(DEFAULT_VERDICT_THRESHOLDS.exceededCents),
  /** What lapses of a credit counts from above this. */
  lapsedCents: centsSchema.default(DEFAULT_VERDICT_THRESHOLDS.lapsedCents),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** A rule of the board itself: which nodes must have a text. What is left out does not matter. */
export const ownRuleSchema = z.strictObject({
  name: z.string().min(1),
  need: z.literal('text'),
  level: z.string().optional(),
  /** Final credit of the expenditure from this on. */
  creditFromCents: centsSchema.optional(),
  /** Credit carried over in one list from this on. */
  carriedFromCents: centsSchema.optional(),
  severity: z.enum(SEVERITIES).optional(),
});

/** A status of a board's list, as it is kept in the workbook. */
export const statusSchema = z.strictObject({
  code: z.string().min(1),
  label: z.string().min(1),
  order: z.int(),
  color: z.string().regex(/^[0-9A-Fa-f]{6}$/),
  meaning: z.enum(STATUS_MEANINGS),
});

/** What a board sets for its checks; kept in the workbook. Guards what is read from there. */
export const settingsSchema = z.strictObject({
  statuses: z.array(statusSchema).min(1),
  /** Statuses of the levels that have a list of their own, by level id. */
  levelStatuses: z.record(z.string(), z.array(statusSchema).min(1)).default({}),
  /** Severity of a check, or `off`, by check id. */
  severities: z.record(z.string(), z.enum([...SEVERITIES, 'off'])),
  thresholds: thresholdsSchema,
  /** Rules of the board itself; workbooks from before had none. */
  ownRules: z.array(ownRuleSchema).default([]),
  /** Policy domain (T1) per policy field code: a free grouping of each board. */
  policyDomains: z.record(z.string(), z.string()),
});
export type CheckSettings = z.infer<typeof settingsSchema>;
