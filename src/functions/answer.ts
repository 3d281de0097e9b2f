import { inLanguage, languageOfLocale } from '../plan/phrase';
import { tooLarge } from './cells';
import { refuse, Refusal, SENTENCES, type Answer, type AnswerCell } from './failure';

/** Excel may call a function while the page still starts, and does not tell its language before. */
const locale = (): string => (Office.context as Office.Context | undefined)?.displayLanguage ?? '';

/** A refusal as Excel shows it, in its own language. */
const excelError = ({ code, sentence }: Refusal): CustomFunctions.Error =>
  new CustomFunctions.Error(
    code === 'notAvailable' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue,
    inLanguage(sentence, languageOfLocale(locale())),
  );

const excelCell = (cell: AnswerCell): unknown => (cell instanceof Refusal ? excelError(cell) : cell);

/** Answers a call: the spilled cells, or the error of the call as a whole. */
export function answer(args: readonly unknown[], make: () => Answer): unknown[][] {
  const refused = tooLarge(args);
  if (refused) throw excelError(refused);
  const made = guarded(make);
  if (!made.ok) throw excelError(made.failure);
  return made.value.map((row) => row.map(excelCell));
}

/** Sums beyond what is exact are refused by the arithmetic itself. */
function guarded(make: () => Answer): Answer {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return refuse(SENTENCES.tooMuchMoney);
    throw error;
  }
}
