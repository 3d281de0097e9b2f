import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../components/texts';
import { Quiet, Screen } from '../components/Screen';

const useStyles = makeStyles({ action: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalS } });

interface GuardProps {
  /** What is shown; another one is another attempt. */
  readonly subject: string;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

interface GuardState {
  readonly failed: { readonly subject: string; readonly reason: string } | null;
}

/** Keeps a screen that fails from taking the pane with it: what was typed elsewhere stays, and the screen can be shown again. */
export class ScreenGuard extends Component<GuardProps, GuardState> {
  override state: GuardState = { failed: null };

  static getDerivedStateFromError(error: unknown): Partial<GuardState> {
    return { failed: { subject: '', reason: error instanceof Error ? error.message : String(error) } };
  }

  static getDerivedStateFromProps({ subject }: GuardProps, { failed }: GuardState): GuardState {
    if (failed === null) return { failed };
    if (failed.subject === '') return { failed: { ...failed, subject } };
    return { failed: failed.subject === subject ? failed : null };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    return (
      <BrokenScreen
        reason={failed.reason}
        onRetry={() => {
          this.setState({ failed: null });
          this.props.onRetry();
        }}
      />
    );
  }
}

function BrokenScreen({ reason, onRetry }: { readonly reason: string; readonly onRetry: () => void }) {
  const styles = useStyles();
  const {
    texts: { common },
  } = useTexts();
  return (
    <Screen title={common.broken.title}>
      <div role="alert">
        <Quiet>{common.broken.body}</Quiet>
        <Quiet small>{reason}</Quiet>
      </div>
      <Button appearance="primary" className={styles.action} onClick={onRetry}>
        {common.retry}
      </Button>
    </Screen>
  );
}
