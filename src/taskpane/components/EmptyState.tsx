import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Screen, Quiet } from './Screen';
import { usePane, useTexts } from '../state/context';

const useStyles = makeStyles({ action: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalS } });

/** A screen without a report: says what to do first. */
export function NoReport({ title }: { readonly title: string }) {
  const styles = useStyles();
  const { texts } = useTexts();
  const { commands, state } = usePane();
  if (state.busy === 'loading') return <Screen title={title}><Quiet>{texts.common.loading}</Quiet></Screen>;
  return (
    <Screen title={title}>
      <Quiet>{texts.common.empty.title}. {texts.common.empty.body}</Quiet>
      <Button appearance="primary" className={styles.action} onClick={() => { commands.go('import'); }}>
        {texts.common.empty.action}
      </Button>
    </Screen>
  );
}
