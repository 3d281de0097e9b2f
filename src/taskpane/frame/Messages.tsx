import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect } from 'react';
import { describeFinding, placeAt, type Language } from '../../plan/finding';
import type { ReadFailure } from '../../read/source';
import { FORMATS } from '../../i18n/formats';
import { PANE_TEXTS, type PaneTexts } from '../../i18n/pane/paneTexts';
import { usePane } from '../state/context';
import { useTexts } from '../components/texts';
import type { FileProblem, NoticeKind, Problem } from '../state/state';

const useStyles = makeStyles({
  // In sight wherever the screen is scrolled to: what failed may be far below.
  alert: { position: 'sticky', top: 0, zIndex: 2 },
  problem: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0` },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  // Stays in the page when empty: a region that appears together with its text is not read out.
  region: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    right: tokens.spacingHorizontalM,
    bottom: tokens.spacingVerticalM,
    zIndex: 2,
    pointerEvents: 'none',
  },
  toast: {
    pointerEvents: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForegroundInverted,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    '@media (forced-colors: active)': { color: 'CanvasText', backgroundColor: 'Canvas' },
  },
  toastText: { flexGrow: 1, flexBasis: '8em', overflowWrap: 'anywhere' },
  toastButton: { minWidth: 'auto' },
  toastClose: {
    minWidth: 'auto',
    color: tokens.colorNeutralForegroundInverted,
    ':hover': { color: tokens.colorNeutralForegroundInverted, backgroundColor: 'transparent' },
  },
});

/** The sentence of a failure of a reader or host, with its remedy. */
export const failureText = ({ kind, figures }: ReadFailure, language: Language): string =>
  describeFinding(kind, { check: kind.id, place: placeAt({}), figures }, language).message;

function fileText(file: FileProblem, language: Language): string {
  const { import: texts } = PANE_TEXTS[language];
  const { count, kilobytes } = FORMATS[language];
  switch (file.kind) {
    case 'tooMany':
      return texts.tooManyFiles(count(file.most));
    case 'tooLarge':
      return texts.tooLarge(file.name, kilobytes(file.bytes), kilobytes(file.most));
    case 'unreadable':
      return texts.unreadable(file.name);
    case 'badProfile':
      return texts.badProfile(file.name, file.places);
    case 'onlyProfiles':
      return texts.onlyProfiles;
  }
}

/** What went wrong and what to do, in words. */
export function problemText(problem: Problem, language: Language): string {
  const { common } = PANE_TEXTS[language];
  switch (problem.kind) {
    case 'failure':
      return failureText(problem.failure, language);
    case 'file':
      return fileText(problem.file, language);
    case 'unexpected':
      return `${common.unexpected(problem.reason)} ${common.unexpectedRemedy}`;
    case 'changedSince':
      return common.changedSince;
  }
}

const REMEDY_TEXTS = {
  again: 'retry',
  loseEdits: 'loseEdits',
  overwrite: 'overwrite',
  restore: 'restore',
} as const;

/** The problem of the last action, until the user closes it or acts again. */
export function ProblemMessage() {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts, language } = useTexts();
  const { problem, remedy } = state;
  return (
    <div role="alert" className={styles.alert}>
      {problem && (
        <MessageBar intent="error" layout="multiline" politeness="assertive" className={styles.problem}>
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{texts.common.failed}</MessageBarTitle> {problemText(problem, language)}
          </MessageBarBody>
          <MessageBarActions
            {...(remedy
              ? {
                  children: (
                    <Button size="small" onClick={remedy.run}>
                      {texts.common[REMEDY_TEXTS[remedy.kind]]}
                    </Button>
                  ),
                }
              : {})}
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={texts.common.close}
                onClick={() => {
                  commands.dispatch({ type: 'problem', problem: null });
                }}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}

/** Says that the host has not answered yet, and what usually holds it up. */
export function SlowMessage() {
  const styles = useStyles();
  const { state, host } = usePane();
  const { texts } = useTexts();
  return (
    <div role="status">
      {state.slow && state.busy !== null && (
        <MessageBar intent="info" layout="multiline" className={styles.problem}>
          <MessageBarBody className={styles.body}>
            {host.kind === 'excel' ? texts.common.slowExcel : texts.common.slow}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

/** What the user just did, in words. */
export function noticeText(about: NoticeKind, texts: PaneTexts): string {
  switch (about.kind) {
    case 'applied':
      return texts.import.applied(about.name);
    case 'unchanged':
      return texts.import.unchanged(about.name);
    case 'downloaded':
      return texts.common.downloaded(about.name);
    case 'statusSaved':
      return texts.plan.statusSaved(about.code);
    case 'evaluationSaved':
      return texts.plan.evaluationSaved(about.code);
    case 'takenBack':
      return texts.changes.list.takenBack(about.count);
    case 'collected':
      return texts.changes.parts.takenOver(about.count);
    case 'decided':
      return texts.changes.decided(about.count);
    case 'linkSaved':
      return texts.plans.links.saved;
    case 'reverted':
      return texts.import.reverted;
    case 'cancelled':
      return texts.import.cancelled;
    case 'explained':
      return texts.check.explained;
    case 'accepted':
      return texts.check.accepted;
    case 'reopened':
      return texts.check.reopened;
    case 'fixed':
      return texts.check.fixed;
    case 'undone':
      return texts.plan.undone;
    case 'settingsSaved':
      return texts.settings.saved;
  }
}

/** A notice that offers undo stays longer. */
const NOTICE_MILLISECONDS = 6_000;
const UNDO_MILLISECONDS = 15_000;

/** Says briefly what the user just did, and offers to take it back. Never takes the focus. */
export function NoticeToast() {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const { notice } = state;
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(
      () => {
        commands.dispatch({ type: 'notice', notice: null });
      },
      notice.undo ? UNDO_MILLISECONDS : NOTICE_MILLISECONDS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [notice, commands]);
  return (
    <div role="status" className={styles.region}>
      {notice && (
        <div className={styles.toast}>
          <span className={styles.toastText}>{noticeText(notice.about, texts)}</span>
          {notice.undo && (
            <Button
              size="small"
              className={styles.toastButton}
              onClick={() => {
                commands.dispatch({ type: 'notice', notice: null });
                notice.undo?.();
              }}
            >
              {texts.common.undo}
            </Button>
          )}
          <Button
            size="small"
            appearance="transparent"
            className={styles.toastClose}
            icon={<DismissRegular />}
            aria-label={texts.common.close}
            onClick={() => {
              commands.dispatch({ type: 'notice', notice: null });
            }}
          />
        </div>
      )}
    </div>
  );
}
