import { sheetIn } from '../request/ranges';
import type { ConditionalFormatSpec, ValidationSpec } from '../../../sheets/spec';
import { webColor } from './looks';
import { addressLists } from '../request/rectangles';
import { CALL_BYTES, type Step } from '../request/steps';

/** Data validation and conditional formats. */

const REACTIONS = { stop: 'Stop', warning: 'Warning' } as const;

function ruleOf(spec: ValidationSpec): Excel.DataValidationRule {
  if (spec.kind === 'list') return { list: { inCellDropDown: true, source: `=${spec.source}` } };
  if (spec.kind === 'calculated') return { custom: { formula: '=FALSE' } };
  const between = { formula1: spec.min, formula2: spec.max, operator: 'Between' as const };
  return spec.kind === 'whole' ? { wholeNumber: between } : { decimal: between };
}

export const validationSteps = (sheet: string, validations: readonly ValidationSpec[]): Step[] =>
  validations.flatMap((spec) =>
    addressLists(spec.ranges).map((addresses): Step => ({
      bytes: 4 * CALL_BYTES + addresses.length + spec.message.length,
      run: (context) => {
        const { dataValidation } = sheetIn(context, sheet).getRanges(addresses).untrack();
        dataValidation.rule = ruleOf(spec);
        dataValidation.ignoreBlanks = true;
        dataValidation.errorAlert = {
          showAlert: true,
          style: REACTIONS[spec.reaction],
          title: spec.title,
          message: spec.message,
        };
      },
    })),
  );

export const clearValidationSteps = (sheet: string, validations: readonly ValidationSpec[]): Step[] =>
  validations.flatMap((spec) =>
    addressLists(spec.ranges).map((addresses): Step => ({
      bytes: CALL_BYTES + addresses.length,
      run: (context) => {
        sheetIn(context, sheet).getRanges(addresses).untrack().dataValidation.clear();
      },
    })),
  );

/** Excel puts the newest format first: they are made from the last to the first. */
export const conditionalFormatSteps = (sheet: string, formats: readonly ConditionalFormatSpec[]): Step[] =>
  [...formats].reverse().flatMap(({ ranges, formula, look }) =>
    addressLists(ranges).map((addresses): Step => ({
      bytes: 5 * CALL_BYTES + addresses.length + formula.length,
      run: (context) => {
        const { custom } = sheetIn(context, sheet).getRanges(addresses).untrack().conditionalFormats.add('Custom');
        custom.rule.formula = `=${formula}`;
        if (look.fill !== undefined) custom.format.fill.color = webColor(look.fill);
        if (look.color !== undefined) custom.format.font.color = webColor(look.color);
        if (look.bold !== undefined) custom.format.font.bold = look.bold;
      },
    })),
  );
