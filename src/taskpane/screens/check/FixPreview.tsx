import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Facts } from '../../components/Facts';
import type { FixValue, QuickFix } from '../../model/quickFix';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A mechanical repair, before it is done: what stands there now and what would. */
export function FixPreview({ fix, onClose }: { readonly fix: QuickFix; readonly onClose: () => void }) {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts, formats } = useTexts();
  const shown = (value: FixValue): string => {
    if ('text' in value) return value.text || '–';
    return value.cents === null ? texts.common.notPrinted : formats.euro(value.cents);
  };
  return (
    <div className={styles.box} role="group" aria-label={texts.check.fixPreview}>
      <strong>
        {texts.check.fixPreview}: {fix.subject}, {texts.check.fixColumns[fix.field]}
      </strong>
      <Facts
        facts={[
          [texts.check.fixBefore, shown(fix.before)],
          [texts.check.fixAfter, shown(fix.after)],
        ]}
      />
      <div className={styles.row}>
        <Button
          size="small"
          appearance="primary"
          autoFocus
          disabledFocusable={state.busy === 'saving'}
          onClick={() => {
            void commands.applyFix(fix).then((done) => {
              if (done) onClose();
            });
          }}
        >
          {texts.check.fixApply}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.common.cancel}
        </Button>
      </div>
    </div>
  );
}
