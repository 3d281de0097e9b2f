import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

interface SaveBarProps {
  readonly changed: boolean;
  readonly valid: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly children?: ReactNode;
}

/** Keeps or drops what was changed in a part of the settings. */
export function SaveBar({ changed, valid, onSave, onDiscard, children }: SaveBarProps) {
  const styles = useStyles();
  const { state } = usePane();
  const { texts } = useTexts();
  const { busy } = state;
  return (
    <div className={styles.row}>
      {changed && (
        <>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={!valid || busy === 'saving'}
            onClick={() => {
              if (valid && busy !== 'saving') onSave();
            }}
          >
            {texts.common.save}
          </Button>
          <Button size="small" onClick={onDiscard}>
            {texts.settings.discard}
          </Button>
        </>
      )}
      {children}
    </div>
  );
}
