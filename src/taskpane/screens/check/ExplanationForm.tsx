import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Explanation } from '../../../plan/explanation';
import type { Finding } from '../../../plan/finding';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { useDraft } from '../../state/drafts';

/** As many as anyone signs with. */
const MAX_INITIALS = 8;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  initials: { maxWidth: '12em' },
});

interface ExplanationFormProps {
  readonly finding: Finding;
  readonly target: 'explained' | 'accepted';
  readonly before: Explanation;
  readonly onClose: () => void;
}

/** Asks why a finding is as it is, or may stay, and who says so. What was typed stays until it is kept or the user closes it. */
export function ExplanationForm({ finding, target, before, onClose }: ExplanationFormProps) {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts } = useTexts();
  const [draft, setDraft] = useDraft(`finding ${finding.key}`);
  const text = draft ?? before.text;
  const [initials, setInitials] = useState(before.initials || state.initials);
  const [tried, setTried] = useState(false);
  const close = (): void => {
    setDraft(null);
    onClose();
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (text.trim() === '' || initials.trim() === '') return;
    commands.dispatch({ type: 'initials', initials: initials.trim() });
    if (await commands.explain(finding, { state: target, text: text.trim(), initials: initials.trim() })) close();
  };
  return (
    <form
      className={styles.form}
      aria-label={target === 'explained' ? texts.check.explain : texts.check.accept}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Office would go to the sheet as well.
        event.stopPropagation();
        close();
      }}
    >
      <Field
        label={texts.check.reason}
        hint={texts.check.reasonHint}
        required
        {...(tried && text.trim() === '' ? { validationMessage: texts.check.reasonMissing } : {})}
      >
        <Textarea
          value={text}
          autoFocus={document.hasFocus()}
          resize="vertical"
          onChange={(_, data) => {
            setDraft(data.value);
          }}
        />
      </Field>
      <Field
        className={styles.initials}
        label={texts.check.initials}
        required
        {...(tried && initials.trim() === '' ? { validationMessage: texts.check.initialsMissing } : {})}
      >
        <Input
          value={initials}
          maxLength={MAX_INITIALS}
          onChange={(_, data) => {
            setInitials(data.value.replace(/\s/g, ''));
          }}
        />
      </Field>
      <div className={styles.row}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={state.busy === 'saving'}>
          {target === 'explained' ? texts.check.explain : texts.check.accept}
        </Button>
        <Button size="small" onClick={close}>
          {texts.common.cancel}
        </Button>
      </div>
    </form>
  );
}
