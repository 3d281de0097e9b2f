import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Screen, Quiet } from '../../components/Screen';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({ action: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalS } });

/** A screen without a report: says what to do first. */
export function NoReport({ title }: { readonly title: string }) {
  const styles = useStyles();
  const { texts } = useTexts();
  const { commands, state } = usePane();
  const { common } = texts;
  if (state.busy === 'loading' || state.opened === 'opening')
    return (
      <Screen title={title}>
        <Quiet>{common.loading}</Quiet>
      </Screen>
    );
  const unread = state.opened === 'unread';
  const words = unread ? common.unread : common.empty;
  return (
    <Screen title={title}>
      <Quiet>
        {words.title}. {words.body}
      </Quiet>
      <Button
        appearance="primary"
        className={styles.action}
        onClick={() => {
          if (unread) void commands.start();
          else commands.go('import');
        }}
      >
        {unread ? common.retry : common.empty.action}
      </Button>
    </Screen>
  );
}
