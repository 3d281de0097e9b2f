import { amountsPlausible } from '../amounts/plausible';
import { amountsRounding } from '../amounts/rounding';
import { amountsSign } from '../amounts/signs';
import { amountsBalance, amountsChildren, amountsTotal } from '../amounts/sums';
import { amountsExchanged, amountsMissingFigure, amountsWrongFigure } from '../amounts/wrongFigure';
import { changesConsequences, changesCreditBelowActual } from '../changes/consequences';
import { amountsBlockYear } from '../causes/blockYear';
import { schemasDuplicateRow } from '../causes/duplicateRow';
import { amountsMissingChild } from '../causes/missingChild';
import { amountsSwappedFlows } from '../causes/swappedFlows';
import { creditsMissingTransfer, creditsTransferOtherYear } from '../causes/transfers';
import type { Check } from '../check';
import { creditsCarriedTooMuch, creditsMoved, creditsOperatingCarried, creditsOwnShare } from '../credits/carriedOver';
import { creditsCodeName } from '../credits/codeNames';
import { creditsMirror, creditsMirrorPlace, creditsSameSide, creditsUnknownEstimate } from '../credits/mirror';
import { creditsLimit, creditsOverrun } from '../credits/overrun';
import {
  creditsAccountKind,
  creditsDuplicateTransfer,
  creditsTransferPlace,
  creditsTransferYear,
} from '../credits/transferPlace';
import { creditsPlanAfterTransfer, creditsTransferTotal } from '../credits/sums';
import { creditsTransferEntity } from '../credits/transferLine';
import { linksLooseEnd, linksOverweight } from '../indicators/links';
import {
  indicatorsNotMeasured,
  indicatorsOutsidePeriod,
  indicatorsPercentages,
  indicatorsTargetMissed,
} from '../indicators/measures';
import { tablesShare, tablesTotal } from '../indicators/tables';
import { ledgerOtherKind, ledgerUnconfirmed, ledgerUndetermined, ledgerUnmappedAccount } from '../ledger/accounts';
import { ledgerBalanceRow, ledgerClassZero, ledgerInternal, ledgerUnbalanced } from '../ledger/balance';
import { ledgerIncomplete, ledgerUnknownAction, ledgerUnmappedField } from '../ledger/fields';
import { normsAvailableResult, normsIndicator, normsMargin } from '../norms/norms';
import { readingAbsentSection } from '../reading/absentSection';
import { readingFurniture } from '../reading/furniture';
import { readingLookAlikes } from '../reading/lookAlikes';
import { schemasCompleteness, schemasEvaluation, schemasNotes } from '../schemas/completeness';
import { schemasDossierList, schemasDossierNumber } from '../schemas/dossiers';
import { schemasObjectiveCodes } from '../schemas/objectiveCodes';
import {
  schemasBalance,
  schemasCarriedResult,
  schemasCarry,
  schemasDebtBalance,
  schemasDebtBase,
  schemasFormula,
  schemasMirror,
  schemasObjectives,
  schemasOffBalance,
  schemasParticipations,
  schemasRepayments,
  schemasRepeated,
  schemasSameQuantity,
  schemasSum,
  schemasSurplus,
} from '../schemas/sums';
import { schemasVersions } from '../schemas/versions';
import { statusOfOtherLevel, statusUnknown } from '../status/known';
import { statusDoneUnspent, statusNotStartedSpent, statusSpentWithoutCredit } from '../status/money';
import {
  statusDoneAboveUnfinished,
  statusLaggingAboveGood,
  statusNotStartedAboveStarted,
  statusOnTrackAboveDone,
  statusOnTrackAboveLagging,
} from '../status/parents';
import { rulesOwn } from '../status/ownRules';
import { statusMissing, statusOutsidePeriod, statusWithoutText } from '../status/presence';
import {
  structureCodeOutlier,
  structureDuplicateCode,
  structureMalformedCode,
  structureNumberingGaps,
} from '../structure/codes';
import {
  structureMissingPeriod,
  structureOddPeriod,
  structurePeriodOutside,
  structureReversedPeriod,
} from '../structure/periods';
import { structureDuplicateTitle, structureOtherTitle } from '../structure/titles';
import { structureOrphan, structureSentinel, structureSkippedLevel } from '../structure/tree';
import { textAgainstStatus, textOtherStatus } from '../text/contradiction';
import { textSameNarrative, textSamePhrase } from '../text/duplicates';
import { textCutOff, textRepeatedLine } from '../text/endings';
import { textAssistant, textEmptyItem, textPlaceholder } from '../text/notEvaluation';
import { textProseFigure, textProseYear } from '../text/prose';
import { textNearFigure } from '../text/nearFigure';
import { textToComplete } from '../text/toComplete';
import { textUnknownCode } from '../text/references';
import { textEarlierYears, textYearAsFuture } from '../text/years';

/** Every check, by family. The order is that of the documentation; findings are ordered by severity and place. */
export const CATALOGUE: readonly Check[] = [
  readingAbsentSection,
  readingFurniture,
  readingLookAlikes,
  structureDuplicateCode,
  structureMalformedCode,
  structureCodeOutlier,
  structureOrphan,
  structureSkippedLevel,
  structureSentinel,
  structureOtherTitle,
  structureReversedPeriod,
  structurePeriodOutside,
  structureOddPeriod,
  structureMissingPeriod,
  structureNumberingGaps,
  structureDuplicateTitle,
  statusUnknown,
  statusOfOtherLevel,
  statusMissing,
  statusOutsidePeriod,
  statusWithoutText,
  statusDoneAboveUnfinished,
  statusOnTrackAboveLagging,
  statusOnTrackAboveDone,
  statusLaggingAboveGood,
  statusNotStartedAboveStarted,
  statusDoneUnspent,
  statusNotStartedSpent,
  statusSpentWithoutCredit,
  rulesOwn,
  textSameNarrative,
  textSamePhrase,
  textCutOff,
  textRepeatedLine,
  textAssistant,
  textPlaceholder,
  textToComplete,
  textEmptyItem,
  textEarlierYears,
  textYearAsFuture,
  textAgainstStatus,
  textOtherStatus,
  textUnknownCode,
  textProseFigure,
  textNearFigure,
  textProseYear,
  amountsBlockYear,
  amountsSwappedFlows,
  amountsMissingChild,
  amountsWrongFigure,
  amountsExchanged,
  amountsMissingFigure,
  amountsBalance,
  amountsChildren,
  amountsTotal,
  amountsSign,
  amountsPlausible,
  amountsRounding,
  schemasCompleteness,
  schemasEvaluation,
  schemasNotes,
  schemasDossierNumber,
  schemasDossierList,
  schemasDuplicateRow,
  schemasSum,
  schemasFormula,
  schemasBalance,
  schemasCarry,
  schemasMirror,
  schemasVersions,
  schemasObjectiveCodes,
  schemasObjectives,
  schemasSameQuantity,
  schemasRepeated,
  schemasRepayments,
  schemasDebtBase,
  schemasDebtBalance,
  schemasSurplus,
  schemasParticipations,
  schemasOffBalance,
  schemasCarriedResult,
  creditsLimit,
  creditsOverrun,
  creditsCarriedTooMuch,
  creditsMoved,
  creditsOperatingCarried,
  creditsOwnShare,
  creditsMirror,
  creditsMirrorPlace,
  creditsSameSide,
  creditsUnknownEstimate,
  creditsTransferPlace,
  creditsDuplicateTransfer,
  creditsTransferYear,
  creditsTransferEntity,
  creditsTransferOtherYear,
  creditsMissingTransfer,
  creditsAccountKind,
  creditsCodeName,
  creditsTransferTotal,
  creditsPlanAfterTransfer,
  normsAvailableResult,
  normsMargin,
  normsIndicator,
  indicatorsNotMeasured,
  indicatorsTargetMissed,
  indicatorsOutsidePeriod,
  indicatorsPercentages,
  tablesTotal,
  tablesShare,
  linksOverweight,
  linksLooseEnd,
  changesCreditBelowActual,
  changesConsequences,
  ledgerUnmappedAccount,
  ledgerUnmappedField,
  ledgerUnknownAction,
  ledgerUndetermined,
  ledgerOtherKind,
  ledgerBalanceRow,
  ledgerUnbalanced,
  ledgerClassZero,
  ledgerInternal,
  ledgerIncomplete,
  ledgerUnconfirmed,
];
