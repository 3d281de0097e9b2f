import { hostClass } from '../protocol/hostClass';
import { booleanOf, given, oneOf } from './arguments';

/** Excel itself: calculation, and the events this add-in hears. */
const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
const CALCULATION_TYPES = ['Recalculate', 'Full', 'FullRebuild'] as const;

const cultureInfo = hostClass<null>({ name: 'CultureInfo', scalars: { Name: { get: () => 'nl-BE' } } });

export const application = hostClass<null>({
  name: 'Application',
  scalars: {
    CalculationMode: {
      get: (_app, context) => context.book.calculationMode,
      set: (_app, value, context) => (context.book.calculationMode = oneOf(value, MODES, 'calculationMode')),
    },
    CalculationState: { get: () => 'Done' },
    DecimalSeparator: { get: () => ',' },
    ThousandsSeparator: { get: () => '.' },
    UseSystemSeparators: { get: () => true },
  },
  children: { CultureInfo: (app, context) => cultureInfo(app, context) },
  methods: {
    Calculate: (_app, [type], context) => {
      if (given(type)) oneOf(type, CALCULATION_TYPES, 'calculationType');
      context.calculator.recalculate(context.book);
      context.dirty = false;
    },
    SuspendApiCalculationUntilNextSync: (_app, _args, context) => {
      context.suspended.calculation += 1;
    },
    SuspendScreenUpdatingUntilNextSync: (_app, _args, context) => {
      context.suspended.screen += 1;
    },
  },
});

export const runtime = hostClass<null>({
  name: 'Runtime',
  scalars: {
    EnableEvents: {
      get: (_runtime, context) => context.events.enabled,
      set: (_runtime, value, context) => (context.events.enabled = booleanOf(value, 'enableEvents')),
    },
  },
});
